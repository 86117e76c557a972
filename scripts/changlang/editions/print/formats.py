"""What is printed: the formats, their sizes, and how large a code each has room for."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

BLEED = 3  # mm of colour beyond the trimmed edge
MARKS = 10  # mm beyond the bleed, where the crop marks are
DPI = 150  # the least resolution of a photo at its printed size
MM_PER_INCH = Decimal("25.4")


@dataclass(frozen=True, slots=True)
class Format:
    """A trimmed size in millimetres. `code` is the usual side of its code, `room` the greatest with quiet zone."""

    name: str
    template: str
    width: int
    height: int
    code: Decimal
    room: Decimal


def _landscape(name: str, width: int, height: int) -> Format:
    """A board: the code is a third of the height, and has at most half the width to itself."""
    return Format(name, "board.typ", width, height, Decimal(height) / 3, Decimal(width) * 46 / 100)


FORMATS: Mapping[str, Format] = {
    "A1": _landscape("A1", 841, 594),
    "A3": _landscape("A3", 420, 297),
    "sticker": Format("sticker", "sticker.typ", 100, 100, Decimal(48), Decimal(68)),
}
# Twelve labels of three by four on a sheet; each has room for a code of this side with its quiet zone.
LABEL = Format("label", "sheet.typ", 60, 65, Decimal(30), Decimal(44))

# The short sides of ISO 216, in millimetres.
SHORT = {"A0": 841, "A1": 594, "A2": 420, "A3": 297, "A4": 210}


def short_side(size: str) -> int:
    """The short side of a board's `size` in millimetres: that of `A1` or `1200x2400mm`."""
    return SHORT.get(size) or min(map(int, re.findall(r"\d+", size)))


def photo_box(form: Format) -> tuple[int, int]:
    """The size of the photo on a board in millimetres, bleed included: as wide as the colour, half as high."""
    return round(form.width * 0.67) + 2 * BLEED, round(form.height * 0.5) + BLEED


def pixels(millimetres: int) -> int:
    """How many pixels a length needs."""
    return math.ceil(millimetres * DPI / MM_PER_INCH)
