"""Tests of what is remembered of records between runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from changlang.read import cache
from changlang.read.cache import Entry
from changlang.read.survey import Source

TAGS = Source("tags", "", "content/tags/标签 1.yml")
PAIR = Source("events", "ship", "content/events/ship.zh.md", "content/events/ship.en.md")
ENTRIES = {TAGS: Entry("1-2-3-4", "ab", '[{"id":"云"}]'.encode()), PAIR: Entry("5;6", "cd", b"[]")}


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    path = cache.place(tmp_path / "new" / "folder")

    cache.save(path, ENTRIES)

    assert cache.load(path) == ENTRIES
    assert list(path.parent.iterdir()) == [path]


def test_without_a_memory_nothing_is_remembered(tmp_path: Path) -> None:
    assert cache.load(tmp_path / "none.tsv") == {}


@pytest.mark.parametrize(
    "damage",
    [b"", b"\x00\xff\xfe", b"no header\n", b"header\n\xff\t\t\t\t\t\t[]", b"header\nonly\ttwo", b"header\n\n"],
)
def test_a_damaged_memory_is_none(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "records.tsv"

    path.write_bytes(damage.replace(b"header", cache.version()))

    assert cache.load(path) == {}


def test_a_memory_of_other_code_is_none(tmp_path: Path) -> None:
    path = tmp_path / "records.tsv"
    cache.save(path, ENTRIES)

    path.write_bytes(path.read_bytes().replace(cache.version(), b"0" * 64, 1))

    assert cache.load(path) == {}


def test_the_version_is_made_of_every_file_that_decides_what_a_record_is() -> None:
    files = [cache.PACKAGE / name for name in cache.READERS]

    assert all(file.is_file() for file in files)
    assert {file.name for file in files} >= {
        "records.py",
        "kinds.py",
        "dates.py",
        "plain.py",
        "record.py",
        "hostile.py",
    }
