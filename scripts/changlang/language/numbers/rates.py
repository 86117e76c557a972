"""What a sum is for each of: 每亩500元 is not 500 yuan per hectare, 每月100元 not 100 yuan a year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from changlang.language.numbers.quantity import Quantity
from changlang.language.units import UNITS

CHINESE = re.compile(
    r"每(?:[^\W\d]{0,4}?(?<!第)一)??个?(?P<each>年|月|天|日|周|星期|季度|小时|分钟|秒|亩|公顷|平方公里|平方米|公里|千米|米|吨|公斤|千克|斤|立方米|升|户|人)"
    "|(?P<mean>[年月日周亩户人])均|(?P<yield>[年月日亩])(?:产(?![品量])|收入|创税|销售|接待|薪|工资|供)|一(?P<turn>[年月周天日])(?=[一两二三四五六]次|近|约|达|可|能|就)"
    "|全(?P<all>年)|元/(?P<over>年|月|天|日|亩|公顷|平方米|吨|公斤|斤|立方米|千瓦时|小时)"
)
ENGLISH = re.compile(
    r"\b(?P<lead>per|an?|each|every) (?P<each>years?|months?|days?|weeks?|quarters?|hours?|minutes?|mu|hectares?|ha"
    r"|square kilomet(?:re|er)|km²|square met(?:re|er)|m²|kilomet(?:re|er)|km|met(?:re|er)|tonne|ton|kilogram"
    r"|kg|jin|cubic met(?:re|er)|kwh|litre)\b"
    r"|(?P<adverb>annual|annually|yearly|monthly|daily|weekly|quarterly|hourly)\b"
    r"|\bper (?P<head>household|family|person|capita|head)\b|\b(?:each|every) (?P<home>household|family)\b"
    r"|\bper (?P<instant>second)\b|/(?P<over>mu|ha|m²|km²|t|kg|month|year|day)\b",
    re.IGNORECASE,
)
# Beside one of these “a month” is how long something took, and not what it is reckoned by.
LASTED = re.compile(
    r"\b(?:in|within|than|for|half|of|after|under|over|nearly|almost|about|just|only|last(?:s|ed)?|to|took|takes?|such"
    r"|as|was|is|with|from) $",
    re.IGNORECASE,
)
FROM_THEN = re.compile(
    r" (?:later|ago|earlier|before|after|in advance|and a half|long|old|or (?:so|more)|of|on(?! average))\b"
)
UNIT: Mapping[str, str] = {
    "年": "year", "月": "month", "天": "day", "日": "day", "周": "week", "星期": "week", "季度": "quarter",
    "小时": "hour", "分钟": "minute", "秒": "second", "亩": "mu", "公顷": "hectare", "平方公里": "square-kilometre",
    "平方米": "square-metre", "公里": "kilometre", "千米": "kilometre", "米": "metre", "吨": "tonne",
    "公斤": "kilogram", "千克": "kilogram", "斤": "jin", "立方米": "cubic-metre", "升": "litre",
    "annual": "year", "annually": "year", "yearly": "year", "monthly": "month", "daily": "day", "weekly": "week",
    "quarterly": "quarter", "hourly": "hour", "ha": "hectare", "km²": "square-kilometre", "m²": "square-metre",
    "km": "kilometre", "ton": "tonne", "t": "tonne", "kg": "kilogram", "kwh": "kilowatt-hour",
    "square kilometer": "square-kilometre", "square kilometre": "square-kilometre", "square meter": "square-metre",
    "square metre": "square-metre", "kilometer": "kilometre", "meter": "metre", "cubic metre": "cubic-metre",
    "cubic meter": "cubic-metre", "户": "household", "人": "person", "family": "household", "capita": "person",
    "head": "person",
}  # fmt: skip


def rates(zh: str, en: str) -> tuple[Quantity, Quantity] | None:
    """What the two texts reckon by, where each names something of one sort that the other does not."""
    first = _found(CHINESE, zh)
    second = _found(ENGLISH, en) if first else {}
    for sort in (("time", "clock"), ("area",), ("length",), ("mass", "volume"), ("count",)):
        odd = [one for one in first.values() if one.dimension in sort and one.unit not in second]
        strange = [one for one in second.values() if one.dimension in sort and one.unit not in first]
        if odd and strange:
            return odd[0], strange[0]
    return None


def _found(pattern: re.Pattern[str], text: str) -> Mapping[str, Quantity]:
    one = Decimal(1)
    units: dict[str, Quantity] = {}
    for found in pattern.finditer(text):
        if pattern is ENGLISH and _is_span(found, text):
            continue
        word = found[found.lastgroup or 0].lower()
        unit = UNIT.get(word) or UNIT.get(word.removesuffix("s")) or word.removesuffix("s")
        if unit in UNITS:
            units.setdefault(unit, Quantity(found[0], *found.span(), "number", one, one, unit=unit))
    return units


def _is_span(found: re.Match[str], text: str) -> bool:
    article = (found["lead"] or "").lower() in ("a", "an")
    return article and bool(
        LASTED.search(text[max(0, found.start() - 12) : found.start()]) or FROM_THEN.match(text, found.end())
    )
