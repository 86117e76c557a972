"""How the quantities of English texts begin: one expression in which each form has its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from changlang.language.numbers.numerals import ONES, ORDINALS, SCALES, TENS
from changlang.language.numbers.phrases import ENGLISH
from changlang.language.numbers.quantity import ONE

# Small letters and plain signs, one sign for one, so that every index still holds.
FOLD = {code: code + 32 for code in range(65, 91)} | str.maketrans("’‘‐‑−－　\u00a0\u202f\u2009", "''----    ")


ONE_TO_NINE = "one|two|three|four|five|six|seven|eight|nine"


TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"


TENTHS = "|".join(TENS)


TO_99 = rf"(?:(?:{TENTHS})(?:[ -](?:{ONE_TO_NINE}))?|{TEENS}|{ONE_TO_NINE})"


TO_999 = rf"(?:(?:{TO_99}|an?)[ -]hundred(?:[ -](?:and[ -])?{TO_99})?|{TO_99})"


LARGE = "thousand|million|billion|trillion"


WORD = (
    rf"(?:(?:{TO_999}|an?)[ -](?:{LARGE})(?:,? (?:and )?{TO_999}[ -]thousand)?(?:,? (?:and )?{TO_999})?"
    rf"|{TO_999}(?:[ -]dozen)?|an?[ -]dozen|(?:hundred|thousand|million|dozen)(?=[- ](?!of\b)))"
)


DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?![\d,])|\d+(?:\.\d+)?|\.\d+"


# How a number in words begins, for a quick look.
COUNTS = "one|tw|th[ior]|fou|fi[fv]|si|se|ei|ni|te|el|for|an?[ -](?:hu|th|mi|bi|tr|do)|hun|mil|doz"
ORDINAL = "|".join(sorted((word for word in ORDINALS if word != "zeroth"), key=len, reverse=True))


ORDINAL = rf"(?:\d+(?:st|nd|rd|th)|(?:(?:{TENTHS})[ -])?(?:{ORDINAL}))"


MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip


MONTH = rf"(?:{'|'.join(MONTHS)}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
YEAR = r"(?:1[0-9]|20)\d\d"


DAY = r"(?:3[01]|[12]\d|0?[1-9])"


PARTS: Mapping[str, Decimal] = {
    "half": Decimal(50), "halves": Decimal(50), "third": Decimal(100) / 3, "quarter": Decimal(25),
    "fourth": Decimal(25), "fifth": Decimal(20), "sixth": Decimal(100) / 6, "seventh": Decimal(100) / 7,
    "eighth": Decimal("12.5"), "ninth": Decimal(100) / 9, "tenth": Decimal(10), "hundredth": ONE,
}  # fmt: skip


# Two thirds and more; one of them may also be an ordinal (a third title).
PARTS_OF = r"(?:(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth)s)"
PART = r"(?:half|halves|(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth)s?)"


CURRENCY: Mapping[str, str] = {
    "cny": "CNY", "rmb": "CNY", "¥": "CNY", "￥": "CNY", "yuan": "CNY", "us$": "USD", "usd": "USD", "$": "USD",
    "hk$": "HKD", "hkd": "HKD", "€": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP", "cn¥": "CNY", "rmb¥": "CNY",
}  # fmt: skip


MONEY = "|".join(map(re.escape, sorted(CURRENCY, key=len, reverse=True)))


VAGUE: Mapping[str, tuple[int, int]] = {
    "dozens": (20, 99), "scores": (20, 99), "tens": (10, 99), "hundreds": (100, 999), "thousands": (1000, 9999),
    "millions": (10**6, 10**7 - 1), "billions": (10**9, 10**10 - 1),
}  # fmt: skip


SIZE = r"(?:hundred|thousand|million|billion|dozen)"


def _beginnings(words: Iterable[str]) -> str:
    """The first two letters of words: most words of a text are passed over by them."""
    pairs = sorted({word[:2] for word in words if word[:1].isalpha()})
    firsts = sorted({pair[0] for pair in pairs})
    return "|".join(f"{first}[{''.join(pair[1:] for pair in pairs if pair[0] == first)} ]" for first in firsts)


# Words that other forms begin with.
OTHERS = (
    "i ", "ii", "iii", "iv", "ix", "v ", "vi", "x ", "xi", "xv",
    "a few", "ad", "an", "around the clock", "biannual", "bicentennial", "both", "centenarian", "coming", "couple",
    "decades", "doubled", "few", "fifties", "forties", "fortnight", "h1", "half", "last", "latter", "many", "midday",
    "midnight", "minus", "negative", "next", "nonagenarian", "noon", "octogenarian", "pair", "past", "q1",
    "quadruple", "quarter", "round the clock", "semi-annual", "septuagenarian", "several", "sexagenarian", "some",
    "the", "thrice", "trebled", "tripled", "twice",
)  # fmt: skip

_TENS = tuple(f"{word[:-1]}ies" for word in TENS)
_WORDS = (*ENGLISH, *ONES, *ORDINALS, *TENS, *_TENS, *SCALES, *MONTHS, *VAGUE, *CURRENCY, *PARTS, *OTHERS)

FORMS: Mapping[str, str] = {
    "phrase": f"(?={_beginnings(ENGLISH)}|2)(?:"
    + "|".join(map(re.escape, sorted(ENGLISH, key=len, reverse=True)))
    + rf")(?![a-z0-9])(?!-(?:{LARGE}|hundred|dozen|year|month|day|yuan))(?! (?:{LARGE}|hundred|dozen)\b)",
    "date": (
        rf"(?P<y>{YEAR})(?P<sep>[-./])(?P<m>1[0-2]|0?[1-9])(?P=sep)(?P<d>{DAY})(?!\d)"
        rf"|(?P<m8>1[0-2]|[1-9])[·•](?P<d8>{DAY})(?!\d)"
        rf"|(?P<a>{DAY})(?P<s0>[/.-])(?P<b>{DAY})(?P=s0)(?P<y0>{YEAR})(?!\d)"
        rf"|(?P<d1>{DAY})(?:st|nd|rd|th)?(?: day)?(?: of)? (?P<m1>{MONTH})(?:,? (?P<y1>{YEAR})(?!\d))?"
        rf"|(?P<do>(?:twenty[ -]"
        rf"|thirty[ -])?(?:{'|'.join(ORDINALS)})) (?:day )?of (?P<m2>{MONTH})(?:,? (?P<y2>{YEAR}))?"
        rf"|(?P<m3>{MONTH}) (?:the )?(?P<d3>{DAY})(?:st|nd|rd|th)?(?!\d|[\d,]*\d{{2}}|\.\d)(?P<to>(?:\s?[-–—]\s?| to "
        rf"| and )(?P<d4>{DAY})(?:st|nd|rd|th)?(?!\d|:\d| ?[ap]\.?m\b| o'clock))?(?:,? (?P<y3>{YEAR})(?!\d|,\d))?"
        rf"|(?P<m5>{MONTH})(?:,| of)? (?P<y5>{YEAR})(?!\d|,\d)"
        rf"|(?P<m6>{MONTH})(?![a-z'])"
        rf"|(?P<y7>{YEAR})(?![\d,]*\d|\.\d|[-–]\d{{1,2}}-|'?s\b|%)"
        rf"|(?P<bc>\d{{1,4}}) bce?\b|(?P<ce>\d{{1,4}}) (?:ad|ce)\b|\bad (?P<ad>\d{{1,4}})"
    ),
    "period": (
        rf"(?P<decade>{YEAR[:-4]}\d0)'?s\b|'(?P<short>[1-9]0)s\b|(?P<teens>(?:twen|thir|for|fif|six|seven|eigh"
        rf"|nine)ties)\b"
        rf"|(?P<century>{ORDINAL})[ -]century|(?P<two_digit>[2-9]0)s\b"
    ),
    "part": (
        r"(?P<half>first|second|latter|1st|2nd) half(?=[ -](?:of|year|and)\b|[,.;)]|$)|h(?P<h>[12])\b|q(?P<q>[1-4])\b"
        r"|(?P<quarter>first|second|third|fourth|last|1st|2nd|3rd|4th)[ -]quarter\b|first (?P<quarters>two"
        r"|three) quarters"
    ),
    "lap": r"(?P<lap_h>\d{1,2}):(?P<lap_m>[0-5]\d):(?P<lap_s>[0-5]\d)(?![\d:])",
    "time": (
        r"(?P<h1>\d{1,2})(?:[:.](?P<n1>[0-5]\d))?\s?(?P<p1>[ap])\.?m\b\.?|(?P<h2>\d{1,2}):(?P<n2>[0-5]\d)(?![\d,.]*\d)"
        rf"|(?P<past>half|a quarter|quarter) (?P<way>past|to) (?P<h3>\d{{1,2}}|{TO_99})"
        rf"|(?P<h4>\d{{1,2}}|{TO_99}) o'clock(?: (?P<p4>in the morning|in the afternoon|in the evening|at night))?"
        rf"|(?P<h6>1[0-2]|[1-9]|{ONE_TO_NINE}|ten|eleven|twelve)"
        r"(?= (?:(?:in )?the (?:(?:next|following) )?(?:morning|afternoon|evening)|that (?:afternoon|evening)"
        r"|at night)\b)"
        r"|(?:(?:12|twelve)(?: o'clock)? )?(?P<mid>noon|midday|midnight)\b"
        r"|(?P<h5>[01]\d|2[0-4])(?P<n5>[0-5]\d) (?:hours|hrs)\b"
    ),
    "half": (
        r"(?:half(?: an? |[- ])|a half[- ])(?P<of>million|billion|trillion|dozen|thousand|hundred|year|month|century"
        r"|decade|day|hour|kilometre|kilometer|km|mu|hectare|ha|metre|meter|tonne|ton|mile|minute"
        r"|litre|liter|jin|square (?:kilo)?met(?:re|er)|cubic met(?:re|er))s?\b"
    ),
    "unit_half": r"(?:an?|one) (?P<one_unit>year|month|week|day|hour|decade|century) and a half",
    "time_part": (
        r"(?P<parts>an?|one|three)[ -]quarters?(?:-| of an? )(?P<part_unit>hour|century|million|billion|trillion)s?"
        r"(?![a-z])"
        r"|(?P<clock>(?:a)?round[ -]the[ -]clock|24/7|(?:24|twenty-four) hours a day)(?![a-z])"
    ),
    "fraction": (
        rf"(?P<above>{TO_99}|\d)[ -](?P<below>{PARTS_OF})(?![a-z])(?! (?:time|year|quarter|anniversary"
        rf"|consecutive|century|place))"
        rf"|(?P<single>an?|one)[ -](?P<below1>{PART})(?=(?: of| less| more| higher| lower| the| are"
        rf"| were| is| was| have| had)\b|[,.;:)]|$)"
        rf"|(?<=by )(?P<by>an?|one)[ -](?P<below2>{PART})(?![a-z])"
        rf"|one[ -](?P<hyphened>{PART})(?![a-z-])(?! (?:time|prize|place|class|year))"
        rf"|(?P<in2>{TO_99}|\d+) (?:[a-z-]+ ){{1,3}}(?:in|out of|of) every (?P<every2>{TO_99}|(?:an? )?hundred|\d+)"
        r"(?![\d,]*\d|[a-z%-]|\.\d| (?:years|months|days))"
        rf"|(?P<in>{TO_99}|\d+(?:\.\d+)?) (?P<joint>in|out of|of(?= every))(?P<of_every> every)?"
        rf" (?P<every>{TO_99}|(?:an? )?hundred|\d+)"
        r"(?![\d,]*\d|[a-z%-]|\.\d| (?:years|months|days))"
        r"|(?P<above2>\d)/(?P<below3>[2-9])(?![\d/])|(?P<just_half>half)(?![a-z'])|(?P<halving>halv(?:es?|ed|ing))\b"
    ),
    "doubling": (
        rf"(?P<doubled>doubl(?:ed|ing)|tripl(?:ed|ing)|trebl(?:ed|ing)|quadrupl(?:ed|ing))\b|(?P<fold>{TO_99}"
        rf"|\d+(?:\.\d+)?)[ -]?fold\b"
        r"|(?P<twice>twice(?! a year| yearly)|thrice)\b|(?P<double>double|triple|treble|quadruple)\b"
    ),
    "roman": r"(?P<roman>xx|xi{0,3}v?|i?x|vi{0,3}|iv|i{1,3})(?![a-z'’-]|\.[a-z0-9])",
    "ordinal": rf"(?P<order>{ORDINAL})(?![a-z])",
    "vague": (
        rf"(?P<lead>dozens|scores|tens|hundreds|thousands|millions|billions)(?: and (?:hundreds|thousands"
        rf"|tens))?(?: (?:of|upon) (?P<thousands>hundreds|thousands|millions|billions))?\b"
        rf"|(?P<several>several|a few|few|many|some)(?: (?P<tens>tens of))? (?P<size>{SIZE}s?)(?: (?P<size2>thousand"
        rf"|million))?\b"
    ),
    "sum": r"\d{1,3}(?:\+(?:\d{1,3}|[a-z]))+(?![a-z0-9])",
    "code": r"(?!(?:rmb|cny|usd|hkd|eur|us|hk)\$?\d)[a-z]{1,8}-?(?P<code>\d+)(?![\d.,]*\d)(?![a-z])",
    "amount": (
        rf"(?=[\d.$¥￥€£-]|{_beginnings(CURRENCY)}|mi|ne|{COUNTS})(?P<money>(?:{MONEY})\s?)?"
        rf"(?P<sign>minus |negative |(?<![\w)])-(?=\d))?(?:(?P<digits>{DIGITS})"
        rf"|(?={COUNTS})(?P<word>{WORD})(?![a-z]))"
    ),
    "few": (
        r"(?=an? |both|coup|pair|past|last|first|next|com|the |fort|twice|half|semi|bia|bic|sex|sep|oct|non|cen|dec)"
        r"(?:(?P<yearly>twice a year|half-yearly|half yearly|semi-annual(?:ly)?|biannual(?:ly)?|twice yearly)"
        r"|(?P<aged>sexagenarian|septuagenarian|octogenarian|nonagenarian|centenarian)s?"
        r"|(?P<hundred>bicentena(?:ry|rial)|bicentennial|centenary|centennial)"
        r"|(?P<plural>decades|centuries)\b"
        r"|(?P<some>both|couple|pair|(?:the )?(?:past|last|first|next|coming) decade|the decade"
        r"|an? (?:(?:single|full|whole) )?(?:decade|century|year|month|week|day|hour"
        r"|fortnight|kilometre|kilometer|mu|tonne|hectare|metre|meter)|fortnight)(?![a-z]))"
    ),
}


LEXER = re.compile(
    rf"(?<![a-z0-9_])(?<!\d[.,])(?=[\d$¥￥€£.'-]|{_beginnings(_WORDS)}|[a-z]{{1,8}}-?\d)(?:"
    + "|".join(f"(?P<{name.upper()}>{form})" for name, form in FORMS.items())
    + ")"
)


AMOUNT = re.compile(FORMS["amount"])
