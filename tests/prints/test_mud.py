"""Wear is what it says: so much of a code is covered, with soft edges, and equal seeds give equal wear."""

from __future__ import annotations

import random

import pytest
from PIL import Image, ImageChops

from changlang.verify.mud import GREY, SPLASHES, splashed
from changlang.verify.trial import VIEW, Trial
from changlang.verify.wear import SIDE, WEARS

BOX = (68, 68, 68 + SIDE, 68 + SIDE)
WHITE = Image.new("L", (VIEW, VIEW), 255)


@pytest.mark.parametrize("share", [0.05, 0.15, 0.3])
def test_mud_covers_just_its_share_of_a_code_and_as_much_around_it(share: float) -> None:
    ink = Image.new("L", WHITE.size, 0)
    # On white and on black nothing stays as it was where there is mud, but for its thinnest edge.
    on_white = ImageChops.invert(splashed(WHITE, BOX, share, random.Random(1)))
    on_black = splashed(ink, BOX, share, random.Random(1))
    changed = ImageChops.lighter(on_white, on_black)

    def covered(picture: Image.Image) -> float:
        return 1 - picture.histogram()[0] / (picture.width * picture.height)

    assert share * 0.97 <= covered(changed.crop(BOX)) <= share * 1.002
    assert covered(changed) == pytest.approx(share, rel=0.25)


def test_splashes_are_of_several_sizes_thick_in_the_middle_and_soft_at_the_edge() -> None:
    greys = splashed(WHITE, BOX, 0.15, random.Random(2)).crop(BOX).histogram()

    assert SPLASHES[0] >= 4 * SPLASHES[-1]
    assert min(grey for grey, count in enumerate(greys) if count) < GREY + 25
    assert all(sum(greys[grey : grey + 15]) for grey in range(GREY + 20, 250, 15))


def test_equal_seeds_give_equal_mud_and_others_do_not() -> None:
    made = [splashed(WHITE, BOX, 0.15, random.Random(seed)).tobytes() for seed in (1, 1, 2)]

    assert made[0] == made[1] != made[2]


@pytest.mark.parametrize("name", WEARS)
def test_a_wear_changes_a_view_and_equal_seeds_wear_alike(name: str) -> None:
    half = WHITE.copy()
    half.paste(35, (100, 100, 180, 180))
    wear = WEARS[name]
    once, again = (wear.of(half, wear.required[-1], random.Random(3)) for _ in range(2))

    assert once.size == half.size and once.mode == "L"
    assert once.tobytes() == again.tobytes() != half.tobytes()
    assert set(wear.required) <= set(wear.strengths) and list(wear.strengths) == sorted(wear.strengths)


def test_every_wear_of_the_street_is_required() -> None:
    required = {(name, strength) for name, wear in WEARS.items() for strength in wear.required}

    assert required >= {("slant", 20), ("slant", 35), ("dirt", 0.15)}
    assert {name for name, _ in required} == {"blur", "slant", "fading", "glare", "dirt", "noise"}


def test_a_margin_ends_before_the_first_strength_that_was_not_stood() -> None:
    trial = Trial(("x",), {"dirt": (0.05, 0.1, 0.2), "slant": (20, 35)})

    assert trial.margin("dirt") == 0.1 and trial.margin("blur") == 0
    assert trial.required()["dirt", 0.15] is False and trial.required()["slant", 35] is True
