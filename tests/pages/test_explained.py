"""The first use of a term carries its explanation, and nothing else is touched."""

from __future__ import annotations

import pytest

from changlang.model.fields import Prose, Text
from changlang.model.records import Forms, Term
from changlang.pages.explained import Explanations

BUILDING = Term(
    id="共建",
    zh="共建",
    en="building together",
    note=Text(zh="一起做“事”。", en='To do "things" together.'),
    digest="b",
)
OFFICE = Term(id="共建办", zh="共建办", en="Building Together Office", also=Forms(zh=("共建办公室",)), digest="o")
TERMS = Explanations([BUILDING, OFFICE])
OPEN = '<abbr title="一起做“事”。" tabindex="0">'


def test_the_first_use_is_explained_and_only_the_first() -> None:
    assert TERMS.explain("<p>军民共建。</p><p>再共建。</p>", "zh") == f"<p>军民{OPEN}共建</abbr>。</p><p>再共建。</p>"


def test_english_is_found_in_any_letters_and_number_as_a_whole_word() -> None:
    explained = TERMS.explain("<p>Rebuilding together; Building\ntogether; building together.</p>", "en")

    assert explained.startswith("<p>Rebuilding together; <abbr ")
    assert 'title="To do &quot;things&quot; together."' in explained
    assert explained.count("<abbr") == 1


@pytest.mark.parametrize(
    "html",
    [
        "<h2>共建</h2>",
        '<a href="x">共建</a>',
        "<pre><code>共建</code></pre>",
        '<abbr title="x">共建</abbr>',
        '<p title="共建"></p>',
    ],
)
def test_headings_links_code_and_attributes_are_left_alone_and_do_not_count_as_the_first_use(html: str) -> None:
    assert TERMS.explain(html, "zh") == html
    assert TERMS.explain(f"{html}<p>共建</p>", "zh") == f"{html}<p>{OPEN}共建</abbr></p>"


def test_a_term_within_a_longer_one_is_not_explained_there() -> None:
    assert TERMS.explain("<p>共建办、共建办公室</p>", "zh") == "<p>共建办、共建办公室</p>"


def test_a_note_that_nobody_translated_explains_nothing_in_english() -> None:
    raw = BUILDING.model_copy(update={"untranslated": ("note",)})

    assert Explanations([raw]).explain("<p>building together</p>", "en") == "<p>building together</p>"


def test_a_page_is_made_of_the_terms_in_its_body() -> None:
    said = list(TERMS.digests(Prose(zh="共建办，共建。", en="Text.")))

    assert said == ["共建办o", "共建b"]
    assert said != list(
        Explanations([BUILDING.model_copy(update={"digest": "new"}), OFFICE]).digests(Prose(zh="共建办，共建。"))
    )
