"""Folded text → the keys that stand for it and their places; a phrase → the keys that together prove it.

Chinese pages are kept as overlapping pairs of characters, whatever the characters are. English pages are kept as
words; what is Chinese in them as pairs of neighbours and single characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from changlang.model.languages import Language
from changlang.search.fold import ALONE, BORDER
from changlang.search.pieces import STEM, WORD

_ALONE = rf"[{ALONE}-\U0010ffff]"
# A space counts only between two characters that stand alone; beside words it says nothing that the words do not.
_TOKEN = re.compile(rf"[^ {BORDER}{ALONE}-\U0010ffff]+|{_ALONE}|(?<={_ALONE}) (?={_ALONE})|{BORDER}")


class Part(NamedTuple):
    """A key of a phrase and how far from its beginning it stands. An `open` one is only a word's beginning."""

    key: str
    offset: int
    open: bool = False


def pairs(text: str) -> Iterator[tuple[str, int]]:
    """Every two neighbours in `text` with the place of the first."""
    for place, pair in enumerate(map(str.__add__, text, text[1:])):
        if BORDER not in pair:
            yield pair, place


def words(text: str) -> Iterator[tuple[str, int]]:
    """Words, characters that stand alone and pairs of these, with their places, counted in such tokens."""
    before = ""
    for place, token in enumerate(_TOKEN.findall(text)):
        if token == BORDER:
            before = ""
        elif token == " " or token >= ALONE:
            if token != " ":
                yield token, place
            if before:
                yield before + token, place - 1
            before = token
        else:
            yield WORD + token, place
            before = ""


TERMS: Mapping[Language, Callable[[str], Iterator[tuple[str, int]]]] = {"zh": pairs, "en": words}


def parts_of_pairs(phrase: str) -> tuple[Part, ...]:
    """As few pairs as cover a phrase of two or more characters."""
    last = len(phrase) - 2
    places = [*range(0, last, 2), last]
    return tuple(Part(phrase[place : place + 2], place) for place in places)


def parts_of_words(phrase: str) -> tuple[Part, ...]:
    """The words and characters of a phrase. Its last word may go on, if it has begun with `STEM` letters."""
    tokens = _TOKEN.findall(phrase)
    parts: list[Part] = []
    start = 0
    for place, token in enumerate(tokens):
        alone = token == " " or token >= ALONE
        if not alone:
            opened = 0 < place == len(tokens) - 1 and len(token) >= STEM
            parts.append(Part(WORD + token, place, opened))
            start = place + 1
        elif place == len(tokens) - 1 or not (tokens[place + 1] == " " or tokens[place + 1] >= ALONE):
            run = "".join(tokens[start : place + 1])
            found = parts_of_pairs(run) if len(run) > 1 else (Part(run, 0),)
            parts += (Part(part.key, part.offset + start) for part in found)
            start = place + 1
    return tuple(parts)


PARTS: Mapping[Language, Callable[[str], tuple[Part, ...]]] = {"zh": parts_of_pairs, "en": parts_of_words}
