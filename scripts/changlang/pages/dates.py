"""Dates as readers of each language write them."""

from __future__ import annotations

from datetime import date

from changlang.dates import DateParts
from changlang.model.languages import Language

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def written(when: DateParts, language: Language) -> str:
    """2018年8月1日 / 1 August 2018; 2016—2020年 / 2016–2020; an uncertain date says so."""
    text = _interval(when, language) if when.interval else _day(when.first, when.precision, language)
    if not when.uncertain:
        return text
    return f"{text}（日期待核）" if language == "zh" else f"{text} (date uncertain)"


def _interval(when: DateParts, language: Language) -> str:
    first, last = (_day(day, when.precision, language) for day in (when.first, when.last))
    if when.precision == "year":
        first = str(when.first.year)
    return f"{first}—{last}" if language == "zh" else f"{first}–{last}"


def _day(day: date, precision: str, language: Language) -> str:
    if language == "zh":
        parts = {"year": f"{day.year}年", "month": f"{day.year}年{day.month}月"}
        return parts.get(precision) or f"{day.year}年{day.month}月{day.day}日"
    month = MONTHS[day.month - 1]
    parts = {"year": str(day.year), "month": f"{month} {day.year}"}
    return parts.get(precision) or f"{day.day} {month} {day.year}"


def short(when: DateParts) -> str:
    """2018.08.01, 2018.08, 2018, 2016–2020: for time lines and cards, the same in both languages."""
    if when.interval:
        return f"{when.first.year}–{when.last.year}" if when.first.year != when.last.year else str(when.first.year)
    return when.first.isoformat()[: {"year": 4, "month": 7, "day": 10}[when.precision]].replace("-", ".")


def machine(when: DateParts) -> str:
    """What `<time datetime>` may hold: a day, a month or a year; "" for an interval (HTML has none)."""
    return "" if when.interval else when.edtf.rstrip("?~%")
