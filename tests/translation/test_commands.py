"""Tests of `changlang translation`. Yunchuan 云川 and all that is told of it is invented."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from changlang.cli import main
from changlang.settings import Settings

TREES = "content/events/2020-trees"


def run(settings: Settings, *words: str, language: str = "en") -> Result:
    start = ("--config-file", str(settings.config_file), "--language", language, "translation")
    return CliRunner().invoke(main, [*start, *words])


def states(settings: Settings) -> dict[str, str]:
    rows = json.loads(run(settings, "status", "--format", "json").stdout)["records"]
    return {row["id"]: row["state"] for row in rows}


def change(settings: Settings, file: str, old: str, new: str) -> None:
    path = settings.root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def texts(settings: Settings) -> dict[Path, str]:
    found = [*settings.content.rglob("*.*"), *settings.docs["zh"].parent.rglob("*.md")]
    return {path: path.read_text("utf-8") for path in found}


def test_status_lists_every_record_that_is_not_withdrawn(good: Settings) -> None:
    found = states(good)

    assert {"event:2020-trees", "figure:trees", "term:共建", "board:YC001", "page:about", "home"} <= found.keys()
    assert "event:2022-draft" in found and "event:2022-withdrawn" not in found
    assert set(found.values()) == {"draft"}


@pytest.mark.parametrize(("language", "words"), [("zh", ("活动", "未核对")), ("en", ("event", "draft"))])
def test_status_as_text_speaks_both_languages(good: Settings, language: str, words: tuple[str, str]) -> None:
    lines = run(good, "status", language=language).stdout.splitlines()

    assert f"{words[0]}\tevent:2020-trees\t{words[1]}\t{TREES}.zh.md {TREES}.en.md" in lines


def test_status_of_some_states_lists_only_those(good: Settings) -> None:
    (good.root / f"{TREES}.en.md").unlink()
    found = json.loads(run(good, "status", "--format", "json", "--state", "missing,stale").stdout)

    assert [(row["id"], row["missing"]) for row in found["records"]] == [
        ("event:2020-trees", ["title", "summary", "body"])
    ]
    assert found["counts"]["missing"] == 1
    assert run(good, "status", "--state", "lost").exit_code == 2


def test_status_says_that_records_with_faults_are_not_listed(written: Callable[[dict[str, str]], Settings]) -> None:
    broken = written({f"{TREES}.zh.md": "---\ntitle: 植树\n"})
    result = run(broken, "status")

    assert "changlang check" in result.stderr and "event:2020-trees" not in result.stdout


def test_confirming_writes_one_line_and_nothing_else(good: Settings) -> None:
    before = texts(good)
    result = run(good, "confirm", "event:2020-trees")

    changed = {path: text for path, text in texts(good).items() if before[path] != text}
    ((path, text),) = changed.items()
    assert path == good.root / f"{TREES}.en.md" and f"{TREES}.en.md" in result.stdout
    added = [line for line in text.splitlines() if line.startswith("confirmed: ")]
    assert len(added) == 1 and text.replace(f"{added[0]}\n", "") == before[path]
    assert states(good)["event:2020-trees"] == "confirmed"


def test_records_of_a_list_are_confirmed_in_their_list(good: Settings) -> None:
    result = run(good, "confirm", "figure:trees", "term:共建", "YC001")

    assert result.exit_code == 0
    assert [states(good)[key] for key in ("figure:trees", "term:共建", "board:YC001", "figure:grove")] == [
        "confirmed",
        "confirmed",
        "confirmed",
        "draft",
    ]


def test_all_drafts_are_confirmed_at_once_and_the_site_still_checks(good: Settings) -> None:
    assert run(good, "confirm", "--all-drafts").exit_code == 0
    assert set(states(good).values()) == {"confirmed"}
    assert CliRunner().invoke(main, ["--config-file", str(good.config_file), "check"]).exit_code == 0
    assert "no drafts" in run(good, "confirm", "--all-drafts").stdout


def test_what_lacks_english_cannot_be_confirmed_and_nothing_is_written(good: Settings) -> None:
    (good.root / f"{TREES}.en.md").unlink()
    before = texts(good)
    result = run(good, "confirm", "event:2020-trees", "event:2021-quiet")

    assert result.exit_code == 1 and "still lacks English" in result.stderr
    assert texts(good) == before


@pytest.mark.parametrize("names", [("event:nothing",), (), ("together",)])
def test_names_of_no_record_are_wrong_use(good: Settings, names: tuple[str, ...]) -> None:
    change(good, "content/tags/tags.yml", "id: water", "id: together")
    assert run(good, "confirm", *names).exit_code == 2


def test_confirming_again_after_the_chinese_changed_replaces_the_line(good: Settings) -> None:
    run(good, "confirm", "event:2020-trees")
    change(good, f"{TREES}.zh.md", "春天植树", "秋天植树")
    assert states(good)["event:2020-trees"] == "stale"

    run(good, "confirm", "event:2020-trees")
    assert states(good)["event:2020-trees"] == "confirmed"
    assert (good.root / f"{TREES}.en.md").read_text("utf-8").count("confirmed:") == 1


def test_diff_shows_the_sentences_that_changed(good: Settings) -> None:
    change(good, f"{TREES}.zh.md", "春天植树。", "春天植树。秋天浇水。")
    run(good, "confirm", "event:2020-trees")
    change(good, f"{TREES}.zh.md", "春天植树。", "夏天植树。")

    assert run(good, "diff", "event:2020-trees").stdout == "summary:\n-春天植树。\n+夏天植树。\n 秋天浇水。\n"


def test_diff_says_kindly_where_there_is_nothing_to_compare(good: Settings) -> None:
    assert "never confirmed" in run(good, "diff", "event:2020-trees").stdout
    run(good, "confirm", "event:2020-trees")
    assert "is what it was" in run(good, "diff", "event:2020-trees").stdout
    change(good, f"{TREES}.zh.md", "春天植树。", "夏天植树。")
    shutil.rmtree(good.cache)
    assert "known neither to the cache nor to git" in run(good, "diff", "event:2020-trees").stdout


def git(root: Path, *words: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], cwd=root, check=True, capture_output=True)


@pytest.mark.parametrize("key", ["event:2020-trees", "figure:trees", "page:about"])
def test_diff_finds_the_former_chinese_in_git(good: Settings, key: str) -> None:
    file, old = {
        "event:2020-trees": (f"{TREES}.zh.md", "春天植树。"),
        "figure:trees": ("content/figures/figures.yml", "树"),
        "page:about": ("docs/zh/about.md", "虚构"),
    }[key]
    run(good, "confirm", key)
    git(good.root, "init", "-q")
    git(good.root, "add", ".")
    git(good.root, "commit", "-qm", "one")
    for number in range(3):
        change(good, file, old, f"{old}{number}")
        git(good.root, "commit", "-qam", "more")
    shutil.rmtree(good.cache)

    assert any(line[0] == "+" and "210" in line for line in run(good, "diff", key).stdout.splitlines())


def test_diff_follows_a_file_to_its_former_name(good: Settings) -> None:
    run(good, "confirm", "event:2020-trees")
    git(good.root, "init", "-q")
    git(good.root, "add", ".")
    git(good.root, "commit", "-qm", "one")
    for language in ("zh", "en"):
        git(good.root, "mv", f"{TREES}.{language}.md", f"content/events/2020-grove.{language}.md")
    git(good.root, "commit", "-qm", "two")
    change(good, "content/events/2020-grove.zh.md", "春天植树。", "夏天植树。")
    shutil.rmtree(good.cache)

    assert "-春天植树。" in run(good, "diff", "event:2020-grove").stdout
