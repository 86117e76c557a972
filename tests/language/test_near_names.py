"""Names one sign off a known one. 云川 Yunchuan is an invented city, and so is everybody in it."""

from __future__ import annotations

import pytest

from changlang.dates import parse_date
from changlang.language.names.near import near_names
from changlang.model.fields import Text
from changlang.model.records import Forms, Honour, Person, Term
from tests.language.written import catalogue, event


def term(zh: str, en: str, **forms: tuple[str, ...]) -> Term:
    return Term(id=zh, zh=zh, en=en, also=Forms(**forms))


TERMS = (
    term("云川军分区", "Yunchuan Military Subdistrict"),
    term("云川舰", "the warship Yunchuan"),
    term("共建领导小组", "Building-Together Leading Group"),
    term("军地协调会", "military–civil coordination meeting"),
    term("优抚对象", "recipients of preferential treatment"),
    term("八连冠", "eighth consecutive title"),
    term("93999部队", "Unit 93999"),
    term("国防教育", "national defence education"),
    term("烈士纪念日", "Martyrs’ Day"),
    term("五个一", "“five ones”"),
)
KEEPER = Person(
    id="keeper",
    title=Text(zh="林守山", en="Lin Shoushan"),
    honours=(Honour(title=Text(zh="奖", en="a prize"), year=parse_date("2019")),),
)
SAMPLE = KEEPER.model_copy(update={"id": "a", "title": Text(zh="示例甲", en="Sample Person"), "sample": True})


def found(zh: str, en: str) -> list[tuple[str, str]]:
    site = catalogue([event(zh, en)], TERMS, people={"keeper": KEEPER, "a": SAMPLE})
    problems = near_names(site)
    assert {one.code for one in problems} <= {"near-name"}
    return [(dict(one.args)["written"], dict(one.args)["name"]) for one in problems]


@pytest.mark.parametrize(
    ("zh", "name"),
    [
        ("云川军份区来了", "云川军分区"),  # sounds alike
        ("云串军分区来了", "云川军分区"),  # another sign within
        ("共建领道小组开会", "共建领导小组"),
        ("共建领小组开会", "共建领导小组"),  # one left out
        ("共建领导导小组开会", "共建领导小组"),  # one twice
        ("共建领导组小开会", "共建领导小组"),  # two changed places
        ("93998部队来了", "93999部队"),
        ("林守杉说", "林守山"),
        ("林首山说", "林守山"),
        ("国房教育", "国防教育"),
    ],
)
def test_a_chinese_name_one_sign_off_is_seen(zh: str, name: str) -> None:
    assert [right for _, right in found(zh, "")] == [name]


@pytest.mark.parametrize(
    "zh",
    [
        "云川军分区来了，云川舰来了，林守山也来了",
        "云川建设得很快",  # 舰 and 建 sound alike, and 建设 is a word
        "军地协商会上",  # another meeting
        "优待对象优先",  # another word
        "七连冠之后是八连冠",  # another count
        "93999部队和939998部队",  # a longer number
        "国民教育和国防的教育",
        "在烈士纪念碑前",
        "军分区和领导小组",
        "五个亿",
        "`云川军份区`",
    ],
)
def test_ordinary_words_and_other_names_are_left_alone(zh: str) -> None:
    assert found(zh, "") == []


@pytest.mark.parametrize(
    ("en", "name"),
    [
        ("The Yunchuan Military Subdistict came.", "Yunchuan Military Subdistrict"),
        ("the Building-Togehter Leading Group", "Building-Together Leading Group"),
        ("national defense education", "national defence education"),
        ("Unit 93998 came", "Unit 93999"),
        ("Lin Shoushen said", "Lin Shoushan"),
    ],
)
def test_an_english_name_one_letter_off_is_seen(en: str, name: str) -> None:
    assert [right for _, right in found("", en)] == [name]


@pytest.mark.parametrize(
    "en",
    [
        "military-civil coordination meetings",
        "Martyr’s Day, Martyrs’ Day",
        "Yunchuan’s Military Subdistricts",
        "The Yunchuan Military Subdistrict came.",
        "the ninth consecutive title",
        "Unit 93999, 93998",
        "national. defense education",
    ],
)
def test_other_forms_of_english_words_are_no_mistakes(en: str) -> None:
    assert found("", en) == []


def test_a_text_that_quotes_both_forms_speaks_of_them() -> None:
    assert found("印作“云川军份区”，应为“云川军分区”", "") == []
    assert found("印作云川军份区，应为云川军分区", "") != []
