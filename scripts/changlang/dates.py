"""Dates as records write them: EDTF (ISO 8601-2:2019), read by the `edtf` library."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

Precision = Literal["day", "month", "year"]
PRECISIONS: tuple[Precision, ...] = ("year", "month", "day")

# The forms of EDTF levels 0 and 1 that a publicity record needs; the library checks that the day exists.
FORM = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?[?~%]?(/\d{4}(-\d{2}(-\d{2})?)?[?~%]?)?", re.ASCII)

DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
MARKS = frozenset("?~%")


class DateParts(NamedTuple):
    """What a date covers: first and last day, both included, and how finely and how surely it is written."""

    edtf: str
    first: date
    last: date
    precision: Precision
    interval: bool
    uncertain: bool


@lru_cache(maxsize=65536)
def parse_date(text: str) -> DateParts:
    """Reads `2018-08-01`, `2018-08`, `2018`, `2016/2020`, `2020?` and `2020~`.

    Raises ValueError for any other form, for a day that does not exist and for an interval that runs backwards.
    """
    if not FORM.fullmatch(text):
        raise ValueError(text)
    if DAY.fullmatch(text):  # as most dates are, and the library takes milliseconds for each
        day = date.fromisoformat(text)
        return DateParts(text, day, day, "day", interval=False, uncertain=False)
    from edtf import EDTFParseException, parse_edtf  # slow to import, and most runs need it for few dates

    try:
        parsed = parse_edtf(text)
    except EDTFParseException as fault:
        raise ValueError(text) from fault
    first, last = (date(*day[:3]) for day in (parsed.lower_strict(), parsed.upper_strict()))
    if last < first:
        raise ValueError(text)
    precision = PRECISIONS[text.partition("/")[0].count("-")]
    return DateParts(text, first, last, precision, "/" in text, not MARKS.isdisjoint(text))
