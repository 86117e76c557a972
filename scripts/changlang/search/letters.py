"""Letters inside of words, or at their beginning → what they are in, so that a question needs one entry of few.

An entry lists the words that have its letters, each with its own entry. Where these are too many, it holds the
documents alone, and one letter more has entries of its own; so whoever asks goes on to longer letters while an entry
is such a shared one, and sorts the words of the first other one out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from changlang.search.entries import Found, best, without_places
from changlang.search.numbers import packed

# In characters: what one entry may list.
MOST = 5_000
# The first character of an entry: documents of these letters alone, or a list of words.
SHARED, LISTED = "-", "+"
# Where in a word some letters stand.
At = Callable[[str, str], Iterator[int]]


def inside(word: str, letters: str) -> Iterator[int]:
    """Every place of `letters` in `word`."""
    place = word.find(letters)
    while place >= 0:
        yield place
        place = word.find(letters, place + 1)


def beginning(word: str, letters: str) -> Iterator[int]:
    if word.startswith(letters):
        yield 0


def entries(
    words: Mapping[str, str], found: Callable[[str], Found], sign: str, at: At, alone: bool = False
) -> Iterator[tuple[str, str]]:
    """Keys and entries: `sign` and two or more letters that stand in a word `at` some place.

    `words` have their entries, `found` gives the documents of one. With `alone`, a word that no other shares its
    letters with is listed however long its entry is.
    """
    waiting = list(_longer("", sorted(words), at, 2))
    while waiting:
        letters, sharing = waiting.pop()
        size = sum(len(word) + len(words[word]) + 2 for word in sharing)
        if size <= MOST or (alone and len(sharing) == 1):
            yield sign + letters, LISTED + "".join(_listed(word, words[word]) for word in sharing)
        else:
            yield sign + letters, SHARED + without_places(best(map(found, sharing)))
            waiting += _longer(letters, sharing, at, len(letters) + 1)


def _longer(letters: str, words: list[str], at: At, length: int) -> Iterator[tuple[str, list[str]]]:
    """Longer letters that begin with these, each with the words that have them."""
    found: dict[str, dict[str, None]] = {}
    for word in words:
        for place in at(word, letters):
            longer = word[place : place + length]
            if len(longer) == length:
                found.setdefault(longer, {})[word] = None
    return ((longer, list(sharing)) for longer, sharing in found.items())


def _listed(word: str, entry: str) -> str:
    return packed((len(word), len(entry))) + word + entry
