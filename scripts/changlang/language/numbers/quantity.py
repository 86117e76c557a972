"""Quantities as both languages mean them: what the two readers return and what is then compared."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

from changlang.language.units import UNITS

Kind = Literal["number", "ordinal", "date", "time", "period", "part", "times", "name"]
Bound = Literal["exact", "about", "nearly", "over", "at-least", "under", "at-most", "reaching"]
Role = Literal["", "low", "high"]
# Year, month, day; 0 for what is not said.
Day = tuple[int, int, int]

EXACT: tuple[Bound, ...] = ("exact",)
ONE = Decimal(1)
DIMENSIONS: Mapping[str, str] = {unit.id: unit.dimension for unit in UNITS.values()}
NO_DAY: Day = (0, 0, 0)


class Quantity(NamedTuple):
    """One quantity of a text.

    `low` and `high` are in the unit that is written and equal unless the text is vague (数十 is 20 to 99); `step` is
    one of the last digit written, in the same unit. `unit` is a row of the table of units, a class of things counted
    (`person`, `household`), or "". `bounds` are what the words beside it can mean, the likeliest first.
    `needed` is False for what a good translation may leave out: the 一 of 一名战士, the 两 of 市县两级.
    A `period` is a decade or century by its first year, a `part` a half (1 or 2) or a quarter (11 to 14) of a year,
    a `time` minutes from midnight; `loose` is a time that does not say which half of the day it means.
    """

    text: str
    start: int
    end: int
    kind: Kind
    low: Decimal
    high: Decimal
    step: Decimal = ONE
    unit: str = ""
    bounds: tuple[Bound, ...] = EXACT
    needed: bool = True
    day: Day = NO_DAY
    role: Role = ""
    loose: bool = False
    also: tuple[Decimal, ...] = ()

    @property
    def vague(self) -> bool:
        return self.low != self.high

    @property
    def dimension(self) -> str:
        """The unit's dimension, `count` for things counted, "" where no unit is written."""
        return DIMENSIONS.get(self.unit, "count" if self.unit else "")

    @property
    def value(self) -> str:
        """In digits, or ISO 8601 for dates and times; a vague number as `20..99`."""
        if self.kind == "date":
            return _day(self.day)
        if self.kind == "time":
            return f"{int(self.low) // 60:02}:{int(self.low) % 60:02}"
        return plain(self.low) + (f"..{plain(self.high)}" if self.vague else "")


def plain(value: Decimal) -> str:
    """A value in digits, without an exponent and without noughts at its end."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _day(day: Day) -> str:
    year, month, date = day
    if year or not (month or date):
        return "-".join((f"{year:04}", *(f"{part:02}" for part in (month, date) if part)))
    return f"--{month:02}-{date:02}" if month and date else f"--{month:02}" if month else f"---{date:02}"
