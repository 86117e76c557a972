"""Builders of dates, times, decades and parts of a year in Chinese."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from changlang.language.numbers.chinese.amounts import read_amount
from changlang.language.numbers.chinese.around import Read, value_of
from changlang.language.numbers.chinese.bounds import bound_before
from changlang.language.numbers.chinese.forms import AMOUNT, LATE, NIGHT
from changlang.language.numbers.quantity import EXACT, ONE, Bound, Quantity


def read_period(found: re.Match[str], _: str) -> Read:
    """80年代 is 1980, 上世纪80年代 too; 三四十年代 are two of them; 20世纪 is the twentieth."""
    if found["whole"]:
        value = value_of(found["whole"])
        return (Quantity(found[0], *found.span(), "period", value, value, unit="century"),), found.end()
    if found["generation"]:  # 90后 are those born in the 1990s
        born = value_of(found["generation"])
        value = born + (2000 if born < 30 else 1900)
        return (Quantity(found[0], *found.span(), "period", value, value, unit="decade"),), found.end()
    century = value_of(found["century"]) if found["century"] else Decimal(21 if found["era"] == "本" else 20)
    decades = [value_of(found[name]) for name in ("first", "decade") if found[name]]
    decades = [10 * value if value < 10 else value for value in decades]  # 三四十年代
    decades = [value + 100 * (century - 1) if value < 100 else value for value in decades]
    one = Quantity(found[0], *found.span(), "period", decades[0], decades[0], unit="decade")
    return tuple(one._replace(low=value, high=value) for value in decades), found.end()


LUNAR: Mapping[str, int] = {"正": 1, "冬": 11, "腊": 12}


def read_lunar(found: re.Match[str], _: str) -> Read:
    """腊月二十三 is the twenty-third day of the twelfth lunar month, which English may call by its feast."""
    name = found["moon"] or found["moon2"] or found["moon3"]
    month = Decimal(LUNAR.get(name) or value_of(name))
    one = Quantity(found[0], *found.span(), "ordinal", month, month, needed=False)
    if not found["lunar"]:
        return (one,), found.end()
    day = value_of(found["lunar"].removeprefix("初"))
    return (one._replace(low=day, high=day), one), found.end()


def read_part(found: re.Match[str], _: str) -> Read:
    """Halves of a year are 1 and 2, quarters 11 to 14, the first two or three quarters 22 and 23."""
    if found["part_half"]:
        value = Decimal(1 if found["part_half"] == "上" else 2)
    elif found["part_first"]:
        value = 20 + value_of(found["part_first"])
    else:
        value = 10 + value_of(found["part_quarter"] or found["part_bare"])
    return (Quantity(found[0], *found.span(), "part", value, value),), found.end()


ABOUT: tuple[Bound, ...] = ("about",)
ROUGHLY = re.compile("许|左右|前后|上下")
# On which side of a date something is: 12月31日前, 2016年底以来.
SIDE = re.compile("(?:年?[底初末]|[上中下]旬)?(?:(?P<before>[以之]前|前(?![后夕往来进]))|[以之]后|后|以来)")


def read_date(found: re.Match[str], text: str) -> Read:
    if found["old"]:
        day = (int(value_of(found["old"])) * (-1 if found["bc"] else 1), 0, 0)
    elif found["republic"]:  # its first year was 1912
        day = (1911 + int(value_of(found["republic"])), 0, 0)
    elif found["cohort"]:
        day = (_year(found["cohort"]), 0, 0)
    elif found["month8"]:  # the earthquake of 5·12
        day = (0, int(found["month8"]), int(found["day8"]))
        return (Quantity(found[0], *found.span(), "date", ONE, ONE, needed=False, day=day),), found.end()
    elif found["y"]:
        day = (int(value_of(found["y"])), int(found["m"]), int(found["d"]))
    else:
        year, month, date = found["year"], found["month"] or found["month2"], found["day"] or found["day2"]
        day = (_year(year) if year else 0, _small(month), _small(date or found["day3"]))
        if day[1] > 12 or day[2] > 31:
            return (), found.end()
        if not day[1] and text.startswith("前", found.end()) and bound_before(text, found.start())[0] != EXACT:
            return read_amount(AMOUNT.match(text, found.start()) or found, text)  # 约1500年前: so long ago
    side = SIDE.match(text, found.end())
    bounds: tuple[Bound, ...] = EXACT if not side else ("under",) if side["before"] else ("over",)
    if ROUGHLY.match(text, found.end()) or bound_before(text, found.start())[0] == ABOUT:
        bounds = ABOUT
    return (Quantity(found[0], *found.span(), "date", ONE, ONE, day=day, bounds=bounds),), found.end()


def _year(text: str) -> int:
    value = int(value_of(text))
    return value if value > 99 else value + (1900 if value > 40 else 2000)


def _small(text: str | None) -> int:
    return int(value_of(text)) if text else 0


def read_time(found: re.Match[str], text: str) -> Read:
    part = found["part"] or ""
    hour = _small(found["hour"] or found["hour2"])
    minute = _small(found["minute"] or found["minute2"] or found["minute3"] or found["clock"] or found["clock2"])
    some = found["some"] or found["some2"] or found["some3"]
    minute = {"半": 30, "一刻": 15}.get(some or "", minute)
    if hour > 24 or minute > 59:
        return (), found.end()
    hour += 12 if part in NIGHT and hour == 12 else 0
    hour += 12 if (part in LATE and hour < 12) or (part in ("中午", "正午") and hour < 6) else 0
    value = Decimal(60 * hour + minute)
    about = ROUGHLY.match(text, found.end()) or bound_before(text, found.start())[0] == ABOUT
    one = Quantity(found[0], *found.span(), "time", value, value, bounds=ABOUT if about else EXACT)
    return (one,), found.end()
