"""Builders of dates, times, decades and parts of a year in English."""

from __future__ import annotations

import re
from decimal import Decimal

from changlang.language.numbers.english.amounts import count_of, read_amount
from changlang.language.numbers.english.around import Read, unit_behind
from changlang.language.numbers.english.bounds import bound_before
from changlang.language.numbers.english.forms import AMOUNT, MONTHS
from changlang.language.numbers.numerals import ordinal, words
from changlang.language.numbers.quantity import ONE, Bound, Quantity

# On which side of a date something is: before 31 December, since the end of 2016.
SIDE = re.compile(
    r"\b(?:(?P<before>before|by|prior to|until|till|no later than|not later than)|after|since|from|following)"
    r"(?: the (?:end|start|beginning|middle) of| early| late| mid)?[ -]$"
)
NOT = re.compile(r"\bnot? (?:until|till|before) ")


ABOUT: tuple[Bound, ...] = ("about",)


def read_date(found: re.Match[str], text: str) -> Read:
    """A date, with the side of it that its preposition says."""
    read, end = _read_date(found, text)
    return (*(_sided(one, text) for one in read[:1]), *read[1:]), end


def _sided(one: Quantity, text: str) -> Quantity:
    before = text[max(0, one.start - 36) : one.start]
    if bound_before(text, one.start)[0] == ABOUT:
        return one._replace(bounds=ABOUT)
    side = SIDE.search(before) if one.kind == "date" else None
    if not side or NOT.search(before):
        return one
    return one._replace(bounds=("under",) if side["before"] else ("over",))


def _read_date(found: re.Match[str], text: str) -> Read:
    start, end = found.span()
    one = Quantity(found[0], start, end, "date", ONE, ONE)
    if found["y"]:
        return (one._replace(day=(int(found["y"]), int(found["m"]), int(found["d"]))),), end
    if found["m8"]:
        return (one._replace(day=(0, int(found["m8"]), int(found["d8"])), needed=False),), end
    if found["y0"]:
        first, second = int(found["a"]), int(found["b"])
        day = (int(found["y0"]), second, first) if second <= 12 else (int(found["y0"]), first, second)
        return (one._replace(day=day, loose=first <= 12 and second <= 12),), end
    if found["d1"]:
        return (one._replace(day=(int(found["y1"] or 0), _month(found["m1"]), int(found["d1"]))),), end
    if found["do"]:
        return (one._replace(day=(int(found["y2"] or 0), _month(found["m2"]), int(ordinal(found["do"]) or 0))),), end
    if found["m3"]:
        return _american(found), end
    if found["m5"]:
        return (one._replace(day=(int(found["y5"]), _month(found["m5"]), 0)),), end
    if found["m6"]:
        return (one._replace(day=(0, _month(found["m6"]), 0)),), end
    if found["y7"]:
        return _year(found, text)
    return (one._replace(day=(int(found["ce"] or found["ad"] or -int(found["bc"])), 0, 0)),), end


def _american(found: re.Match[str]) -> tuple[Quantity, ...]:
    """August 1, 2018 and August 1–3, 2018."""
    year, month = int(found["y3"] or 0), _month(found["m3"])
    first = Quantity(found[0], *found.span(), "date", ONE, ONE, day=(year, month, int(found["d3"])))
    if not found["d4"]:
        return (first,)
    ranged = found["to"].strip() != "and"
    second = first._replace(day=(year, month, int(found["d4"])), start=found.start("d4"), text=found["d4"])
    if not ranged:
        return first._replace(end=found.end("d3")), second
    return first._replace(end=found.end("d3"), role="low"), second._replace(role="high")


def _year(found: re.Match[str], text: str) -> Read:
    """Four digits alone are a year, unless a unit follows."""
    if unit_behind(text, found.end())[0]:
        return read_amount(AMOUNT.match(text, found.start()) or found, text)
    return (Quantity(found[0], *found.span(), "date", ONE, ONE, day=(int(found[0]), 0, 0)),), found.end()


def _month(name: str) -> int:
    return next(turn for turn, month in enumerate(MONTHS, 1) if month.startswith(name[:3]))


def read_period(found: re.Match[str], text: str) -> Read:
    if found["century"]:
        value = ordinal(found["century"]) or ONE
        return (Quantity(found[0], *found.span(), "period", value, value, unit="century"),), found.end()
    if found["decade"]:
        value = Decimal(found["decade"])
    else:
        written = found["short"] or found["two_digit"]
        tens = (
            int(written)
            if written
            else 10 * (2 + ["twen", "thir", "for", "fif", "six", "seven", "eigh", "nine"].index(found["teens"][:-4]))
        )
        if re.search(
            r"\b(?:his|her|their|its|already in the) (?:early |late |mid-?)?(?:[a-z]+ties (?:and|or|to) )?$",
            text[max(0, found.start() - 30) : found.start()],
        ):
            low = Decimal(tens)
            return (Quantity(found[0], *found.span(), "number", low, low + 9, unit="year-of-age"),), found.end()
        value = Decimal(1900 + tens)
    return (Quantity(found[0], *found.span(), "period", value, value, unit="decade"),), found.end()


def read_part(found: re.Match[str], _: str) -> Read:
    if found["half"] or found["h"]:
        value = Decimal(found["h"] or (1 if found["half"] in ("first", "1st") else 2))
    elif found["quarters"]:
        value = 20 + (words(found["quarters"]) or ONE)
    else:
        word = found["q"] or found["quarter"]
        value = (
            Decimal(10 + {"l": 4, "f": 1, "s": 2, "t": 3}.get(word[0], 0))
            if word.isalpha()
            else Decimal(10 + int(word[0]))
        )
        value = Decimal(14) if word == "fourth" else value
    return (Quantity(found[0], *found.span(), "part", value, value),), found.end()


def read_lap(found: re.Match[str], _: str) -> Read:
    """2:17:36 is how long a race took: hours, minutes, seconds."""
    spans = (("lap_h", "hour"), ("lap_m", "minute"), ("lap_s", "second"))
    values = ((found[group], *found.span(group), unit, Decimal(found[group])) for group, unit in spans)
    return tuple(
        Quantity(text, a, b, "number", value, value, unit=unit) for text, a, b, unit, value in values
    ), found.end()


def read_time(found: re.Match[str], text: str) -> Read:
    late: bool | None = None
    minute = int(found["n1"] or found["n2"] or found["n5"] or 0)
    if found["mid"]:
        value = 0 if found["mid"] == "midnight" else 720
        return (Quantity(found[0], *found.span(), "time", Decimal(value), Decimal(value), needed=False),), found.end()
    hour = count_of(found["h1"] or found["h2"] or found["h3"] or found["h4"] or found["h5"] or found["h6"])
    if found["past"]:
        minute = 30 if found["past"] == "half" else 15
        hour, minute = (hour - 1, 60 - minute) if found["way"] == "to" else (hour, minute)
    if found["p1"]:
        late = found["p1"] == "p"
    elif found["p4"]:
        late = found["p4"] != "in the morning"
    else:
        said = re.match(
            r" (?:(?:in )?the (?:next |following )?(morning)|in the (?:afternoon|evening)|at night"
            r"|that (?:evening|afternoon))",
            text[found.end() : found.end() + 24],
        )
        late = said[1] is None if said else None
    if hour > 24 or minute > 59:
        return (), found.end()
    loose = late is None and hour <= 12 and not (found["h5"] or (found["h2"] or "").startswith("0"))
    hour += 12 if late and hour < 12 else -12 if late is False and hour == 12 else 0
    when = Decimal(60 * hour + minute)
    return (_sided(Quantity(found[0], *found.span(), "time", when, when, loose=loose), text),), found.end()
