"""What is asked of a picture and what came of it: the nouns of this room. Nothing here needs an image library."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from changlang.photos.recipe import Recipe

# (x, y, width, height) as fractions of the upright picture.
Rectangle = tuple[float, float, float, float]
# The list of what was made of an original, written last: where it stands, everything in it stands too.
LIST = "picture.json"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a record asks of its picture. Two equal wishes of one original give the same bytes."""

    recipe: Recipe
    focus: tuple[float, float] = (0.5, 0.5)
    hidden: tuple[Rectangle, ...] = ()
    pixels: int = 100_000_000

    def digest(self) -> str:
        text = f"{self.recipe.digest()}{self.focus}{self.hidden}{self.pixels}"
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file: `name` within its picture, the format's media type, size in pixels, the bytes' digest."""

    name: str
    media: str
    width: int
    height: int
    digest: str


@dataclass(frozen=True, slots=True)
class Derived:
    """All that was made of one original, without the bytes. `frames` is how many pictures the file held."""

    width: int
    height: int
    frames: int
    whole: tuple[Rendition, ...]
    cards: tuple[Rendition, ...]
    social: Rendition | None
    placeholder: str


def as_list(derived: Derived) -> bytes:
    return json.dumps(asdict(derived)).encode()


def from_list(data: bytes) -> Derived:
    """Raises `ValueError`, `TypeError` or `KeyError` for what `as_list` did not write."""
    value: dict[str, Any] = json.loads(data)
    for part in ("whole", "cards"):
        value[part] = tuple(Rendition(**one) for one in value[part])
    value["social"] = Rendition(**value["social"]) if value["social"] else None
    return Derived(**value)


@dataclass(frozen=True, slots=True)
class Done:
    """What came of an original and a wish: what was derived, or the code and arguments of a problem."""

    name: str
    derived: Derived | None = None
    fault: str = ""
    named: Mapping[str, str] = field(default_factory=dict)


class Unusable(Exception):
    """A store or cluster that cannot be used: the code of the problem, its address and why."""

    def __init__(self, code: str, address: str, reason: str) -> None:
        super().__init__(code, address, reason)  # all of it, because it may come out of another process
        self.code, self.address, self.reason = code, address, reason.split("\n")[0][:200]
