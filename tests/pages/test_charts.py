"""Charts of invented figures: what is drawn, what is said of it, and when one number says it."""

from __future__ import annotations

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from changlang.language.figures import figure_texts
from changlang.model.fields import Text
from changlang.model.languages import LANGUAGES
from changlang.model.records import Figure
from changlang.pages.charts import WIDTHS, compared, draw

BAR = re.compile(r'd="M0,[\d.]+h([\d.]+)v[^"]*" fill="var\(--c-ground')
SVG = "{http://www.w3.org/2000/svg}"


def figure(ident: str, value: int, unit: str = "CNY", series: str | None = "spent") -> Figure:
    label = Text(zh=f"云川为{ident}花的钱和别的许多事情", en=f"what Yunchuan spent on {ident} & on many other things")
    return Figure(id=ident, label=label, value=Decimal(value), unit=unit, series=series)


FIGURES = (figure("roads", 430000), figure("trees", 5000000), figure("homes", 120000000))
TEXTS, _ = figure_texts((*FIGURES, figure("people", 7, "person"), figure("alone", 9, series=None)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_chart_is_sound_svg_that_says_everything_it_shows(language: str, width: str) -> None:
    (chart,) = compared(FIGURES, TEXTS, "zh" if language == "zh" else "en", "care")
    drawn = draw(chart, TEXTS, width)
    root = ElementTree.fromstring(drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))

    assert root.get("role") == "img"
    named = {node.get("id"): node.text or "" for node in (*root.iter(f"{SVG}title"), *root.iter(f"{SVG}desc"))}
    assert named[root.get("aria-labelledby")] == chart.title
    said = named[root.get("aria-describedby")]
    for one in FIGURES:
        words = TEXTS[one.id][chart.language].whole
        assert one.label[chart.language] in said and words in said
        assert words in "".join(root.itertext()).replace(said, "")


def test_text_stays_text_in_the_face_of_the_page_and_bars_take_the_columns_colour() -> None:
    (chart,) = compared(FIGURES, TEXTS, "zh")
    drawn = draw(chart, TEXTS, "narrow")

    assert "font-family" not in drawn and "<image" not in drawn
    assert drawn.count('fill="var(--c-ground)"') == 3
    assert all(int(size) >= 14 for size in re.findall(r'font-size="(\d+)px"', drawn))


def test_the_same_chart_gives_the_same_bytes() -> None:
    (chart,) = compared(FIGURES, TEXTS, "en")
    assert draw(chart, TEXTS, "wide") == draw(chart, TEXTS, "wide")


def test_the_greatest_stands_first_and_the_smallest_can_still_be_seen() -> None:
    (chart,) = compared(FIGURES, TEXTS, "en")
    assert [one.id for one in chart.figures] == ["homes", "trees", "roads"]
    lengths = [float(found) for found in BAR.findall(draw(chart, TEXTS, "wide"))]
    assert len(lengths) == 3 and lengths == sorted(lengths, reverse=True) and lengths[-1] > 1


def test_there_is_no_chart_where_numbers_say_it_themselves_or_cannot_be_compared() -> None:
    assert compared(FIGURES[:2], TEXTS, "zh") == ()
    assert compared((*FIGURES[:2], figure("people", 7, "person")), TEXTS, "zh") == ()
    assert compared((*FIGURES[:2], figure("alone", 9, series=None)), TEXTS, "zh") == ()


def test_long_numbers_stand_above_their_bars_where_little_would_be_left_of_those() -> None:
    crowds = [
        figure(ident, value, "person-time", "crowds") for ident, value in (("a", 70000), ("b", 60000), ("c", 9))
    ]
    crowds[0] = crowds[0].model_copy(update={"bound": "over"})
    texts, _ = figure_texts(crowds)
    (chart,) = compared(crowds, texts, "en")

    assert float(BAR.findall(draw(chart, texts, "narrow"))[0]) == WIDTHS["narrow"]
    assert float(BAR.findall(draw(chart, texts, "wide"))[0]) < WIDTHS["wide"] - 100
