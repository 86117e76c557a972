"""Where the signs of a text stand in its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from changlang.model.fields import Origin, Prose, Text
from changlang.model.languages import Language
from changlang.model.records import HandPage, Record
from changlang.read.places import text_of
from changlang.read.spots import place_of, spot_of

CHINESE = "---\ntitle: '城中“河”'\nsummary: >\n    一二\n    三\n---\n\n正文在此。\n第二行。\n"
ENGLISH = '---\ntitle: "A \\u201criver\\u201d"\n---\nBody here.\n'
LISTED = "# 云川是虚构的城市\n- id: a\n  title: {zh: 甲乙, en: 'it''s so'}\n- {id: b, title: {zh: 丙, en: c}}\n"


@pytest.fixture
def event(tmp_path: Path) -> Record:
    (tmp_path / "a.zh.md").write_text(CHINESE, "utf-8")
    (tmp_path / "a.en.md").write_text(ENGLISH, "utf-8")
    return Record(id="a", origin=Origin(file="a.zh.md", english="a.en.md"))


def held(root: Path, record: Record | HandPage, kind: str, field: str, language: Language, text: str) -> str | None:
    """What the file holds at the place of the whole text."""
    spot = spot_of(root, kind, record, (field,), language, text, 0, len(text))
    return text_of(root, spot.file)[spot.start : spot.end] if spot else None


def test_a_sign_of_a_field_is_found_in_its_file(tmp_path: Path, event: Record) -> None:
    assert place_of(tmp_path, "events", event, ("title",), "zh", "城中“河”", 2) == ("a.zh.md", 2, 11)


def test_a_sign_of_a_folded_text_is_found_in_its_line(tmp_path: Path, event: Record) -> None:
    assert place_of(tmp_path, "events", event, ("summary",), "zh", "一二 三", 3) == ("a.zh.md", 5, 5)


def test_a_text_with_escapes_is_found_at_its_beginning(tmp_path: Path, event: Record) -> None:
    assert place_of(tmp_path, "events", event, ("title",), "en", "A “river”", 5) == ("a.en.md", 2, 8)
    assert held(tmp_path, event, "events", "title", "en", "A “river”") is None


def test_a_sign_of_a_body_is_found_below_the_front_matter(tmp_path: Path, event: Record) -> None:
    body = "\n正文在此。\n第二行。\n"

    assert place_of(tmp_path, "events", event, ("body",), "zh", body, body.index("二")) == ("a.zh.md", 9, 2)
    assert held(tmp_path, event, "events", "body", "zh", body) == body


def test_the_texts_of_a_list_are_found_in_their_own_record(tmp_path: Path) -> None:
    (tmp_path / "tags.yml").write_text(LISTED, "utf-8")
    first = Record(id="a", origin=Origin(file="tags.yml", index=0))
    second = Record(id="b", origin=Origin(file="tags.yml", index=1))

    assert place_of(tmp_path, "tags", first, ("title",), "en", "it's so", 6) == ("tags.yml", 3, 31)
    assert held(tmp_path, first, "tags", "title", "en", "it's so") == "it''s so"
    assert held(tmp_path, second, "tags", "title", "zh", "丙") == "丙"


def test_a_hand_written_page_has_a_file_for_each_language(tmp_path: Path, event: Record) -> None:
    text = Text(zh="城中“河”", en="A “river”")
    page = HandPage(
        name="a",
        title=text,
        description=text,
        body=Prose(en="Body here.\n"),
        origin={"zh": "a.zh.md", "en": "a.en.md"},
        digest="",
    )

    assert held(tmp_path, page, "hand", "title", "zh", "城中“河”") == "城中“河”"
    assert place_of(tmp_path, "hand", page, ("body",), "en", "Body here.\n", 5) == ("a.en.md", 4, 6)


def test_a_file_that_has_gone_has_no_places_left(tmp_path: Path) -> None:
    record = Record(id="a", origin=Origin(file="gone.yml", index=0))

    assert place_of(tmp_path, "tags", record, ("title",), "zh", "甲", 0)[0] == "gone.yml"
