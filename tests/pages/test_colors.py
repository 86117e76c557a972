"""Text on a column's colour can be read, whatever colour the officer chose."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from changlang.model.fields import Text
from changlang.model.records import Column
from changlang.pages.colors import PAPER, READABLE, columns_css, contrast

COLORS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


def shades(color: str) -> dict[str, str]:
    column = Column(id="a", title=Text(zh="甲", en="A"), order=1, color=color)
    return dict(re.findall(r"(--[a-z-]+):(#[0-9a-f]{6})", columns_css([column])))


@given(COLORS)
def test_text_in_any_colour_can_be_read_on_paper_and_white_text_on_any_of_its_grounds(color: str) -> None:
    made = shades(color)

    assert made["--c"] == color
    assert contrast(made["--c-ink"], PAPER) >= READABLE
    for ground in ("--c-light", "--c-ground", "--c-deep"):
        assert contrast(made[ground], "#ffffff") >= READABLE


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48  # the grey that just fails


def test_a_colour_dark_enough_is_left_as_it_is() -> None:
    assert shades("#1f4463")["--c-ground"] == "#1f4463"
