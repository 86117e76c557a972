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
SIZE, LINE, BAR = 15, 20, 16
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
    """The chart in Vega-Lite: bars with what is counted above them and the number behind them."""
    labels = [_wrapped(one.label[chart.language], WIDTHS[width]) for one in chart.figures]
    lines = max(map(len, labels))
    greatest = max(float(one.value) for one in chart.figures) or 1.0
    rows = [
        {
            "at": number,
            "label": [""] * (lines - len(label)) + label,
            "value": max(float(one.value), greatest * SHORTEST_BAR),
            "text": texts[one.id][chart.language].whole,
        }
        for number, (one, label) in enumerate(zip(chart.figures, labels, strict=True))
    ]
    longest = max(_long(texts[one.id][chart.language].whole) for one in chart.figures)
    length = _length(WIDTHS[width] - 12 - 1.2 * longest)
    step = lines * LINE + BAR + 26
    top = -step / 2 + 6
    bar = top + lines * LINE + BAR / 2 + 2
    return {
        "width": WIDTHS[width],
        "height": {"step": step},
        "padding": 0,
        "background": None,
        "data": {"values": rows},
        "encoding": {"y": {"field": "at", "type": "ordinal", "axis": None, "scale": {"padding": 0}}},
        "layer": [
            _words("label", {"value": 0}, top + LINE - 5, "#020202"),
            {
                "mark": {"type": "bar", "height": BAR, "yOffset": bar, "fill": "#010101"},
                "encoding": {"x": length},
            },
            _words("text", length, bar + SIZE / 3, "#030303", 8),
        ],
        "config": {"view": {"stroke": None}},
    }


def _length(room: float) -> dict[str, Any]:
    """The length of a bar; the longest leaves room for its number."""
    return {"field": "value", "type": "quantitative", "axis": None, "scale": {"range": [0, room], "nice": False}}


def _words(field: str, x: dict[str, Any], y: float, fill: str, right: int = 0) -> dict[str, Any]:
    mark = {"type": "text", "align": "left", "baseline": "alphabetic", "fontSize": SIZE, "lineHeight": LINE}
    return {
        "mark": mark | {"yOffset": y, "xOffset": right, "fill": fill, "fontWeight": 700 if right else 400},
        "encoding": {"x": x, "text": {"field": field}},
    }


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
