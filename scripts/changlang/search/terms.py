"""English pages: words with their places; what is Chinese in them as single characters and pairs of neighbours."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from changlang.search import letters
from changlang.search.entries import without_places
from changlang.search.fold import ALONE, BORDER
from changlang.search.pieces import LETTERS, STEM, WORD
from changlang.search.texts import Fields, Texts

_ALONE = rf"[{ALONE}-\U0010ffff]"
# A space counts only between two characters that stand alone; beside words it says nothing that the words do not.
_TOKEN = re.compile(rf"[^ {BORDER}{ALONE}-\U0010ffff]+|{_ALONE}|(?<={_ALONE}) (?={_ALONE})|{BORDER}")


class Part(NamedTuple):
    """A key of a phrase and how far from its beginning it stands. An `open` one is only a word's beginning."""

    key: str
    offset: int
    open: bool = False


def entries(fields: Fields, size: int) -> dict[str, str]:
    """Every entry of words, of letters inside of them, and of Chinese, by its key."""
    texts = Texts(size)
    rows: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for field, by_slot in fields.items():
        for slot, text in by_slot.items():
            found = list(words(text))
            start = texts.add(field, slot, found[-1][1] + 1)
            for term, place in found:
                rows[term].append(start + place)
    whole = {term[1:]: texts.found(row) for term, row in rows.items() if term[0] == WORD and len(term) > 2}
    result = {term: texts.with_places(row) for term, row in rows.items()}
    listed = {word: without_places(found) for word, found in whole.items()}
    return result | dict(letters.entries(listed, whole.__getitem__, LETTERS, letters.inside, alone=True))


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


def _parts_of_run(phrase: str) -> tuple[Part, ...]:
    """As few pairs as cover a phrase of two or more characters."""
    last = len(phrase) - 2
    places = [*range(0, last, 2), last]
    return tuple(Part(phrase[place : place + 2], place) for place in places)


def parts(phrase: str) -> tuple[Part, ...]:
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
            found = _parts_of_run(run) if len(run) > 1 else (Part(run, 0),)
            parts += (Part(part.key, part.offset + start) for part in found)
            start = place + 1
    return tuple(parts)
