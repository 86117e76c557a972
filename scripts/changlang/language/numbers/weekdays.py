"""Days of the week: 每周一、三、五 are not Mondays, Wednesdays and Saturdays."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from changlang.language.numbers.quantity import Quantity

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SIGNS: Mapping[str, int] = {sign: turn for turn, sign in enumerate("一二三四五六日")} | {"天": 6}
# 一周五次 is five times a week, 周一 also the beginning of 周一围.
CHINESE = re.compile(
    "(?<![一两二三四五六七八九十几0-9])(?:周|星期|礼拜)(?=(?P<days>[一二三四五六日天](?:[、和及至到—周]{0,2}[一二三四五六日天])*))"
    "(?![一二三四五六日][天次年个围边期月])"
)
ENGLISH = re.compile(rf"\b(?P<day>{'|'.join(NAMES)})s?\b", re.IGNORECASE)


def weekdays(zh: str, en: str) -> tuple[Quantity, Quantity] | None:
    """One day of each text that the other lacks, where both name days of the week."""
    if not any(word in zh for word in ("周", "星期", "礼拜")):
        return None
    first = {SIGNS[sign]: found for found in CHINESE.finditer(zh) for sign in found["days"] if sign in SIGNS}
    second = {NAMES.index(found["day"].capitalize()): found for found in ENGLISH.finditer(en)}
    odd, strange = [day for day in first if day not in second], [day for day in second if day not in first]
    return (_quantity(odd[0], first), _quantity(strange[0], second)) if odd and strange else None


def _quantity(day: int, found: Mapping[int, re.Match[str]]) -> Quantity:
    one, value = found[day], Decimal(day)
    text = one[0] + (one["days"] if one.re is CHINESE else "")
    return Quantity(text, *one.span(), "name", value, value, unit="weekday")
