"""Tests of the way from bytes to records. Yunchuan 云川 and all that is told of it is invented."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changlang.read.record import LONGEST_BODY, Read, read_source
from changlang.read.survey import Source

PAIRS = ("columns", "events", "people", "home", "hand")
CHINESE = """---
title: 走访
date: 2018-08-01
column: together
---

正文。
"""
ENGLISH = "---\ntitle: A call\n---\n\nText.\n"
FIGURE = "- id: a\n  label: {zh: 一, en: one}\n  value: 1\n  unit: person\n"


def listed(kind: str, text: str) -> Read:
    return read_source(Source(kind, "", "a.yml"), [text.encode()])


def paired(chinese: str, english: str = ENGLISH, kind: str = "events") -> Read:
    return read_source(Source(kind, "x", "x.zh.md", "x.en.md"), [chinese.encode(), english.encode()])


def faults(read: Read) -> list[tuple[str, int, int]]:
    return [(found.code, found.line, found.column) for found in read.problems]


def said(read: Read, name: str) -> list[str]:
    return [dict(found.args).get(name, "") for found in read.problems]


def test_a_pair_is_one_record_with_text_in_both_languages() -> None:
    read = paired(CHINESE)
    (event,) = read.records

    assert read.problems == []
    assert (event.id, event.title.zh, event.title.en, event.date.edtf) == ("x", "走访", "A call", "2018-08-01")
    assert (event.body.zh, event.body.en) == ("\n正文。\n", "\nText.\n")
    assert (event.origin.file, event.origin.english) == ("x.zh.md", "x.en.md")


def test_the_digest_of_a_pair_changes_with_either_text() -> None:
    records = [paired(CHINESE), paired(CHINESE + "。"), paired(CHINESE, ENGLISH + ".")]

    assert len({read.records[0].digest for read in records}) == 3


def test_the_digest_of_a_listed_record_changes_with_its_own_text_only() -> None:
    one, two = listed("figures", FIGURE), listed("figures", FIGURE + FIGURE.replace("id: a", "id: b"))

    assert one.records[0].digest == two.records[0].digest != two.records[1].digest


def test_scalars_become_what_the_schema_says() -> None:
    (figure,) = listed("figures", FIGURE.replace("value: 1", "value: 29542.020")).records

    assert figure.value == Decimal("29542.020")
    assert str(figure.value) == "29542.020"


def test_a_board_goes_by_its_code_and_a_term_by_its_chinese() -> None:
    assert listed("boards", "- {code: YC001, title: {zh: 一, en: one}}").records[0].id == "YC001"
    assert listed("terms", "- {zh: 双拥, en: Double Support}").records[0].id == "双拥"


def test_a_field_left_empty_is_left_out() -> None:
    read = paired(CHINESE.replace("column: together", "column: together\nplace:\ntags: ~"))

    assert read.problems == []
    assert (read.records[0].place, read.records[0].tags) == (None, ())


def test_all_faults_of_a_record_come_at_once_each_at_its_place() -> None:
    read = paired(
        "---\ntitle: 走访\ndate: soon\ncolumn: A\nphotos: ship\ntags: [a, B]\nsumary: 短\n---\n正文",
        "---\ntitel: A call\ndate: 2018\n---\nText",
    )

    assert read.records == []
    assert read.lost == ["x"]
    assert {(found.file, *place) for found, place in zip(read.problems, faults(read), strict=True)} == {
        ("x.en.md", "data-in-english", 2, 1),
        ("x.en.md", "data-in-english", 3, 1),
        ("x.en.md", "missing-translation", 2, 1),
        ("x.zh.md", "bad-date", 3, 7),
        ("x.zh.md", "bad-id", 4, 9),
        ("x.zh.md", "bad-shape", 5, 9),
        ("x.zh.md", "bad-id", 6, 11),
        ("x.zh.md", "unknown-key", 7, 1),
    }


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("value: 1", "value: many", ("bad-number", 3, 10)),
        ("value: 1", "value: 1,000", ("bad-number", 3, 10)),
        ("value: 1", "value: 1e400", ("bad-number", 3, 10)),
        ("value: 1", "value: NaN", ("bad-number", 3, 10)),
        ("value: 1", "value: １", ("bad-number", 3, 10)),
        ("value: 1", "value: 1_0", ("bad-number", 3, 10)),
        ("value: 1", "value: [1]", ("bad-shape", 3, 10)),
        ("id: a", "id: 云", ("bad-id", 1, 7)),
        ("id: a", "id: a--b", ("bad-id", 1, 7)),
        ("id: a", "id: ../a", ("bad-id", 1, 7)),
        (", en: one", "", ("missing-translation", 2, 10)),
        (", en: one", ", en: ", ("missing-translation", 2, 22)),
        ("en: one", "en: ' '", ("bad-length", 2, 22)),
        ("{zh: 一, en: one}", "一", ("bad-shape", 2, 10)),
        ("  unit: person", "", ("missing-key", 1, 3)),
        ("unit: person", "unit: [x]", ("bad-shape", 4, 9)),
        ("unit: person", "unit: {zh: 个}", ("missing-translation", 4, 9)),
        ("unit: person", "unit: person\n  scale: 千", ("unknown-choice", 5, 10)),
        ("unit: person", "unit: person\n  status: gone", ("unknown-choice", 5, 11)),
        ("unit: person", "unit: person\n  period: 2018-02-30", ("bad-date", 5, 11)),
        ("unit: person", "unit: person\n  period: [2018]", ("bad-date", 5, 11)),
        ("unit: person", "unit: person\n  digest: x", ("unknown-key", 5, 3)),
        ("unit: person", "unit: person\n  sources: [{id: a, place: x}]", ("unknown-key", 5, 21)),
        ("unit: person", "unit: person\n  label: {zh: 二, en: two}", ("duplicate-key", 5, 3)),
    ],
)
def test_one_wrong_value_is_one_problem_at_its_place(old: str, new: str, fault: tuple[str, int, int]) -> None:
    assert old in FIGURE
    assert faults(listed("figures", FIGURE.replace(old, new))) == [fault]


@pytest.mark.parametrize(
    ("kind", "text", "fault"),
    [
        ("boards", "- {code: yc1, title: {zh: 一, en: b}}", ("bad-code", 1, 10)),
        ("boards", "- {title: {zh: 一, en: b}}", ("missing-key", 1, 3)),
        ("boards", "- {id: YC001, title: {zh: 一, en: b}}", ("unknown-key", 1, 4)),
        ("boards", "- {code: YC001, title: {zh: 一, en: b}, size: A9}", ("bad-size", 1, 46)),
        ("terms", "- {zh: 双拥}", ("missing-key", 1, 3)),
        ("terms", "- {id: a, zh: 双拥, en: x}", ("unknown-key", 1, 4)),
        ("quiz", "- {id: a, question: {zh: 一, en: b}, choices: [{zh: 一, en: b}], answer: 1}", ("bad-shape", 1, 46)),
        ("photos", "- {id: a, caption: {zh: 一, en: b}, focus: [0.5]}", ("bad-shape", 1, 43)),
        ("photos", "- {id: a, caption: {zh: 一, en: b}, icon: flag}", ("bad-shape", 1, 42)),
        ("sources", "- {id: a, title: {zh: 一, en: b}, url: 'javascript:alert(1)'}", ("bad-url", 1, 39)),
        ("tags", "- a", ("bad-shape", 1, 3)),
        ("tags", "id: a", ("not-a-list", 1, 1)),
    ],
)
def test_every_kind_says_what_is_wrong_in_its_own_words(kind: str, text: str, fault: tuple[str, int, int]) -> None:
    assert faults(listed(kind, text)) == [fault]


def test_only_the_faulty_records_of_a_list_are_left_out() -> None:
    read = listed("figures", FIGURE + FIGURE.replace("id: a", "id: b").replace("value: 1", "value: x"))

    assert [figure.id for figure in read.records] == ["a"]
    assert read.lost == ["b"]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n"])
def test_a_list_without_records_is_empty(text: str) -> None:
    assert listed("tags", text) == Read([], [], [])


def test_a_misspelt_field_is_offered_the_nearest_of_its_kind() -> None:
    read = paired(CHINESE.replace("column:", "colunm:"))

    assert "; did you mean “column”?" in said(read, "nearest_en")


def test_a_nested_field_is_offered_its_neighbours() -> None:
    text = "---\ntitle: 甲\nhonours: [{title: {zh: 一, en: one}, yaer: 2018}]\n---\n"

    read = paired(text, "---\ntitle: A\n---\n", "people")

    assert faults(read) == [("missing-key", 3, 11), ("unknown-key", 3, 37)]
    assert said(read, "nearest_zh")[1] == "，是不是“year”？"


def test_a_body_in_one_language_only_lacks_its_translation() -> None:
    assert [(found.code, found.file) for found in paired(CHINESE, "---\ntitle: A call\n---\n").problems] == [
        ("missing-translation", "x.en.md")
    ]
    assert [(found.code, found.file) for found in paired(CHINESE.replace("正文。", "")).problems] == [
        ("missing-translation", "x.zh.md")
    ]


def test_what_only_the_english_file_tells_lacks_its_chinese() -> None:
    read = paired(CHINESE, ENGLISH.replace("title: A call", "title: A call\nsummary: Short."))

    assert faults(read) == [("missing-translation", 2, 1)]
    assert (read.problems[0].file, said(read, "language")) == ("x.zh.md", ["zh"])


def test_a_body_without_end_is_refused_before_anything_searches_it() -> None:
    read = paired(CHINESE + "[" * LONGEST_BODY)

    assert faults(read) == [("bad-length", 6, 1)]


def test_hostile_text_in_a_body_is_a_problem_at_its_place_in_the_file() -> None:
    assert faults(paired(CHINESE + "\n好<script>alert(1)</script>")) == [
        ("unsafe-html", 9, 2),
        ("unsafe-html", 9, 18),
    ]


@pytest.mark.parametrize("side", [0, 1])
@pytest.mark.parametrize(
    ("text", "code"),
    [("title: a", "no-front-matter"), ("---\n- a\n---\n", "bad-shape"), ("---\na: [\n---\n", "yaml-syntax")],
)
def test_front_matter_that_is_none_is_a_problem_of_its_file(side: int, text: str, code: str) -> None:
    read = paired(*((text, ENGLISH) if side == 0 else (CHINESE, text)))

    assert [(found.code, found.file) for found in read.problems] == [(code, ("x.zh.md", "x.en.md")[side])]


def test_a_hand_written_page_holds_words_and_nothing_else() -> None:
    text = "---\ntitle: 一\ndescription: 二\nlayout: x\n---\n正文"

    read = paired(text, "---\ntitle: A\ndescription: B\n---\nText", "hand")

    assert faults(read) == [("unknown-key", 4, 1)]


def test_the_home_page_has_a_strip_or_none() -> None:
    home = "---\ntitle: 一\ndescription: 二\n{}---\n"
    english = "---\ntitle: A\ndescription: B\n---\n"

    assert paired(home.format(""), english, "home").records[0].strip is None
    strip = paired(home.format("strip: {total: 9, done: 8}\n"), english, "home").records[0].strip
    assert (strip.total, strip.done, dict(strip.marks)) == (9, 8, {})


WORDS = st.sampled_from(
    (
        "title: 一",
        "date: 2018",
        "date: x",
        "column: a",
        "- ",
        "  ",
        "{",
        "}",
        "[",
        "]",
        ":",
        "\n",
        "---\n",
        "id: a",
        "value: 1",
    )
)


@given(st.binary(max_size=300), st.sampled_from(("tags", "figures", "boards", "terms", "photos", "quiz")))
def test_any_bytes_as_a_list_give_records_or_problems(data: bytes, kind: str) -> None:
    read_source(Source(kind, "", "a.yml"), [data])


@given(st.lists(WORDS, max_size=40).map("".join), st.sampled_from(("tags", "figures", "boards", "terms", "quiz")))
def test_any_yaml_as_a_list_gives_records_or_problems(text: str, kind: str) -> None:
    listed(kind, text)


@given(st.lists(WORDS, max_size=30).map("".join), st.lists(WORDS, max_size=30).map("".join), st.sampled_from(PAIRS))
def test_any_text_as_a_pair_gives_a_record_or_problems(chinese: str, english: str, kind: str) -> None:
    read: Any = paired(f"---\n{chinese}\n---\n{english}", f"---\n{english}\n---\n{chinese}", kind)

    assert bool(read.records) != bool(read.problems)
