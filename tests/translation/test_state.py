"""Tests of how far a record is translated. Yunchuan 云川 and all that is told of it is invented."""

from __future__ import annotations

from typing import Any

import pytest

from changlang.read.record import read_source
from changlang.read.survey import Source
from changlang.translation.state import digest, pairs, state

CHINESE = """---
title: 云川植树
date: 2020
column: together
summary: 春天植树。
sources: [{id: chronicle, at: {zh: 第一章, en: chapter 1}}]
---

种下树。
"""
ENGLISH = "---\ntitle: Trees\nsummary: In spring.\n---\n\nTrees were planted.\n"


def event(chinese: str = CHINESE, english: str = ENGLISH, lenient: bool = False) -> Any:
    files = Source("events", "trees", "trees.zh.md", "trees.en.md" if english else "")
    read = read_source(files, [text.encode() for text in (chinese, english) if text], lenient)
    assert not read.problems, read.problems
    return read.records[0]


def term(text: str) -> Any:
    read = read_source(Source("terms", "", "terms.yml"), [text.encode()], True)
    assert not read.problems, read.problems
    return read.records[0]


def confirmed(english: str = ENGLISH, chinese: str = CHINESE) -> Any:
    return event(chinese, english.replace("---\n", f"---\nconfirmed: {digest(event())}\n", 1))


def test_a_record_has_a_pair_for_each_text_in_two_languages() -> None:
    assert [(pair.path, pair.zh, pair.en.strip()) for pair in pairs(event())] == [
        (("title",), "云川植树", "Trees"),
        (("summary",), "春天植树。", "In spring."),
        (("sources", 0, "at"), "第一章", "chapter 1"),
        (("body",), "\n种下树。\n", "Trees were planted."),
    ]


def test_a_term_is_a_pair_itself() -> None:
    assert [pair.zh for pair in pairs(term("- zh: 共建\n  en: building together\n"))] == ["共建"]


def test_english_that_nobody_confirmed_is_a_draft() -> None:
    assert state(event()) == "draft"


def test_english_confirmed_against_the_chinese_of_today_is_confirmed() -> None:
    assert state(confirmed()) == "confirmed"


@pytest.mark.parametrize(
    ("old", "new"),
    [("云川植树", "云川种树"), ("春天植树", "秋天植树"), ("种下树", "种下许多树"), ("第一章", "第二章")],
)
def test_any_change_of_the_chinese_makes_it_stale(old: str, new: str) -> None:
    assert state(confirmed(chinese=CHINESE.replace(old, new))) == "stale"


@pytest.mark.parametrize(
    ("old", "new"),
    [("\n", "\r\n"), ("种下树。", "种下树。  "), ("---\n\n种", "---\n\n\n种"), ("2020", "2021"), ("chapter", "part")],
)
def test_line_ends_space_data_and_english_make_nothing_stale(old: str, new: str) -> None:
    assert state(confirmed(chinese=CHINESE.replace(old, new))) == "confirmed"


def test_changed_english_stays_confirmed_for_it_says_the_same_chinese() -> None:
    assert state(confirmed(ENGLISH.replace("In spring", "In the spring"))) == "confirmed"


@pytest.mark.parametrize(
    ("english", "fields"),
    [
        ("", ("title", "summary", "body")),
        ("---\n---\n", ("title", "summary", "body")),
        ("---\ntitle: Trees\nsummary:\n---\n\nText.\n", ("summary",)),
        ("---\ntitle: Trees\nsummary: Spring.\n---\n \n", ("body",)),
    ],
)
def test_missing_english_is_said_by_field_and_the_chinese_stands_in_its_place(
    english: str, fields: tuple[str, ...]
) -> None:
    found = event(english=english, lenient=True)

    assert found.untranslated == fields
    assert state(found) == "missing"
    assert all(pair.en == pair.zh for pair in pairs(found) if pair.path[0] in fields)


def test_a_missing_english_text_deep_in_a_record_is_found() -> None:
    found = event(CHINESE.replace(", en: chapter 1", ""), lenient=True)

    assert (found.untranslated, found.sources[0].at.en) == (("sources.0.at",), "第一章")


def test_a_term_without_english_is_missing() -> None:
    assert state(term("- zh: 共建\n")) == "missing"


def test_confirmed_english_of_which_a_part_was_lost_is_missing() -> None:
    assert state(event(english=f"---\ntitle: Trees\nconfirmed: {digest(event())}\n---\n", lenient=True)) == "missing"
