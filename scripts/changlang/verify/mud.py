"""Mud that a wheel has thrown, as it dried. Equal seeds, equal mud."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Iterator

from PIL import Image

GREY = 90
# How large splashes are across, in shares of a code's side: 16, 8, 4 and 2 mm on a board of A1.
SPLASHES = (0.08, 0.04, 0.02, 0.01)
# How deep (in powers of e that light loses) the largest splash is in its middle. A drop of 4 mm spreads to 16 mm and
# dries to a quarter of its volume: 0.04 mm in the mean and twice that in the middle; 0.1 mm of mud is 3 deep.
DEEPEST = 2.5


def splashed(view: Image.Image, box: tuple[int, int, int, int], share: float, dice: random.Random) -> Image.Image:
    """A grey picture with mud on just `share` of what is in `box` (left, top, right, bottom), and as much around it.

    Splashes and their spray fall alike: each size covers as much as the others. A smaller one is thinner as well, and
    all are caps: thickest in the middle, with soft edges. Where they meet, what hides adds up.
    """
    left, top, right, bottom = box
    depths: defaultdict[tuple[int, int], float] = defaultdict(float)
    covered = 0
    for number, size in enumerate(SPLASHES, 1):
        until = share * number / len(SPLASHES) * (right - left) * (bottom - top)
        while covered < until:
            for x, y, depth in _splash(view.size, size * (right - left) / 2, dice):
                covered += (x, y) not in depths and left <= x < right and top <= y < bottom
                depths[x, y] += depth * size / SPLASHES[0]
    veil = bytearray(view.width * view.height)
    for (x, y), depth in depths.items():
        veil[y * view.width + x] = round(255 * (1 - math.exp(-depth)))
    return Image.composite(Image.new("L", view.size, GREY), view, Image.frombytes("L", view.size, bytes(veil)))


def _splash(size: tuple[int, int], radius: float, dice: random.Random) -> Iterator[tuple[int, int, float]]:
    """The pixels of a splash somewhere on a picture of this size, and how deep it is there."""
    width, height = size
    flat = radius * dice.uniform(0.6, 1)
    middle, level = dice.uniform(0, width), dice.uniform(0, height)
    for y in range(max(0, math.ceil(level - flat)), min(height, math.ceil(level + flat))):
        for x in range(max(0, math.ceil(middle - radius)), min(width, math.ceil(middle + radius))):
            cap = 1 - ((x - middle) / radius) ** 2 - ((y - level) / flat) ** 2
            if cap > 0:
                yield x, y, DEEPEST * cap
