"""Folding: what a reader types and what a page says meet in one form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changlang.search.fold import fold, folded_character, traditional


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＹｕｎＣｈｕａｎ　２０３５", "yunchuan 2035"),
        ("雲川紅牆", "云川红墙"),
        ("面积33,431.6平方米", "面积33431.6平方米"),
        ("1,234,567 and 1,23", "1234567 and 1 23"),
        ("《红墙》、古建。", "红墙 古建"),
        ("Café, the city's wall.", "cafe the city s wall"),
        ("Zhāng Guānghuá", "zhang guanghua"),
        ("5. 6 . 7..8", "5 6 7 8"),
        ("一\n\n 。\n二", "一\n二"),
        ("", ""),
    ],
)
def test_width_case_accents_script_and_signs_make_no_difference(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.characters(exclude_categories=["Cs"]))
def test_a_character_folds_to_one_character(character: str) -> None:
    assert len(folded_character(character)) == 1


def test_the_table_holds_only_characters_that_change_and_ends_in_simplified_ones() -> None:
    table = dict(zip(traditional()[::2], traditional()[1::2], strict=True))
    assert table["國"] == "国" and table["紅"] == "红"
    assert all(old != new for old, new in table.items())
    assert not table.keys() & set(table.values())
