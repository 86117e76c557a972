"""English as it is printed: curly quotes, dashes of their own lengths, no wide signs, single spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from changlang.language.mark import HAN, Mark, each, paragraphs
from changlang.language.mask import COVER, FIGURE
from changlang.language.punctuation import unpaired

WORDS = re.compile("[A-Za-z]")
HAN_SIGN = re.compile(f"[{HAN}]")

NARROW = {
    "，": ",",
    "。": ".",
    "！": "!",
    "？": "?",
    "：": ":",
    "；": ";",
    "（": "(",
    "）": ")",
    "、": ",",
    "％": "%",
}
QUOTES = {"《": "“", "》": "”", "「": "“", "」": "”", "『": "‘", "』": "’", "【": "[", "】": "]"}
WIDE_SIGN = re.compile(f"[{''.join((*NARROW, *QUOTES))}]")
# Behind these a blank follows in English, unless one does already.
SPACED = "，！？：；、。"

ELLIPSIS = re.compile(r"(?<!\.)\.{3}(?!\.)|……")
DASHES = re.compile(r"(?<=[A-Za-z,”’)]) (?:-{1,2}|—) (?=[A-Za-z“‘(])|(?<=[A-Za-z”’)])-{2,3}(?=[A-Za-z“‘(])")
# Years, and numbers of one kind from a smaller to a larger; not codes, dates, scores or telephones.
RANGE = re.compile(
    r"(?<![\w./:+–—-])(?<![A-Z]{2} )(?<!/T )(?P<low>\d{1,4})(?P<dash>-)(?P<high>\d{1,4})(?![\w/+–—-])(?!\.\d)"
)
BLANKS = re.compile(r"(?<=\S)[ \u00a0\u3000]{2,}(?=[^\s|])")
BEFORE = re.compile(rf"(?<=[A-Za-z0-9”’){FIGURE}])[ \t]+(?=[,;!?](?:\s|\Z))")

APOSTROPHE = re.compile(r"(?<=[A-Za-z0-9])'(?=[A-Za-z])|(?<=[sS])'(?=[\s,.;:!?)])|'(?=\d{2}s\b)")
QUOTE = re.compile('["＂]')
SINGLE = re.compile(r"(?<![A-Za-z0-9])'(?P<inside>[^'\"\n]{1,200})'(?![A-Za-z0-9])")
OPENS = re.compile(rf"(?:^|[\s(\[–—“‘*_{COVER}/])$")


def typography(text: str) -> Iterator[Mark]:
    """Marks of a masked English text; one without a letter has none. Chinese that it quotes keeps its own signs."""
    if not WORDS.search(text):
        return
    yield from _wide(text)
    yield from each(ELLIPSIS, text, "punctuation", "…")
    yield from each(DASHES, text, "punctuation", lambda found: " – " if found[0][0] == " " else "—")
    yield from _ranges(text)
    yield from each(BLANKS, text, "spacing", " ")
    yield from each(BEFORE, text, "spacing", "")
    for start, part in paragraphs(text):
        yield from _quotes(part, start)
    yield from unpaired(text)


def _wide(text: str) -> Iterator[Mark]:
    """Signs of Chinese print; beside a Chinese character only a writer knows which language they belong to."""
    for found in WIDE_SIGN.finditer(text):
        start, end = found.span()
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        chinese = [bool(HAN_SIGN.match(sign)) for sign in (before, after)]
        if all(chinese) or (any(chinese) and _quoted(text, start)):
            continue
        new = NARROW.get(found[0]) or QUOTES[found[0]]
        if found[0] in SPACED and after and not after.isspace() and after not in ")”’\"'，。）":
            new += " "
        if found[0] == "）" and after.isascii() and after.isalnum():
            new = ") "
        if found[0] == "（" and before and not before.isspace():
            new = " ("
        yield Mark(start, end, "punctuation", new, found[0] in NARROW and not any(chinese))


def _quoted(text: str, index: int) -> bool:
    """Whether a sign stands in a run of Chinese: a name or title that the English quotes."""
    run = re.compile(f"[{HAN}{re.escape(''.join(NARROW))}《》「」『』【】“”·—0-9]+")
    return any(
        found.start() <= index < found.end() and len(HAN_SIGN.findall(found[0])) > 1 for found in run.finditer(text)
    )


def _ranges(text: str) -> Iterator[Mark]:
    for found in RANGE.finditer(text):
        low, high = found["low"], found["high"]
        years = len(low) == 4 and low[:2] in ("18", "19", "20") and (len(high) == 2 or high[:2] in ("18", "19", "20"))
        if years or (len(low) <= len(high) and int(low) < int(high)):
            yield Mark(found.start("dash"), found.end("dash"), "punctuation", "–", years)


def _quotes(text: str, start: int) -> Iterator[Mark]:
    for found in APOSTROPHE.finditer(text):
        yield Mark(start + found.start(), start + found.end(), "punctuation", "’")
    doubles = [sign.start() for sign in QUOTE.finditer(text) if not _inches(text, sign.start())]
    sure = len(doubles) % 2 == 0 and _by_turns(text, doubles)
    for turn, index in enumerate(doubles):
        opening = turn % 2 == 0 if sure else bool(OPENS.search(text[:index]))
        yield Mark(start + index, start + index + 1, "punctuation", "“" if opening else "”", sure)
    for found in SINGLE.finditer(text):
        for index, new in ((found.start(), "‘"), (found.end() - 1, "’")):
            yield Mark(start + index, start + index + 1, "punctuation", new)


def _by_turns(text: str, quotes: list[int]) -> bool:
    """Whether quotes open and close by turns, as the blanks beside them say."""
    return all(bool(OPENS.search(text[:index])) == (turn % 2 == 0) for turn, index in enumerate(quotes))


def _inches(text: str, index: int) -> bool:
    return text[index - 1 : index].isdigit() and text.count('"') == 1
