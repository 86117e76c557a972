"""Tests of problems and how they are told."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from changlang.problems import FORMATS, Problem, as_github, as_json, as_text, has_errors, in_order, problem, severity

Say = Callable[[Problem, str], str]
UNKNOWN = problem("unknown-id", "content/a.md", 3, 9, id="ship", kind="events", nearest_zh="", nearest_en="")


def test_a_problem_is_told_in_two_lines_of_either_language() -> None:
    assert as_text(UNKNOWN, "en") == (
        "content/a.md:3:9: error unknown-id there is no “ship” in events\n  hint: check the id"
    )
    assert as_text(UNKNOWN, "zh") == ("content/a.md:3:9: error unknown-id events 里没有“ship”\n  提示：检查编号")


def test_a_problem_in_json_is_one_line_with_its_keys() -> None:
    line = as_json(UNKNOWN, "zh")

    assert "\n" not in line
    assert list(json.loads(line)) == ["file", "line", "column", "severity", "code", "message", "hint"]
    assert json.loads(line)["column"] == 9


def test_a_problem_for_a_code_host_is_one_workflow_command() -> None:
    line = as_github(problem("yaml-syntax", "a.yml", 1, 2, detail_zh="", detail_en="100% wrong"), "en")

    assert line.startswith("::error file=a.yml,line=1,col=2,title=yaml-syntax::")
    assert "100%25 wrong" in line


@pytest.mark.parametrize("say", FORMATS.values())
def test_nothing_quoted_can_begin_a_line_of_its_own_or_turn_the_text(say: Say) -> None:
    found = problem("bad-id", "a.yml", id="x\nb.yml:1:1: error\r\u202e\u2028\x1b[2J")

    told = say(found, "en")

    assert told.count("\n") == say(problem("bad-id", "a.yml", id="x"), "en").count("\n")
    assert not set(told) & set("\r\u202e\u2028\x1b")


def test_what_is_quoted_is_cut_short() -> None:
    assert len(as_text(problem("bad-id", "a.yml", id="x" * 9999), "en")) < 1000


@pytest.mark.parametrize("path", ["a,b.yml", "a:b.yml", "a%b.yml"])
def test_a_file_name_cannot_break_out_of_a_workflow_command(path: str) -> None:
    fields = as_github(problem("unreadable", path, reason="x"), "en").split("::")[1]

    assert fields.count(",") == 3
    assert fields.count(":") == 0


def test_braces_in_what_somebody_wrote_are_shown_as_they_are() -> None:
    found = problem("bad-id", "a.yml", id="{0.__class__}")

    assert "“{0.__class__}”" in as_text(found, "en")


def test_problems_are_sorted_and_told_once() -> None:
    first, second = problem("bad-id", "a.yml", 2, id="x"), problem("bad-id", "a.yml", 10, id="x")
    other = problem("bad-id", "b.yml", 1, id="x")

    assert in_order([other, second, first, second]) == (first, second, other)


def test_only_errors_are_errors() -> None:
    notice = problem("no-serif-font", "mkdocs.yml")

    assert severity(notice) == "notice"
    assert not has_errors([notice])
    assert has_errors([notice, UNKNOWN])


def test_an_unknown_code_is_a_bug() -> None:
    with pytest.raises(KeyError):
        problem("no-such-code", "a.yml")
