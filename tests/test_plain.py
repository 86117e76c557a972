"""Tests of plain text and plain YAML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changlang import plain
from changlang.problems import Problem

ALL = (
    "x: 1",
    "b\u00e9",
    "云川",
    "{",
    "[",
    "&a",
    "*a",
    "!t",
    "<<",
    "---",
    ": ",
    "- ",
    "? ",
    "\n",
    " ",
    '"',
    "'",
    "#",
    "|",
    "%",
)


def read(text: str) -> tuple[object, list[str]]:
    document, problems = plain.read_yaml(text, "a.yml")
    return document.value, [problem.code for problem in problems]


def places(problems: tuple[Problem, ...]) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.line, problem.column) for problem in problems]


@pytest.mark.parametrize("written", ["no", "012", "1:30", "2018-08-01", "1e3", "true", "0x1F", "=", "1_000"])
def test_scalars_keep_their_spelling(written: str) -> None:
    assert read(f"key: {written}") == ({"key": written}, [])


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_what_is_left_empty_is_nothing(written: str) -> None:
    assert read(f"key: {written}") == ({"key": None}, [])


def test_a_quoted_word_for_nothing_is_text() -> None:
    assert read("a: 'null'\nb: ''") == ({"a": "null", "b": ""}, [])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: &x 1", (1, 4)),
        ("a: *x", (1, 4)),
        ("a: !t 1", (1, 4)),
        ("a: !!python/object/apply:os.system [ls]", (1, 4)),
        ("b: 1\na:\n  <<: {c: 1}", (3, 3)),
        ("a: 1\n---\nb: 1", (2, 1)),
    ],
)
def test_what_plain_yaml_has_not_is_a_problem_at_its_place(text: str, place: tuple[int, int]) -> None:
    document, problems = plain.read_yaml(text, "a.yml")

    assert places(problems)[0] == ("yaml-feature", *place)
    assert document.value is None


def test_an_exclamation_or_ampersand_within_text_is_plain() -> None:
    assert read("a: Well done! A & B * C << D") == ({"a": "Well done! A & B * C << D"}, [])


def test_tags_pass_where_settings_are_shared_with_the_host() -> None:
    text = "a: !ENV HOME\nb: !!python/name:material.emoji.twemoji"

    document, problems = plain.read_yaml(text, "mkdocs.yml", tags=True)

    assert problems == ()
    assert document.value["a"] == "HOME"


def test_a_key_written_twice_is_a_problem_that_names_the_first() -> None:
    document, problems = plain.read_yaml("a: 1\nb: 2\na: 3", "a.yml", first_line=2)

    assert places(problems) == [("duplicate-key", 4, 1)]
    assert dict(problems[0].args) == {"key": "a", "first": "2"}
    assert document.value == {"a": "1", "b": "2"}


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("a: b: c", (1, 5), "there is a colon too many"),
        ("a: 1\nb\n", (3, 1), "a colon is missing"),
        ("a: @b", (1, 4), "nothing begins with this sign (a tab, @, %)"),
        ("a:\n\t- b", (2, 1), "nothing begins with this sign (a tab, @, %)"),
        ('a: "b\nc: d\n', (3, 1), "a quotation mark or bracket is not closed"),
        ("a: 1\n b: 2", (2, 3), "there is a colon too many"),
        ("a:\n  b: 1\n c: 2", (3, 2), "it is not in line with what is above, or follows a quotation"),
        ("- a\nb: 1", (2, 1), "a “- ” is missing"),
        ("a: [b c: d", (2, 1), "a comma or a closing bracket is missing"),
    ],
)
def test_yaml_that_cannot_be_read_is_explained_at_its_place(text: str, place: tuple[int, int], said: str) -> None:
    _, problems = plain.read_yaml(text, "a.yml")

    assert places(problems) == [("yaml-syntax", *place)]
    assert dict(problems[0].args)["detail_en"] == said


def test_a_key_in_brackets_is_a_problem() -> None:
    assert places(plain.read_yaml("a: 1\n[b]: 2", "a.yml")[1]) == [("yaml-key", 2, 1)]


@pytest.mark.parametrize("text", ["[" * 30 + "]" * 30, "- " * 30 + "a", "".join(" " * n + "a:\n" for n in range(30))])
def test_deep_nesting_is_a_problem(text: str) -> None:
    assert [code for code, *_ in places(plain.read_yaml(text, "a.yml")[1])] == ["yaml-depth"]


@pytest.mark.parametrize("sign", ["[", "{a: ", "- ", "? ", "- ? ", "[{a: ", '["]", '])
def test_nesting_that_would_exhaust_the_stack_is_a_problem(sign: str) -> None:
    _, problems = plain.read_yaml(sign * (plain.LARGEST // len(sign)), "a.yml")

    assert problems


def test_aliases_that_multiply_are_not_followed() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 40))

    document, problems = plain.read_yaml(bomb, "a.yml")

    assert document.value is None
    assert len(problems) <= plain.MOST + 1


def test_faults_of_one_sort_are_told_a_bounded_number_of_times() -> None:
    _, problems = plain.read_yaml("a: 1\n" * 5000, "a.yml")
    _, hidden = plain.decode("\u200b".encode() * 5000, "a.yml")

    assert len(problems) == len(hidden) == plain.MOST


def test_places_of_values_and_keys_count_from_the_first_line_of_the_file() -> None:
    document, _ = plain.read_yaml("a: x\nb:\n  - c: y\n", "a.md", first_line=2, places=True)

    assert document.places["b", 0, "c"] == (4, 8)
    assert document.places["b", 0, "c", "@key"] == (4, 5)


def test_no_places_are_kept_unless_asked_for() -> None:
    assert plain.read_yaml("a: x", "a.yml")[0].places == {}


def test_a_mark_at_the_beginning_and_line_ends_of_windows_are_read() -> None:
    assert plain.decode("\ufeffa: 1\r\nb: 2\r\n".encode(), "a.yml") == ("a: 1\nb: 2\n", ())


def test_text_that_is_not_utf8_is_a_problem_with_its_line() -> None:
    text, problems = plain.decode("a: 1\n云川".encode("gb18030"), "a.yml")

    assert text == ""
    assert places(problems) == [("not-utf8", 2, 0)]


def test_a_file_too_large_is_a_problem() -> None:
    assert [problem.code for problem in plain.decode(b"a" * (plain.LARGEST + 1), "a.yml")[1]] == ["file-too-large"]


@pytest.mark.parametrize(
    "sign", ["\x00", "\x08", "\x1b", "\x85", "\xad", "\u200b", "\u200d", "\u202e", "\u2066", "\u2028"]
)
def test_a_sign_that_nobody_sees_is_a_problem_at_its_place(sign: str) -> None:
    text, problems = plain.decode(f"a: 1\nb: 云{sign}川\n".encode(), "a.yml")

    assert text == ""
    assert places(problems) == [("hidden-sign", 2, 5)]
    assert dict(problems[0].args) == {"sign": f"U+{ord(sign):04X}"}


@pytest.mark.parametrize("escape", [r"\u200b", r"\x00", r"\U000E0001", r"\u202E"])
def test_a_hidden_sign_written_as_an_escape_is_a_problem(escape: str) -> None:
    assert places(plain.read_yaml(f'a: 1\nb: "x{escape}"', "a.yml")[1]) == [("hidden-sign", 2, 4)]


def test_a_mark_at_the_beginning_is_hidden_anywhere_else() -> None:
    assert places(plain.decode("a: \ufeffb".encode(), "a.yml")[1]) == [("hidden-sign", 1, 4)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\na: 1\n---\nbody\n", ("a: 1\n", "body\n", 4)),
        ("---\na: 1\n---", ("a: 1\n", "", 3)),
        ("---\n---\nbody", ("", "body", 3)),
        ("body\n---\n", (None, "body\n---\n", 1)),
        ("---\na: 1\n", (None, "---\na: 1\n", 1)),
        ("", (None, "", 1)),
    ],
)
def test_front_matter_stands_between_two_lines(text: str, parts: tuple[str | None, str, int]) -> None:
    assert plain.front_matter(text) == parts


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_problems(data: bytes) -> None:
    text, problems = plain.decode(data, "a.yml")

    assert not (text and problems)
    plain.read_yaml(plain.front_matter(text)[0] or text, "a.yml", places=True)


@given(st.lists(st.sampled_from(ALL), max_size=60).map("".join))
def test_any_yaml_gives_a_value_or_problems(text: str) -> None:
    document, problems = plain.read_yaml(text, "a.yml", places=True)

    assert problems or document.value is None or () in document.places
