"""Whether one quantity says the same as another: value by unit and precision, bound, date, time."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from changlang.language.numbers.quantity import Bound, Quantity
from changlang.language.units import UNITS

Difference = Literal["", "value", "unit", "bound"]

TINY = Decimal("1e-9")
# Two rough numbers of one quantity lie within this share of one another: 1190 is “nearly 1,200”, not “over 1,000”.
NEAR = Decimal("0.16")
# What may be rounded without a word: a sum in millions with two decimals, as figures are printed.
SILENT = Decimal(1) / 20000
# Months are not all of one length: three of them are 90 days.
MONTHS = Decimal("0.1")
HOURS = Decimal(8766)
PEOPLE = frozenset({"person", "person-time", "item"})
VEHICLES = frozenset({"vehicle", "vehicle-trip", "item"})
ENDS: Mapping[str, Bound] = {"low": "at-least", "high": "at-most"}
BELOW = frozenset({"nearly", "under", "at-most"})
# What may be counted off: ten years are up to the tenth anniversary, five kilometres are no fifth one.
ORDERED = frozenset({"", "count", "age", "time", "day", "week"})
PLAIN = ("ordinal", "number", "name", "times")


def difference(zh: Quantity, en: Quantity, years: tuple[AbstractSet[int], AbstractSet[int]]) -> Difference:
    """ "" where both say the same, else the first thing in which they differ.

    `years` are all years that either text names: a date without one may be of any of them.
    """
    if zh.role and en.role and zh.role != en.role and not zh.also:
        return "value"
    if zh.kind == "date" or en.kind == "date":
        return _date(zh, en, years)
    if zh.kind in ("time", "period", "part") or en.kind in ("time", "period", "part"):
        return _same_kind(zh, en)
    if "name" in (zh.kind, en.kind):
        return "" if zh.low == en.low else "value"
    if "ordinal" in (zh.kind, en.kind):
        placed = all(one.kind in PLAIN and (one.dimension in ORDERED or one.unit in ORDERED) for one in (zh, en))
        return "" if zh.low == en.low and placed else "value"
    if "times" in (zh.kind, en.kind):
        return _times(zh, en)
    return _number(zh, en)


def _date(zh: Quantity, en: Quantity, years: tuple[AbstractSet[int], AbstractSet[int]]) -> Difference:
    if zh.kind != en.kind:
        return _part_of_date(*((zh, en) if zh.kind == "date" else (en, zh)))
    if {zh.bounds, en.bounds} == {("over",), ("under",)}:  # since 2016 is not before it
        return "bound"
    (year, month, day), (year2, month2, day2) = zh.day, en.day
    if year and year2 and year != year2:
        return "value"
    turned = en.loose and year2 and (month, day) == (day2, month2)  # 3/4/2020
    named = day == day2 and not (year or month)  # 21日……22日 of a month that was named before
    if (month, day) != (month2, day2):
        return "" if turned or named else "value"
    if not _as_rough(zh, en):
        return "bound"
    if year and not year2:
        return "" if year in years[1] or zh.needed is False else "value"
    if year2 and not year:
        return "" if not years[0] or year2 in years[0] or not zh.needed else "value"
    return ""


def _part_of_date(date: Quantity, other: Quantity) -> Difference:
    """Whether a number, an ordinal or a name is the year of a date, or the day of one that is only a day."""
    year, month, day = date.day
    if other.kind == "number" and other.dimension not in ("", "count", "clock", "time", "age"):
        return "value"
    alone = year if not month else day if not year and not month else 0
    alone = alone or (day if not (year or month) else 0)
    return "" if alone and other.low == alone and not other.vague else "value"


def _same_kind(zh: Quantity, en: Quantity) -> Difference:
    if zh.kind == "part" and en.kind == "ordinal" and en.needed:  # 68 in the second: its quarter is named before
        return "" if zh.low % 10 == en.low % 10 else "value"
    if zh.kind != en.kind:
        return "" if "name" in (zh.kind, en.kind) and zh.low == en.low else "value"
    if zh.kind == "time" and not _as_rough(zh, en):
        return "bound"
    if zh.kind == "time" and (en.loose or zh.loose):
        return "" if zh.low % 720 == en.low % 720 else "value"
    if zh.kind == "time":
        return "" if zh.low % 1440 == en.low % 1440 else "value"
    return "" if (zh.low, zh.unit) == (en.low, en.unit) else "value"


def _as_rough(zh: Quantity, en: Quantity) -> bool:
    """Whether 许 and 左右 are about in both; what a feast is called by may be said either way."""
    return not (zh.needed and en.needed) or (zh.bounds == ("about",)) == (en.bounds == ("about",))


def _times(zh: Quantity, en: Quantity) -> Difference:
    """增长两倍 is to be three times as much; 翻一番 is doubled, or up by 100 per cent; 三次 is three times."""
    values = (zh.low, *zh.also)
    if en.kind == "times":
        if zh.also and en.also:  # grown by so much is not that much in all
            values = zh.also
        if zh.kind == "number" and zh.unit == "percent":
            values = ((zh.low + 100) / 100, zh.low / 100)
        elif zh.kind == "number" and zh.dimension not in ("", "count"):
            return "unit"
        same = en.low in values
    elif en.unit == "percent":
        same = en.low / 100 in (*values, *(value - 1 for value in values))
    else:
        same = en.low in values and en.dimension in ("", "count")
    return ("" if _bounds(zh, en) else "bound") if same else "value"


def _number(zh: Quantity, en: Quantity) -> Difference:
    factors = _factors(zh, en)
    if factors is None:
        return "unit"
    first, second = factors
    if zh.vague or en.vague:
        return _vague(zh, en, first, second)
    low, other = zh.low * first, en.low * second
    if zh.also and not en.also and en.low in zh.also:
        other = low  # 八折 is 20 per cent off and 80 per cent of the price
    if abs(low - other) <= TINY * abs(low):
        converted = first != second and "exact" in zh.bounds and en.bounds == ("about",)
        return "" if converted or _bounds(zh, en) else "bound"
    if zh.dimension != en.dimension and {zh.dimension, en.dimension} == {"time", "clock"}:
        return "" if abs(low - other) <= MONTHS * abs(low) else "value"
    return "" if _rounded(zh, en, first, second) else "value"


def _factors(zh: Quantity, en: Quantity) -> tuple[Decimal, Decimal] | None:
    """By what each is multiplied before they are compared; None where their units cannot mean the same."""
    one = Decimal(1)
    first, second = zh.dimension, en.dimension
    if zh.unit == en.unit or not first:
        return one, one
    if not second:
        return (one, one) if first in ("count", "age") or (zh.unit == "year" and zh.low >= 100) else None
    if en.unit == "percentage-point" and "percent" not in en.text and first == "count":
        return one, one  # points on a map
    if first == second == "count":
        return (one, one) if _counted(zh.unit, en.unit) else None
    if {first, second} == {"age", "time"}:
        return (one, one) if "year" in (zh.unit, en.unit) else None
    if {first, second} == {"time", "clock"}:
        scale = {"time": HOURS, "clock": one}
        return UNITS[zh.unit].factor * scale[first], UNITS[en.unit].factor * scale[second]
    if first != second or first == "money":
        return None
    return UNITS[zh.unit].factor, UNITS[en.unit].factor


def _counted(first: str, second: str) -> bool:
    """Whether both can count the same things: people, households, vehicles and trees are told apart."""
    if "item" in (first, second):
        return True
    return any({first, second} <= group for group in (PEOPLE, VEHICLES))


def _bounds(zh: Quantity, en: Quantity) -> bool:
    """Whether their bounds can mean the same; between 5,000 and 20,000 is at least the one and at most the other."""
    if set(zh.bounds) & set(en.bounds):
        return True
    return ENDS.get(zh.role) in en.bounds or ENDS.get(en.role) in zh.bounds


def _vague(zh: Quantity, en: Quantity, first: Decimal, second: Decimal) -> Difference:
    """数十 is dozens and more than twenty; 十几 more than ten and a dozen or so."""
    low, high, low2, high2 = zh.low * first, zh.high * first, en.low * second, en.high * second
    if high < 0 and high2 < 0:  # degrees below nought
        low, high, low2, high2 = -high, -low, -high2, -low2
    if zh.unit == en.unit == "year-of-age" and not zh.needed and low == low2:
        return ""  # 七八十岁: in their seventies and eighties
    if zh.vague and en.vague:
        return "" if low <= high2 and low2 <= high and low2 * 10 > low else "value"
    if zh.vague and low2 <= low and set(en.bounds) <= BELOW:
        return "bound"  # 二十几 are not nearly twenty
    if zh.vague:
        return (
            ""
            if low * Decimal("0.9") <= low2 <= high and (en.bounds != ("exact",) or low2 > low or low2 == 12)
            else "value"
        )
    if not en.needed and low2 <= low <= high2:
        return ""
    return "" if low2 * Decimal("0.4") <= low <= high2 and zh.bounds != ("exact",) else "value"


def _rounded(zh: Quantity, en: Quantity, first: Decimal, second: Decimal) -> bool:
    """Whether the English is the Chinese rounded to the last place it writes, on the side that its bound says.

    Without a bound only what one unit makes of another may be rounded (33431.6 mu are 2,228.8 ha), and a sum of five
    digits or more in millions, by one part in twenty thousand.
    """
    value, written, step = zh.low * first / second, en.low, en.step
    if zh.low == 10 and "over" in zh.bounds and "dozen" in en.text:  # 十余名 is a dozen or so
        return written == 12
    if not written or abs(value - written) > NEAR * abs(value):
        return False
    exact = "exact" in zh.bounds
    if not exact and (first == second or zh.unit == "tenth" or not _bounds(zh, en)):
        return False  # what is over 95 is not said by over 90
    if "exact" in en.bounds or ("reaching" in en.bounds and exact):
        nearest = (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step
        converted = zh.unit != en.unit and first != second
        digits = len((written / step).to_integral_value().as_tuple().digits)
        if nearest == written and (
            digits >= 2 if converted else step >= 1000 and abs(value - written) <= SILENT * abs(value)
        ):
            return converted or digits >= 5
    return any(_side(bound, value, written, step) for bound in en.bounds)


def _side(bound: Bound, value: Decimal, written: Decimal, step: Decimal) -> bool:
    if bound == "about":
        return abs(value - written) <= step / 2
    if bound in ("over", "at-least"):
        return written <= value < written + step
    if bound in ("nearly", "under", "at-most"):
        return written - step < value <= written
    return False
