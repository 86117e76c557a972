"""What stands around an English number: its unit or the noun it counts, the bound before and behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from changlang.language.numbers.english.forms import LARGE, TO_99
from changlang.language.numbers.quantity import EXACT, ONE, Bound, Quantity
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
    rf"(?: (?:{BETWEEN})(?= [a-z]{{3}}))?[ -]?("
    + "|".join(re.escape(form).replace(r"\ ", "[ -]") for form in sorted(FORM_UNITS, key=len, reverse=True))
    + ")(?![a-z0-9²³])"
)


# Comparatives of either side, for bounds and for their denial: no older than, shall not be less than.
MORE = "more|greater|higher|larger|longer|older|bigger|wider|taller|heavier|later|farther|further|better|stronger"
LESS = "less|fewer|lower|smaller|shorter|younger|lighter|earlier|narrower|worse"
NOT = r"\b(?:no|not|never|cannot)(?: (?:be|fall|drop|dip|sink|go|come|to|last|exist|stand|become))?"
LEADS: tuple[tuple[str, tuple[Bound, ...]], ...] = (
    (
        rf"at (?:the very )?least|(?:a |the )?minimum of|{NOT} (?:{LESS}) than|{NOT} (?:below|under|short of)",
        ("at-least",),
    ),
    (
        rf"{NOT} (?:{MORE}) than|{NOT} (?:over|above|exceed|surpass)|(?:not|without) exceeding|at (?:the )?most"
        "|(?:a |the )?maximum(?: amount)? of|capped at|limited to|(?:a |the )?ceiling of",
        ("at-most",),
    ),
    ("up to|to a maximum of", ("at-most", "reaching")),
    ("within", ("at-most", "exact", "under")),
    ("as (?:many|much|high|long|far|large|old) as|reach(?:ed|es|ing)?", ("exact", "reaching")),
    (
        "(?:just|slightly|a little) (?:under|below|short of|less than)|nearly|almost|close to|approach(?:ed|ing|es)?"
        "|nearing|near|verging on|not quite|close on|just shy of",
        ("nearly",),
    ),
    (
        "more than|"
        r"(?<!hand )(?<!handed )(?<!handing )(?<!took )(?<!take )(?<!taken )(?<!taking )(?<!turned )(?<!made )over"
        r"|above|in excess of|exceed(?:ing|ed|s)?|surpass(?:ing|ed|es)?|topp(?:ing|ed)|upwards? of"
        "|beyond|passed"
        rf"|(?:{MORE}) than",
        ("over",),
    ),
    (
        "about|around|approximately|approx\\.?|roughly|circa|ca?\\.|an? estimated|estimated|in the (?:region"
        "|neighbou?rhood|vicinity) of|(?:i"
        "|o)n the order of|or so|close (?:on|upon)|something like|~|≈",
        ("about",),
    ),
    ("some", ("about", "over", "exact")),
    (  # what is spoken of or brought about, which may be a rough number too
        "(?:br(?:ing(?:s|ing)?|ought)|c[ao]mes?|coming|learn(?:s|ed|t|ing)?|kn[eo]ws?|talk(?:s|ed|ing)?|spoke|speak(?:s|ing)?"
        "|hear[ds]?|told|tells?|information|stor(?:y|ies)|lectures?|books?|films?) about",
        ("exact", "about"),
    ),
    (rf"under|below|short of|(?:{LESS}) than", ("under",)),
)


LEAD = re.compile(
    r"(?<![a-z])(?:"
    + "|".join(f"(?P<l{turn}>{form})" for turn, (form, _) in enumerate(LEADS))
    + r")(?: a total of| a| an| the| one| level| ages?| aged)?\s?$"
)


LEAD_ENDS = frozenset("tnfreylodhgsxm.~≈ k")


AFTER = re.compile(
    r"(?P<odd>[ -]odd\b|[ -](?:some|something)\b)|(?P<plus>\+|[ -]plus\b)|(?P<strong>-strong\b)"
    r"|(?P<words>(?:[ -](?:years|year|people|percent|per|cent|yuan|km|mu|days|households|persons|months|metres"
    r"|kilometres|hectares|members|residents|times|%|of|age|old|(?!at\b)[a-z]{1,20}))"
    r"{0,2}),? (?:(?:or|and) (?:(?P<more>more|above|over|upwards?|older|beyond)|(?P<so>so|thereabouts)|(?P<less>less"
    r"|fewer|under|below|younger))|(?P<least>at (?:the )?least)|(?P<most>at (?:the )?most|maximum))"
    rf"(?![a-z])(?! (?:than|\d|cny|rmb|us\$|hk\$|[$¥€£]|{TO_99}\b|half|an?\b|the\b|all\b|hundreds|thousands|dozens"
    rf"|about|nearly))"
)


PLACED = re.compile(r"(?:\d%?|points?|percent|per cent|people|times|yuan|higher|lower|years) $")
# Behind one of these “over four years” is longer than that; else it may be in the course of them.
LASTED = re.compile(
    r"\b(?:for|in|after|of|spann(?:ing|ed)|last(?:ed|ing|s)|tak(?:en|es|ing)|took|spent|within|some) $"
)
# Over 1.2 km² behind one of these is on so much and not on more.
ACROSS = re.compile(
    r"\b(?:spread|spreads|spreading|scattered|distributed|stretch(?:ed|es|ing)?|divided|extend(?:ed|s|ing)?|laid out"
    r"|shared out|phased|paid|repaid|payable|built|held) (?:out )?$"
)
GREW = re.compile(
    r"\b(?:increas|grow|grew|rose|ris|up|climb|jump|surg|soar|expan|rais|higher|more|gain)[a-z]*"
    r"(?: [a-z-]+){0,3} $"
)
# What a level is compared with: 1.2 times that of last year.
LEVEL = re.compile(r" (?:that|those|the|what|as|of|its|last)\b")
# What is taken off a price, and not what is left of it.
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
        more, end = _bound_behind(plus), plus.end()
    written, after = unit_behind(text, end)
    unit, end = written if not unit or written == unit else unit, after if written else end
    if not unit and not times and (nouns := NOUNS.match(text, end)):
        heads = HEAD.findall(nouns[0])
        unit = CLASSES[heads[-1]] if heads else ""
    if more is None and (trail := AFTER.match(text, end)) and not re.search("level|grade|rank", trail[0]):
        more = _bound_behind(trail)
        end = trail.end() if more else end
    lead, begin = bound_before(text, start)
    if not unit or unit == "year":
        unit = (
            "year-of-age"
            if AGED.search(text[max(0, begin - 24) : begin]) or AGED.search(text[max(0, start - 24) : start])
            else unit
        )
    if lead == ("over",) and ACROSS.search(text[max(0, begin - 16) : begin]):
        lead = ("exact",)  # spread over 1.2 km²
    if (
        lead == ("over",)
        and unit in UNITS
        and UNITS[unit].dimension in ("time", "clock")
        and text[begin:start].strip().startswith("over")
        and not LASTED.search(text[max(0, begin - 12) : begin])
    ):
        lead = ("over", "exact")  # over four years: during them, or more than four
    if lead == ("over",) and text[begin : begin + 4] == "more" and PLACED.search(text[max(0, begin - 16) : begin]):
        lead = ("over", "exact")  # 12 points more than two years before
    bounds = lead if more is None else more if lead == EXACT else (*more, *lead)
    kind: str = "times" if times and not (unit and unit != "") else "number"
    if times:
        end = max(end, times.end())
    level = kind == "times" and LEVEL.match(text, end) and not GREW.search(text[max(0, begin - 40) : begin])
    also = (low - 1,) if level else ()
    if unit == "percent" and OFF.match(text, end):
        also = (100 - low,)
    one = Quantity(text[begin:end], begin, end, kind, low, high, step, unit, bounds, also=also)  # type: ignore[arg-type]
    return (one,), end


def _bound_behind(found: re.Match[str]) -> tuple[Bound, ...] | None:
    if found["odd"]:
        return ("over", "about")
    if found["strong"]:
        return ("exact", "over", "about")
    if found["plus"]:
        return ("at-least", "over")
    if found["more"] or found["least"]:
        return ("at-least", "over") if found["more"] in ("over", "above") else ("at-least",)
    if found["so"]:
        return ("about",)
    if found["less"]:
        return ("at-most", "under")
    return ("at-most",) if found["most"] else None


def unit_behind(text: str, end: int) -> tuple[str, int]:
    """The unit behind a number, and where it ends."""
    found = UNIT.match(text, end)
    return (FORM_UNITS[found[1].replace("-", " ")], found.end()) if found else ("", end)


def bound_before(text: str, start: int) -> tuple[tuple[Bound, ...], int]:
    """The bound before a number, and where it begins."""
    if start < 2:
        return (("about",), 0) if start and text[0] in "~≈" else (EXACT, start)
    before = max(0, start - 34)
    found = LEAD.search(text[before:start])
    if not found:
        return EXACT, start
    return LEADS[int((found.lastgroup or "l0")[1:])][1], before + found.start()


def last_place(digits: str) -> Decimal:
    """One of the last place written: 0.1 of 4.5, 100 of 1200 (what is not said to be exact may be rounded there)."""
    if "." in digits:
        return Decimal(1).scaleb(-len(digits.partition(".")[2]))
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0")))
