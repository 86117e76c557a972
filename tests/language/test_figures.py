"""Figures of the invented city of Yunchuan in the words of both languages."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changlang.language.figures import figure_texts
from changlang.language.units import UNITS
from changlang.model.fields import Origin, Text
from changlang.model.figure_text import FigureText
from changlang.model.languages import Language
from changlang.model.records import Figure
from changlang.problems import hint


def words(language: Language, value: str, unit: str | Text, **fields: Any) -> FigureText:
    figure = Figure(id="f", label=Text(zh="数", en="number"), value=Decimal(value), unit=unit, **fields)
    texts, problems = figure_texts([figure])
    assert not problems
    return texts["f"][language]


@pytest.mark.parametrize(
    ("value", "unit", "fields", "zh", "en"),
    [
        ("500000000", "CNY", {"bound": "nearly", "scale": "亿"}, "近5亿元", "nearly CNY 500 million"),
        ("295420200", "CNY", {"scale": "万"}, "29542.02万元", "CNY 295.42 million"),
        ("4139600", "CNY", {"scale": "万"}, "413.96万元", "CNY 4,139,600"),
        ("14485000", "CNY", {"scale": "万"}, "1448.5万元", "CNY 14,485,000"),
        ("430000", "CNY", {"scale": "万"}, "43万元", "CNY 430,000"),
        ("109000", "CNY", {"scale": "万"}, "10.9万元", "CNY 109,000"),
        ("170000000", "CNY", {"scale": "亿"}, "1.7亿元", "CNY 170 million"),
        ("8000000", "CNY", {"scale": "万", "bound": "over"}, "800余万元", "more than CNY 8 million"),
        ("1230000000", "CNY", {"scale": "亿"}, "12.3亿元", "CNY 1.23 billion"),
        ("2000000000000", "CNY", {"scale": "亿"}, "20000亿元", "CNY 2 trillion"),
        ("33431.6", "mu", {}, "33431.6亩", "33,431.6 mu"),
        ("15000", "mu", {"scale": "万"}, "1.5万亩", "15,000 mu"),
        (
            "45000",
            "person-time",
            {"scale": "万", "bound": "over"},
            "4.5万余人次",
            "more than 45,000 person-times",
        ),
        ("22000", "person-time", {"scale": "万"}, "2.2万人次", "22,000 person-times"),
        ("10241", "person-time", {}, "10241人次", "10,241 person-times"),
        ("1200000", "person-time", {"scale": "万"}, "120万人次", "1.2 million person-times"),
        ("1234567", "person-time", {}, "1234567人次", "1,234,567 person-times"),
        ("100", "percent", {}, "100%", "100%"),
        ("95.5", "percent", {"bound": "at-least"}, "95.5%以上", "at least 95.5%"),
        ("7000", "incident", {"bound": "over"}, "7000余起", "more than 7,000 incidents"),
        ("35", "meeting", {}, "35次", "35 meetings"),
        ("1", "meeting", {}, "1次", "1 meeting"),
        ("30000", "mask", {"scale": "万"}, "3万只", "30,000 masks"),
        ("300", "household", {"bound": "about"}, "约300户", "about 300 households"),
        ("14", Text(zh="个", en="channels"), {}, "14个", "14 channels"),
        ("0", "meeting", {}, "0次", "0 meetings"),
    ],
)
def test_a_figure_is_written_as_reports_of_each_language_write_it(
    value: str, unit: str | Text, fields: dict[str, Any], zh: str, en: str
) -> None:
    assert words("zh", value, unit, **fields).whole == zh
    assert words("en", value, unit, **fields).whole == en


def test_thirty_people_and_more_has_its_bound_after_the_unit() -> None:
    assert words("zh", "30", "person", bound="at-least").whole in ("30人以上", "30名以上")
    assert words("en", "30", "person", bound="at-least").whole == "at least 30 people"


def test_mu_are_also_given_in_hectares_to_english_readers_only() -> None:
    assert words("en", "33431.6", "mu").converted == "2,228.8 ha"
    assert words("en", "15000", "mu", scale="万").converted == "1,000 ha"
    assert words("en", "1000", "mu").converted == "66.7 ha"
    assert words("en", "5", "mu").converted == "0.33 ha"
    assert words("zh", "33431.6", "mu").converted == ""
    assert words("en", "35", "meeting").converted == ""


def test_rounding_never_crosses_the_bound() -> None:
    for bound, whole in {
        "over": "more than CNY 123.45 million",
        "at-least": "at least CNY 123.45 million",
        "nearly": "nearly CNY 123.46 million",
        "about": "about CNY 123.46 million",
    }.items():
        assert words("en", "123458900", "CNY", bound=bound).whole == whole
    assert words("en", "1000", "mu", bound="over").converted == "66.6 ha"


def test_counts_are_never_rounded() -> None:
    assert words("en", "123456789", "tree").whole == "123,456,789 trees"


def test_the_parts_of_a_figure_name_its_number_and_unit() -> None:
    assert words("zh", "500000000", "CNY", bound="nearly", scale="亿") == FigureText("近5亿元", "近", "5亿", "", "元")
    assert words("zh", "45000", "person-time", bound="over", scale="万") == FigureText(
        "4.5万余人次", "", "4.5万", "余", "人次"
    )
    assert words("en", "45000", "person-time", bound="over", scale="万") == FigureText(
        "more than 45,000 person-times", "more than ", "45,000", "", " person-times"
    )


def test_an_unknown_unit_is_a_problem_that_names_the_nearest() -> None:
    figure = Figure(
        id="visits",
        label=Text(zh="参观", en="visits"),
        value=Decimal(7),
        unit="person-tme",
        origin=Origin(file="content/figures/a.yml"),
    )
    texts, problems = figure_texts([figure])
    assert texts == {}
    assert [(found.code, found.file) for found in problems] == [("unknown-unit", "content/figures/a.yml")]
    assert "person-time" in hint(problems[0], "zh") and "person-time" in hint(problems[0], "en")
    far = figure_texts([figure.model_copy(update={"unit": "qqqqqq"})])[1]
    assert "qqqqqq" not in hint(far[0], "en")


@given(
    st.decimals(min_value=0, max_value=10**15, places=4),
    st.sampled_from(sorted(UNITS)),
    st.sampled_from(["exact", "about", "nearly", "over", "at-least"]),
    st.sampled_from([None, "万", "亿"]),
)
def test_chinese_keeps_every_digit_and_the_parts_make_the_whole(
    value: Decimal, unit: str, bound: Any, scale: Any
) -> None:
    for language in ("zh", "en"):
        text = words(language, str(value), unit, bound=bound, scale=scale)
        assert text.whole == text.before + text.number + text.after + text.unit
    text = words("zh", str(value), unit, bound=bound, scale=scale)
    digits = text.number.rstrip("万亿")
    size = {None: 1, "万": 10**4, "亿": 10**8}[scale]
    assert Decimal(digits) * size == value
