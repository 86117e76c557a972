"""A number that a figure of the page holds is better a reference: told where the reference could stand as it is."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from changlang.language.figures import figure_texts
from changlang.language.numbers.byhand import by_hand
from changlang.model.fields import Prose, Text
from changlang.model.records import Column, Figure
from tests.language.written import catalogue, event


def figure(ident: str, value: str, unit: str | Text, **more: Any) -> Figure:
    return Figure(id=ident, label=Text(zh="数", en="number"), value=Decimal(value), unit=unit, **more)


FIGURES = {
    one.id: one
    for one in (
        figure("loss", "500000000", "CNY", bound="nearly", scale="亿"),
        figure("visits", "45000", "person-time", bound="over", scale="万"),
        figure("meetings", "35", "meeting"),
        figure("teams", "3", "unit"),
        figure("land", "33431.6", "mu"),
    )
}


def told(zh: str, en: str, held: Mapping[str, tuple[str, ...]] | None = None) -> list[tuple[str, str]]:
    """What is written by hand, and in which figure it is held; without `held` the event points at all of them."""
    mentions = held if held is not None else {f"figure:{ident}": ("event:a",) for ident in FIGURES}
    texts, _ = figure_texts(FIGURES.values())
    found = by_hand(catalogue([event(zh, en)], figures=FIGURES, mentions=mentions), texts)
    return [(dict(one.args)["written"], dict(one.args)["id"]) for one in found]


@pytest.mark.parametrize(
    ("zh", "written", "ident"),
    [
        ("挽回损失近5亿元。", "近5亿元", "loss"),
        ("接待45000余人次。", "45000余人次", "visits"),
        ("召开会议三十五次。", "三十五次", "meetings"),
        ("林地33431.6亩。", "33431.6亩", "land"),
    ],
)
def test_a_number_of_the_page_is_told_however_it_is_written(zh: str, written: str, ident: str) -> None:
    assert told(zh, "") == [(written, ident)]


@pytest.mark.parametrize(
    "zh",
    [
        "挽回损失5亿元。",
        "挽回损失约5亿元。",
        "栽树三十五株。",
        "三个分队出动。",
        "召开会议{figure:meetings}。",
        "`35次`",
        "[会议](event:35次)",
    ],
)
def test_another_bound_or_unit_a_small_count_a_reference_and_code_are_not_told(zh: str) -> None:
    assert not told(zh, "")


def test_english_is_told_only_where_the_reference_reads_the_same() -> None:
    assert told("", "It held 35 meetings.") == [("35 meetings", "meetings")]
    assert told("", "It held 35 coordination meetings.") == []
    assert told("", "More than 45,000 person-times were counted.") == [("More than 45,000 person-times", "visits")]
    assert told("", "It saved nearly half a billion yuan.") == [("nearly half a billion yuan", "loss")]


def test_a_number_of_another_page_is_not_told() -> None:
    assert not told("召开会议35次。", "", {"figure:meetings": ("event:b",)})


def test_a_column_holds_all_figures_of_its_own() -> None:
    column = Column(
        id="care",
        title=Text(zh="关爱", en="Care"),
        order=1,
        color="#aa0000",
        body=Prose(zh="召开会议35次。", en="35 meetings."),
    )
    meetings = FIGURES["meetings"].model_copy(update={"column": "care"})
    texts, _ = figure_texts([meetings])
    site = catalogue([], columns={"care": column}, figures={"meetings": meetings})

    assert [dict(one.args)["written"] for one in by_hand(site, texts)] == ["35次", "35 meetings"]
