"""Makes parts of a picture unreadable before anything else is made of it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from PIL import Image

from changlang.photos.derived import Rectangle

Box = tuple[int, int, int, int]

# A lossy format's blocks carry what is beside them (a JPEG's reach over 32 pixels where its colours are stored at a
# quarter of its width), so what was hidden would still shine through along the border. So many pixels of the original
# are hidden on every side of a rectangle.
SMEAR = 32
NEUTRAL: Mapping[str, int | tuple[int, ...]] = {"L": 128, "RGB": (128, 128, 128), "CMYK": (0, 0, 0, 128)}


def boxes(rectangles: Sequence[Rectangle], size: tuple[int, int], orientation: int, shrunk: float) -> tuple[Box, ...]:
    """The rectangles in pixels of the stored picture, grown to whole pixels and by what blocks smear.

    `size` is that of the stored picture as it was decoded, `shrunk` how many original pixels one of its pixels is.
    """
    margin = math.ceil(SMEAR / shrunk) + 1
    width, height = size
    found = []
    for rectangle in rectangles:
        left, top, right, bottom = _stored(rectangle, orientation)
        found.append(
            (
                max(0, math.floor(left * width) - margin),
                max(0, math.floor(top * height) - margin),
                min(width, math.ceil(right * width) + margin),
                min(height, math.ceil(bottom * height) + margin),
            )
        )
    return tuple(found)


def _stored(rectangle: Rectangle, orientation: int) -> tuple[float, float, float, float]:
    """Left, top, right, bottom in the stored picture of a rectangle of the upright one (EXIF 2.32, tag 0x0112)."""
    x, y, wide, high = rectangle
    corners = [_stored_point(u, v, orientation) for u, v in ((x, y), (x + wide, y + high))]
    (left, right), (top, bottom) = (sorted(axis) for axis in zip(*corners, strict=True))
    return left, top, right, bottom


def _stored_point(u: float, v: float, orientation: int) -> tuple[float, float]:
    return {
        2: (1 - u, v),
        3: (1 - u, 1 - v),
        4: (u, 1 - v),
        5: (v, u),
        6: (v, 1 - u),
        7: (1 - v, 1 - u),
        8: (1 - v, u),
    }.get(orientation, (u, v))


def hide(image: Image.Image, hidden: Sequence[Box]) -> None:
    """Fills the boxes, in place: each in the one colour that is the mean of what surrounds it.

    One colour says nothing of what was there, and a mean of the surroundings does not hurt the eye. All boxes are
    blanked before any mean is taken, so that none takes its colour from what another one hides.
    """
    for box in hidden:
        image.paste(NEUTRAL[image.mode], box)
    for box in hidden:
        image.paste(_around(image, box), box)


def _around(image: Image.Image, box: Box) -> int | tuple[int, ...]:
    """The mean colour of a frame around a box, as wide as a sixth of the box; grey where there is none."""
    wide = max(2, (box[2] - box[0]) // 6, (box[3] - box[1]) // 6)
    left, top = max(0, box[0] - wide), max(0, box[1] - wide)
    right, bottom = min(image.width, box[2] + wide), min(image.height, box[3] + wide)
    sides = (
        (left, top, right, box[1]),
        (left, box[3], right, bottom),
        (left, box[1], box[0], box[3]),
        (box[2], box[1], right, box[3]),
    )
    weights, colours = 0, [0.0] * len(image.getbands())
    for side in sides:
        area = max(0, side[2] - side[0]) * max(0, side[3] - side[1])
        if area:
            mean = image.crop(side).resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
            values = mean if isinstance(mean, tuple) else (mean or 0,)
            colours = [total + value * area for total, value in zip(colours, values, strict=True)]
            weights += area
    if not weights:
        return NEUTRAL[image.mode]
    found = tuple(round(total / weights) for total in colours)
    return found if len(found) > 1 else found[0]
