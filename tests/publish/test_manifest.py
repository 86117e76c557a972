"""The list of what the former run wrote."""

from __future__ import annotations

from pathlib import Path

from changlang.publish import manifest
from changlang.publish.release import Entry


def test_what_is_saved_is_loaded_whatever_characters_it_holds(tmp_path: Path) -> None:
    path = manifest.place(tmp_path, tmp_path / "site")
    entries = {"a/index.html": Entry("k", "1-2", '["\\n","\u2028\x85 四"]'), "b": Entry("", "", "")}

    manifest.save(path, entries)

    assert manifest.load(path) == entries


def test_a_missing_or_damaged_list_counts_as_empty(tmp_path: Path) -> None:
    path = tmp_path / "list.tsv"
    assert manifest.load(path) == {}
    for damage in (
        b"",
        b"\xff\xfe",
        b"another format\na\tb\tc\td",
        manifest.HEADER.encode() + b"\nonly\ttwo",
    ):
        path.write_bytes(damage)
        assert manifest.load(path) == {}


def test_each_target_has_a_list_of_its_own(tmp_path: Path) -> None:
    assert manifest.place(tmp_path, tmp_path / "a") != manifest.place(tmp_path, tmp_path / "b")
