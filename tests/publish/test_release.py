"""Releases: whole or not at all, and written only where something changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from changlang.publish import release
from changlang.publish.release import Entry


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A former site of two pages."""
    site = tmp_path / "site"
    for name in ("a", "b"):
        (site / name).mkdir(parents=True)
        (site / name / "index.html").write_text(f"former {name}", "utf-8")
    (site / release.MARKER).write_text("1", "utf-8")
    return site


def manifest_of(target: Path) -> dict[str, Entry]:
    return {
        path.relative_to(target).as_posix(): Entry(f"key-{path.parent.name}", release.stamp(path.stat()), "")
        for path in target.rglob("index.html")
    }


def test_a_failure_leaves_the_former_site_and_no_leftovers(target: Path) -> None:
    with pytest.raises(RuntimeError), release.staging(target, {}) as (folder, _):
        release.write(folder, "a/index.html", b"new")
        raise RuntimeError("the audit said no")

    assert (target / "a" / "index.html").read_text("utf-8") == "former a"
    assert [path.name for path in target.parent.iterdir()] == ["site"]


def test_a_swap_puts_the_new_site_in_place_and_keeps_the_former_one(target: Path) -> None:
    with release.staging(target, {}) as (folder, _):
        release.write(folder, "c/index.html", b"new c")
        release.swap(folder, target)

    assert [path.name for path in target.iterdir()] == ["c"]
    former = target.with_name(".site.former")
    assert (former / "a" / "index.html").read_text("utf-8") == "former a"


def test_an_unchanged_page_is_the_same_file_in_both_releases(target: Path) -> None:
    former = manifest_of(target)
    wanted = {"a/index.html": "key-a", "b/index.html": "another key"}

    kept = release.unchanged(target, former, wanted)
    with release.staging(target, {}) as (folder, _):
        release.keep(target, folder, kept)

        assert kept == ("a/index.html",)
        assert (folder / "a" / "index.html").samefile(target / "a" / "index.html")


def test_a_file_that_somebody_edited_in_the_target_is_not_taken_over(target: Path) -> None:
    former = manifest_of(target)
    page = target / "a" / "index.html"
    page.write_text("edited", "utf-8")
    os.utime(page, ns=(1, 1))

    assert release.unchanged(target, former, {"a/index.html": "key-a"}) == ()


def test_a_symlink_in_the_target_is_not_taken_over(target: Path) -> None:
    former = manifest_of(target)
    page = target / "a" / "index.html"
    page.unlink()
    page.symlink_to(target / "b" / "index.html")

    assert release.unchanged(target, former, {"a/index.html": "key-a"}) == ()


def test_a_run_killed_between_the_renames_is_mended_by_the_next(target: Path) -> None:
    target.rename(target.with_name(".site.former"))

    release.recover(target)

    assert (target / "a" / "index.html").read_text("utf-8") == "former a"


def test_a_folder_with_somebody_elses_files_is_not_ours(tmp_path: Path, target: Path) -> None:
    strange = tmp_path / "documents"
    strange.mkdir()
    assert release.is_ours(strange)
    (strange / "thesis.docx").write_bytes(b"years of work")

    assert not release.is_ours(strange)
    assert release.is_ours(target)
    assert release.is_ours(tmp_path / "absent")


def test_the_release_before_the_last_is_brought_up_to_date_and_strange_files_in_it_vanish(target: Path) -> None:
    former = target.with_name(".site.former")
    target.rename(former)
    listed = manifest_of(former)
    (former / "a" / "index.html").write_text("edited by hand", "utf-8")
    (former / "stray").mkdir()
    (former / "stray" / "withdrawn.html").write_text("a name that should be gone", "utf-8")

    with release.staging(target, listed) as (folder, there):
        assert set(there) == {"b/index.html"}
        assert sorted(path.name for path in folder.rglob("*.html")) == ["index.html"]
        release.drop(folder, ["b/index.html"])
        assert not (folder / "b").exists()


def test_bringing_up_to_date_never_writes_through_a_link_into_the_target(target: Path) -> None:
    former = target.with_name(".site.former")
    (former / "a").mkdir(parents=True)
    (former / "a" / "index.html").hardlink_to(target / "a" / "index.html")
    listed = {"a/index.html": manifest_of(target)["a/index.html"]}

    with release.staging(target, listed) as (folder, there):
        release.drop(folder, there)
        release.write(folder, "a/index.html", b"new")

    assert (target / "a" / "index.html").read_text("utf-8") == "former a"
