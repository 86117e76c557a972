"""Ranking, sounds, choices and what is offered when nothing is found."""

from __future__ import annotations

import pytest

from changlang.model.languages import Language
from changlang.search.ask import Answer, ask
from changlang.search.document import Document
from changlang.search.index import index
from changlang.search.question import phrases

PAGES = (
    Document("a/", "zh", "event", "红墙重修", date="2019-05-01", year="2019", column="城防"),
    Document("b/", "zh", "event", "开放日", body="红墙边上的开放日", date="2021-05-01", year="2021", column="城防"),
    Document("c/", "zh", "event", "夏令营", body="在红墙边", date="2022-07-01", year="2022", column="少年"),
    Document("d/", "zh", "person", "张光华", names="张光华\n李云川", caption="红墙讲解员"),
    Document("e/", "zh", "photo", "夜色", place="红墙广场", date="2018-01-01", year="2018"),
    Document("f/", "zh", "event", "单页", names="吕绿", figures="33,431.6平方米"),
    Document("g/", "en", "event", "The red wall", body="Red wall by the river"),
)
FILES = index(PAGES)


def asked(question: str, language: Language = "zh", **options: str) -> Answer:
    return ask(FILES.get, language, question, chosen=options)


def addresses(question: str, language: Language = "zh", **options: str) -> str:
    return "".join(result.address[0] for result in asked(question, language, **options).results)


def test_the_best_field_decides_and_then_the_date() -> None:
    assert addresses("红墙") == "aedcb"


def test_words_weigh_together() -> None:
    assert addresses("红墙 边") == "cb"
    assert addresses("边 开放日") == "b"


@pytest.mark.parametrize(
    ("question", "found"),
    [("zgh", "d"), ("zhangguanghua", "d"), ("zhangg", "d"), ("guanghua", "d"), ("gh", "d"), ("angguang", ""),
     ("lyc", "d"), ("lvlv", "f"), ("hqcx", "a"), ("zhang guang", "d"), ("xialingying", "c"), ("hongqiang", "a")],
)  # fmt: skip
def test_titles_and_names_are_found_by_sound_and_initials(question: str, found: str) -> None:
    assert addresses(question) == found


def test_a_sound_weighs_less_than_letters_that_stand_there() -> None:
    pages = [Document("x/", "zh", "event", "安全"), Document("y/", "zh", "event", "会", figures="an")]
    assert [result.address for result in ask(index(pages).get, "zh", "an").results] == ["y/", "x/"]


def test_counts_disregard_the_choice_of_themselves() -> None:
    answer = asked("红墙", kind="event")
    assert [result.address for result in answer.results] == ["a/", "c/", "b/"] and answer.total == 3
    assert answer.counts["kind"] == {"event": 3, "person": 1, "photo": 1}
    assert answer.counts["column"] == {"城防": 2, "少年": 1}
    assert asked("红墙", kind="event", column="城防").counts["year"] == {"2019": 1, "2021": 1}


def test_words_that_are_found_alone_are_named_when_all_are_not() -> None:
    answer = asked("红墙 夏令营 不存在的")
    assert answer.total == 0 and answer.fewer == {"红墙": 5, "夏令营": 1}
    assert asked("红墙 不存在的", kind="photo").fewer == {"红墙": 5}


def test_a_result_says_what_a_list_shows() -> None:
    (result,) = asked("红墙讲解").results
    assert (result.title, result.kind, result.text) == ("张光华", "person", "张光华\n李云川\n红墙讲解员")


def test_names_on_two_lines_are_two_names() -> None:
    assert addresses("光华李云") == "" and addresses("光华 李云") == "d"


def test_without_an_index_there_is_no_answer() -> None:
    with pytest.raises(FileNotFoundError, match=r"search/zh/head\.js"):
        ask(dict[str, bytes]().get, "zh", "红墙")


@pytest.mark.parametrize(
    ("question", "expected"),
    [("红墙 古建", ("红墙", "古建")), ("「红墙，古建」x", ("红墙 古建", "x")), ('"the red  wall', ("the red wall",)),
     ("a a A", ("a",)), ("紅牆　", ("红墙",)), ("—— 。", ())],
)  # fmt: skip
def test_a_question_is_phrases(question: str, expected: tuple[str, ...]) -> None:
    assert phrases(question) == expected
