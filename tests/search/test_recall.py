"""Every page that contains what was asked is found, and none that does not: compared with a search of the texts."""

from __future__ import annotations

import gzip
import random
import re
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from changlang.model.languages import Language
from changlang.search.ask import ask
from changlang.search.document import FIELDS, Document
from changlang.search.fold import BORDER, fold
from changlang.search.index import index
from tests.search.yunchuan import documents

COUNT = 300


@cache
def built() -> dict[str, bytes]:
    return index(documents(COUNT))


@cache
def texts(language: Language) -> dict[str, str]:
    """Address → all folded fields of a page, with a border between any two."""
    return {
        document.address: BORDER.join(fold(getattr(document, field)) for field in FIELDS)
        for document in documents(COUNT)
        if document.language == language
    }


def found(language: Language, question: str) -> set[str]:
    answer = ask(built().get, language, question, limit=COUNT)
    addresses = {result.address for result in answer.results}
    assert len(addresses) == answer.total
    return addresses


def containing(language: Language, question: str) -> set[str]:
    return {address for address, text in texts(language).items() if fold(question) in text}


def chinese(count: int) -> Iterator[str]:
    """Random pieces of two to six Chinese characters, most of them from pages, some put together at random."""
    chance = random.Random(7)
    pages = list(texts("zh").values())
    runs = [run for page in pages for run in re.findall("[\u4e00-\u9fff]{6,}", page)]
    for number in range(count):
        length = chance.randint(2, 6)
        one, other = chance.choices(runs, k=2)
        start = chance.randrange(len(one) - length + 1)
        yield one[start : start + length] if number % 4 else one[: length // 2] + other[: length - length // 2]


def english(count: int) -> Iterator[str]:
    """Words of pages, whole, begun, or cut from the inside."""
    chance = random.Random(8)
    words = sorted({word for page in texts("en").values() for word in re.findall("[a-z]{2,}", page)})
    for number in range(count):
        word = chance.choice(words)
        start = chance.randrange(len(word) - 1)
        yield (word, word[: start + 2], word[start:])[number % 3]


def test_a_thousand_pieces_of_chinese_find_just_the_pages_that_contain_them() -> None:
    asked = list(chinese(1000))
    assert sum(bool(containing("zh", question)) for question in asked) > 700
    assert [question for question in asked if found("zh", question) != containing("zh", question)] == []


def test_five_hundred_english_words_find_just_the_pages_that_contain_them() -> None:
    asked = list(english(500))
    assert [question for question in asked if found("en", question) != containing("en", question)] == []


@pytest.mark.parametrize("question", ["37.6", "11063.6", "11,063.6", "2 0", "0.6", "99999.6", "10"])
def test_numbers_are_found_with_and_without_the_comma_of_thousands(question: str) -> None:
    whole = {number for number in texts("zh") if fold(question).replace(" ", "") in texts("zh")[number]}
    assert found("zh", question.replace(" ", "")) == whole


def test_chinese_in_english_pages_is_found() -> None:
    pages = [
        Document("en/a/", "en", "event", "The square", body="The square (云川广场, Yunchuan) of 5G网 and 墙."),
        Document("en/b/", "en", "event", "The hall", body="云川, 广场 and the hall of 墙面"),
    ]
    files = index(pages)
    for question, expected in {
        "云川广场": {"en/a/"},
        "云川": {"en/a/", "en/b/"},
        "墙": {"en/a/", "en/b/"},
        "云川 广场": {"en/a/", "en/b/"},
        '"云川 广场"': {"en/b/"},
        '"广场 yunchuan"': {"en/a/"},
        "5g网": {"en/a/"},
        '"the hal"': {"en/b/"},
        '"hall of the"': set(),
    }.items():
        assert {result.address for result in ask(files.get, "en", question).results} == expected, question


# Bytes that a question of four characters may read of 20,000 pages, each file compressed on its own.
MOST = 60 * 1024


def read_for(files: dict[str, bytes], question: str) -> int:
    seen: set[str] = set()

    def read(path: str) -> bytes | None:
        seen.add(path)
        return files[path]

    ask(read, "zh", question, limit=8)
    return sum(len(gzip.compress(files[path], 6)) for path in seen)


def test_four_characters_read_little_whatever_they_are() -> None:
    runs = {text[at : at + 4] for text in texts("zh").values() for at in range(len(text) - 3)}
    asked = random.Random(9).sample(sorted(run for run in runs if BORDER not in run), 300)
    assert max(read_for(built(), f'"{run}"') for run in asked) < 20 * 1024


def test_four_characters_read_little_where_twenty_thousand_pages_say_them_again_and_again() -> None:
    """The worst for an index of places: the same words in every page, of whatever kind, column and day."""
    chance = random.Random(10)
    lines = ("国防教育进校园，国防教育进社区。", "拥军优属送温暖，拥军优属办实事。", "国防林里的国防课。")
    pages = [
        Document(
            f"events/{number}/",
            "zh",
            chance.choice(("event", "photo", "person")),
            "国防教育课",
            body="".join(chance.choices(lines, k=2)),
            column=chance.choice("甲乙丙丁戊"),
            year=f"{2016 + number % 10}",
            date=f"{2016 + number % 10}.{chance.randint(1, 12):02}.{number % 28 + 1:02}",
        )
        for number in range(20_000)
    ]
    files = index(pages)
    for question in ("国防教育", "教育进校", "优属办实", "防林里的"):
        assert 0 < read_for(files, f'"{question}"') < MOST, question


LINES = st.text(alphabet="墙红古建ab1 ，.\n𠮷", max_size=12)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(LINES, LINES), min_size=1, max_size=6),
    st.text(alphabet="墙红古建ab1𠮷", min_size=2, max_size=5),
)
def test_any_chinese_page_is_found_by_any_piece_of_it(pages: list[tuple[str, str]], question: str) -> None:
    written = [Document(f"{n}/", "zh", "event", title, body=body) for n, (title, body) in enumerate(pages)]
    expected = {
        page.address for page in written if fold(question) in fold(page.title) or fold(question) in fold(page.body)
    }
    answer = ask(index(written).get, "zh", f'"{question}"')
    assert {result.address for result in answer.results} - heard(written, question) == expected - heard(
        written, question
    )


def heard(pages: list[Document], question: str) -> set[str]:
    """Pages whose title is typed so: found too, because letters are also sounds."""
    return {page.address for page in pages} if re.fullmatch("[a-z0-9]+", question) else set()


@pytest.mark.parametrize("question", ["", " ", "。", '""', "　"])
def test_a_question_of_nothing_finds_nothing(question: str) -> None:
    assert found("zh", question) == set()


PHRASES: dict[str, Callable[[str], bool]] = {
    '"long queue at"': lambda text: "long queue at" in text,
    '"the children que"': lambda text: "the children que" in text,
    "queue children": lambda text: "queue" in text and "children" in text,
    "“queue children”": lambda text: "queue children" in text,
}


@pytest.mark.parametrize("question", PHRASES)
def test_several_words_mean_all_of_them_and_quotation_marks_the_phrase(question: str) -> None:
    expected = {address for address, text in texts("en").items() if PHRASES[question](text)}
    assert found("en", question) == expected
