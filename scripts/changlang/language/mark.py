"""A place where a text breaks a rule of print, and what should stand there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from changlang.language.mask import COVER

# Chinese characters (Unicode's Han, without the signs beside them) and the signs of Chinese print.
HAN = "㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff〇"
WIDE = "，。！？：；、（）《》〈〉【】「」『』"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """`text[start:end]` should be `new`; `safe` says that a machine may put it there without being asked.

    An unsafe mark's `new` is a proposal; for an `unpaired` sign there is none.
    """

    start: int
    end: int
    code: str
    new: str
    safe: bool = True


def each(pattern: re.Pattern[str], text: str, code: str, new: str | Callable[[re.Match[str]], str]) -> Iterator[Mark]:
    """A safe mark for each match; what does not change gives none."""
    for found in pattern.finditer(text):
        put = new if isinstance(new, str) else new(found)
        if put != found[0]:
            yield Mark(found.start(), found.end(), code, put)


def apart(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks in order; of those that overlap the first."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return tuple(kept)


def mended(text: str, marks: Iterable[Mark]) -> str:
    """The text with its safe marks carried out."""
    for mark in sorted(marks, reverse=True):
        if mark.safe:
            text = text[: mark.start] + mark.new + text[mark.end :]
    return text


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Each paragraph with where it begins; a table's cell and a heading are paragraphs of their own."""
    start = 0
    for found in re.finditer(rf"\n[ \t{COVER}]*\n|\n(?=#)|(?<=\n)\||\||\n(?=[ \t]*{COVER})|\Z", text):
        if text[start : found.start()].strip():
            yield start, text[start : found.start()]
        start = found.end()
