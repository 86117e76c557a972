"""Tests of values written into files as text. What the files tell is invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changlang import plain
from changlang.translation.edit import Unwritable, scalar, set_body, set_front, set_value

RECORDS = """# Terms of Yunchuan.
- zh: 共建   # a comment
  en: building together

- {zh: 走访, en: visits}
# between
- zh: 军属
  note:
    zh: |
      一行
      二行
    en: lines   # why

  # the end
"""


@pytest.mark.parametrize(
    ("path", "value", "before", "after"),
    [
        ((0, "en"), "joint work", "en: building together\n", "en: joint work\n"),
        ((0, "confirmed"), "abc", "en: building together\n", "en: building together\n  confirmed: abc\n"),
        ((1, "confirmed"), "abc", "{zh: 走访, en: visits}", "{zh: 走访, en: visits, confirmed: abc}"),
        ((1, "en"), "calls: many", "en: visits}", 'en: "calls: many"}'),
        ((2, "confirmed"), "abc", "en: lines   # why\n", "en: lines   # why\n  confirmed: abc\n"),
        ((2, "note", "zh"), "三行", "|\n      一行\n      二行\n", "三行\n"),
    ],
)
def test_one_value_changes_and_nothing_else(path: plain.Path, value: str, before: str, after: str) -> None:
    assert RECORDS.count(before) == 1
    assert set_value(RECORDS, path, value) == RECORDS.replace(before, after)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_stay_as_the_file_has_them(end: str) -> None:
    text = RECORDS.replace("\n", end)

    assert set_value(text, (2, "confirmed"), "abc") == set_value(RECORDS, (2, "confirmed"), "abc").replace("\n", end)


def test_a_byte_order_mark_stays_and_shifts_nothing() -> None:
    assert set_value("\ufeff- id: a\n", (0, "confirmed"), "abc") == "\ufeff- id: a\n  confirmed: abc\n"
    assert set_front("\ufeff---\nid: a\n---\n", ("b",), "c") == "\ufeff---\nid: a\nb: c\n---\n"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("---\ntitle: A\n---\n\nText --- \n---\n", "---\ntitle: A\nconfirmed: abc\n---\n\nText --- \n---\n"),
        ("---\n---\n", "---\nconfirmed: abc\n---\n"),
        ("---\n# nothing yet\n---\n", "---\n# nothing yet\nconfirmed: abc\n---\n"),
        ("---\nsummary: >-\n  a\n  b\n\n# c\n---\n", "---\nsummary: >-\n  a\n  b\nconfirmed: abc\n\n# c\n---\n"),
        ("---\nconfirmed: old # why\ntitle: A\n---", "---\nconfirmed: abc # why\ntitle: A\n---"),
        ("---\nconfirmed:\ntitle: A\n---\n", "---\nconfirmed: abc\ntitle: A\n---\n"),
        ("---\ntitle:\n  long\n  text\n---\n", "---\ntitle:\n  long\n  text\nconfirmed: abc\n---\n"),
    ],
)
def test_front_matter_takes_a_key(text: str, after: str) -> None:
    assert set_front(text, ("confirmed",), "abc") == after


def test_a_body_is_replaced_whole_with_the_line_ends_of_its_file() -> None:
    assert set_body("---\r\ntitle: A\r\n---\r\nold\r\n", "\nnew\n") == "---\r\ntitle: A\r\n---\r\n\r\nnew\r\n"
    assert set_body("---\ntitle: A\n---", "\nnew\n") == "---\ntitle: A\n---\n\nnew\n"


@pytest.mark.parametrize("text", ["title: A\n", "", "---\ntitle: A\n"])
def test_a_file_without_front_matter_is_left_alone(text: str) -> None:
    with pytest.raises(Unwritable):
        set_front(text, ("confirmed",), "abc")


@pytest.mark.parametrize(("text", "path"), [("- id: a\n", (1, "b")), ("a: b\n", ("a", "c")), ("a: {b\n", ("a",))])
def test_what_is_not_there_takes_nothing(text: str, path: plain.Path) -> None:
    with pytest.raises(Unwritable):
        set_value(text, path, "x")


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1).filter(
    lambda text: not plain.HIDDEN.search(text)
)


@given(TEXT, st.sampled_from([(0, "en"), (0, "new"), (1, "en"), (1, "new"), (2, "note", "en"), (2, "note", "zh")]))
def test_any_text_can_be_written_and_reads_the_same(text: str, path: plain.Path) -> None:
    made, problems = plain.read_yaml(set_value(RECORDS, path, text), "")

    value = made.value
    for step in path:
        value = value[step]
    assert (value, problems) == (text, ())


@pytest.mark.parametrize(
    "text", ["no", "1", "null", "~", "a: b", "a #b", "- a", "“a”", "{figure:x}", "a ", "@a", "'a"]
)
def test_a_scalar_reads_as_the_text_it_was(text: str) -> None:
    assert plain.read_yaml(f"a: {scalar(text)}\n", "")[0].value == {"a": text}
