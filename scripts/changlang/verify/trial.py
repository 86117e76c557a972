"""One artwork tried: what its code says as printed, and how much wear it stands."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping
from dataclasses import dataclass, field

from PIL import Image

from changlang.verify.raster import detail, drawn
from changlang.verify.scan import Seen, scan
from changlang.verify.wear import AROUND, SIDE, WEARS

# Pixels across a whole page.
WIDE = 2000


@dataclass(frozen=True, slots=True)
class Trial:
    """`read` is what the codes say as printed; `stood` has each wear's strengths at which the code was still read."""

    read: tuple[str, ...]
    stood: Mapping[str, tuple[float, ...]] = field(default_factory=dict)

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


def tried(pdf: bytes, address: str, seed: str) -> Trial:
    """The trial of a document's first page. Raises `NoArtwork` for what is no PDF."""
    page = next(drawn(pdf, WIDE))
    found = scan(page)
    if [one.text for one in found] != [address]:
        return Trial(tuple(one.text for one in found))
    view = _view(pdf, found[0], page.size)
    return Trial((address,), {name: tuple(_stood(view, name, address, seed)) for name in WEARS})


def _stood(view: Image.Image, name: str, address: str, seed: str) -> list[float]:
    wear = WEARS[name]
    return [
        strength
        for strength in wear.strengths
        if address in (seen.text for seen in scan(wear.of(view, strength, _dice(seed, name))))
    ]


def _dice(*seed: object) -> random.Random:
    return random.Random(hashlib.sha256(repr(seed).encode()).digest())


def _view(pdf: bytes, code: Seen, size: tuple[int, int]) -> Image.Image:
    """The code in the middle of a picture, `SIDE` pixels across, with what surrounds it."""
    xs, ys = zip(*code.corners, strict=True)
    half = code.side * (0.5 + AROUND)
    x, y = sum(xs) / 4, sum(ys) / 4
    box = ((x - half) / size[0], (y - half) / size[1], (x + half) / size[0], (y + half) / size[1])
    return detail(pdf, 0, box, round(SIDE * (1 + 2 * AROUND)))
