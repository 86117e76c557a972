"""Charts of figures that can be compared, drawn at build time with Vega-Lite.

A chart is drawn once for each language and width; its text stays text in the faces of the page, and its colour is the
column's. What a screen reader is told stands in its title and description, and in a table beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from changlang import svg
from changlang.model.figure_text import FigureText
from changlang.model.languages import Language
from changlang.model.records import Figure
from changlang.pages.words import word

FigureTexts = Mapping[str, Mapping[Language, FigureText]]

# Widths in CSS pixels: within 390 pixels of a phone, and beside the text of a desktop.
WIDTHS = {"narrow": 350, "wide": 760}
# Two numbers say it themselves.
FEWEST = 3
PEOPLE = frozenset("人名位")
SIZE, LINE, BAR, GAP = 15, 20, 16, 24
# The share of the width that the longest bar must have beside its number.
LEAST = 0.5
SHORTEST_BAR = 0.006  # of the longest one: what is there is seen
MARKS = {"#010101": "var(--c-ground)", "#020202": "var(--ink)", "#030303": "var(--c-ink)"}


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart to be drawn: `figures` of one measure, the greatest first; `name` is unique on its page."""

    name: str
    title: str
    language: Language
    figures: tuple[Figure, ...]


def compared(
    figures: Iterable[Figure], texts: FigureTexts, language: Language, column: str = ""
) -> tuple[Chart, ...]:
    """The charts of a column: its figures of one `series` and one measure, where there are three and more."""
    groups: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        if figure.series and figure.id in texts:
            groups.setdefault((figure.series, _measure(texts[figure.id]["zh"])), []).append(figure)
    return tuple(
        Chart(
            f"chart-{column or 'others'}-{series}-{number}",
            _title(measure, texts[found[0].id], language),
            language,
            tuple(sorted(found, key=lambda figure: (-figure.value, figure.id))),
        )
        for number, ((series, measure), found) in enumerate(groups.items(), 1)
        if len(found) >= FEWEST
    )


def _measure(text: FigureText) -> str:
    unit = text.unit.removesuffix("以上")
    return "人" if unit in PEOPLE else unit


def _title(measure: str, text: Mapping[Language, FigureText], language: Language) -> str:
    name = {"元": "chart-money", "人": "chart-people"}.get(measure, "chart-counts")
    unit = measure if language == "zh" else text["en"].unit.strip()
    return word(name, language, unit=unit)


def described(chart: Chart, texts: FigureTexts) -> str:
    """Everything that a chart shows, in a sentence for those who cannot see it."""
    colon, between, end = ("：", "；", "。") if chart.language == "zh" else (": ", "; ", ".")
    parts = (f"{one.label[chart.language]}{colon}{texts[one.id][chart.language].whole}" for one in chart.figures)
    return between.join(parts) + end


def spec(chart: Chart, texts: FigureTexts, width: str) -> dict[str, Any]:
    """The chart in Vega-Lite: a bar a figure, above it what is counted, behind it the number.

    Where the numbers would leave a bar less than `LEAST` of the width they stand above the bars too.
    """
    words = [texts[one.id][chart.language].whole for one in chart.figures]
    behind = WIDTHS[width] - 12 - 1.2 * max(map(_long, words))
    above = behind < LEAST * WIDTHS[width]
    rows, height = _rows(chart, words, WIDTHS[width], above)
    length = {"range": [0, WIDTHS[width] if above else behind], "nice": False, "zero": True}
    place = {"domain": [0, height], "range": [0, height], "nice": False}
    return {
        "width": WIDTHS[width],
        "height": height,
        "padding": 0,
        "background": None,
        "data": {"values": rows},
        "encoding": {"y": _at("label_at", place)},
        "layer": [
            _words("label", {"value": 0}, {}, "#020202"),
            {
                "mark": {"type": "rect", "fill": "#010101"},
                "encoding": {
                    "y": _at("bar", place),
                    "y2": {"field": "end"},
                    "x": _at("value", length),
                    "x2": {"datum": 0},
                },
            },
            _words(
                "text",
                {"value": 0} if above else _at("value", length),
                _at("text_at", place),
                "#030303",
                0 if above else 8,
            ),
        ],
        "config": {"view": {"stroke": None}},
    }


def _rows(chart: Chart, words: list[str], width: int, above: bool) -> tuple[list[dict[str, Any]], int]:
    """What stands where, in pixels from the top, and how high all of it is."""
    greatest = max(float(one.value) for one in chart.figures) or 1.0
    rows, top = [], 0
    for one, text in zip(chart.figures, words, strict=True):
        label = _wrapped(_begun(one.label[chart.language]), width)
        bar = top + len(label) * LINE + (LINE if above else 0) + 2
        rows.append(
            {
                "label": label,
                "label_at": top + LINE - 5,
                "text": text,
                "text_at": bar - 7 if above else bar + BAR / 2 + SIZE / 3,
                "bar": bar,
                "end": bar + BAR,
                "value": max(float(one.value), greatest * SHORTEST_BAR),
            }
        )
        top = bar + BAR + GAP
    return rows, top - GAP


def _at(field: str, scale: dict[str, Any]) -> dict[str, Any]:
    return {"field": field, "type": "quantitative", "axis": None, "scale": scale}


def _words(field: str, x: dict[str, Any], y: dict[str, Any], fill: str, right: int = 0) -> dict[str, Any]:
    mark = {"type": "text", "align": "left", "baseline": "alphabetic", "fontSize": SIZE, "lineHeight": LINE}
    place = {"x": x, "text": {"field": field}} | ({"y": y} if y else {})
    return {"mark": mark | {"xOffset": right, "fill": fill, "fontWeight": 700 if y else 400}, "encoding": place}


def _begun(label: str) -> str:
    """A label as it begins a line: an English one with a capital."""
    return label[:1].upper() + label[1:]


def _long(text: str) -> float:
    """About how many pixels a text is long in any face: Chinese signs are square, others about half as wide."""
    return SIZE * sum(1.0 if sign > "\u2e80" else 0.58 for sign in text)


def _wrapped(text: str, width: int) -> list[str]:
    """A label in lines of a width, broken between words, or anywhere in Chinese."""
    lines = [""]
    for piece in re.findall(r"[A-Za-z0-9’'–-]+[,.;:)]?\s?|.", text):
        if lines[-1] and _long(lines[-1] + piece) > width:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]


def draw(chart: Chart, texts: FigureTexts, width: str) -> str:
    """The chart as SVG to stand in a page: same chart, same bytes."""
    drawn = svg.chart(spec(chart, texts, width))
    head = re.match(r'<svg[^>]*viewBox="0 0 \S+ (?P<height>\S+)">', drawn)
    assert head is not None
    inner = re.sub(r' (?:aria-[a-z]+|role|class|font-family)="[^"]*"', "", drawn[head.end() :])
    for mark, color in MARKS.items():
        inner = inner.replace(mark, color)
    ident = f"{chart.name}-{width}"
    return (
        f'<svg class="chart-{width}" role="img" aria-labelledby="{ident}-t" aria-describedby="{ident}-d" '
        f'viewBox="0 0 {WIDTHS[width]} {head["height"]}"><title id="{ident}-t">{escape(chart.title)}</title>'
        f'<desc id="{ident}-d">{escape(described(chart, texts))}</desc>{inner}'
    )
