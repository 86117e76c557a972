"""Letters inside of words, or at their beginning → documents, so that a few letters need few and small entries.

Letters that many words share have an entry of their own that holds the documents; where few words are left, an
entry holds these words, each with its documents, and whoever asks for more letters sorts them out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from changlang.search.entries import Found, best, without_places
from changlang.search.numbers import packed
from changlang.search.pieces import STEM

# So many words may stand together in an entry.
FEW = 12
# The first character of an entry: documents of these letters alone, or a list of words.
SHARED, LISTED = "-", "+"


def inside(word: str, letters: str) -> Iterator[int]:
    """Every place of `letters` in `word`."""
    place = word.find(letters)
    while place >= 0:
        yield place
        place = word.find(letters, place + 1)


def beginning(word: str, letters: str) -> Iterator[int]:
    if word.startswith(letters):
        yield 0


def entries(words: Mapping[str, Found], sign: str, at: Callable[[str, str], Iterator[int]]) -> dict[str, str]:
    """Entries by key: `sign` and two or more letters that stand in a word `at` some place."""
    result: dict[str, str] = {}
    waiting: list[tuple[str, list[str]]] = list(_longer("", sorted(words), at, 2))
    while waiting:
        letters, sharing = waiting.pop()
        if len(letters) >= STEM and len(sharing) <= FEW:
            result[sign + letters] = LISTED + "".join(_listed(word, words[word]) for word in sharing)
        else:
            result[sign + letters] = SHARED + without_places(best(words[word] for word in sharing))
            waiting += _longer(letters, sharing, at, len(letters) + 1)
    return result


def _longer(
    letters: str, words: list[str], at: Callable[[str, str], Iterator[int]], length: int
) -> Iterator[tuple[str, list[str]]]:
    """Longer letters that begin with these, each with the words that have them."""
    found: dict[str, dict[str, None]] = {}
    for word in words:
        for place in at(word, letters):
            longer = word[place : place + length]
            if len(longer) == length:
                found.setdefault(longer, {})[word] = None
    return ((longer, list(sharing)) for longer, sharing in found.items())


def _listed(word: str, found: Found) -> str:
    entry = without_places(found)
    return packed((len(word), len(entry))) + word + entry
