"""What is to be made of a picture: nothing is enlarged, crops keep their focus, little is decoded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changlang.photos.plan import crop, crop_size, plan
from changlang.photos.recipe import STANDARD

LENGTHS = st.integers(1, 12_000)


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((4000, 3000), [1920, 1280, 960, 640, 320]),
        ((1920, 1080), [1920, 1280, 960, 640, 320]),
        ((1000, 1500), [1000, 960, 640, 320]),
        ((640, 480), [640, 320]),
        ((200, 100), [200]),
        ((1, 1), [1]),
    ],
)
def test_a_picture_is_made_in_the_widths_that_it_has(size: tuple[int, int], widths: list[int]) -> None:
    assert [wide for wide, _ in plan(*size, STANDARD).sizes] == widths


@given(LENGTHS, LENGTHS)
def test_nothing_is_enlarged_and_proportions_stay(width: int, height: int) -> None:
    made = plan(width, height, STANDARD)

    assert made.least[0] <= width and made.least[1] <= height
    for wide, high in made.sizes:
        assert wide <= made.least[0] and (high <= made.least[1] or high == 1)
        assert abs(high - height * wide / width) <= 1
    for wide, high in made.cards:
        assert wide <= crop_size(*made.least, STANDARD.card)[0] + 1
        assert abs(wide * 2 - high * 3) <= 3 or high == 1


@given(LENGTHS, LENGTHS, st.floats(0, 1), st.floats(0, 1))
def test_a_crop_lies_within_its_picture_around_the_focus(width: int, height: int, x: float, y: float) -> None:
    left, top, right, bottom = crop(width, height, (3, 2), (x, y))

    assert 0 <= left < right <= width and 0 <= top < bottom <= height
    assert left - 1 <= x * width <= right + 1 and top - 1 <= y * height <= bottom + 1


@pytest.mark.parametrize(
    ("focus", "left"), [((0.5, 0.5), 750), ((0.0, 0.5), 0), ((1.0, 0.2), 1500), ((0.4, 0.5), 450)]
)
def test_the_focus_stands_as_near_the_middle_as_the_edges_allow(focus: tuple[float, float], left: int) -> None:
    assert crop(3000, 1000, (3, 2), focus) == (left, 0, left + 1500, 1000)


def test_a_panorama_is_decoded_large_enough_for_its_card() -> None:
    made = plan(12_000, 1000, STANDARD)

    assert crop_size(*made.least, STANDARD.card)[0] >= 960
    assert made.least[0] < 12_000
