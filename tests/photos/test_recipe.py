"""A recipe's digest changes with whatever changes the files that are made."""

from __future__ import annotations

from dataclasses import replace

import pytest

from changlang.photos.derived import Wish
from changlang.photos.recipe import AVIF, JPEG, STANDARD, Recipe


def test_the_same_recipe_has_the_same_digest() -> None:
    assert Recipe().digest() == STANDARD.digest()


@pytest.mark.parametrize(
    "other",
    [
        replace(STANDARD, widths=(320, 640)),
        replace(STANDARD, cards=(320,)),
        replace(STANDARD, card=(4, 3)),
        replace(STANDARD, social=None),
        replace(STANDARD, encodings=(AVIF, JPEG)),
        replace(STANDARD, encodings=(replace(AVIF, options=(("quality", 50),)), JPEG)),
    ],
)
def test_another_recipe_has_another(other: Recipe) -> None:
    assert other.digest() != STANDARD.digest()


@pytest.mark.parametrize(
    "other",
    [
        Wish(STANDARD, focus=(0.4, 0.5)),
        Wish(STANDARD, hidden=((0.1, 0.1, 0.2, 0.2),)),
        Wish(replace(STANDARD, social=None)),
    ],
)
def test_another_wish_of_the_same_picture_has_another(other: Wish) -> None:
    assert other.digest() != Wish(STANDARD).digest()


def test_pages_get_the_widths_and_formats_that_are_promised() -> None:
    assert STANDARD.widths == (320, 640, 960, 1280, 1920)
    assert [made.media for made in STANDARD.encodings] == ["image/avif", "image/webp", "image/jpeg"]
    assert STANDARD.social == (1200, 630)
