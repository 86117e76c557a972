"""Tests of how the schema's errors are said."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from changlang.model.kinds import KINDS
from changlang.problems import as_text
from changlang.read.faults import faults, nearest

LINE = {"zh": "一", "en": "one"}


def said(kind: str, data: dict[str, Any]) -> list[str]:
    schema = KINDS[kind].schema
    with pytest.raises(ValidationError) as raised:
        schema.model_validate(data)
    problems = faults(raised.value.errors(), data, list(schema.model_fields), lambda path: (str(path), 1, 1))
    return [as_text(found, "en").partition(": error ")[2] for found in problems]


def test_a_choice_is_told_with_all_that_it_can_be() -> None:
    figure = {"id": "a", "label": LINE, "value": "1", "unit": "person", "bound": "abuot"}

    assert said("figures", figure) == [
        "unknown-choice “bound” cannot be “abuot”\n"
        "  hint: it can be: exact about nearly over at-least; did you mean “about”?"
    ]


@pytest.mark.parametrize(
    ("kind", "field", "value", "form"),
    [
        ("events", "photos", "ship", "photos: […, …]"),
        ("events", "place", "harbour", "place: {zh: …, en: …}"),
        ("events", "sources", "report", "sources: [{id: …, at: {zh: …, en: …}}]"),
        ("people", "consent", ["yes"], "consent: …"),
        ("people", "sample", "perhaps", "sample: true"),
        ("photos", "focus", "middle", "focus: [0.5, 0.5]"),
        ("photos", "icon", "flag", "icon: material/flag"),
        ("terms", "avoid", "word", "avoid: {zh: […, …], en: […, …]}"),
        ("terms", "also", "word", "also: {zh: […, …], en: […, …]}"),
    ],
)
def test_a_wrong_form_is_answered_with_the_right_one(kind: str, field: str, value: object, form: str) -> None:
    honours = [{"title": LINE, "year": "2019"}]
    whole: dict[str, dict[str, Any]] = {
        "events": {"id": "a", "title": LINE, "date": "2018", "column": "c"},
        "people": {"id": "a", "title": LINE, "honours": honours},
        "photos": {"id": "a", "caption": LINE},
        "terms": {"id": "a", "zh": "一", "en": "one"},
    }

    assert said(kind, whole[kind] | {field: value}) == [
        f"bad-shape “{field}” is not written as it should be\n  hint: write it as {form}"
    ]


def test_a_list_of_bad_entries_is_not_called_too_short_as_well() -> None:
    person = {"id": "a", "title": LINE, "honours": [{"title": LINE}]}

    assert [line.split()[0] for line in said("people", person)] == ["missing-key"]


def test_an_empty_list_that_must_not_be_is_told() -> None:
    assert [line.split()[0] for line in said("people", {"id": "a", "title": LINE, "honours": []})] == ["bad-shape"]


def test_one_side_of_a_choice_of_types_is_told_once() -> None:
    figure = {"id": "a", "label": LINE, "value": "1", "unit": {"zh": "个"}}

    assert [line.split()[0] for line in said("figures", figure)] == ["missing-translation"]


def test_the_nearest_name_ends_a_hint_in_both_languages() -> None:
    assert nearest("evnets", list(KINDS)) == {
        "nearest_zh": "，是不是“events”？",
        "nearest_en": "; did you mean “events”?",
    }


@pytest.mark.parametrize("word", ["", "云", "entirely-different"])
def test_where_no_name_is_near_none_is_offered(word: str) -> None:
    assert nearest(word, list(KINDS)) == {"nearest_zh": "", "nearest_en": ""}
