"""Copies of a picture are found alike, other pictures are not."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from changlang.photos.likeness import TURNS, alike, likeness, turned
from tests.pictures import landscape

PICTURES = [landscape(900, 600, seed) for seed in range(8)]


def saved(picture: Image.Image, quality: int) -> Image.Image:
    made = BytesIO()
    picture.save(made, "JPEG", quality=quality)
    return Image.open(made)


@pytest.mark.parametrize("picture", PICTURES)
def test_a_picture_made_smaller_and_saved_again_is_alike(picture: Image.Image) -> None:
    small = saved(picture.resize((300, 200), Image.Resampling.LANCZOS), 40)

    assert alike(likeness(picture), likeness(small))
    assert alike(likeness(picture), likeness(saved(small.crop((6, 4, 294, 196)), 70)))
    assert alike(likeness(picture), likeness(picture.point(lambda value: min(255, int(value * 1.2)))))


@pytest.mark.parametrize("turn", [turn for turn in TURNS if turn is not None])
def test_a_turned_or_mirrored_copy_is_alike(turn: Image.Transpose) -> None:
    copy = saved(PICTURES[0].transpose(turn).resize((320, 320)), 60)

    assert any(alike(likeness(PICTURES[0]), one) for one in turned(copy))


def test_other_pictures_are_not_alike_however_they_are_turned() -> None:
    own = [likeness(picture) for picture in PICTURES]

    for place, picture in enumerate(PICTURES):
        others = own[:place] + own[place + 1 :]
        assert not any(alike(one, other) for one in turned(picture) for other in others)
