"""The bound of an English number: nearly and no fewer than before it, or more and -odd behind it."""

from __future__ import annotations

import re

from changlang.language.numbers.english.forms import TO_99
from changlang.language.numbers.quantity import DIMENSIONS, EXACT, Bound

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
        "|capped at|limited to|(?:a |the )?ceiling of",
        ("at-most",),
    ),
    (
        r"(?:add(?:s|ed|ing)?|gone|went|moved?|rais(?:ed|ing|es)|ris(?:es|en|ing)|rose|climb(?:s|ed)|brought"
        r"|bring(?:s|ing)?) up to|amount(?:s|ed|ing)? to",
        EXACT,
    ),
    (r"go(?:es|ing)? up to", ("exact", "at-most", "reaching")),
    ("up to|(?:to )?(?:a |the )?maximum(?: amount)? of", ("at-most", "reaching")),
    ("within", ("at-most", "exact", "under")),
    ("as (?:many|much|high|long|far|large|old) as|reach(?:ed|es|ing)?", ("exact", "reaching")),
    (
        "(?:just|slightly|a little) (?:under|below|short of|less than)|nearly|almost|close to|approach(?:ed|ing|es)?"
        "|nearing|near|verging on|not quite|close on|just shy of"
        "|not far (?:short of|off|from)|little (?:short of|less than)",
        ("nearly",),
    ),
    (
        "more than|"
        r"(?<!hand )(?<!handed )(?<!handing )(?<!took )(?<!take )(?<!taken )(?<!taking )(?<!turned )(?<!made )over"
        r"|above|in excess of|exceed(?:ing|ed|s)?|surpass(?:ing|ed|es)?|topp(?:ing|ed)|upwards? of"
        "|beyond|pass(?:ed|es|ing)"
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
    r"\b(?:for|in|after|of|spann(?:ing|ed)|last(?:ed|ing|s)|tak(?:en|es|ing)|took|spent|within|some|be"
    r"|been|is|was|are|were) $"
)

# Over 1.2 km² behind one of these is on so much and not on more.
ACROSS = re.compile(
    r"\b(?:spread|spreads|spreading|scattered|distributed|stretch(?:ed|es|ing)?|divided|extend(?:ed|s|ing)?|laid out"
    r"|shared out|phased|paid|repaid|payable|built|held) (?:out )?$"
)

# Behind one of these “more than a year” is more than there was then.
THAN = re.compile(" (?:earlier|ago|before|later|previously)")


# What goes on as years do; and the end of a range that does, over five to seven days.
SPANNED = re.compile(
    r" (?:generations|phases|stages|seasons|rounds|sessions|terms|instal(?:l)?ments|innings|issues)\b"
    r"|(?: to | or |\s?[-–—]\s?)[a-z0-9.]+[ -](?:minute|hour|day|week|month|year|decade)s?\b"
)


def meant(
    text: str, start: int, end: int, unit: str, lead: tuple[Bound, ...], begin: int
) -> tuple[tuple[Bound, ...], int]:
    """The bound before a number where its words may be none: over the years, 12 points more than two years before."""
    before, word = text[max(0, begin - 16) : begin], text[begin:start].strip()
    if word.endswith("than") and THAN.match(text, end):
        if word.split()[0] in ("more", "less", "fewer"):
            return (*lead, "exact"), begin  # more than five years before may be either
        return EXACT, start  # higher than five years ago
    if lead != ("over",):
        return lead, begin
    if word.startswith("over") and ACROSS.search(before):
        return EXACT, begin  # spread over 1.2 km²
    lasting = DIMENSIONS.get(unit) in ("time", "clock") or bool(SPANNED.match(text, end))
    during = word.startswith("over") and lasting and not LASTED.search(before)
    placed = word.startswith("more") and PLACED.search(before)
    return (("over", "exact") if during or placed else lead), begin


def bound_behind(found: re.Match[str]) -> tuple[Bound, ...] | None:
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


def bound_before(text: str, start: int) -> tuple[tuple[Bound, ...], int]:
    """The bound before a number, and where it begins."""
    if start < 2:
        return (("about",), 0) if start and text[0] in "~≈" else (EXACT, start)
    before = max(0, start - 34)
    found = LEAD.search(text[before:start])
    if not found:
        return EXACT, start
    return LEADS[int((found.lastgroup or "l0")[1:])][1], before + found.start()
