"""The rules of print over a whole catalogue: what breaks them, where, and the form that they ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from changlang.language.digits import digits
from changlang.language.mark import Mark, apart, mended
from changlang.language.mask import masked
from changlang.language.punctuation import punctuation
from changlang.language.texts import Pair, Where, pairs, whole_file
from changlang.language.typography import typography
from changlang.model.catalogue import Catalogue
from changlang.model.languages import LANGUAGES, Language
from changlang.problems import Problem, problem

ROUND = 6  # signs shown on either side of what is wrong
MOST = 20  # findings of one code in one text; whoever made that many mends them all in one go
PASSES = 5  # mending one sign can bring another rule to bear
WORD = re.compile("[A-Za-z0-9{}:_-]+")


@lru_cache(maxsize=1 << 12)
def marks(text: str, language: Language, markdown: bool) -> tuple[Mark, ...]:
    """Every place of a text that breaks a rule of print, in order and apart from one another."""
    words = masked(text, markdown)
    found = punctuation(words) if language == "zh" else typography(words)
    return apart((*digits(words, language), *found))


def mend(text: str, language: Language, markdown: bool) -> str:
    """The text with everything mended that can be without asking. Mending twice changes nothing more."""
    for _ in range(PASSES):
        better = mended(text, marks(text, language, markdown))
        if better == text:
            break
        text = better
    return text


def printed(catalogue: Catalogue, where: Where = whole_file) -> tuple[Problem, ...]:
    """`punctuation`, `unpaired`, `spacing`, `number-form` and `date-form`, each with the form that is right."""
    found: list[Problem] = []
    for pair in pairs(catalogue):
        for language in LANGUAGES:
            text = pair[language]
            counts: dict[str, int] = {}
            everything = marks(text, language, pair.body) if text else ()
            for mark in everything:
                counts[mark.code] = counts.get(mark.code, 0) + 1
                if counts[mark.code] <= MOST:
                    shown = _shown(text, mark, everything)
                    found.append(problem(mark.code, *where(pair, language, mark.start), **shown))
    return tuple(found)


def _shown(text: str, mark: Mark, everything: tuple[Mark, ...]) -> dict[str, str]:
    """What is written, and what should be, with whole words around it."""
    start, end = _edge(text, mark.start, -1), _edge(text, mark.end, 1)
    part = text[start:end]
    inside = (one for one in everything if start <= one.start and one.end <= end)
    moved = [replace(one, start=one.start - start, end=one.end - start, safe=True) for one in inside]
    return {"written": part.strip(), "mended": mended(part, moved).strip()}


def _edge(text: str, index: int, step: int) -> int:
    """`ROUND` signs further on, or as far as the line or, rather than within a word, to its end."""
    way = text[index - 1 :: -1] if step < 0 else text[index:]
    way = "" if step < 0 and index == 0 else way.partition("\n")[0][: 8 * ROUND]
    word = WORD.match(way, ROUND) if WORD.match(way[ROUND - 1 : ROUND]) else None
    return index + step * (word.end() if word else min(ROUND, len(way)))


def mendable(catalogue: Catalogue) -> Iterator[tuple[Pair, Language]]:
    """Each text that mending changes, and its language."""
    for pair in pairs(catalogue):
        for language in LANGUAGES:
            if any(mark.safe for mark in marks(pair[language], language, pair.body)):
                yield pair, language
