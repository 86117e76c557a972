"""What a disagreement is, in words of both languages; a Chinese quantity also as English would write it."""

from __future__ import annotations

from collections.abc import Mapping

from changlang.language.numbers.agree import Code, Fault
from changlang.language.numbers.quantity import Bound, Quantity, plain
from changlang.language.numbers.weekdays import NAMES
from changlang.language.units import UNITS
from changlang.model.languages import Language

BOUNDS: Mapping[Bound, str] = {
    "exact": "", "reaching": "", "about": "about ", "nearly": "nearly ", "over": "more than ",
    "at-least": "at least ", "under": "less than ", "at-most": "at most ",
}  # fmt: skip
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
COUNTED: Mapping[str, str] = {
    "person": "people", "person-time": "person-times", "household": "households", "vehicle": "vehicles",
    "vehicle-trip": "vehicle trips", "tree": "trees",
}  # fmt: skip

WORDS: Mapping[Code, Mapping[Language, str]] = {
    "value": {
        "zh": "数不同：中文“{zh}”（即 {means}），英文“{en}”",
        "en": "different numbers: the Chinese “{zh}” is {means}, the English has “{en}”",
    },
    "unit": {
        "zh": "单位不同：中文“{zh}”（即 {means}），英文“{en}”",
        "en": "different units: the Chinese “{zh}” is {means}, the English has “{en}”",
    },
    "bound": {
        "zh": "范围不同：中文“{zh}”（即 {means}），英文“{en}”",
        "en": "different bounds: the Chinese “{zh}” is {means}, the English has “{en}”",
    },
    "lost": {
        "zh": "英文缺少：中文“{zh}”（即 {means}）",
        "en": "missing in English: the Chinese “{zh}” is {means}",
    },
    "added": {
        "zh": "中文没有：英文“{en}”",
        "en": "not in the Chinese: the English “{en}”",
    },
    "swapped": {
        "zh": "两个数对调了：中文先“{zh}”（即 {means}），英文先“{en}”",
        "en": "two numbers changed places: the Chinese has “{zh}” ({means}) where the English has “{en}”",
    },
}


def reason(fault: Fault, language: Language) -> str:
    """One sentence without a stop."""
    return WORDS[fault.code][language].format(
        zh=fault.zh.text if fault.zh else "", en=fault.en.text if fault.en else "", means=notation(fault.zh)
    )


def notation(one: Quantity | None) -> str:
    """A quantity in English: more than 45,000 person-times, CNY 170,000,000, 1 August 2018."""
    if one is None:
        return ""
    if one.kind == "date":
        return _date(one)
    if one.unit == "weekday":
        return NAMES[int(one.low)]
    if one.kind in ("time", "part"):
        return one.value
    if one.kind == "period":
        return f"the {one.value}s" if one.unit == "decade" else f"century {one.value}"
    number = f"{one.low:,f}" if one.low >= 1000 else plain(one.low)
    number = number.rstrip("0").rstrip(".") if "." in number else number
    number += f" to {plain(one.high)}" if one.vague else ""
    if one.kind == "ordinal":
        return f"no. {number}"
    return f"{BOUNDS[one.bounds[0]]}{_with_unit(number, one)}"


def _with_unit(number: str, one: Quantity) -> str:
    if one.kind == "times":
        return f"{number} times"
    unit = UNITS.get(one.unit)
    if one.dimension == "money" and unit:
        return f"{unit.one} {number}"
    if one.unit == "percent":
        return f"{plain(round(one.low, 4))}%"
    if unit and unit.dimension != "count":
        return f"{number} {unit.one if one.low == 1 else unit.many}"
    noun = COUNTED.get(one.unit, "")
    return f"{number} {noun}".strip()


def _date(one: Quantity) -> str:
    year, month, day = one.day
    parts = (
        str(day) if day else "",
        MONTHS[month - 1] if 1 <= month <= 12 else "",
        str(year) if year > 0 else f"{-year} BC" if year else "",
    )
    side = {"under": "before ", "over": "after "}.get(one.bounds[0], "")
    return side + " ".join(part for part in parts if part)
