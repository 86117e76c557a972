"""Terms have one English form. 云川 Yunchuan is an invented city."""

from __future__ import annotations

import pytest

from changlang.language.figures import FigureTexts
from changlang.language.terms import terms
from changlang.model.fields import Text
from changlang.model.figure_text import FigureText
from changlang.model.records import Forms, Term
from changlang.problems import Problem
from tests.language.written import catalogue, event

PLAQUES = FigureText("12 Glorious Family plaques", "", "12", "", " Glorious Family plaques")
FIGURES: FigureTexts = {"plaques": {"zh": PLAQUES, "en": PLAQUES}}
TERMS = (
    Term(id="双拥", zh="双拥", en="Double Support", avoid=Forms(en=("Shuangyong", "double-embrace"))),
    Term(
        id="双拥办",
        zh="双拥办",
        en="Double-Support Office",
        also=Forms(zh=("双办",), en=("the DS Office",)),
        avoid=Forms(zh=("拥军办",)),
    ),
    Term(id="国防教育", zh="国防教育", en="national defence education"),
    Term(id="教育基地", zh="教育基地", en="education base"),
    Term(id="光荣牌", zh="光荣牌", en="the Glorious Family plaque"),
    Term(id="共建", zh="共建", en="building together"),
)


def found(zh: str, en: str) -> list[tuple[str, str]]:
    problems = terms(catalogue([event(zh, en)], TERMS), FIGURES)
    return [(item.code, dict(item.args).get("zh") or dict(item.args)["form"]) for item in problems]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("双拥工作", "Double Support work"),
        ("双拥工作", "double-support work"),
        ("双拥工作", "the city’s double support"),
        ("挂光荣牌", "hung up Glorious Family plaques"),
        ("挂光荣牌{figure:plaques}", "hung up {figure:plaques}"),
        ("挂光荣牌", "Glorious-family plaque’s place"),
        ("双拥办来了", "The Double-Support Offices came"),
        ("双拥办来了", "The DS Office came"),
        ("双办来了", "The Double-Support Office came"),
        ("没有术语", "nothing of the kind"),
        ("`双拥`", "code says nothing"),
        ("[看](event:双拥)", "an address says nothing"),
    ],
)
def test_an_approved_form_is_known_in_its_inflections(zh: str, en: str) -> None:
    assert found(zh, en) == []


@pytest.mark.parametrize(
    ("zh", "en", "missing"),
    [
        ("双拥工作", "Support for both", ["双拥"]),
        ("双拥双拥", "twice and reported once", ["双拥"]),
        ("双拥办", "Double Support is not its office", ["双拥办"]),
        ("双拥和双拥办", "the Double-Support Office covers both in English", []),
        ("国防教育基地", "neither", ["国防教育", "教育基地"]),
        ("国防教育", "national-defence educational", ["国防教育"]),
        ("挂光荣牌", "a glorious plaque of a family", ["光荣牌"]),
    ],
)
def test_a_term_without_its_english_is_a_warning(zh: str, en: str, missing: list[str]) -> None:
    assert found(zh, en) == [("term-missing", term) for term in missing]


@pytest.mark.parametrize(
    ("zh", "en", "form"),
    [
        ("双拥", "Double Support (shuangyong)", "shuangyong"),
        ("双拥", "Double Support, a double embrace", "double embrace"),
        ("拥军办", "the office", "拥军办"),
    ],
)
def test_a_form_to_be_avoided_is_a_warning(zh: str, en: str, form: str) -> None:
    assert ("term-avoided", form) in found(zh, en)


def test_both_places_are_named() -> None:
    problems = terms(
        catalogue([event("甲乙双拥", "no")], TERMS),
        {},
        lambda pair, language, index: (f"{language}.md", 7, index + 1),
    )

    assert problems == (
        Problem("zh.md", 7, 3, "term-missing", (("zh", "双拥"), ("en", "Double Support"), ("other", "en.md:7:1"))),
    )


def test_fields_are_looked_at_like_bodies() -> None:
    assert [
        item.code for item in terms(catalogue([event("", "", title=Text(zh="双拥", en="Nothing"))], TERMS), {})
    ] == ["term-missing"]


def test_a_text_that_is_not_translated_is_not_compared() -> None:
    assert terms(catalogue([event("双拥", "双拥", untranslated=("body",))], TERMS), {}) == ()
