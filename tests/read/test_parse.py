"""Tests of reading a whole site, and of reading it again. Yunchuan 云川 is an invented city."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from changlang.model.records import Tag
from changlang.plain import LARGEST
from changlang.problems import Problem
from changlang.read import cache
from changlang.read.parse import Records, parse
from changlang.read.survey import survey
from changlang.settings import Settings

Write = Callable[[dict[str, str]], Settings]
TAG = "- id: coast\n  title: {zh: 海岸, en: Coast}\n"


def read(settings: Settings) -> tuple[Records, tuple[Problem, ...]]:
    return parse(survey(settings)[0], settings)


def faults(settings: Settings) -> set[tuple[str, str]]:
    return {(found.code, found.file) for found in read(settings)[1]}


def ids(records: Records, kind: str) -> list[str]:
    return [record.id for folder, record in records.records if folder == kind]


def test_every_kind_of_record_is_read(good: Settings) -> None:
    records, problems = read(good)

    assert problems == ()
    assert {kind for kind, _ in records.records} == {path.name for path in good.content.iterdir()}
    assert records.home is not None
    assert {page.name for page in records.hand} == {"about", "corrections"}


def test_the_second_reading_is_the_same_as_the_first(good: Settings) -> None:
    first = read(good)

    assert cache.place(good.cache).is_file()
    assert read(good) == first


def remember(settings: Settings, **changed: str) -> None:
    """Marks what is remembered of the tags, so that it shows whether it was used."""
    path = cache.place(settings.cache)
    memory = cache.load(path)
    cache.save(
        path,
        {
            source: entry._replace(records=entry.records.replace(b"Sport", b"Marked"), **changed)
            for source, entry in memory.items()
        },
    )


def tag_names(records: Records) -> list[str]:
    return [record.title.en for _, record in records.records if isinstance(record, Tag)]


def test_a_file_with_its_stamp_is_not_opened_again(good: Settings) -> None:
    read(good)
    remember(good, digest="none has this")

    assert tag_names(read(good)[0]) == ["Water works", "Marked"]


def test_a_changed_file_is_read_again_and_only_that(written: Write) -> None:
    settings = written({})
    read(settings)
    before = cache.load(cache.place(settings.cache))
    path = settings.content / "tags" / "tags.yml"
    path.write_text(path.read_text("utf-8") + TAG, "utf-8")

    records, _ = read(settings)

    after = cache.load(cache.place(settings.cache))
    assert ids(records, "tags") == ["water", "sport", "coast"]
    assert {source.kind for source in after if after[source] != before[source]} == {"tags"}


def test_a_fresh_checkout_is_not_parsed_again(good: Settings) -> None:
    read(good)
    remember(good, stamp="of another day")

    records, _ = read(good)

    memory = cache.load(cache.place(good.cache))
    assert tag_names(records) == ["Water works", "Marked"]
    assert {source: entry.stamp for source, entry in memory.items()} == survey(good)[0]


def test_other_bytes_under_other_times_are_parsed(good: Settings) -> None:
    read(good)
    remember(good, stamp="of another day", digest="of other bytes")

    assert tag_names(read(good)[0]) == ["Water works", "Sport"]


def test_a_file_that_has_gone_leaves_the_memory(written: Write) -> None:
    settings = written({"content/tags/more.yml": TAG})
    read(settings)
    (settings.content / "tags" / "more.yml").unlink()

    records, _ = read(settings)

    assert "coast" not in ids(records, "tags")
    assert len(cache.load(cache.place(settings.cache))) == len(survey(settings)[0])


@pytest.mark.parametrize("damage", [lambda data: data[: len(data) // 2], lambda data: data.replace(b'"id"', b'"di"')])
def test_a_damaged_memory_is_made_anew(good: Settings, damage: Callable[[bytes], bytes]) -> None:
    first = read(good)
    path = cache.place(good.cache)
    path.write_bytes(damage(path.read_bytes()))

    assert read(good) == first
    assert read(good) == first


def test_a_faulty_file_is_not_remembered_and_says_so_each_time(written: Write) -> None:
    settings = written({"content/tags/more.yml": "- id: [\n"})

    assert faults(settings) == faults(settings) == {("yaml-syntax", "content/tags/more.yml")}


def test_what_has_faults_is_known_to_be_there(written: Write) -> None:
    settings = written({"content/tags/more.yml": TAG + "- id: hill\n", "content/columns/together.en.md": "x"})

    records, _ = read(settings)

    assert records.broken == {"tags/hill", "columns/together"}
    assert "coast" in ids(records, "tags")


@pytest.mark.parametrize(("path", "language"), [("zh", "zh"), ("en", "en")])
def test_half_a_pair_lacks_its_other_file(written: Write, path: str, language: str) -> None:
    records, problems = read(written({f"content/columns/together.{path}.md": ""}))

    assert [(found.code, dict(found.args)["language"]) for found in problems] == [("missing-file", language)]
    assert "together" not in ids(records, "columns")


def test_a_file_too_large_is_refused_unread(good: Settings) -> None:
    path = good.content / "tags" / "more.yml"
    with path.open("wb") as file:
        file.truncate(LARGEST * 10_000)

    assert faults(good) == {("file-too-large", "content/tags/more.yml")}


def test_a_pipe_is_not_waited_for(good: Settings) -> None:
    os.mkfifo(good.content / "tags" / "more.yml")

    assert faults(good) == {("unreadable", "content/tags/more.yml")}


def test_a_link_to_nothing_cannot_be_opened(good: Settings) -> None:
    (good.content / "tags" / "more.yml").symlink_to("gone.yml")

    assert faults(good) == {("unreadable", "content/tags/more.yml")}


def test_a_site_without_records_is_read(tmp_path: Path, good: Settings) -> None:
    empty = replace(good, content=tmp_path / "none", docs={"zh": tmp_path / "a", "en": tmp_path / "b"})

    assert parse({}, empty) == (Records((), None, ()), ())


def test_many_files_are_read_in_processes_as_they_are_in_one(written: Write) -> None:
    pair = {
        "zh": "---\ntitle: 第{}件\ndate: 2018\ncolumn: together\n---\n\n正文。\n",
        "en": "---\ntitle: No {}\n---\n\nText.\n",
    }
    files = {
        f"content/events/e{number}.{language}.md": text.format(number)
        for number in range(300)
        for language, text in pair.items()
    }
    files["content/events/e7.zh.md"] = "---\ntitle: 第7件\ndate: soon\n---\n"
    settings = written(files)

    records, problems = read(settings)

    assert [(found.code, found.file) for found in problems] == [
        ("missing-translation", "content/events/e7.zh.md"),
        ("bad-date", "content/events/e7.zh.md"),
        ("missing-key", "content/events/e7.zh.md"),
    ]
    assert {f"e{number}" for number in range(300)} - set(ids(records, "events")) == {"e7"}
