"""The rules of print: what is mended, what is only said, and what is right as it is. 云川 Yunchuan is invented."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changlang.language.printed import marks, mend, printed
from changlang.model.fields import Text
from changlang.model.languages import Language
from tests.language.written import catalogue, event

MENDED = [
    ("zh", "云川市委,市政府开会.", "云川市委，市政府开会。"),
    ("zh", "共30人参加!真的?", "共30人参加！真的？"),
    ("zh", '他说:"好"', "他说：“好”"),
    ("zh", "他说:'好'", "他说：‘好’"),
    ("zh", "花了5亿元(约15亩);其中", "花了5亿元（约15亩）；其中"),
    ("zh", "人都好(城东).", "人都好（城东）。"),
    ("zh", "写作Word(文字),再说", "写作Word（文字），再说"),
    ("zh", "你好... 再见", "你好……再见"),
    ("zh", "你好。。。", "你好……"),
    ("zh", "你好…", "你好……"),
    ("zh", "人民--军队", "人民——军队"),
    ("zh", "人民―军队", "人民——军队"),
    ("zh", "「国防」『教育』", "“国防”‘教育’"),
    ("zh", "好，，不好。。", "好，不好。"),
    ("zh", "**云川**,好", "**云川**，好"),
    ("zh", "[云川](event:a),好", "[云川](event:a)，好"),
    ("zh", "种树{figure:a},好", "种树{figure:a}，好"),
    ("zh", "在 2018 年 8 月", "在2018年8月"),
    ("zh", "用 Word 写", "用Word写"),
    ("zh", "占 30% 以上", "占30%以上"),
    ("zh", "见 [Word](a.md) 文档", "见[Word](a.md)文档"),
    ("zh", "好 ，不好， 是", "好，不好，是"),
    ("zh", "种树 {figure:a} 棵", "种树{figure:a}棵"),
    ("zh", "１２．５％的人", "12.5%的人"),
    ("zh", "２０１８年", "2018年"),
    ("zh", "2016-2020年", "2016—2020年"),
    ("zh", "3月-5月", "3月—5月"),
    ("zh", "3~5米", "3～5米"),
    ("zh", "2018年08月01日", "2018年8月1日"),
    ("zh", "二0一八年和二零一九年", "二〇一八年和二〇一九年"),
    ("zh", "8:30-10:00开放", "8:30—10:00开放"),
    ("zh", "满意率100 %。", "满意率100%。"),
    ("en", 'He said "hello", and left.', "He said “hello”, and left."),
    ("en", "It's the city's. The veterans' day.", "It’s the city’s. The veterans’ day."),
    ("en", "a 'bridge' here", "a ‘bridge’ here"),
    ("en", "one -- two", "one – two"),
    ("en", "one - two", "one – two"),
    ("en", "one--two", "one—two"),
    ("en", "one — two", "one – two"),
    ("en", "open 8:30-10:00 daily", "open 8:30–10:00 daily"),
    ("en", "some 50 % of it", "some 50% of it"),
    ("en", "and so on...", "and so on…"),
    ("en", "in 2016-2020", "in 2016–2020"),
    ("en", "two  blanks", "two blanks"),
    ("en", "a blank , here", "a blank, here"),
    ("en", "Yunchuan，the city（old）and new。", "Yunchuan, the city (old) and new."),
    ("en", "１２ metres", "12 metres"),
]
SAID = [
    ("zh", "花了1,200元", "number-form", "1200"),
    ("zh", "有3-5人", "number-form", "—"),
    ("zh", "在2018-08-01落成", "date-form", "2018年8月1日"),
    ("zh", "在2018.8.1落成", "date-form", "2018年8月1日"),
    ("zh", "19年7月动工", "date-form", "2019年"),
    ("zh", "8月1号开馆", "date-form", "1日"),
    ("zh", "上午9：30开始", "number-form", ":"),
    ("zh", "《云川志》、《云川报》", "punctuation", ""),
    ("zh", "“双拥”、“共建”活动", "punctuation", ""),
    ("zh", "树、路、桥……等等", "punctuation", ""),
    ("zh", "写着“云川", "unpaired", ""),
    ("zh", "写着”云川”", "unpaired", ""),
    ("zh", "（见图", "unpaired", ""),
    ("zh", '他说"好“', "punctuation", "“"),
    ("en", "on August 1, 2018 there", "date-form", "1 August 2018"),
    ("en", "on Aug. 3rd there", "date-form", "3 August"),
    ("en", "on 1st May 2019 there", "date-form", "1 May 2019"),
    ("en", "on 2018-08-01 there", "date-form", "1 August 2018"),
    ("en", "on 1/8/2018 there", "date-form", "1 August 2018"),
    ("en", "on 8/31/2018 there", "date-form", "31 August 2018"),
    ("en", "in August, 2018 there", "date-form", "August 2018"),
    ("en", "pages 3-5 there", "punctuation", "–"),
    ("en", "see (there", "unpaired", ""),
    ("en", "a 《book》 there", "punctuation", "“"),
]
RIGHT = [
    ("zh", "近5亿元，“九连冠”，《云川日报》（第3版）——好……"),
    ("zh", "2016—2020年，3～5米，A、B、C三项"),
    ("zh", "中共云川市委 云川市人民政府"),
    ("zh", "比分3:2，时间8:30，电话0000-1234567"),
    ("zh", "GB/T 37668—2019《信息技术》的AA级"),
    ("zh", "WCAG 2.2, level AA"),
    ("zh", "1. 第一\n2. 第二\n\n- 第三"),
    ("zh", "1）甲；2）乙；（三）丙"),
    ("zh", "`a,b`和https://yc.example/a,b，好"),
    ("zh", "“第一段。\n\n“第二段。”"),
    ("zh", "| 甲 | 3 |\n|---|---|\n| 乙 | 4 |"),
    ("zh", "93601部队，歼-20，COVID-19"),
    ("zh", "见https://yc.example/ 。".replace(" ", "")),
    ("zh", "一行\\\n二行  \n三行"),
    ("en", "Nearly CNY 500 million, “six inclusions”, the veterans’ day – 3 to 5."),
    ("en", "On 1 August 2018; 2016–2020; a well-known COVID-19 ward; 0000-123456"),
    ("en", "two words each broken (宣/传专栏, 全部/建立); caption 18 prints 古都订会, most likely"),
    ("en", "*Yunchuan Daily* and `a -- b` and 3 + 4; GB/T 37668—2019"),
    ("en", 'line one  \nline two\n\n    code -- "here"\n'),
    ("en", "| a  | b  |\n|----|----|\n| c  | d  |"),
    ("en", "the 1980s, rock ’n’ roll, ’tis"),
    ("en", "the poem “床前明月光，疑是地上霜。” by Li Bai"),
]
SIGNS = "云川的年月日 aAbs019０Ａ,.;:!?，。；：！？、()（）\"'“”‘’-—–…~～《》「」|*[]\n"


@pytest.mark.parametrize(("language", "text", "better"), MENDED)
def test_what_is_sure_is_mended(language: Language, text: str, better: str) -> None:
    assert mend(text, language, True) == better
    assert all(mark.safe for mark in marks(text, language, True))


@pytest.mark.parametrize(("language", "text", "code", "new"), SAID)
def test_what_only_a_writer_knows_is_said_and_left(language: Language, text: str, code: str, new: str) -> None:
    assert (code, new) in [(mark.code, mark.new) for mark in marks(text, language, True) if not mark.safe]


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_what_is_right_is_left_alone(language: Language, text: str) -> None:
    assert marks(text, language, True) == ()


def values(text: str) -> tuple[list[str], list[int]]:
    """Letters and Chinese characters in order, whatever their width; numbers by value."""
    plain = unicodedata.normalize("NFKC", text)
    return re.findall(r"[^\W\d_]", plain), [int(run) for run in re.findall(r"\d+", plain)]


@given(st.text(SIGNS, max_size=60), st.sampled_from(["zh", "en"]), st.booleans())
def test_mending_keeps_letters_characters_and_values_and_comes_to_an_end(
    text: str, language: Language, markdown: bool
) -> None:
    better = mend(text, language, markdown)

    assert values(better) == values(text)
    assert mend(better, language, markdown) == better
    assert not any(mark.safe for mark in marks(better, language, markdown))


@given(st.text(max_size=60), st.sampled_from(["zh", "en"]))
def test_any_text_can_be_looked_at(text: str, language: Language) -> None:
    for mark in marks(text, language, True):
        assert 0 <= mark.start < mark.end <= len(text)


def test_a_finding_names_its_place_and_both_forms() -> None:
    title = Text(zh="云川架桥,人人都好", en="A bridge")
    (found,) = printed(catalogue([event("", "", title=title)]), lambda pair, language, index: ("a", 3, index + 1))

    assert (found.line, found.column, found.code) == (3, 5, "punctuation")
    assert dict(found.args) == {"written": "云川架桥,人人都好", "mended": "云川架桥，人人都好"}
