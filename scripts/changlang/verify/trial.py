"""A code tried: what it says as printed, and how much wear it stands."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from PIL import Image

from changlang.verify.scan import Seen, looks, scan
from changlang.verify.wear import AROUND, SIDE, WEARS

# Pixels across a view.
VIEW = round(SIDE * (1 + 2 * AROUND))


@dataclass(frozen=True, slots=True)
class Trial:
    """`read` is what the codes say as printed; `stood` has each wear's strengths at which the code was still read,
    `at_once` those at which the first look was enough."""

    read: tuple[str, ...]
    stood: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    at_once: Mapping[str, tuple[float, ...]] = field(default_factory=dict)

    def margin(self, name: str) -> float:
        """The greatest strength up to which nothing stopped the code from being read; 0 where the weakest did."""
        standing = 0.0
        for strength in WEARS[name].strengths:
            if strength not in self.stood.get(name, ()):
                break
            standing = strength
        return standing

    def required(self) -> Mapping[tuple[str, float], bool]:
        """Each wear that a code has to stand, and whether this one did."""
        return {
            (name, strength): strength in self.stood.get(name, ())
            for name, wear in WEARS.items()
            for strength in wear.required
        }


def tried(page: Image.Image, address: str, seed: str) -> Trial:
    """The trial of a page that has one code alone."""
    found = scan(page)
    if [one.text for one in found] != [address]:
        return Trial(tuple(one.text for one in found))
    return worn(page, found[0], seed)


def worn(page: Image.Image, code: Seen, seed: str) -> Trial:
    """The trial of a code that was read on a page."""
    view = _view(page, code)
    looked = {name: tuple(_looked(view, name, code.text, seed)) for name in WEARS}
    return Trial(
        read=(code.text,),
        stood={name: tuple(strength for strength, _ in found) for name, found in looked.items()},
        at_once={name: tuple(strength for strength, look in found if look == 0) for name, found in looked.items()},
    )


def _looked(view: Image.Image, name: str, address: str, seed: str) -> Iterator[tuple[float, int]]:
    """The strengths of a wear at which a code is read, and which look it takes, from 0."""
    wear = WEARS[name]
    for strength in wear.strengths:
        worn_view = wear.of(view, strength, _dice(seed, name))
        for look, found in enumerate(looks(worn_view)):
            if any(address == one.text for one in found):
                yield strength, look
                break


def _dice(*seed: object) -> random.Random:
    return random.Random(hashlib.sha256(repr(seed).encode()).digest())


def _view(page: Image.Image, code: Seen) -> Image.Image:
    """The code in the middle of a picture, `SIDE` pixels across, with what surrounds it; white beyond the page."""
    xs, ys = zip(*code.corners, strict=True)
    wide = round(code.side * (1 + 2 * AROUND))
    room = Image.new("L", (wide, wide), 255)
    room.paste(page, (round(wide / 2 - sum(xs) / 4), round(wide / 2 - sum(ys) / 4)))
    return room.resize((VIEW, VIEW), Image.Resampling.BOX)
