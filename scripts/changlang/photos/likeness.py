"""Whether two pictures show the same: a difference hash (dHash), which resizing and recompressing leave alone."""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image

SIDE = 8
# Of 128 bits. Copies made smaller, recompressed, brightened or trimmed at the edge differ in up to 16; different
# landscapes of one camera in 38 and more (`tests/photos/test_likeness.py`).
ALIKE = 16
TURNS = (None, *Image.Transpose)


def likeness(picture: Image.Image) -> int:
    """For each cell of 8 x 8 whether the next one to the right is brighter, and the next one below."""
    grey = picture.convert("L")
    return _rising(grey) | _rising(grey.transpose(Image.Transpose.TRANSPOSE)) << SIDE * SIDE


def _rising(grey: Image.Image) -> int:
    cells = grey.resize((SIDE + 1, SIDE), Image.Resampling.BOX).tobytes()
    places = [row * (SIDE + 1) + column for row in range(SIDE) for column in range(SIDE)]
    return sum((cells[place] < cells[place + 1]) << bit for bit, place in enumerate(places))


def turned(picture: Image.Image) -> Iterator[int]:
    """The likeness of a picture as it is, and of all its turned and mirrored copies."""
    for turn in TURNS:
        yield likeness(picture if turn is None else picture.transpose(turn))


def alike(one: int, other: int) -> bool:
    return (one ^ other).bit_count() <= ALIKE
