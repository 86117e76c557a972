"""The whole run on the small site: the same bytes twice, only what changed, and the former site whatever happens."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from changlang import pipeline
from changlang.problems import has_errors
from changlang.settings import Settings

Write = Callable[[dict[str, str]], Settings]
RUN = "content/events/2021-05-04-run.zh.md"


def bytes_of(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def built(settings: Settings) -> pipeline.Outcome:
    outcome = pipeline.build(settings, settings.site_dir, jobs=1)
    assert not has_errors(outcome.problems), outcome.problems
    return outcome


def test_two_builds_of_the_same_records_give_the_same_bytes(good: Settings, tmp_path: Path) -> None:
    built(good)
    other = replace(good, cache=tmp_path / "another-cache", site_dir=tmp_path / "another-site")
    built(other)

    assert bytes_of(good.site_dir) == bytes_of(other.site_dir)


def test_several_processes_make_the_same_site_as_one(
    good: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(good)
    monkeypatch.setattr("changlang.spread.WORTH_FORKING", 2)
    other = replace(good, cache=tmp_path / "another-cache", site_dir=tmp_path / "another-site")
    assert not has_errors(pipeline.build(other, other.site_dir, jobs=3).problems)

    assert bytes_of(good.site_dir) == bytes_of(other.site_dir)


def test_an_unchanged_second_build_writes_nothing(good: Settings) -> None:
    assert built(good).written
    assert built(good).written == 0
    assert built(good).written == 0


def test_a_changed_body_rewrites_its_own_page_and_nothing_else(good: Settings) -> None:
    for turn in ("春", "夏", "秋"):  # the third turn brings the release before the last up to date
        built(good)
        before = bytes_of(good.site_dir)
        file = good.root / RUN
        file.write_text(file.read_text("utf-8") + f"\n{turn}天添的话。\n", "utf-8")

        built(good)

        after = bytes_of(good.site_dir)
        changed = {path for path in after if after[path] != before.get(path)}
        assert "events/2021-05-04-run/index.html" in changed
        assert f"{turn}天添的话。" in (good.site_dir / "events/2021-05-04-run/index.html").read_text("utf-8")
        assert before.keys() == after.keys()
        fresh = replace(good, cache=good.root / f"cache-{turn}", site_dir=good.root / f"fresh-{turn}")
        built(fresh)
        assert after == bytes_of(fresh.site_dir)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (RUN, "云川青年长跑", "云川青年越野"),
        ("content/columns/learn.zh.md", "虚构的专栏3", "杜撰的专栏3"),
        ("content/figures/figures.yml", "value: 35", "value: 36"),
        ("content/photos/photos.yml", "长跑起点", "长跑终点"),
        ("content/tags/tags.yml", "体育", "运动"),
        ("content/sources/sources.yml", "云川虚构志", "云川杜撰志"),
        ("content/people/keeper.zh.md", "云守坝", "云看坝"),
        ("docs/zh/about.md", "一切都是虚构的", "全部都是虚构的"),
        ("docs/zh/index.md", "云川与它的军营", "云川和它的军营"),
        ("mkdocs.yml", "云川市虚构办公室", "云川市杜撰办公室"),
    ],
)
def test_a_rebuild_after_any_change_equals_a_build_from_nothing(
    good: Settings, path: str, old: str, new: str
) -> None:
    """What keys promise: nothing that shows a changed record is taken over as it was."""
    built(good)
    file = good.root / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    from tests.conftest import settings_of

    changed = settings_of(good.root)
    built(changed)
    fresh = replace(changed, cache=good.root / "fresh-cache", site_dir=good.root / "fresh")
    built(fresh)

    assert bytes_of(changed.site_dir) == bytes_of(fresh.site_dir)
    assert not any(old in page.read_text("utf-8") for page in changed.site_dir.rglob("*.html"))


def test_with_an_error_the_former_site_stays_as_it_was(good: Settings) -> None:
    built(good)
    before = bytes_of(good.site_dir)
    (good.root / RUN).write_text("---\ntitle: 没有日期\ncolumn: learn\n---\n", "utf-8")

    outcome = pipeline.build(good, good.site_dir, jobs=1)

    assert outcome.written is None
    assert bytes_of(good.site_dir) == before


def test_a_fault_while_pages_are_made_leaves_the_former_site_and_no_leftovers(
    good: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(good)
    before = bytes_of(good.site_dir)

    def broken(*_: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("changlang.publish.release.write", broken)
    (good.root / RUN).write_text((good.root / RUN).read_text("utf-8") + "\n又一句。\n", "utf-8")
    with pytest.raises(RuntimeError):
        pipeline.build(good, good.site_dir, jobs=1)

    assert bytes_of(good.site_dir) == before
    assert not (good.root / ".site.new").exists()


def test_drafts_withdrawn_records_and_unwanted_samples_leave_no_trace(good: Settings) -> None:
    built(replace(good, samples=False))
    everything = "".join(
        path.read_text("utf-8")
        for path in good.site_dir.rglob("*")
        if path.suffix in (".html", ".xml", ".txt", ".css")
    )

    for words in (
        "还没写完",
        "草稿里的话",
        "Words of a draft",
        "撤下的旧事",
        "Taken down",
        "示例人物",
        "Sample person",
    ):
        assert words not in everything
    assert not (good.site_dir / "events" / "2022-draft").exists()


def test_a_record_that_is_withdrawn_is_gone_from_the_next_build(good: Settings) -> None:
    built(good)
    assert (good.site_dir / "people" / "keeper" / "index.html").is_file()
    file = good.root / "content/people/keeper.zh.md"
    file.write_text(file.read_text("utf-8").replace("---\ntitle", "---\nstatus: withdrawn\ntitle", 1), "utf-8")

    for _ in range(2):
        built(good)
        pages = [path for path in good.site_dir.rglob("*") if path.is_file()]
        assert not any("云守坝" in path.read_bytes().decode("utf-8", "ignore") for path in pages)
        assert not (good.site_dir / "people" / "keeper").exists()


def test_previews_show_drafts(good: Settings) -> None:
    built(replace(good, drafts=True))

    assert "还没写完" in (good.site_dir / "events" / "2022-draft" / "index.html").read_text("utf-8")


def test_a_deleted_or_damaged_cache_costs_nothing_but_time(good: Settings) -> None:
    built(good)
    before = bytes_of(good.site_dir)
    for wanted in ("pictures/*/*/*.jpg", "**/*"):
        for path in [path for path in good.cache.glob(wanted) if path.is_file()]:
            if path.suffix != ".woff":
                path.write_bytes(b"\x00damaged")
        shutil.rmtree(good.site_dir)

        built(good)
        assert bytes_of(good.site_dir) == before
    shutil.rmtree(good.cache)
    built(good)
    assert bytes_of(good.site_dir) == before


def test_html_in_titles_captions_and_names_is_shown_as_text(written: Write) -> None:
    nasty = "<script>alert(1)</script> & “甲”"
    settings = written(
        {
            RUN: f"---\ntitle: {nasty}\ndate: 2021-05-04\ncolumn: learn\nplace: {nasty}\n---\n\n正文。\n",
            RUN.replace(".zh.", ".en."): f"---\ntitle: {nasty}x\nplace: {nasty}\n---\n\nText.\n",
        }
    )
    built(settings)

    page = (settings.site_dir / "events/2021-05-04-run/index.html").read_text("utf-8")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    for path in settings.site_dir.rglob("*.html"):
        assert "<script>alert" not in path.read_text("utf-8")
