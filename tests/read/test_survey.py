"""Tests of which files a site has."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from changlang.read.survey import Source, survey
from changlang.settings import Settings

Write = Callable[[dict[str, str]], Settings]


def faults(settings: Settings) -> set[tuple[str, str]]:
    return {(found.code, found.file) for found in survey(settings)[1]}


def test_every_record_and_page_is_a_source(good: Settings) -> None:
    sources, problems = survey(good)

    assert problems == ()
    assert Source("tags", "", "content/tags/tags.yml") in sources
    pair = Source("columns", "together", "content/columns/together.zh.md", "content/columns/together.en.md")
    assert pair in sources
    assert Source("home", "index", "docs/zh/index.md", "docs/en/index.md") in sources
    assert Source("hand", "about", "docs/zh/about.md", "docs/en/about.md") in sources
    assert all(sources.values())


def test_the_order_does_not_depend_on_the_file_system(good: Settings, tmp_path: Path) -> None:
    before = list(survey(good)[0])
    for path in sorted(good.content.rglob("*.md"), reverse=True):
        path.write_bytes(path.read_bytes())

    assert list(survey(good)[0]) == before


def test_a_stamp_changes_with_its_file_even_when_size_and_time_do_not(good: Settings) -> None:
    source = Source("tags", "", "content/tags/tags.yml")
    path = good.root / source.file
    before, times = survey(good)[0][source], path.stat()

    path.write_bytes(path.read_bytes().replace(b"Sport", b"Sprot"))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))

    assert survey(good)[0][source] != before


def test_either_file_of_a_pair_changes_its_stamp(good: Settings) -> None:
    source = Source("columns", "together", "content/columns/together.zh.md", "content/columns/together.en.md")
    stamps = {survey(good)[0][source]}
    for file in (source.file, source.english):
        (good.root / file).write_text("x", "utf-8")
        stamps.add(survey(good)[0][source])

    assert len(stamps) == 3


def test_half_a_pair_is_a_source_without_a_stamp(written: Write) -> None:
    sources, _ = survey(written({"content/columns/together.en.md": ""}))

    assert sources[Source("columns", "together", "content/columns/together.zh.md", "")] == ""


def test_records_may_stand_in_folders_of_their_own(written: Write) -> None:
    files = {f"content/events/2023/parade.{language}.md": "x" for language in ("zh", "en")}

    sources, problems = survey(written(files))

    assert problems == ()
    assert Source("events", "parade", *files) in sources


def test_two_pairs_of_one_name_are_two_sources(written: Write) -> None:
    files = {f"content/events/again/2020-trees.{language}.md": "x" for language in ("zh", "en")}

    assert len([source for source in survey(written(files))[0] if source.ident == "2020-trees"]) == 2


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("content/evnets/a.zh.md", "unknown-folder"),
        ("content/readme.txt", "unknown-folder"),
        ("content/events/list.yml", "unknown-file"),
        ("content/events/a.md", "unknown-file"),
        ("content/tags/a.zh.md", "unknown-file"),
        ("content/tags/a.yaml", "unknown-file"),
        ("content/photos/a.jpg", "unknown-file"),
        ("docs/zh/a.html", "unknown-file"),
        ("content/events/走访.zh.md", "bad-id"),
        ("content/events/Visit.zh.md", "bad-id"),
        ("content/events/page.zh.md", "bad-id"),
        (f"content/events/{'a' * 81}.zh.md", "bad-id"),
        ("docs/zh/timeline.md", "bad-id"),
        ("docs/zh/events/a.md", "bad-id"),
        ("docs/zh/about/sources.md", "bad-id"),
        ("content/tags/Tags.yml", "name-clash"),
    ],
)
def test_a_name_or_place_that_means_nothing_is_a_problem(written: Write, path: str, code: str) -> None:
    shown = "/".join(path.split("/")[:2]) if code == "unknown-folder" else path
    found = faults(written({path: "x"}))

    # Which of two clashing names is told depends on nothing but their order.
    assert (code, "content/tags/tags.yml" if code == "name-clash" else shown) in found


def test_a_misspelt_folder_is_offered_the_nearest(written: Write) -> None:
    _, problems = survey(written({"content/evnets/a.zh.md": "x"}))

    assert dict(problems[0].args)["nearest_en"] == "; did you mean “events”?"


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "tags.yml~", ".git/x", "tags.yml.bak", "codes.lock"])
def test_what_systems_and_editors_leave_behind_is_nothing(written: Write, name: str) -> None:
    assert faults(written({f"content/tags/{name}": "x", f"content/{name}": "x"})) == set()


@pytest.mark.parametrize("name", ["a\u200b.yml", "a\nb.yml:1:1: error.yml", "a\x1b[31m.yml", "a\udcff.yml"])
def test_a_name_with_hidden_signs_cannot_forge_a_report(good: Settings, name: str) -> None:
    (good.content / "tags" / name).write_bytes(b"")

    ((code, file),) = faults(good)

    assert code == "bad-name"
    assert file.isprintable()
    assert file.encode("utf-8")


def test_a_link_out_of_the_folder_is_refused(good: Settings, tmp_path: Path) -> None:
    (tmp_path / "secret.yml").write_text("- id: secret\n", "utf-8")
    (good.content / "tags" / "more.yml").symlink_to(tmp_path / "secret.yml")

    sources, problems = survey(good)

    assert [(found.code, found.file) for found in problems] == [("link-outside", "content/tags/more.yml")]
    assert Source("tags", "", "content/tags/more.yml") not in sources


def test_a_linked_folder_is_refused_wherever_it_leads(good: Settings, tmp_path: Path) -> None:
    (tmp_path / "quiz").mkdir()
    (good.content / "tags" / "out").symlink_to(tmp_path / "quiz")
    (good.content / "tags" / "round").symlink_to(good.content)
    (good.docs["zh"] / "up").symlink_to(good.root)

    assert faults(good) == {
        ("link-outside", "content/tags/out"),
        ("link-outside", "content/tags/round"),
        ("link-outside", "docs/zh/up"),
    }


def test_a_kind_that_is_a_link_out_is_refused(good: Settings, tmp_path: Path) -> None:
    (good.content / "tags").rename(tmp_path / "tags")
    (good.content / "tags").symlink_to(tmp_path / "tags")

    assert faults(good) == {("link-outside", "content/tags")}


def test_a_link_within_the_folder_is_a_file_like_any_other(good: Settings) -> None:
    (good.content / "tags" / "more.yml").symlink_to("tags.yml")

    sources, problems = survey(good)

    assert problems == ()
    assert sources[Source("tags", "", "content/tags/more.yml")]


def test_without_the_folder_of_records_there_are_pages_only(good: Settings) -> None:
    good.content.rename(good.root / "gone")

    sources, problems = survey(good)

    assert [(found.code, found.file) for found in problems] == [("missing-folder", "content")]
    assert {source.kind for source in sources} == {"home", "hand"}
