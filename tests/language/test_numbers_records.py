"""Numbers over a catalogue: both places, names, figures, and what a comment silences."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from changlang.language.figures import figure_texts
from changlang.language.numbers.records import numbers
from changlang.language.texts import Pair
from changlang.model.catalogue import Catalogue
from changlang.model.fields import Text
from changlang.model.languages import Language
from changlang.model.records import Figure, Term
from changlang.model.silence import Silence
from changlang.problems import Problem
from tests.language.written import catalogue, event

UNIT = Term(id="90001部队", zh="90001部队", en="Unit 90001")


def where(pair: Pair, language: Language, index: int) -> tuple[str, int, int]:
    return f"a.{language}.md", pair[language].count("\n", 0, index) + 1, index


def found(texts: Catalogue, said: Sequence[Silence] = ()) -> list[Problem]:
    figures, _ = figure_texts(texts.figures.values())

    def silences(_: Any) -> Sequence[Silence]:
        return said

    return list(numbers(texts, figures, silences, where)[0])


def test_a_disagreement_names_both_numbers_and_both_places() -> None:
    (one,) = found(catalogue([event("投入1.7亿元。", "It cost CNY 17 million.")]))

    assert (one.code, one.file, one.column) == ("numbers-differ", "a.zh.md", 2)
    args = dict(one.args)
    assert args["other"] == "a.en.md:1:8"
    assert "1.7亿元" in args["reason_en"] and "CNY 170,000,000" in args["reason_en"]
    assert "CNY 17 million" in args["reason_zh"]


def test_a_figure_counts_as_its_own_words_on_both_sides() -> None:
    forest = Figure(id="forest", label=Text(zh="林", en="forest"), value=Decimal("33431.6"), unit="mu")
    right = event("造林{figure:forest}。", "The forest covers {figure:forest}.")
    by_hand = event("造林{figure:forest}。", "The forest covers 33,431.6 mu.")
    wrong = event("造林{figure:forest}。", "The forest covers 33,431.6 hectares.")

    assert not found(catalogue([right], figures={"forest": forest}))
    assert not found(catalogue([by_hand], figures={"forest": forest}))
    assert [one.code for one in found(catalogue([wrong], figures={"forest": forest}))] == ["numbers-differ"]


def test_sums_that_figures_round_agree_with_their_chinese() -> None:
    pensions = Figure(id="pensions", label=Text(zh="款", en="sum"), value=Decimal(295420200), unit="CNY", scale="万")
    texts = catalogue([event("发放29542.02万元。", "{figure:pensions} was paid.")], figures={"pensions": pensions})

    assert not found(texts)


def test_numbers_of_names_are_matched_as_names() -> None:
    assert not found(catalogue([event("到90001部队慰问。", "A visit to Unit 90001.")], [UNIT]))
    assert found(catalogue([event("到90001部队慰问。", "A visit to Unit 90010.")], [UNIT]))


def test_paragraphs_are_compared_one_by_one() -> None:
    zh, en = "来了35人。\n\n走了53人。", "There came 53 people.\n\nThere left 35."

    assert len(found(catalogue([event(zh, en)]))) == 2


def test_what_is_not_translated_is_not_compared() -> None:
    assert not found(catalogue([event("来了35人。", "", untranslated=("body",))]))


def test_a_comment_with_a_reason_silences_one_finding_below_it() -> None:
    texts = catalogue([event("长35米，\n宽3米。", "It is 36 metres long\nand 4 wide.")])

    codes = [one.code for one in found(texts, [Silence("a.en.md", 1, 4, "as on the plaque")])]

    assert sorted(codes) == ["numbers-differ", "numbers-silenced"]


def test_a_comment_without_reason_or_use_is_told() -> None:
    texts = catalogue([event("长35米。", "It is 35 metres long.")])

    assert [one.code for one in found(texts, [Silence("a.en.md", 1, 4, "")])] == ["numbers-no-reason"]
    assert [one.code for one in found(texts, [Silence("a.en.md", 1, 4, "why")])] == ["numbers-unused"]


def test_what_agreed_is_not_read_again_and_what_changed_is() -> None:
    texts = catalogue([event("长35米。", "It is 36 metres long.", digest="new")])
    _, quiet = numbers(catalogue([event("长35米。", "It is 35 metres long.", digest="old")]), {})

    assert quiet
    assert numbers(texts, {}, agreed=quiet)[0]
    assert not numbers(texts, {}, agreed={"events a new"})[0]
