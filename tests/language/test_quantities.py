"""One quantity in many forms of both languages: whatever form it takes it agrees with itself and with no other."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from changlang.language.numbers.agree import agree
from changlang.language.numbers.chinese.read import chinese
from changlang.language.numbers.english.read import english

HAN = "零一二三四五六七八九"
SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
BOUNDS = {
    "": ("{}", "{}"),
    "over": ("{}余", "more than {}"),
    "nearly": ("近{}", "nearly {}"),
    "about": ("约{}", "about {}"),
    "at-least": ("至少{}", "at least {}"),
    "at-most": ("最多{}", "at most {}"),
    "under": ("不到{}", "fewer than {}"),
}


def in_han(value: int) -> str:
    """As a Chinese report writes a number in words: 一万二千零三十五."""
    if value >= 10000:
        rest = value % 10000
        return in_han(value // 10000) + "万" + (("零" if rest < 1000 else "") + in_han(rest) if rest else "")
    text, zero = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // size % 10
        if digit:
            text += ("零" if zero and text else "") + HAN[digit] + name
        zero = not digit
    return text.removeprefix("一") if text.startswith("一十") else text


def in_words(value: int) -> str:
    """As an English report writes a number in words: twelve thousand and thirty-five."""
    if value >= 1000:
        rest = value % 1000
        return f"{in_words(value // 1000)} thousand" + (
            f"{' and' if rest < 100 else ''} {in_words(rest)}" if rest else ""
        )
    if value >= 100:
        return f"{SMALL[value // 100]} hundred" + (f" and {in_words(value % 100)}" if value % 100 else "")
    if value < 20:
        return SMALL[value]
    return TENS[value // 10] + (f"-{SMALL[value % 10]}" if value % 10 else "")


def chinese_forms(value: int) -> list[str]:
    forms = [str(value), in_han(value), "".join(chr(ord(sign) + 0xFEE0) for sign in str(value))]
    return [*forms, f"{Decimal(value) / 10000:f}万"] if value >= 10000 else forms


def english_forms(value: int) -> list[str]:
    return [f"{value:,}", str(value) if value < 1000 or value > 2100 else f"{value:,}", in_words(value)]


values = st.integers(2, 999_999)
choices = st.integers(0, 9)


@given(value=values, left=choices, right=choices, bound=st.sampled_from(sorted(BOUNDS)))
@settings(max_examples=300, deadline=None)
def test_a_quantity_agrees_with_itself_in_every_form(value: int, left: int, right: int, bound: str) -> None:
    zh, en = chinese_forms(value), english_forms(value)
    number = zh[left % len(zh)]
    pair = BOUNDS[bound]
    text = f"全市有{pair[0].format(number)}名志愿者。"

    assert not agree(text, f"The city has {pair[1].format(en[right % len(en)])} volunteers.").faults


@given(value=values, other=values, left=choices, right=choices)
@settings(max_examples=300, deadline=None)
def test_another_quantity_does_not_agree(value: int, other: int, left: int, right: int) -> None:
    zh, en = chinese_forms(value), english_forms(other)
    reading = agree(f"全市有{zh[left % len(zh)]}名志愿者。", f"The city has {en[right % len(en)]} volunteers.")

    assert bool(reading.faults) == (value != other)


@given(value=values, first=st.sampled_from(sorted(BOUNDS)), second=st.sampled_from(sorted(BOUNDS)))
@settings(max_examples=200, deadline=None)
def test_another_bound_does_not_agree(value: int, first: str, second: str) -> None:
    zh, en = BOUNDS[first][0].format(value), BOUNDS[second][1].format(f"{value:,}")

    assert bool(agree(f"全市有{zh}名志愿者。", f"The city has {en} volunteers.").faults) == (first != second)


@given(
    day=st.dates(min_value=date(1900, 1, 1), max_value=date(2080, 1, 1)),
    form=st.integers(0, 5),
    shift=st.integers(1, 400),
)
@settings(max_examples=200, deadline=None)
def test_a_day_agrees_with_itself_in_every_form_and_with_no_other(day: date, form: int, shift: int) -> None:
    zh = f"活动于{day.year}年{day.month}月{day.day}日举行。"
    for one in (day, day + timedelta(days=shift)):
        month = MONTHS[one.month - 1]
        forms = (
            f"{one.day} {month} {one.year}",
            f"{month} {one.day}, {one.year}",
            f"{one.isoformat()}",
            f"{one.day} {month[:3]} {one.year}",
            f"the {one.day}th of {month} {one.year}",
            f"{month[:3]}{'.' * (month != 'May')} {one.day}, {one.year}",
        )
        assert bool(agree(zh, f"It took place on {forms[form]}.").faults) == (one != day)


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("三十五次", "35", "item", "exact"),
        ("两万名", "20000", "person", "exact"),
        ("一百零五人", "105", "person", "exact"),
        ("千余人", "1000", "person", "over"),
        ("十几人", "11..19", "person", "exact"),
        ("数十户", "20..99", "household", "exact"),
        ("上百名", "100", "person", "at-least"),
        ("近千万元", "10000000", "CNY", "nearly"),
        ("1.7亿元", "170000000", "CNY", "exact"),
        ("4.5万余人次", "45000", "person-time", "over"),
        ("2.3万亿元", "2300000000000", "CNY", "exact"),
        ("七成以上", "7", "tenth", "at-least"),
        ("三个半小时", "3.5", "hour", "exact"),
        ("一年半", "1.5", "year", "exact"),
        ("零下20℃", "-20", "celsius", "exact"),
        ("３３４３１．６亩", "33431.6", "mu", "exact"),
        ("二〇一六年", "2016", "", "exact"),
        ("上世纪80年代", "1980", "decade", "exact"),
        ("上午9时30分", "09:30", "", "exact"),
        ("第八次", "8", "", "exact"),
    ],
)
def test_chinese_is_read_into_values(text: str, value: str, unit: str, bound: str) -> None:
    (one,) = chinese(text)

    assert (one.value, one.unit, one.bounds[0]) == (value, unit, bound)


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("half a million yuan", "500000", "CNY", "exact"),
        ("two and a half million", "2500000", "", "exact"),
        ("45k yuan", "45000", "CNY", "exact"),
        ("a dozen", "12", "", "exact"),
        ("dozens of trees", "20..99", "", "exact"),
        ("tens of thousands of mu", "10000..99999", "mu", "exact"),
        ("RMB1.7bn", "1700000000", "CNY", "exact"),
        ("nearly CNY 500 million", "500000000", "CNY", "nearly"),
        ("30 people or more", "30", "person", "at-least"),
        ("an 85-year-old", "85", "year-of-age", "exact"),
        ("two-thirds", "66.66666666666666666666666666", "percent", "exact"),
        ("half past nine", "09:30", "", "exact"),
        ("14:30", "14:30", "", "exact"),
        ("August 1st, 2018", "2018-08-01", "", "exact"),
        ("no fewer than 3.5 percentage points", "3.5", "percentage-point", "at-least"),
        ("upwards of 30 sq km", "30", "square-kilometre", "over"),
    ],
)
def test_english_is_read_into_values(text: str, value: str, unit: str, bound: str) -> None:
    (one,) = english(text)

    assert (one.value, one.unit, one.bounds[0]) == (value, unit, bound)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("军民一起统一行动，一定万无一失。", "Soldiers and civilians act together; nothing must go wrong."),
        ("四面八方的群众赶来支援，千方百计解难题。", "People came from every side to help in every way."),
        ("一方面加强教育，另一方面第一时间解决困难。", "Education is strengthened and difficulties are met at once."),
        ("这是全市的“一把手”工程。", "It is a project for those at the top."),
        ("可以报名参加三月的长征。", "They may apply to join the march in March."),
        ("新冠肺炎疫情期间，一名战士捐出了积蓄。", "During the COVID-19 epidemic a soldier gave his savings."),
    ],
)
def test_numbers_in_set_phrases_and_articles_are_none(zh: str, en: str) -> None:
    assert not agree(zh, en).faults


@pytest.mark.parametrize(
    "text",
    ["九" * 5000, "1" * 5000, "9" * 4000 + "万亿元", "1-" * 2000, "twenty-" * 2000, "one " * 2000, "5 billion " * 500,
     "、".join(["35名"] * 600), "近" * 5000, "more than " * 1000, "第三十分之一点" * 500],
)  # fmt: skip
def test_no_text_is_too_much_for_the_reader(text: str) -> None:
    assert isinstance(agree(text, text).faults, tuple)
