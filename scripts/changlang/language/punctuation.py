"""Chinese punctuation as GB/T 15834—2011 has it, and spaces beside Chinese characters: none.

The only file that imports autocorrect, which knows which signs become wide beside Chinese; pairs, dashes and
ellipses, which it leaves alone, are seen to here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import autocorrect_py

from changlang.language.mark import HAN, WIDE, Mark, each, paragraphs
from changlang.language.mask import COVER, FIGURE

# Its rules for the width of signs; the others insert spaces or change words. The library keeps one setting a process.
KEPT = ("fullwidth", "halfwidth-word")
OTHERS = (
    "space-word space-punctuation space-bracket space-backticks space-dash space-dollar "
    "no-space-fullwidth no-space-fullwidth-quote halfwidth-punctuation spellcheck"
)
RULES = json.dumps({"rules": {**dict.fromkeys(OTHERS.split(), 0), **dict.fromkeys(KEPT, 1)}})
autocorrect_py.load_config(RULES)  # type: ignore[attr-defined]  # which its stubs lack

ANY_HAN = re.compile(f"[{HAN}]")
# What of Markdown may stand between a sign and its neighbour.
THIN = f"[*{COVER}\\[\\]]{{0,9}}"

NARROW = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
# Blanks behind what becomes a wide sign go with it, but for those at a line's end, which Markdown reads.
GAP = r"(?:[ \t]+(?=[^\s|]))?"
BEHIND = rf"(?:(?<=[{HAN}）》】”’{FIGURE}])|(?<=[{HAN}][)\"']))"
AFTER_CHINESE = re.compile(f"{BEHIND}{THIN}(?P<sign>[,;:?!])(?![,;:?!/]){GAP}")
BEFORE_CHINESE = re.compile(f"(?P<sign>[,;?!])(?=[{HAN}“‘《（])")
STOP = re.compile(rf"{BEHIND}(?P<sign>\.)(?![.A-Za-z0-9]){GAP}")
BRACKETS = re.compile(r"\((?P<inside>[^()\n]{0,300})\)")
ELLIPSIS = re.compile(
    rf"(?<=[{HAN}{WIDE}”’])(?:\.{{3,}}|。{{3,}}|(?<!…)…(?!…)|…{{3,}}){GAP}|(?:\.{{3,}}|。{{3,}})(?=[{HAN}])"
)
# Titles and quotations side by side need no 、 (4.5.3.5), and …… says 等 already (4.11).
LISTED = re.compile("(?<=[》”])、(?=[《“])")
AND_SO_ON = re.compile("……(?=等)|(?<=等)……")
DOUBLED = re.compile(r"(?P<sign>[，；：、？！])(?P=sign)+|(?<!。)。。(?!。)")
DASH = re.compile(rf"(?<=[{HAN}{WIDE}”’])[ \t]*(?:-{{2,4}}|―{{1,2}}|–{{2}}|─{{2}})[ \t]*(?=[{HAN}“‘《（])")
# Without blanks it may be the dash of a stretch: 北京—上海.
SPACED_DASH = re.compile(rf"(?<=[{HAN}{WIDE}”’])[ \t]+—[ \t]+(?=[{HAN}“‘《（])")
LONG_DASH = re.compile(r"—{3,}")
CORNERS = {"「": "“", "」": "”", "『": "‘", "』": "’"}
CORNER = re.compile("[「」『』]")

BLANK = r"[ \t\u00a0\u3000]+"
LATIN = rf"[A-Za-z0-9%‰℃°¥$€{FIGURE}]"
SPACE = re.compile(
    rf"(?<=[{HAN}]){BLANK}(?=\*{{0,2}}\[?{LATIN})|(?<={LATIN}){BLANK}(?=[{HAN}])"
    rf"|(?<=[{HAN}A-Za-z0-9{WIDE}”’]){BLANK}(?=[，。！？：；、）》】])|(?<=[，。！？：；、（《【]){BLANK}(?=[^\s|{COVER}])"
)

AFTER_LINK = re.compile(rf"[A-Za-z0-9%]\*{{0,2}}\]{COVER}{{1,800}}(?P<blank>{BLANK})(?=[{HAN}])")

PAIRS = {"“": "”", "‘": "’", "（": "）", "《": "》", "〈": "〉", "【": "】", "(": ")"}
CLOSING = {close: opening for opening, close in PAIRS.items()}
PAIRED = re.compile(f"[{re.escape(''.join((*PAIRS, *CLOSING)))}]")
# 1）, a) and （一） count; they need no opening sign.
COUNTED = re.compile(rf"(?:^|[\s。；：，{COVER}])[0-9A-Za-z一二三四五六七八九十①-⑳]{{1,3}}$")
STRAIGHT = re.compile("[\"'＂＇]")


def punctuation(text: str) -> Iterator[Mark]:
    """Marks of a masked Chinese text; one without a Chinese character has none."""
    if not ANY_HAN.search(text):
        return
    yield from _widths(text)
    yield from _beside(text)
    yield from _brackets(text)
    yield from each(ELLIPSIS, text, "punctuation", "……")
    yield from each(DASH, text, "punctuation", "——")
    for found in SPACED_DASH.finditer(text):
        yield Mark(*found.span(), "punctuation", "——", False)
    yield from each(LONG_DASH, text, "punctuation", "——")
    for pattern in (LISTED, AND_SO_ON):
        for found in pattern.finditer(text):
            yield Mark(*found.span(), "punctuation", "", False)
    yield from each(DOUBLED, text, "punctuation", lambda found: found[0][0])
    yield from each(CORNER, text, "punctuation", lambda found: CORNERS[found[0]])
    yield from each(SPACE, text, "spacing", "")
    for found in AFTER_LINK.finditer(text):
        yield Mark(*found.span("blank"), "spacing", "")
    for start, part in paragraphs(text):
        yield from _straight(part, start)
    yield from unpaired(text)


def _widths(text: str) -> Iterator[Mark]:
    """Where the library would have a sign of another width; digits and letters are seen to with the numbers."""
    formed = autocorrect_py.format(text)
    if len(formed) != len(text) or formed == text:
        return
    for index, (old, new) in enumerate(zip(text, formed, strict=True)):
        if old != new and old in NARROW and new == NARROW[old]:
            yield Mark(index, index + 1, "punctuation", new)


def _beside(text: str) -> Iterator[Mark]:
    for pattern in (AFTER_CHINESE, BEFORE_CHINESE, STOP):
        for found in pattern.finditer(text):
            yield Mark(found.start("sign"), found.end(), "punctuation", NARROW[found["sign"]])


def _brackets(text: str) -> Iterator[Mark]:
    """Both brackets of a pair, where Chinese stands in it or beside it."""
    for found in BRACKETS.finditer(text):
        start, end = found.span()
        if re.search(f"[{HAN}]", text[max(0, start - 1) : end + 1]):
            yield Mark(start, start + 1, "punctuation", "（")
            yield Mark(end - 1, end, "punctuation", "）")


def _straight(text: str, start: int) -> Iterator[Mark]:
    """Straight quotes, by turns opening and closing; where they do not come in pairs only their writer knows."""
    for kind, curly in (('"＂', "“”"), ("'＇", "‘’")):
        found = [
            sign.start() for sign in STRAIGHT.finditer(text) if sign[0] in kind and not _innocent(text, sign.start())
        ]
        sure = len(found) % 2 == 0 and not any(sign in text for sign in curly)
        for turn, index in enumerate(found):
            yield Mark(start + index, start + index + 1, "punctuation", curly[turn % 2], sure)


def _innocent(text: str, index: int) -> bool:
    """Feet, inches and minutes behind a digit, and the apostrophe of an English word."""
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    if before.isascii() and before.isdigit() and not (after and after in '"＂'):
        return text.count(text[index]) == 1
    return text[index] == "'" and before.isascii() and before.isalpha() and (after.isascii() and after.isalpha())


def unpaired(text: str) -> Iterator[Mark]:
    """Quotes and brackets that are opened and not closed, or the other way round, within their paragraph.

    A quotation of several paragraphs opens each of them and closes in the last.
    """
    found = list(paragraphs(text))
    for place, (start, part) in enumerate(found):
        follows = found[place + 1][1].lstrip()[:1] if place + 1 < len(found) else ""
        open_: list[tuple[str, int]] = []
        for sign in PAIRED.finditer(part):
            if sign[0] in PAIRS:
                open_.append((sign[0], sign.start()))
            elif open_ and open_[-1][0] == CLOSING[sign[0]]:
                open_.pop()
            elif not _lone(part, sign.start()):
                yield Mark(start + sign.start(), start + sign.end(), "unpaired", "", False)
        for opening, index in open_:
            if not (opening in "“‘" and follows == opening and index == len(part) - len(part.lstrip())):
                yield Mark(start + index, start + index + 1, "unpaired", "", False)


def _lone(text: str, index: int) -> bool:
    """A closing sign that needs no opening one: an apostrophe, a count."""
    if text[index] == "’":
        return text[index - 1 : index].isascii()
    return text[index] in ")）" and bool(COUNTED.search(text[max(0, index - 4) : index]))
