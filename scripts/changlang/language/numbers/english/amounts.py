"""Builders of numbers: what a form of English means, read on from where the lexer stopped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from changlang.language.numbers.english.around import (
    FORM_UNITS,
    HALVES,
    SCALE,
    Read,
    finished,
    last_place,
    unit_behind,
)
from changlang.language.numbers.english.bounds import THAN, bound_before
from changlang.language.numbers.english.forms import AMOUNT, CURRENCY, ORDINAL, PARTS, VAGUE, WORD
from changlang.language.numbers.numerals import LONGEST, SCALES, ordinal, words
from changlang.language.numbers.quantity import EXACT, ONE, Quantity


def read_phrase(found: re.Match[str], text: str) -> Read:
    """Numbers of a set phrase, as names that nobody misses; at least once is a number."""
    if found[0] == "once" and (before := bound_before(text, found.start()))[0] != EXACT:
        bounds, start = before
        one = Quantity(text[start : found.end()], start, found.end(), "number", ONE, ONE, unit="item", bounds=bounds)
        return (one,), found.end()
    names = []
    for run in re.finditer(rf"\b(?:{ORDINAL}|{WORD}|double|dual|both|zero|\d+)\b", found[0]):
        value = (
            ordinal(run[0])
            or words(run[0])
            or {"double": Decimal(2), "dual": Decimal(2), "both": Decimal(2)}.get(run[0])
        )
        if value is None and run[0].isdigit():
            value = Decimal(run[0])
        if value is not None:
            start = found.start() + run.start()
            names.append(Quantity(run[0], start, start + len(run[0]), "name", value, value, needed=False))
    return tuple(names), found.end()


def read_half(found: re.Match[str], text: str) -> Read:
    """Half a million, half a year, half-century."""
    of = found["of"]
    if of in SCALES:
        size = Decimal(SCALES[of]) / 2
        return finished(text, found.start(), found.end(), size, size, "")
    return finished(text, found.start(), found.start("of"), Decimal("0.5"), Decimal("0.5"), "")


def read_unit_half(found: re.Match[str], _: str) -> Read:
    unit = FORM_UNITS[found["one_unit"]]
    value = Decimal("1.5")
    return (Quantity(found[0], *found.span(), "number", value, value, Decimal("0.5"), unit),), found.end()


# What an hour and a century are in the unit that their quarters are told in.
WHOLE: Mapping[str, tuple[Decimal, str]] = {"hour": (Decimal(60), "minute"), "century": (Decimal(100), "year")}


def read_time_part(found: re.Match[str], text: str) -> Read:
    """A quarter of an hour is 15 minutes, of a million 250,000; round the clock is 24 hours, which may go unsaid."""
    if found["clock"]:
        day = Decimal(24)
        return (Quantity(found[0], *found.span(), "number", day, day, unit="hour", needed=False),), found.end()
    share = (words(found["parts"]) or ONE) / 4
    size, unit = WHOLE.get(found["part_unit"]) or (Decimal(SCALES[found["part_unit"]]), "")
    return finished(text, found.start(), found.end(), share * size, share * size, unit)


ROUND_WORD = re.compile("(?:hundred|thousand|million|billion|dozen)$")
MONEY_BEHIND = re.compile(" ?(?:yuan|rmb|cny)")
HUGE = Decimal(10) ** 18  # above it no scale makes sense
PLAN = re.compile(rf"{ORDINAL} $")
HALF_OF = re.compile(" (?:of|the|that|those|all|our|its|their|as)\\b|-(?!hearted)")


def read_fraction(found: re.Match[str], text: str) -> Read:
    """Two thirds, one in three, half: in per cent."""
    needed = True
    if found["just_half"]:
        share = Decimal(50)
        other = text.endswith("other ", 0, found.start())
        needed = (not other and bool(HALF_OF.match(text, found.end()))) or bound_before(text, found.start())[
            0
        ] != EXACT
    elif found["halving"]:
        share = PARTS["half"]
    elif part := found["below1"] or found["below2"] or found["hyphened"]:
        share = _part(part)
        needed = part != "quarter" or bool(found["below2"]) or text.startswith(" of ", found.end())  # once a quarter
    elif found["below"]:
        share = (words(found["above"]) or Decimal(found["above"] if found["above"].isdigit() else 1)) * _part(
            found["below"]
        )
    else:
        before = found["in"] or found["in2"] or found["above2"]
        above = Decimal(before) if before[0].isdigit() else Decimal(count_of(before))
        below = count_of(found["every"] or found["every2"] or found["below3"])
        if not below or above >= below or not (found["above2"] or found["in2"] or _is_share(found, below)):
            return read_amount(AMOUNT.match(text, found.start()) or found, text)
        share = 100 * above / below
    bounds, start = bound_before(text, found.start())
    one = Quantity(
        text[start : found.end()],
        start,
        found.end(),
        "number",
        share,
        share,
        Decimal("0.0001"),
        "percent",
        bounds,
        needed,
    )
    return (one,), found.end()


def _part(name: str) -> Decimal:
    return PARTS.get(name) or PARTS[name.removesuffix("s")]


def _is_share(found: re.Match[str], below: int) -> bool:
    """One in three is a share; of five in ten villages, and fewer than 100 in 2019, that is not certain."""
    return (
        bool(found["of_every"])
        or found["joint"] == "out of"
        or below in (10, 100)
        or (found["in"] == "one" and below < 1000)
    )


def read_doubling(found: re.Match[str], text: str) -> Read:
    bounds, start = bound_before(text, found.start())
    needed = True
    if found["fold"]:
        value = Decimal(found["fold"]) if found["fold"][0].isdigit() else words(found["fold"]) or ONE
    else:
        word = found["doubled"] or found["twice"] or found["double"]
        value = Decimal({"d": 2, "t": 3, "q": 4}[word[0]] if word != "twice" else 2)
        needed = not found["double"]
    also = (value - 1,) if found["doubled"] else ()  # doubled: the level, up by once as much
    end = found.end()
    one = Quantity(text[start:end], start, end, "times", value, value, ONE, "", bounds, needed, also=also)
    return (one,), found.end()


def read_ordinal(found: re.Match[str], text: str) -> Read:
    value = ordinal(found["order"])
    if value is None or text.endswith("per ", 0, found.start()):  # cubic metres per second
        return (), found.end()
    one = Quantity(found[0], *found.span(), "ordinal", value, value, needed=value != 1)
    return (one,), found.end()


ROMAN: Mapping[str, int] = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12,
    "xiii": 13, "xiv": 14, "xv": 15, "xx": 20,
}  # fmt: skip
NUMBERED = re.compile(
    r"\b(?:war|phases?|grades?|class|classes|parts?|volumes?|stages?|types?|categor(?:y|ies)|levels?|chapters?|sections?"
    r"|articles?|areas?|zones?|group|groups|tiers?|shenzhou|chang'e|tiangong)"
    r"(?: (?:i{1,3}|iv|vi{0,3})(?:,| and| or| to))* $"
)


def read_roman(found: re.Match[str], text: str) -> Read:
    """World War II, Grades II and III; a lone I is somebody who speaks."""
    value = ROMAN.get(found["roman"])
    alone = len(found["roman"]) == 1
    if not value or (alone and not NUMBERED.search(text[max(0, found.start() - 30) : found.start()])):
        return (), found.end()
    return (Quantity(found[0], *found.span(), "ordinal", Decimal(value), Decimal(value), needed=False),), found.end()


def read_vague(found: re.Match[str], text: str) -> Read:
    """Dozens, tens of thousands, several hundred."""
    if found["lead"]:
        low, high = VAGUE[found["lead"]]
        size = VAGUE[found["thousands"]][0] if found["thousands"] else 1
        if found["thousands"] == "thousands" and found["lead"] == "thousands":
            size = 1
        low, high = low * size, (high + 1) * size - 1
    else:
        size = (
            SCALES[found["size"].removesuffix("s")]
            * SCALES.get(found["size2"] or "", 1)
            * (10 if found["tens"] else 1)
        )
        low, high = 2 * size, 10 * size - 1
    of = 3 if text.startswith(" of ", found.end()) and unit_behind(text, found.end() + 3)[0] else 0
    read, end = finished(text, found.start(), found.end() + of, Decimal(low), Decimal(high), "")
    return read, end


def read_sum(found: re.Match[str], _: str) -> Read:
    """The numbers of a scheme that is called by them: 1+6+N."""
    parts = re.finditer(r"\d+", found[0])
    spans = [(part[0], found.start() + part.start(), found.start() + part.end(), Decimal(part[0])) for part in parts]
    return tuple(Quantity(text, start, end, "name", value, value) for text, start, end, value in spans), found.end()


def read_code(found: re.Match[str], _: str) -> Read:
    value = Decimal(found["code"])
    return (Quantity(found[0], *found.span(), "name", value, value, needed=False),), found.end()


def read_few(found: re.Match[str], text: str) -> Read:
    """Both, a couple, a year: numbers that the Chinese may or may not write."""
    if found["yearly"]:
        two, half, end = Decimal(2), Decimal("0.5"), found.end()
        bounds, begin = bound_before(text, found.start())
        often = Quantity(text[begin:end], begin, end, "times", two, two, bounds=bounds, needed=False)
        return (often, often._replace(kind="number", low=half, high=half, unit="year", bounds=EXACT)), end
    if found["aged"]:
        low = Decimal({"se": 60, "oc": 80, "no": 90, "ce": 100}[found["aged"][:2]] + 10 * (found["aged"][2] == "p"))
        one = Quantity(found[0], *found.span(), "number", low, low + 9, unit="year-of-age", needed=False)
        return (one,), found.end()
    if found["hundred"]:
        years = Decimal(200 if found["hundred"].startswith("bi") else 100)
        return (Quantity(found[0], *found.span(), "number", years, years, unit="year", needed=False),), found.end()
    if found["plural"]:  # decades on end
        low, high = (Decimal(20), Decimal(99)) if found["plural"] == "decades" else (Decimal(200), Decimal(999))
        return (Quantity(found[0], *found.span(), "number", low, high, unit="year", needed=False),), found.end()
    word = found["some"]
    if word in ("both", "couple", "pair"):
        two = Decimal(2)
        return (Quantity(found[0], *found.span(), "name", two, two, needed=False),), found.end()
    value, unit = (Decimal(2), "week") if word.endswith("fortnight") else (ONE, FORM_UNITS[word.rpartition(" ")[2]])
    end = found.end()
    bounds, start = bound_before(text, found.start())
    needed = bounds != EXACT
    if needed and THAN.match(text, end):  # fewer than a year earlier, or less than a month before
        bounds, needed = (*bounds, "exact"), False
    one = Quantity(text[start:end], start, end, "number", value, value, ONE, unit, bounds, needed)
    return (one,), end


THOSE = re.compile(r"\b(?:the|these|those) $")
BELOW_ZERO = re.compile(r"(?:°c|℃|c)? ?(?:degrees? )?(?:celsius |centigrade |c )?below (?:zero|freezing)\b")


def read_amount(found: re.Match[str], text: str) -> Read:
    """A number in digits or words with its scale: 1.7 billion, two and a half million, 45k."""
    end = found.end()
    if len(found["digits"] or "") > 2 * LONGEST:
        return (), end
    value, step = _written(found)
    if half := HALVES.match(text, end):
        value, end = value + (Decimal("0.25") if "quarter" in half[0] else Decimal("0.5")), half.end()
    while value < HUGE and (scale := SCALE.match(text, end)) and _is_scale(scale, found, text, end):
        name = scale["scale"] or scale["short"]
        size = Decimal(10**4) if name.startswith("ten") else Decimal(SCALES[name])
        value, step, end = value * size, step * size, scale.end()
        if half := HALVES.match(text, end):
            value, end = value + size / 2, half.end()
    letters = text[end : end + 1].isalpha()
    unit = CURRENCY[found["money"].strip()] if found["money"] else ""
    value = -value if found["sign"] or BELOW_ZERO.match(text, end) else value
    (one, *_), end = finished(text, found.start(), end, value, value, unit, step)
    if letters and not one.unit and one.kind == "number":
        one = one._replace(kind="name", needed=False)
    if one.unit == "year" and text[found.end() :].startswith("-year") and PLAN.search(text[: found.start()]):
        one = one._replace(needed=False)  # the 14th Five-Year Programme
    if (
        found["word"] == "two"
        and one.bounds == EXACT
        and THOSE.search(text[max(0, found.start() - 8) : found.start()])
    ):
        one = one._replace(needed=False)  # the two cities, named before
    if one.low == 1 and found["word"] and one.bounds == EXACT and one.dimension in ("", "count", "time", "clock"):
        one = one._replace(needed=False)
    return (one,), end


def _written(found: re.Match[str]) -> tuple[Decimal, Decimal]:
    """What is written before any scale, and one of its last place."""
    if found["digits"]:
        digits = re.sub("[ ,]", "", found["digits"])
        return Decimal(digits), last_place(digits)
    trail = ROUND_WORD.search(found["word"])
    return words(found["word"]) or Decimal(0), Decimal(SCALES[trail[0]]) if trail else ONE


def _is_scale(scale: re.Match[str], found: re.Match[str], text: str, end: int) -> bool:
    """Whether letters behind digits are a scale: 45k is, and 295m of money; 35 m are metres."""
    if scale["short"] in ("k", "m") and not (found["digits"] and scale.start("short") == end):
        return False
    return scale["short"] != "m" or bool(found["money"] or MONEY_BEHIND.match(text, scale.end()))


def count_of(text: str) -> int:
    return int(text) if text.isdigit() else int(words(text) or 0)
