"""No text can make the readers raise: words of their own tables in any order, joined in any way, and pairs cut up."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from changlang.language.numbers import numerals, phrases
from changlang.language.numbers.agree import agree
from changlang.language.numbers.chinese import around as chinese_around
from changlang.language.numbers.chinese import bounds as chinese_bounds
from changlang.language.numbers.chinese import forms as chinese_forms
from changlang.language.numbers.english import around as english_around
from changlang.language.numbers.english import bounds as english_bounds
from changlang.language.numbers.english import forms as english_forms
from changlang.language.numbers.reasons import reason

ROWS = [line.split("\t") for line in (Path(__file__).parent / "pairs.tsv").read_text("utf-8").splitlines()[1:]]
WRITTEN = ("0", "1", "2", "12", "29", "31", "99", "1,800", "2019", "3.5", "24", "1/2", "0.0", "10000")
# The words that the readers' own expressions are made of: also those that stand in no table.
PATTERNS = (english_forms.LEXER, english_bounds.LEAD, english_bounds.AFTER, english_around.UNIT)
ENGLISH = sorted(
    {
        *numerals.ONES, *numerals.TENS, *numerals.SCALES, *numerals.ORDINALS, *phrases.ENGLISH, *english_forms.MONTHS,
        *english_forms.VAGUE, *english_forms.CURRENCY, *english_forms.PARTS, *english_forms.OTHERS,
        *english_around.FORM_UNITS, *english_around.CLASSES, *WRITTEN,
        *(word for pattern in PATTERNS for word in re.findall("[a-z]{2,}", pattern.pattern)),
    }
)  # fmt: skip
CHINESE = sorted(
    {
        *chinese_forms.PLACES, *"万亿数几半双多余来每第前后上下近约过年月日时点分世纪代等番连大", *phrases.CHINESE,
        *phrases.DAYS, *chinese_around.MEASURED, *chinese_bounds.TRAILS, *WRITTEN,
        *(word for word in re.findall("[一-龥]+", chinese_bounds.LEAD.pattern + chinese_forms.LEXER.pattern)),
    }
)  # fmt: skip
JOINTS = (
    "",
    " ",
    "-",
    ", ",
    ".",
    "/",
    ":",
    "–",
    "%",
    "+",
    "'",
    " to ",
    " of ",
    " and ",
    " a ",
    "至",
    "、",
    "，",
    "分之",
)


def joined(words: list[str]) -> st.SearchStrategy[str]:
    pieces = st.lists(st.tuples(st.sampled_from(words), st.sampled_from(JOINTS)), max_size=12)
    return pieces.map(lambda row: "".join(part for pair in row for part in pair))


def read(zh: str, en: str) -> None:
    for fault in agree(zh, en).faults:
        assert reason(fault, "zh")
        assert reason(fault, "en")


@given(zh=joined(CHINESE), en=joined(ENGLISH))
@settings(max_examples=400, deadline=None)
def test_words_in_any_order_are_read(zh: str, en: str) -> None:
    read(zh, en)


@given(zh=st.text(max_size=40), en=st.text(max_size=40))
@settings(max_examples=100, deadline=None)
def test_signs_in_any_order_are_read(zh: str, en: str) -> None:
    read(zh, en)


@given(
    row=st.sampled_from(ROWS),
    other=st.sampled_from(ROWS),
    cut=st.integers(0, 80),
    word=st.sampled_from(ENGLISH + CHINESE),
)
@settings(max_examples=300, deadline=None)
def test_pairs_that_are_cut_up_are_read(row: list[str], other: list[str], cut: int, word: str) -> None:
    read(row[0][:cut] + word + other[0][cut:], row[1][:cut] + word + other[1][cut:])
    read(row[1], row[0])


def test_every_unit_is_read_behind_a_hyphen() -> None:
    for form in english_around.FORM_UNITS:
        read("仓库3500平方米。", f"A 3,500-{form.replace(' ', '-')} store and 3-{form} one")
