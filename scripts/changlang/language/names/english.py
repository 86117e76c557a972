"""English names that are nearly written as they should be: one letter of one word off a known name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from changlang.language.names.chinese import Near
from changlang.language.terms import TOKEN, singular

# Shorter words are one letter off too many others: Li and Lin are two people.
SHORTEST = 4
BETWEEN = re.compile(r"[\s\-–]+")
# Endings by which the forms of one word differ.
ENDINGS = frozenset(("", "s", "d", "n", "r", "y", "es", "ed", "er", "ly"))


class Word(NamedTuple):
    start: int
    end: int
    text: str


class EnglishNames:
    """Finds what is nearly one of some English names of two words and more."""

    def __init__(self, names: Iterable[str]) -> None:
        self._known: set[tuple[str, ...]] = set()
        self._seeds: dict[str, list[tuple[str, tuple[str, ...], int]]] = {}
        for name in sorted(set(names)):
            words = tuple(word.text for word in _words(name))
            if len(words) < 2 or words in self._known:
                continue
            self._known.add(words)
            # Whichever word is wrong, one of the two longest is not.
            for place in sorted(range(len(words)), key=lambda index: -len(words[index]))[:2]:
                self._seeds.setdefault(words[place], []).append((name, words, place))

    def find(self, text: str) -> Iterator[Near]:
        """Near misses in order."""
        words = list(_words(text)) if self._seeds else []
        reached = 0
        for index, word in enumerate(words):
            for name, known, place in self._seeds.get(word.text, ()):
                near = self._near(text, words[max(index - place, 0) : index - place + len(known)], name, known)
                if near and near.start >= reached:
                    reached = near.end
                    yield near

    def _near(self, text: str, written: Sequence[Word], name: str, known: tuple[str, ...]) -> Near | None:
        if len(written) < len(known) or tuple(word.text for word in written) in self._known:
            return None
        gaps = pairwise(written)
        if not all(BETWEEN.fullmatch(text[one.end : other.start]) for one, other in gaps):
            return None
        other = [(word, right) for word, right in zip(written, known, strict=True) if word.text != right]
        if len(other) != 1 or not _mistyped(other[0][0].text, other[0][1]):
            return None
        return Near(written[0].start, written[-1].end, name, other[0][0].start)


def _words(text: str) -> Iterator[Word]:
    """Words in small letters and the singular, which is how names are compared."""
    for found in TOKEN.finditer(text):
        yield Word(*found.span(), singular(found[0].lower().replace("’", "'")))


def _mistyped(written: str, right: str) -> bool:
    """Whether a word is one letter off another, and not another form of it."""
    if len(right) < SHORTEST or written.isdigit() != right.isdigit():
        return False
    shorter, longer = sorted((written, right), key=len)
    if longer.startswith(shorter) and longer[len(shorter) :] in ENDINGS:
        return False
    return _one_off(shorter, longer)


def _one_off(shorter: str, longer: str) -> bool:
    """One letter changed, added or left out, or two neighbours that have changed places."""
    place = next((index for index, (one, other) in enumerate(zip(shorter, longer, strict=False)) if one != other), -1)
    if place < 0:
        return len(longer) - len(shorter) == 1
    if len(shorter) < len(longer):
        return shorter[place:] == longer[place + 1 :]
    swapped = longer[place + 1 : place + 2] + longer[place : place + 1]
    return shorter[place + 1 :] == longer[place + 1 :] or (
        shorter[place : place + 2] == swapped and shorter[place + 2 :] == longer[place + 2 :]
    )
