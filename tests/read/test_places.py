"""Tests of where things stand."""

from __future__ import annotations

from pathlib import Path

from changlang.dates import parse_date
from changlang.model.fields import Origin, Text
from changlang.model.records import Event, Tag
from changlang.read.places import Part, in_body, in_pair, in_part, of_body, of_record, split

CHINESE = "---\ntitle: 一\nsources:\n  - {id: a, at: {zh: 二, en: two}}\n---\n\n正文[甲](event:x)"
ENGLISH = "---\nsummary: Two.\ntitle: One\n---\nText"
TITLE = Text(zh="一", en="One")


def test_a_value_and_its_key_are_found_in_their_file() -> None:
    part = Part("a.yml", "- id: a\n  title: {zh: 一}\n")

    assert in_part(part, (0, "title", "zh")) == ("a.yml", 2, 15)
    assert in_part(part, (0, "title", "@key")) == ("a.yml", 2, 3)


def test_what_is_missing_is_looked_for_one_level_up() -> None:
    part = Part("a.yml", "- id: a\n  title: {zh: 一}\n")

    assert in_part(part, (0, "title", "en")) == ("a.yml", 2, 10)
    assert in_part(part, (7, "id")) == ("a.yml", 1, 1)
    assert in_part(Part("a.yml", ""), ("id",)) == ("a.yml", 1, 1)


def test_translated_fields_stand_in_the_file_of_their_language() -> None:
    chinese, english = split(CHINESE, "a.zh.md"), split(ENGLISH, "a.en.md")
    assert chinese and english

    assert in_pair("events", chinese, english, ("title",)) == ("a.zh.md", 2, 8)
    assert in_pair("events", chinese, english, ("title", "en")) == ("a.en.md", 3, 8)
    assert in_pair("events", chinese, english, ("title", "en", "@key")) == ("a.en.md", 3, 1)
    assert in_pair("events", chinese, english, ("sources", 0, "at", "en")) == ("a.zh.md", 4, 29)


def test_a_body_s_places_count_from_the_first_line_of_its_file() -> None:
    part = split(CHINESE, "a.zh.md")
    assert part

    assert in_body(part, part.body.index("event")) == ("a.zh.md", 7, 7)


def test_a_text_without_front_matter_has_no_parts() -> None:
    assert split("正文", "a.zh.md") is None


def test_parts_of_a_finished_record_are_found_in_its_files_as_they_are_now(tmp_path: Path) -> None:
    (tmp_path / "a.zh.md").write_text(CHINESE, "utf-8")
    (tmp_path / "a.en.md").write_text(ENGLISH, "utf-8")
    origin = Origin(file="a.zh.md", english="a.en.md")
    event = Event(id="a", title=TITLE, date=parse_date("2018"), column="c", origin=origin)

    assert of_record(tmp_path, "events", event, ("title", "en")) == ("a.en.md", 3, 8)
    assert of_body(tmp_path, "a.zh.md", 6) == ("a.zh.md", 7, 6)
    (tmp_path / "a.en.md").write_text("---\ntitle: One\n---\n", "utf-8")
    assert of_record(tmp_path, "events", event, ("title", "en")) == ("a.en.md", 2, 8)


def test_a_record_of_a_list_is_found_by_its_number(tmp_path: Path) -> None:
    (tmp_path / "tags.yml").write_text("- id: a\n  title: x\n- id: b\n  title: y\n", "utf-8")
    tag = Tag(id="b", title=TITLE, origin=Origin(file="tags.yml", index=1))

    assert of_record(tmp_path, "tags", tag, ("title",)) == ("tags.yml", 4, 10)


def test_a_file_that_has_gone_meanwhile_is_named_all_the_same(tmp_path: Path) -> None:
    tag = Tag(id="b", title=TITLE, origin=Origin(file="tags.yml", index=1))

    assert of_record(tmp_path, "tags", tag, ("title",)) == ("tags.yml", 1, 1)
