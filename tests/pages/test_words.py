"""The interface's words: both languages have each, with the same places to fill."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from changlang.pages import contact
from changlang.pages.jinja import TEMPLATES as FOLDER
from changlang.pages.words import WORDS, word

TEMPLATES = sorted(FOLDER.glob("*.html"))


@pytest.mark.parametrize("name", WORDS)
def test_a_word_has_both_languages_and_the_same_places(name: str) -> None:
    row = WORDS[name]

    assert set(row) == {"zh", "en"} and all(row.values())
    places = [set(re.findall(r"\{(\w+)\}", text)) for text in row.values()]
    assert places[0] == places[1] or name in ("columns-title",)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_use_only_words_that_there_are(template: Path) -> None:
    used = set(re.findall(r'word\("([a-z-]+)"', template.read_text("utf-8")))
    known = contact.WORDS if template.name == "contact.html" else WORDS

    assert {name for name in used if not name.endswith("-")} <= set(known)


def test_places_are_filled() -> None:
    assert word("year-title", "zh", year=2020) == "2020年的活动"
    assert word("counts", "en", events=3, figures=2) == "Events: 3 · Figures: 2"
