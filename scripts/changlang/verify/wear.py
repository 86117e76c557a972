"""What a street and a phone do to a code: blur, a slanted view, fading, glare, dirt, noise. Equal seeds, equal wear.

A view is a grey picture with the code in its middle, `SIDE` pixels across, with what surrounds it on the board:
a phone's preview of 1920 pixels sees a code so when it is ten times its side away. A view 35° aside still has its
quiet zone: what is tried is the slant, not a cut.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageChops, ImageFilter

from changlang.verify.mud import splashed

SIDE = 170
AROUND = 0.4  # of the side, on every side of the code
GREY = 200

Wearing = Callable[[Image.Image, float, random.Random], Image.Image]


def blurred(view: Image.Image, radius: float, _: random.Random) -> Image.Image:
    """Out of focus or shaken; the radius is in pixels."""
    return view.filter(ImageFilter.GaussianBlur(radius))


def slanted(view: Image.Image, degrees: float, dice: random.Random) -> Image.Image:
    """Seen from so far aside, at ten times the code's side, from the left or the right."""
    width, height = view.size
    angle = math.radians(degrees) * dice.choice((-1, 1))
    away = 10.0 * SIDE
    corners = [(x * width / 2, y * height / 2) for x, y in ((-1, -1), (-1, 1), (1, 1), (1, -1))]
    seen = []
    for x, y in corners:
        scale = away / (away + x * math.sin(angle))
        seen.append((width / 2 + x * math.cos(angle) * scale, height / 2 + y * scale))
    plane = [(width / 2 + x, height / 2 + y) for x, y in corners]
    return view.transform(
        view.size,
        Image.Transform.PERSPECTIVE,
        _coefficients(seen, plane),
        Image.Resampling.BICUBIC,
        fillcolor=GREY,
    )


def faded(view: Image.Image, share: float, _: random.Random) -> Image.Image:
    """So much of the contrast gone, towards a light grey: sun on old ink."""
    return view.point(lambda value: round(GREY + (value - GREY) * (1 - share)))


def glaring(view: Image.Image, light: float, dice: random.Random) -> Image.Image:
    """A reflection somewhere on the code, half its side across, that adds so much light (of 255) at its middle."""
    lamp = ImageChops.invert(Image.radial_gradient("L")).resize((round(SIDE * 0.6),) * 2)
    added = Image.new("L", view.size)
    added.paste(lamp.point(lambda value: round(min(1.0, value / 160) * light)), _somewhere(view, lamp.size, dice))
    return ImageChops.add(view, added)


def dirtied(view: Image.Image, share: float, dice: random.Random) -> Image.Image:
    """Dried mud on so much of the code, and as thick around it."""
    left, top = (view.width - SIDE) // 2, (view.height - SIDE) // 2
    return splashed(view, (left, top, left + SIDE, top + SIDE), share, dice)


def noisy(view: Image.Image, strength: float, dice: random.Random) -> Image.Image:
    """A cheap sensor at dusk: grain of so many grey values, then a JPEG that was squeezed the harder for it."""
    grain = Image.frombytes("L", view.size, dice.randbytes(view.width * view.height))
    grain = grain.point(lambda value: round(128 + (value - 128) * strength / 74))  # 74: deviation of even noise
    squeezed = BytesIO()
    ImageChops.add(view, grain, 1, -128).save(squeezed, "JPEG", quality=max(10, round(70 - strength)))
    return Image.open(squeezed).convert("L")


@dataclass(frozen=True, slots=True)
class Wear:
    """A way to wear, the strengths that are tried, weakest first, and those that a code has to stand."""

    of: Wearing
    strengths: tuple[float, ...]
    required: tuple[float, ...]


WEARS: Mapping[str, Wear] = {
    "blur": Wear(blurred, (1, 2, 3, 4, 5, 6), (2,)),
    "slant": Wear(slanted, (20, 35, 45, 55, 65), (20, 35)),
    "fading": Wear(faded, (0.5, 0.7, 0.8, 0.9, 0.95), (0.7,)),
    "glare": Wear(glaring, (100, 150, 180, 210, 240), (150,)),
    "dirt": Wear(dirtied, (0.05, 0.1, 0.15, 0.2, 0.3), (0.15,)),
    "noise": Wear(noisy, (10, 20, 30, 40, 50), (20,)),
}


def _somewhere(view: Image.Image, size: tuple[int, int], dice: random.Random) -> tuple[int, int]:
    """The upper left corner of something whose middle is on the code."""
    x, y = (dice.uniform((long - SIDE) / 2, (long + SIDE) / 2) for long in view.size)
    return round(x - size[0] / 2), round(y - size[1] / 2)


Points = list[tuple[float, float]]


def _coefficients(seen: Points, plane: Points) -> tuple[float, ...]:
    """The eight numbers with which Pillow finds, for a point of what is seen, its point of the plane."""
    rows = []
    for (x, y), (u, v) in zip(seen, plane, strict=True):
        rows.append([x, y, 1.0, 0.0, 0.0, 0.0, -u * x, -u * y, u])
        rows.append([0.0, 0.0, 0.0, x, y, 1.0, -v * x, -v * y, v])
    return tuple(_solved(rows))


def _solved(rows: list[list[float]]) -> list[float]:
    """Gauss and Jordan, with the greatest pivot first."""
    for column in range(len(rows)):
        pivot = max(range(column, len(rows)), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [value / rows[column][column] for value in rows[column]]
        for row in range(len(rows)):
            if row != column:
                factor = rows[row][column]
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[column], strict=True)]
    return [row[-1] for row in rows]
