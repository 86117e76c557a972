"""What is made of a picture: sizes, formats, how hard the encoders try. A changed recipe is a new name."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

# Raised when the code that makes pictures changes what they look like.
VERSION = 2


@dataclass(frozen=True, slots=True)
class Encoding:
    """One format: Pillow's name for it, the ending of its files, its media type and the encoder's options."""

    format: str
    suffix: str
    media: str
    options: tuple[tuple[str, int | bool], ...]


# In the order in which a browser should choose. Effort by measurement: AVIF at speed 9 is a tenth larger than at 6,
# takes a tenth of the time and is no worse than at 7 or 8; WebP's method 0 is as good as 2 in half the time.
# Encoders run in one thread each, because there is a process for every core already.
AVIF = Encoding("AVIF", "avif", "image/avif", (("quality", 58), ("speed", 9), ("max_threads", 1)))
WEBP = Encoding("WEBP", "webp", "image/webp", (("quality", 78), ("method", 0)))
JPEG = Encoding("JPEG", "jpg", "image/jpeg", (("quality", 80), ("progressive", True), ("optimize", True)))


@dataclass(frozen=True, slots=True)
class Recipe:
    """Widths in pixels, widest last; `cards` are widths of crops, `card` their proportion, `social` a size."""

    widths: tuple[int, ...] = (320, 640, 960, 1280, 1920)
    cards: tuple[int, ...] = (320, 640, 960)
    card: tuple[int, int] = (3, 2)
    social: tuple[int, int] | None = (1200, 630)
    encodings: tuple[Encoding, ...] = field(default=(AVIF, WEBP, JPEG))

    def digest(self) -> str:
        """Changes with anything that changes what is made."""
        options = [(made.format, made.options) for made in self.encodings]
        text = f"{VERSION}{self.widths}{self.cards}{self.card}{self.social}{options}"
        return hashlib.sha256(text.encode()).hexdigest()


STANDARD = Recipe()
