"""What a rectangle hides is gone, whichever way the camera was held, and so is its shine on what is beside it."""

from __future__ import annotations

import random
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from changlang.photos.derive import derive
from changlang.photos.derived import Rectangle, Wish
from changlang.photos.hide import SMEAR, boxes, hide
from changlang.photos.recipe import AVIF, JPEG, WEBP, Recipe
from tests import pictures

SMALL = Recipe(widths=(40, 90, 150), cards=(60,), social=(120, 63), encodings=(JPEG,))
EVERY = Recipe(widths=(40, 90, 150), cards=(60, 120), social=(120, 63), encodings=(AVIF, WEBP, JPEG))
SIZE = (400, 300)
FACE: Rectangle = (0.31, 0.27, 0.23, 0.31)


def secret(rectangle: Rectangle, seed: int, size: tuple[int, int] = SIZE) -> Image.Image:
    """A landscape with noise in a rectangle: every seed is another face there."""
    picture = pictures.landscape(*size)
    x, y, wide, high = rectangle
    left, top = int(x * size[0]), int(y * size[1])
    right, bottom = min(size[0], int((x + wide) * size[0]) + 1), min(size[1], int((y + high) * size[1]) + 1)
    noise = random.Random(seed).randbytes(3 * (right - left) * (bottom - top))
    picture.paste(Image.frombytes("RGB", (right - left, bottom - top), noise), (left, top))
    return picture


def stored(picture: Image.Image, name: str, orientation: int, **options: Any) -> bytes:
    made = BytesIO()
    exif = pictures.exif(orientation).tobytes()
    pictures.sideways(picture, orientation).save(made, name, exif=exif, **options)
    return made.getvalue()


def everything(data: bytes, hidden: tuple[Rectangle, ...], recipe: Recipe = SMALL) -> tuple[Any, ...]:
    derived, files = derive(data, Wish(recipe, focus=(0.4, 0.4), hidden=hidden))
    return derived, files


ORIGINALS: dict[str, tuple[str, dict[str, Any]]] = {
    "PNG": ("PNG", {}),
    "JPEG 4:2:0": ("JPEG", {"quality": 60, "subsampling": 2}),
    "JPEG 4:1:1": ("JPEG", {"quality": 60, "subsampling": "4:1:1"}),
    "JPEG 4:4:4": ("JPEG", {"quality": 60, "subsampling": 0}),
    "progressive": ("JPEG", {"quality": 30, "progressive": True}),
    "TIFF": ("TIFF", {}),
}


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("original", ORIGINALS)
def test_whatever_was_hidden_the_same_pictures_come_out(original: str, orientation: int) -> None:
    name, options = ORIGINALS[original]
    one, other = (stored(secret(FACE, seed), name, orientation, **options) for seed in (1, 2))

    assert everything(one, (FACE,)) == everything(other, (FACE,))
    assert everything(one, ()) != everything(other, ())


@pytest.mark.parametrize("size", [(400, 300), (1100, 800), (2000, 1500)], ids=["whole", "three eighths", "an eighth"])
def test_at_every_scale_that_a_jpeg_is_decoded_at(size: tuple[int, int]) -> None:
    one, other = (stored(secret(FACE, seed, size), "JPEG", 6, quality=70) for seed in (1, 2))

    assert everything(one, (FACE,), EVERY) == everything(other, (FACE,), EVERY)


@given(
    st.floats(0, 0.95), st.floats(0, 0.95), st.floats(0.02, 1), st.floats(0.02, 1), st.integers(1, 8), st.booleans()
)
def test_wherever_a_rectangle_lies(
    x: float, y: float, wide: float, high: float, orientation: int, jpeg: bool
) -> None:
    rectangle = (x, y, min(wide, 1 - x), min(high, 1 - y))
    name = "JPEG" if jpeg else "PNG"
    one, other = (stored(secret(rectangle, seed, (90, 70)), name, orientation) for seed in (1, 2))

    assert everything(one, (rectangle,)) == everything(other, (rectangle,))


def test_of_two_rectangles_neither_takes_its_colour_from_the_other() -> None:
    beside = (0.56, 0.27, 0.2, 0.31)
    made = []
    for seed in (1, 2):
        both = secret(FACE, seed)
        both.paste(secret(beside, seed + 5).crop((222, 80, 306, 175)), (222, 80))
        made.append(everything(stored(both, "PNG", 1), (FACE, beside)))

    assert made[0] == made[1]


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_rectangle_is_one_colour_of_what_surrounds_it(mode: str) -> None:
    picture = Image.new("RGB", SIZE, (200, 120, 40)).convert(mode)
    around = picture.getpixel((0, 0))
    picture.paste(0 if mode == "L" else (0,) * len(mode), (130, 90, 200, 160))

    hide(picture, boxes((FACE,), SIZE, 1, 1.0))

    assert picture.getcolors() == [(SIZE[0] * SIZE[1], around)]


def test_a_picture_that_is_hidden_as_a_whole_is_grey() -> None:
    picture = pictures.landscape(*SIZE)

    hide(picture, boxes(((0.0, 0.0, 1.0, 1.0),), SIZE, 1, 1.0))

    assert picture.getcolors() == [(SIZE[0] * SIZE[1], (128, 128, 128))]


def test_what_is_far_from_a_rectangle_stays_as_it_was() -> None:
    picture, before = pictures.landscape(*SIZE), pictures.landscape(*SIZE)

    hide(picture, boxes((FACE,), SIZE, 1, 1.0))

    left = int(FACE[0] * SIZE[0]) - SMEAR - 3
    assert picture.crop((0, 0, left, SIZE[1])).tobytes() == before.crop((0, 0, left, SIZE[1])).tobytes()
    assert picture.tobytes() != before.tobytes()
