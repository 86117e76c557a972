"""What stands around an English number: its unit or the noun it counts, the bound before and behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from changlang.language.numbers.english.bounds import AFTER, bound_before, bound_behind, meant
from changlang.language.numbers.english.forms import LARGE
from changlang.language.numbers.quantity import EXACT, ONE, Bound, Kind, Quantity
from changlang.language.units import UNITS

Read = tuple[tuple[Quantity, ...], int]


SCALE = re.compile(
    rf"(?:[ -]?(?P<scale>hundred|{LARGE}|dozen|ten thousand|ten-thousand)|\s?(?P<short>bn|mn|mln|tn|k|m))(?![a-z²³])"
)


HALVES = re.compile(r"[ -]and[ -]a[ -]half|[ -]and[ -]a[ -]quarter|½")


TIMES = re.compile(r"(?:[ -]times|x)(?![a-z])")


# What is counted, told apart by its nouns; the last of them in a phrase is what is meant.
_CLASSES: Mapping[str, str] = {
    "person-time": "person-times|person-time|person-visits|visits|attendances|consultations|man-times|participations",
    "person": (
        "people|persons|person|residents|soldiers|officers|troops|veterans|students|villagers|patients|women|men"
        "|children|participants|personnel|recruits|teachers|doctors|medics|cadres|workers|staff|members|martyrs"
        "|volunteers|servicemen|spouses|dependants|dependents|retirees|citizens|officials|inhabitants|individuals"
        "|trainees|nurses|pupils|conscripts|militiamen|reservists|relatives|farmers|jobseekers|applicants"
    ),
    "household": "households|household|families|homes",
    "vehicle": "vehicles|vehicle|trucks|lorries|cars|buses",
    "vehicle-trip": "vehicle trips|vehicle-trips|vehicle journeys",
    "tree": "trees|saplings|seedlings",
}
CLASSES: Mapping[str, str] = {noun: name for name, nouns in _CLASSES.items() for noun in nouns.split("|")}
NOUNS = re.compile(
    r"(?:[ -](?!(?:of|in|for|to|and|or|from|with|at|by|were|was|on|per|that|who|which|had|have|has|are|is|as|into"
    r"|after|over)\b)"
    r"[a-z'](?:[a-z']{1,20})){1,8}"
)


HEAD = re.compile(
    "|".join(rf"(?<![a-z-]){re.escape(noun)}(?![a-z])" for noun in sorted(CLASSES, key=len, reverse=True))
)


def _unit_table() -> Mapping[str, str]:
    forms: dict[str, str] = {}
    for unit in UNITS.values():
        if unit.dimension != "count":
            for form in (unit.one, unit.many, *unit.also):
                forms.setdefault(form.lower().replace("-", " "), unit.id)
    for form in ("calendar quarters", "cny", "rmb"):
        forms.setdefault(form, "quarter" if "quarter" in form else "CNY")
    return forms


FORM_UNITS = _unit_table()


# What may stand between a number and its unit: 61 more days, eight consecutive years.
BETWEEN = (
    "more|additional|extra|further|other|consecutive|successive|straight|full|whole|long|short|entire|calendar"
    "|working|complete|solid|running|hard|busy|eventful|arduous"
)
UNIT = re.compile(
    rf"(?: (?:{BETWEEN})(?= [a-z]{{3}}))?(?: of a(?= percentage))?[ -]?("
    + "|".join(re.escape(form).replace(r"\ ", "[ -]") for form in sorted(FORM_UNITS, key=len, reverse=True))
    + ")(?![a-z0-9²³])"
)


GREW = re.compile(
    r"\b(?:increas|grow|grew|rose|ris|up|climb|jump|surg|soar|expan|rais|higher|more|gain)[a-z]*"
    r"(?: [a-z-]+){0,3} $"
)
# What a level is compared with: 1.2 times that of last year.
LEVEL = re.compile(r" (?:that|those|the|what|as|of|its|last)\b")
# What is taken off a price, and not what is left of it.
OFF_BY = re.compile(r"\b(?:discounts?|reductions?|rebates?) of (?:an? )?$")
OFF = re.compile(r" (?:discount|off|cheaper|rebate)\b")
AGED = re.compile(
    r"(?:\baged?(?: of)?|\bages?(?: from)?|between the ages of|turned|turning|at the age of)(?: between| from| over"
    r"| under| about| above| at least| nearly)? ?$"
)


def finished(text: str, start: int, end: int, low: Decimal, high: Decimal, unit: str, step: Decimal = ONE) -> Read:
    """What stands around a number: its unit or the noun it counts, 倍 as times, the bound before and behind it."""
    times = TIMES.match(text, end)
    more: tuple[Bound, ...] | None = None
    plus = AFTER.match(text, end)
    if plus and (plus["plus"] or plus["odd"] or plus["strong"]):
        more, end = bound_behind(plus), plus.end()
    unit, end = _unit_of(text, end, unit, bool(times))
    if more is None and (trail := AFTER.match(text, end)) and not re.search("level|grade|rank", trail[0]):
        more = bound_behind(trail)
        end = trail.end() if more else end
    lead, begin = bound_before(text, start)
    if unit in ("", "year") and any(AGED.search(text[max(0, at - 24) : at]) for at in (begin, start)):
        unit = "year-of-age"
    lead, begin = meant(text, start, end, unit, lead, begin)
    bounds = lead if more is None else more if lead == EXACT else (*more, *lead)
    kind: Kind = "times" if times and not unit else "number"
    if times:
        end = max(end, times.end())
    also: tuple[Decimal, ...] = ()
    if kind == "times" and LEVEL.match(text, end) and not GREW.search(text[max(0, begin - 40) : begin]):
        also = (low - 1,)
    elif unit == "percent" and (OFF.match(text, end) or OFF_BY.search(text[max(0, begin - 24) : begin])):
        also = (100 - low,)
    return (Quantity(text[begin:end], begin, end, kind, low, high, step, unit, bounds, also=also),), end


def _unit_of(text: str, end: int, unit: str, times: bool) -> tuple[str, int]:
    """The unit of a number (`unit` where a sign before it has said one) or the class of what it counts."""
    written, after = unit_behind(text, end)
    if written:
        return (unit if unit and written != unit else written), after
    if unit or times:
        return unit, end
    nouns = NOUNS.match(text, end)
    heads = HEAD.findall(nouns[0]) if nouns else []
    return (CLASSES[heads[-1]] if heads else ""), end


def unit_behind(text: str, end: int) -> tuple[str, int]:
    """The unit behind a number, and where it ends."""
    found = UNIT.match(text, end)
    return (FORM_UNITS[found[1].replace("-", " ")], found.end()) if found else ("", end)


def last_place(digits: str) -> Decimal:
    """One of the last place written: 0.1 of 4.5, 100 of 1200 (what is not said to be exact may be rounded there)."""
    if "." in digits:
        return Decimal(1).scaleb(-len(digits.partition(".")[2]))
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0")))
