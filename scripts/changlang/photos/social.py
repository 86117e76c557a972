"""Social cards: a picture's crop with a page's title on it, for those who meet the page in a message."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from changlang.photos.executor import LOCAL
from changlang.photos.store import CARD, Stored, fetched, prune, store_at
from changlang.photos.workers import run_all

if TYPE_CHECKING:
    from PIL import Image, ImageFont

# Raised when cards of the same title and picture come out otherwise.
VERSION = 2
MARGIN, TITLE, LINE, NAME, GAP = 64, 60, 78, 30, 26
LINES = 3
GOLD = "#f3d9a4"
# Black of this strength under the words: white on it has a contrast of more than 7 over any picture.
SHADE, SOFT = 190, 90
# Marks that no line begins with (GB/T 15834—2011, 5.1).
NOT_FIRST = frozenset("，。、；：？！）》”’·%")


@dataclass(frozen=True, slots=True)
class Card:
    """A card that is wanted: the stored crop, what is written on it, and the font's file and face in it."""

    crop: Stored
    title: str
    site: str
    face: tuple[Path, int]

    def name(self) -> str:
        """Its name in the store, where it stands by itself: the same words on the same picture are the same file."""
        words = f"{VERSION}\0{self.title}\0{self.site}\0{self.face[0].name}\0{self.crop.digest}"
        return f"{CARD}{hashlib.sha256(words.encode()).hexdigest()}/card.jpg"


def social_cards(cards: Iterable[Card], address: str, jobs: int) -> Mapping[Card, Stored]:
    """Every card as it was drawn before, which its sum beside it vouches for, or drawn now.

    `address` is the store's; cards that are not asked for any more (a title changed, a photo was withdrawn) leave it.
    Cards are drawn in processes of this machine, for here the font is.
    """
    names = {card: card.name() for card in cards}
    store = store_at(address)
    prune(store, (name.partition("/")[0] for name in names.values()), CARD)
    there = store.read_all([*names.values(), *map(_sum, names.values())])
    made = {
        card: Stored(name, _digest(there[name]))
        for card, name in names.items()
        if name in there and there.get(_sum(name)) == _digest(there[name]).encode()
    }
    missing = [(card, address) for card in names if card not in made]
    if missing:
        made |= run_all(_drawn, missing, _lost, LOCAL, jobs)
    return made


def _lost(order: tuple[Card, str]) -> tuple[Card, Stored]:
    raise ChildProcessError(order[0].name())


def _drawn(order: tuple[Card, str]) -> tuple[Card, Stored]:
    card, store = order[0], store_at(order[1])
    data = draw(fetched(store, card.crop), card.title, card.site, card.face)
    drawn = Stored(card.name(), _digest(data))
    store.write(drawn.name, data)
    store.write(_sum(drawn.name), drawn.digest.encode())
    return card, drawn


def _sum(name: str) -> str:
    return f"{name}.sum"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def draw(crop: bytes, title: str, site: str, face: tuple[Path, int]) -> bytes:
    """The crop with a title of at most three lines and the site's name, as a JPEG without anything else."""
    from PIL import Image, ImageDraw, ImageFont

    image = Image.open(BytesIO(crop), formats=["JPEG"]).convert("RGB")
    large, small = (ImageFont.truetype(str(face[0]), size, index=face[1]) for size in (TITLE, NAME))
    width = image.width - 2 * MARGIN
    lines = list(_lines(title, large, width, LINES))
    top = image.height - MARGIN - NAME - GAP - LINE * len(lines)
    image = _shaded(image, top - SOFT)
    image.info = {}  # Pillow would write a comment that it read
    pen = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        pen.text((MARGIN, top + number * LINE), line, fill="white", font=large)
    (name,) = _lines(site, small, width, 1)
    pen.text((MARGIN, image.height - MARGIN - NAME), name, fill=GOLD, font=small)
    made = BytesIO()
    image.save(made, "JPEG", quality=82, progressive=True, optimize=True)
    return made.getvalue()


def _shaded(image: Image.Image, top: int) -> Image.Image:
    """The picture darkened from `top` downwards, softly at first."""
    from PIL import Image

    steps = [min(SHADE, max(0, (row - top) * SHADE // SOFT)) for row in range(image.height)]
    column = Image.new("L", (1, image.height))
    column.putdata(steps)
    return Image.composite(Image.new("RGB", image.size), image, column.resize(image.size))


def _lines(text: str, font: ImageFont.FreeTypeFont, width: int, most: int) -> Iterator[str]:
    """A text in at most so many lines that fit; what is beyond the last one ends in an ellipsis."""
    rest = text
    for number in range(1, most + 1):
        end = _fitting(rest, font, width)
        if end < len(rest) and number == most:
            yield rest[: _fitting(rest, font, width - font.getlength("…"))].rstrip() + "…"
            return
        yield rest[:end].rstrip()
        rest = rest[end:].lstrip()
        if not rest:
            return


def _fitting(text: str, font: ImageFont.FreeTypeFont, width: float) -> int:
    """How much of a text goes into a line: up to a space in Latin script, to any character in Chinese."""
    end = len(text)
    while font.getlength(text[:end]) > width:
        end -= 1
    if end == len(text):
        return end
    while end > 1 and (text[end] in NOT_FIRST or _inside_word(text, end)):
        end -= 1
    return end


def _inside_word(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    return before.isascii() and after.isascii() and not before.isspace() and not after.isspace()
