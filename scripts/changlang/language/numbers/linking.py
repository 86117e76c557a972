"""Neighbours that share what is written once: 3至5万元, 8月1日至3日, 1 to 3 August, CNY 3 and 5 million."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from changlang.language.numbers.quantity import Day, Quantity
from changlang.model.languages import Language

JOINED: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(r"\s?(?:年|月|日)?\s?(?:至|到|[-–—~∼〜]{1,2})\s?(?:同年|当年|次年|翌年)?(?:年?底|年?初)?\s?"),
    "en": re.compile(
        r"(?:,? (?:to|through|until|till|up to|down to) (?:the |about |around |as many as )?|\s?[-–—]{1,2}\s?)"
    ),
}
LISTED: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(r"\s?[、,和与及或]\s?"),
    "en": re.compile(r"(?:,|,? and|,? or|,? then| /|/)\s(?:about |some |nearly |over )?|\s?/\s?"),
}
GOES_ON = re.compile(r"[a-z% ]{0,24}(?:,|\band\b|\bor\b|\bin (?:the |that |this )?order|respectively)")
# A share whose unit is written, so that it may stand for the number before it too.
WRITTEN = re.compile("[%‰％]|per ?cent|pct|[百千万]分之", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween (?:the (?:ages|years) of )?(?:cny |rmb )?$")
AND = re.compile(r" and ")
SCALES: Mapping[Language, tuple[tuple[str, Decimal], ...]] = {
    "zh": (
        ("万亿", Decimal(10**12)), ("亿", Decimal(10**8)), ("千万", Decimal(10**7)), ("百万", Decimal(10**6)),
        ("万", Decimal(10**4)),
    ),
    "en": (
        ("trillion", Decimal(10**12)), ("billion", Decimal(10**9)), ("million", Decimal(10**6)),
        ("thousand", Decimal(1000)), ("hundred", Decimal(100)), ("bn", Decimal(10**9)), ("k", Decimal(1000)),
    ),
}  # fmt: skip
FROM: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile("[从由自][^，。；]{0,12}$"),
    "en": re.compile(r"\bfrom (?:the |a |just |only |an average of )?$"),
}
TO: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(
        "^[^。；]{0,14}?(?:[高加长升大至涨降少低短缩减展变][到至为]|增至|升至|降至|到|至)(?:了)?[^。；，]{0,10}$"
    ),
    "en": re.compile(r"\bto (?:the |a |just |only |an average of )?$"),
}
ENDS = re.compile(
    r"\s?(?:[,.;:)，。；]|$|(?:respectively|himself|herself|themselves|itself|more|went|came|each|apiece|as|by|with|on)\b|in\b|for\b|from\b|to\b|was|were|and\b)"
)


def linked(found: Sequence[Quantity], text: str, language: Language) -> tuple[Quantity, ...]:
    """The quantities with what each takes from its neighbour, and which ends of a range they are."""
    row = list(found)
    for turn in range(len(row) - 2, -1, -1):
        gap = text[row[turn].end : row[turn + 1].start]
        if len(gap) < 18 and (kind := _gap(gap, text, row[turn], row[turn + 1], language)):
            row[turn], row[turn + 1] = _pair(row[turn], row[turn + 1], kind, language)
    for turn in range(len(row) - 1):
        after = row[turn + 1]
        gap = text[row[turn].end : after.start]
        shared = row[turn].dimension in ("money", "ratio", "time") and _bare(after) and len(gap) < 18
        if shared and _gap(gap, text, row[turn], after, language) and ENDS.match(text, after.end):
            row[turn + 1] = after._replace(unit=row[turn].unit)
    return tuple(_directed(row, text, language))


def _directed(row: list[Quantity], text: str, language: Language) -> list[Quantity]:
    """由2010年的18.6%提高到29.4% and its English: which number is the old one and which the new."""
    for turn, first in enumerate(row):
        for other in range(turn + 1, min(turn + 4, len(row))):
            second = row[other]
            if first.kind != second.kind or first.kind == "date" or first.role or second.role:
                continue
            if not (first.unit == second.unit or "" in (first.unit, second.unit)):
                continue
            begin = row[turn - 1].end if turn else 0
            before, gap = (
                text[max(begin if language == "en" else 0, first.start - 16) : first.start],
                text[first.end : second.start],
            )
            if FROM[language].search(before) and TO[language].search(gap):
                row[turn], row[other] = first._replace(role="low"), second._replace(role="high")
            elif language == "en" and TO["en"].search(before) and FROM["en"].search(gap):
                row[turn], row[other] = first._replace(role="high"), second._replace(role="low")
            else:
                continue
            break
    return row


def _gap(gap: str, text: str, before: Quantity, after: Quantity, language: Language) -> str:
    if JOINED[language].fullmatch(gap):
        return "range"
    if language == "en" and AND.fullmatch(gap) and BETWEEN.search(text[max(0, before.start - 30) : before.start]):
        return "range"
    if gap in (" or ", ", or ") and after.dimension == "ratio" and (gap[0] == "," or before.low > 100):
        return ""  # 1,180 or 94.7 per cent of them
    if language == "en" and gap == " or ":
        return "or"
    if gap == ", " and not GOES_ON.match(text, after.end):
        return ""  # over 800, thirty per cent of them
    return "list" if LISTED[language].fullmatch(gap) else ""


def _bare(one: Quantity) -> bool:
    return one.kind == "number" and not one.unit and not one.vague


def _pair(first: Quantity, second: Quantity, gap: str, language: Language) -> tuple[Quantity, Quantity]:
    ranged = gap == "range"
    if "date" in (first.kind, second.kind):
        first, second = _dated(first, second, ranged)
    elif "time" in (first.kind, second.kind):
        first, second = _timed(first, second, ranged, language)
    elif second.unit == "percent" and not WRITTEN.search(second.text):
        return first, second  # aged 22, and seven in ten of them
    elif _bare(first) and second.kind in ("number", "times"):
        first = _shared(first, second, gap, language)
    elif _bare(second) and gap in ("range", "or") and first.kind == "number" and first.unit:
        second = second._replace(unit=first.unit)
    if ranged and first.kind == second.kind:
        first, second = first._replace(role="low"), second._replace(role="high")
    return first, second


def _dated(first: Quantity, second: Quantity, ranged: bool) -> tuple[Quantity, Quantity]:
    """Two dates of which one may lack its year, its month or all but its number."""
    if _bare(first):
        first = _as_date(first, second.day) or first
    elif (_bare(second) and ranged) or (second.unit == "day" and second.text.endswith("日") and first.day[2]):
        second = _as_date(second._replace(unit=""), first.day) or second  # 八月三日至五日
    if not first.kind == second.kind == "date":
        return first, second
    (year, month, date), (year2, month2, date2) = first.day, second.day
    if not month2 and date2 and month:  # 8月1日至3日
        month2 = month
    if not month and date and month2:
        month = month2
    if ranged:
        year, year2 = year or year2, year2 or year
    return first._replace(day=(year, month, date)), second._replace(day=(year2, month2, date2))


def _timed(first: Quantity, second: Quantity, ranged: bool, language: Language) -> tuple[Quantity, Quantity]:
    """Two times of which one may be a bare hour or lack its half of the day: 下午2点至5点, 2 to 5 p.m."""
    if not ranged:
        return first, second
    if _bare(first) and first.low <= 24:
        first = _hour(first, second)
    elif _bare(second) and second.low <= 24:
        value = second.low * 60
        second = second._replace(kind="time", low=value, high=value, loose=language == "en")
    if first.kind == second.kind and language == "zh" and second.low < first.low >= 720:
        second = second._replace(low=second.low + 720, high=second.low + 720)
    return first, second


def _as_date(number: Quantity, day: Day) -> Quantity | None:
    """A bare number beside a date as a part of such a date: 1至3日, 5、6月, 2016–20."""
    value = int(number.low) if number.low == int(number.low) else -1
    year, month, date = day
    if date and 1 <= value <= 31:
        new = (year, month, value)
    elif month and not date and 1 <= value <= 12:
        new = (year, value, 0)
    elif year and not month and 1000 <= value <= 2999:
        new = (value, 0, 0)
    elif year and not month and 0 < value < 100 and year % 100 < value and len(number.text) == 2:
        new = (year - year % 100 + value, 0, 0)
    else:
        return None
    return number._replace(kind="date", day=new, needed=True)


def _hour(number: Quantity, time: Quantity) -> Quantity:
    value = number.low * 60
    late = time.low >= 720 and not time.loose and number.low < 12 and value + 720 < time.low
    value += 720 if late else 0
    return number._replace(kind="time", low=value, high=value, loose=True)


def _shared(first: Quantity, second: Quantity, gap: str, language: Language) -> Quantity:
    """The unit, and in a range (and in two or three hundred) the scale, that only the second number has."""
    low, ranged = first.low, gap == "range"
    if gap != "list" and first.low < 1000 and second.low >= 100:
        for name, size in SCALES[language]:
            if name in second.text and name not in first.text:
                low *= size if first.low < second.low / size else 1
                break
    step = first.step * (low / first.low if first.low else 1)
    needed = first.needed or ranged
    unit = second.unit if ranged or second.dimension != "count" else ""  # 800 and 120 vehicles may be 800 men
    return first._replace(low=low, high=low, step=step, unit=unit, kind=second.kind, needed=needed)
