"""Numbers and dates in one form: GB/T 15835—2011 for Chinese, day month year for English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from changlang.language.mark import HAN, Mark, each
from changlang.model.languages import Language

# Wide digits, letters and signs of numbers (GB/T 15835—2011, 5.1: digits take half a character's width).
WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+(?:[．％][０-９]*)?|(?<=[0-9])[．％]")
NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
THOUSANDS = re.compile(r"(?<![A-Za-z0-9_,.])\d{1,3}(?:[,，]\d{3})+(?![\d,，])")
NUMBER = r"\d+(?:\.\d+)?"
COUNTED = rf"(?=[{HAN}%‰℃])"
RANGE = re.compile(
    rf"(?<![A-Za-z0-9_./–—-])(?P<low>{NUMBER})(?P<unit>[年月日时岁万亿元人个米%‰℃]?)(?P<dash>\s?(?:-{{1,2}}|–|－|~|∼|〜)\s?)"
    rf"(?P<high>{NUMBER}){COUNTED}"
)
WAVES = "~∼〜"
YEAR = r"(?:18|19|20)\d{2}"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"

CHINESE_DATE = re.compile(
    rf"(?<![A-Za-z0-9_./-])(?P<y>{YEAR})(?P<sep>[-./])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<d>0?[1-9]|[12]\d|3[01])(?![A-Za-z0-9_/-]|\.\d)"
)
PADDED = re.compile(r"(?<=年)(?P<m>(?:0?[1-9]|1[0-2])月)(?P<d>(?:0?[1-9]|[12]\d|3[01])日)?")
SHORT_YEAR = re.compile(r"(?<![\d.])(?P<y>\d{2})年(?=\d{1,2}月)")

# A year in Chinese numerals has 〇 for nought, and no digit among them (GB/T 15835—2011, 4.2.2).
HAN_YEAR = re.compile("(?<![一二三四五六七八九〇])(?=[^年]*[0０○零])[一二][一二三四五六七八九〇0０○零]{3}(?=年)")
NOUGHTS = str.maketrans("0０○零", "〇〇〇〇")
# 号 is spoken; in print a day is 日.
SPOKEN_DAY = re.compile(r"(?<=月)(?P<d>\d{1,2})号")
CLOCK = r"(?:[01]?\d|2[0-4])"
WIDE_CLOCK = re.compile(rf"(?<![\d:：]){CLOCK}：(?=[0-5]\d(?!\d))")
HOURS = re.compile(rf"(?<![\d:]){CLOCK}:[0-5]\d\s?(?P<dash>[-~～–—]|--)\s?(?={CLOCK}:[0-5]\d(?![\d:]))")
SIGNED = re.compile(r"(?<=\d)[ \u00a0]+(?=[%‰％])")
SLASHED = re.compile(rf"(?<![\d/])(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/(?P<y>{YEAR})(?![\d/])")
COMMA_YEAR = re.compile(rf"\b(?P<m>{MONTHS}),? of (?P<y>{YEAR})\b|\b(?P<m2>{MONTHS}), (?P<y2>{YEAR})\b")

AMERICAN = re.compile(
    rf"\b(?P<m>{MONTHS}|(?:{SHORT})\b\.?) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
    rf"(?P<year>,? (?P<y>{YEAR})\b)?(?![-–]\d)"
)
ORDINAL = re.compile(
    rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m>{MONTHS}|(?:{SHORT})\b\.?)(?P<y>,? {YEAR}\b)?"
)
FULL = {name[:3]: name for name in MONTHS.split("|")}


def digits(text: str, language: Language) -> Iterator[Mark]:
    """Marks of a masked text's numbers and dates."""
    yield from each(WIDE, text, "number-form", lambda found: found[0].translate(NARROW))
    yield from each(SIGNED, text, "spacing", "")
    for found in HOURS.finditer(text):
        yield from _dash(found, "—" if language == "zh" else "–")
    if language == "zh":
        yield from _chinese(text)
    else:
        yield from _english(text)


def _dash(found: re.Match[str], new: str) -> Iterator[Mark]:
    if found["dash"] != new:
        yield Mark(*found.span("dash"), "number-form", new)


def _chinese(text: str) -> Iterator[Mark]:
    yield from each(HAN_YEAR, text, "number-form", lambda found: found[0].translate(NOUGHTS))
    for found in SPOKEN_DAY.finditer(text):
        yield Mark(*found.span(), "date-form", f"{found['d']}日", False)
    for found in WIDE_CLOCK.finditer(text):
        yield Mark(found.end() - 1, found.end(), "number-form", ":", False)
    for found in THOUSANDS.finditer(text):
        yield Mark(*found.span(), "number-form", re.sub("[,，]", "", found[0]), False)
    for found in RANGE.finditer(text):
        # 6.3: a range has one sign throughout; what may be a telephone number or a score only a writer knows
        wave = found["dash"].strip() in WAVES
        sure = wave or bool(found["unit"]) or len(found["low"]) == len(found["high"]) == 4
        yield Mark(*found.span("dash"), "number-form", "～" if wave else "—", sure)
    for found in CHINESE_DATE.finditer(text):
        new = f"{found['y']}年{int(found['m'])}月{int(found['d'])}日"
        yield Mark(*found.span(), "date-form", new, False)
    yield from each(PADDED, text, "date-form", lambda found: found["m"].lstrip("0") + (found["d"] or "").lstrip("0"))
    for found in SHORT_YEAR.finditer(text):
        yield Mark(*found.span(), "date-form", f"20{found[0]}", False)


def _english(text: str) -> Iterator[Mark]:
    """1 August 2018 throughout (ISO 8601 stays in code and tables of data, not in sentences)."""
    for found in AMERICAN.finditer(text):
        new = f"{int(found['d'])} {_month(found['m'])}" + (f" {found['y']}" if found["y"] else "")
        yield Mark(*found.span(), "date-form", new, False)
    for found in ORDINAL.finditer(text):
        new = f"{int(found['d'])} {_month(found['m'])}" + (f" {found['y'][-4:]}" if found["y"] else "")
        if new != found[0]:
            yield Mark(*found.span(), "date-form", new, False)
    for found in COMMA_YEAR.finditer(text):
        yield Mark(*found.span(), "date-form", f"{found['m'] or found['m2']} {found['y'] or found['y2']}", False)
    for found in SLASHED.finditer(text):
        yield from _slashed(found)
    for found in CHINESE_DATE.finditer(text):
        name = MONTHS.split("|")[int(found["m"]) - 1]
        yield Mark(*found.span(), "date-form", f"{int(found['d'])} {name} {found['y']}", False)


def _slashed(found: re.Match[str]) -> Iterator[Mark]:
    """8/1/2018 is one of two days; the day is taken to stand first where it can."""
    day, month = int(found["a"]), int(found["b"])
    day, month = (month, day) if month > 12 else (day, month)
    if 1 <= day <= 31 and 1 <= month <= 12:
        name = MONTHS.split("|")[month - 1]
        yield Mark(*found.span(), "date-form", f"{day} {name} {found['y']}", False)


def _month(name: str) -> str:
    return FULL[name[:3]]
