"""Figures in words: an exact value with its unit, bound and scale, in each language. Only Babel here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from difflib import get_close_matches

from babel.numbers import format_decimal

from changlang.language.units import UNITS, Unit
from changlang.model.fields import Bound, Scale, Text
from changlang.model.figure_text import FigureText
from changlang.model.languages import Language
from changlang.model.records import Figure
from changlang.problems import Problem, problem

FigureTexts = Mapping[str, Mapping[Language, FigureText]]

SCALES: Mapping[Scale, Decimal] = {"万": Decimal(10**4), "亿": Decimal(10**8)}
LARGE = {"trillion": Decimal(10**12), "billion": Decimal(10**9), "million": Decimal(10**6)}
# From here on, two decimals of a million are within one part in twenty thousand of the sum.
ROUNDED_FROM = Decimal(10**8)

BEFORE: Mapping[Language, Mapping[Bound, str]] = {
    "zh": {"nearly": "近", "about": "约"},
    "en": {"nearly": "nearly ", "about": "about ", "over": "more than ", "at-least": "at least "},
}
# A rounded number stays on its side of the bound: what is over 2.458 is over 2.45, not over 2.46.
ROUNDING: Mapping[Bound, str] = {"over": ROUND_DOWN, "at-least": ROUND_DOWN, "nearly": ROUND_UP}


# From a record and a path in it to file, line and column.
Where = Callable[[Figure, tuple[str, ...]], tuple[str, int, int]]


def whole_file(figure: Figure, _: tuple[str, ...]) -> tuple[str, int, int]:
    return figure.origin.file, 0, 0


def figure_texts(figures: Iterable[Figure], where: Where = whole_file) -> tuple[FigureTexts, tuple[Problem, ...]]:
    """Every figure by id in the words of each language; a figure whose unit is unknown is a problem instead.

    Chinese writes the number in the scale of the source: 45000 `over` in 万 is 4.5万余人次, 8000000 800余万元.
    English writes numbers out (45,000 person-times) and names millions where two decimals say them exactly
    (CNY 170 million, but CNY 4,139,600). Sums of money from 100 million on are rounded to two decimals of a
    million, as reports do: 29542.02万元 is CNY 295.42 million. Pages carry the exact value beside the words.
    """
    words: dict[str, Mapping[Language, FigureText]] = {}
    problems: list[Problem] = []
    for figure in figures:
        unit = _unit(figure)
        if unit is None:
            problems.append(_unknown(figure, where(figure, ("unit",))))
        else:
            words[figure.id] = {"zh": _chinese(figure, unit), "en": _english(figure, unit)}
    return words, tuple(problems)


def unit_names(figures: Iterable[Figure]) -> Mapping[str, Text]:
    """The bare unit of every figure by id, as tables of data name it; figures of unknown units have none."""
    found = ((figure.id, _unit(figure)) for figure in figures)
    return {ident: Text(zh=unit.zh[0], en=unit.many) for ident, unit in found if unit}


def _unit(figure: Figure) -> Unit | None:
    """The figure's unit: a row of the table, or one written out for this figure alone."""
    if isinstance(figure.unit, str):
        return UNITS.get(figure.unit)
    return Unit(id="", zh=(figure.unit.zh,), one=figure.unit.en, many=figure.unit.en)


def _unknown(figure: Figure, place: tuple[str, int, int]) -> Problem:
    nearest = get_close_matches(str(figure.unit), UNITS, n=1)
    return problem(
        "unknown-unit",
        *place,
        figure=figure.id,
        unit=figure.unit,
        nearest_zh=f"（最接近的是“{nearest[0]}”）" if nearest else "",
        nearest_en=f" (nearest: “{nearest[0]}”)" if nearest else "",
    )


def _chinese(figure: Figure, unit: Unit) -> FigureText:
    """近5亿元, 4.5万余人次, 800余万元, 约300户, 30人以上."""
    scale: str = figure.scale or ""
    coefficient = figure.value / SCALES[figure.scale] if figure.scale else figure.value
    before, after, measure = BEFORE["zh"].get(figure.bound, ""), "", unit.zh[0]
    if figure.bound == "over":
        after = "余"
        if scale and coefficient % 10 == 0:  # 800余万, but 4.5万余
            after, scale = "余" + scale, ""
    elif figure.bound == "at-least":
        measure += "以上"
    return _text(before, _digits(coefficient, "zh") + scale, after, measure)


def _english(figure: Figure, unit: Unit) -> FigureText:
    """Nearly CNY 500 million, more than 45,000 person-times, 100%, at least 30 people, 1 meeting."""
    before = BEFORE["en"].get(figure.bound, "")
    rounding = ROUNDING.get(figure.bound, ROUND_HALF_UP)
    if unit.dimension == "money":
        return _text(f"{before}{unit.one} ", _large(figure.value, rounding, money=True), "", "")
    number = _large(figure.value, rounding, money=False)
    if unit.dimension == "ratio":
        return _text(before, number, "", unit.one)
    noun = unit.one if figure.value == 1 else unit.many
    return _text(before, number, "", f" {noun}", _hectares(figure.value, unit, rounding))


def _text(before: str, number: str, after: str, unit: str, converted: str = "") -> FigureText:
    return FigureText(before + number + after + unit, before, number, after, unit, converted)


def _large(value: Decimal, rounding: str, money: bool) -> str:
    """The number in digits, or with the greatest English name in which two decimals say it exactly."""
    for name, size in LARGE.items():
        named = value / size
        if abs(named) >= 1 and named == _rounded(named, 2, rounding):
            return f"{_digits(named, 'en')} {name}"
    if money and abs(value) >= ROUNDED_FROM:
        return f"{_digits(_rounded(value / LARGE['million'], 2, rounding), 'en')} million"
    return _digits(value, "en")


def _hectares(value: Decimal, unit: Unit, rounding: str) -> str:
    """Mu in hectares, to one decimal, or to two below one hectare; "" for other units."""
    if unit.id != "mu":
        return ""
    hectares = value * unit.factor / UNITS["hectare"].factor
    return f"{_digits(_rounded(hectares, 1 if hectares >= 1 else 2, rounding), 'en')} ha"


def _rounded(value: Decimal, places: int, rounding: str) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), rounding)


def _digits(value: Decimal, language: Language) -> str:
    """All digits of a value: 33,431.6 in English; 33431.6 in Chinese, where the scale keeps numbers short."""
    return format_decimal(
        value.normalize(),
        locale="zh_Hans_CN" if language == "zh" else "en",
        decimal_quantization=False,
        group_separator=language == "en",
    )
