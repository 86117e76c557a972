"""A line that left the ledger is missed for as long as git or the site that was built before knows it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from changlang import pipeline
from changlang.codes import ledger
from changlang.codes.ledger import LedgerLine
from changlang.problems import has_errors
from changlang.settings import Settings
from tests.codes.git import commit, git, repository
from tests.codes.street import BOARDS, SHOWS, laid_out, record, settled, write

CODES = ("SC001", "SC002")
LOCK = "content/boards.lock"


@pytest.fixture
def city(tmp_path: Path) -> Settings:
    """A site whose two boards are printed."""
    settings = laid_out(tmp_path / "city", tmp_path / "cache")
    write(settings.root, BOARDS, "".join(record(code, SHOWS) for code in CODES))
    keep(settings, *CODES)
    return settings


def keep(settings: Settings, *codes: str) -> None:
    """The ledger, with the lines of these codes alone."""
    made = {code: LedgerLine(code, f"HTTPS://EXAMPLE.ORG/gfjy/B/{code}", "2026-11-25") for code in codes}
    ledger.save(settings, made)


def lost(settings: Settings) -> list[str]:
    """What `check` says is wrong, in short."""
    return [item.code for item in pipeline.check(settings, jobs=1).problems if has_errors([item])]


def test_a_line_that_a_commit_had_is_missed(city: Settings) -> None:
    repository(city.root)
    commit(city.root)
    assert lost(city) == []

    keep(city, "SC001")
    assert lost(city) == ["ledger-line-lost"]
    commit(city.root)
    assert lost(city) == ["ledger-line-lost"]
    keep(city, *CODES)
    assert lost(city) == []


def test_an_address_that_was_edited_is_missed_as_it_was(city: Settings) -> None:
    repository(city.root)
    commit(city.root)
    text = (city.root / LOCK).read_text("utf-8")
    write(city.root, LOCK, text.replace("gfjy/B/SC002", "B/SC002"))

    assert sorted(lost(city)) == ["board-address", "ledger-line-lost"]


def test_a_ledger_that_was_deleted_is_missed_line_by_line(city: Settings) -> None:
    repository(city.root)
    commit(city.root)
    (city.root / LOCK).unlink()

    assert lost(city) == ["ledger-line-lost"] * 2


def test_a_line_that_a_merge_dropped_is_missed(city: Settings) -> None:
    keep(city, "SC001")
    repository(city.root)
    commit(city.root)
    git(city.root, "switch", "--quiet", "--create", "printed")
    keep(city, *CODES)
    commit(city.root)
    git(city.root, "switch", "--quiet", "main")
    commit(city.root)
    git(city.root, "merge", "--quiet", "--strategy", "ours", "--message", "merged", "printed")

    assert lost(city) == ["ledger-line-lost"]


@pytest.mark.parametrize("together", [True, False], ids=["in the same commit", "before"])
def test_a_line_that_was_lost_when_the_folder_was_renamed_is_missed(city: Settings, together: bool) -> None:
    repository(city.root)
    commit(city.root)
    (city.root / "site").mkdir()
    for name in ("mkdocs.yml", "content", "docs"):
        git(city.root, "mv", name, f"site/{name}")
    moved = replace(settled(city.root / "site"), cache=city.cache)
    if not together:
        commit(city.root)
    keep(moved, "SC001")
    commit(city.root)

    assert lost(moved) == ["ledger-line-lost"]


def test_a_site_that_began_as_a_copy_is_not_asked_for_the_codes_of_the_other(city: Settings) -> None:
    repository(city.root)
    commit(city.root)
    other = laid_out(city.root / "other", city.cache)
    keep(other, "SC009")
    write(other.root, BOARDS, record("SC009", SHOWS))
    commit(city.root)

    assert lost(other) == []


def test_a_short_clone_knows_what_its_oldest_commit_holds(city: Settings, tmp_path: Path) -> None:
    repository(city.root)
    commit(city.root)
    git(tmp_path, "clone", "--quiet", "--depth", "1", city.root.as_uri(), "clone")
    clone = replace(settled(tmp_path / "clone"), cache=city.cache)
    keep(clone, "SC001")

    assert lost(clone) == ["ledger-line-lost"]


def amended(settings: Settings) -> None:
    """The commit that held the line is gone from history, as if it had never been made."""
    repository(settings.root)
    commit(settings.root)
    keep(settings, "SC001")
    commit(settings.root, "--amend")


def without_git(settings: Settings) -> None:
    keep(settings, "SC001")


@pytest.mark.parametrize("forget", [amended, without_git])
def test_where_git_has_forgotten_the_site_that_was_built_before_knows(
    city: Settings, forget: Callable[[Settings], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not has_errors(pipeline.build(city, city.site_dir, jobs=1).problems)
    forget(city)
    if forget is without_git:
        monkeypatch.setenv("PATH", os.devnull)

    assert lost(city) == ["ledger-line-lost"]
    assert pipeline.build(city, city.site_dir, jobs=1).written is None
