"""Mud that a wheel has thrown, as it dried. Equal seeds, equal mud."""

from __future__ import annotations

import math
import random
from functools import lru_cache

from PIL import Image, ImageChops

GREY = 90
# How large splashes are across, in shares of a code's side: 16, 8, 4 and 2 mm on a board of A1.
SPLASHES = (0.08, 0.04, 0.02, 0.01)
# How deep (in powers of e that light loses) the largest splash is in its middle. A drop of 4 mm spreads to 16 mm and
# dries to a quarter of its volume: 0.04 mm in the mean and twice that in the middle; 0.1 mm of mud is 3 deep.
DEEPEST = 2.5
# Grey values that stand for a depth of one while splashes are laid over one another.
DEPTH = 50
VEIL = tuple(round(255 * (1 - math.exp(-value / DEPTH))) for value in range(256))


def splashed(view: Image.Image, box: tuple[int, int, int, int], share: float, dice: random.Random) -> Image.Image:
    """A grey picture with mud on `share` of its part within `box` (left, top, right, bottom), and as much around it.

    Splashes and their spray fall alike: each size covers as much as the others. A smaller one is thinner as well, and
    all are caps: thickest in the middle, with soft edges. Where they meet, what hides adds up.
    """
    left, top, right, bottom = box
    ground = Image.new("L", (right - left, bottom - top))  # what of the box is covered
    depth = Image.new("L", view.size)
    for number, size in enumerate(SPLASHES, 1):
        wide = max(1, round(size * ground.width))
        until = share * number / len(SPLASHES) * ground.width * ground.height
        while ground.histogram()[255] < until:
            high = max(1, round(wide * dice.uniform(0.6, 1)))
            x, y = (round(dice.uniform(0, far) - own / 2) for far, own in zip(view.size, (wide, high), strict=True))
            where, layer = _splash(wide, high, size / SPLASHES[0])
            ground.paste(255, (x - left, y - top), where)
            place = (x, y, x + wide, y + high)
            depth.paste(ImageChops.add(depth.crop(place), layer), place)
    return Image.composite(Image.new("L", view.size, GREY), view, depth.point(VEIL))


@lru_cache(maxsize=64)
def _splash(wide: int, high: int, thickness: float) -> tuple[Image.Image, Image.Image]:
    """A splash of so many pixels: where it is, and how deep."""
    cap = Image.radial_gradient("L").point([round(255 - far * far / 255) for far in range(256)])
    cap = cap.resize((wide, high), Image.Resampling.BOX)
    return cap.point([255 * (height > 0) for height in range(256)]), cap.point(
        [round(height / 255 * thickness * DEEPEST * DEPTH) for height in range(256)]
    )
