"""The site's own words for an input without a keyboard: what titles, names and places are made of, and how it sounds.

Every word stands in some page, so that none that is offered finds nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from changlang.model.languages import LANGUAGES, Language
from changlang.search import pieces
from changlang.search.document import Document
from changlang.search.sound import spelt

# So many words of a language at most, those of most pages first.
MOST = 3000
# Fields that words are taken from, and what counts as one: a run of Chinese between signs that is no whole sentence.
_FROM = ("title", "names", "place")
_RUN = re.compile("[\u4e00-\u9fff]+")
_SHORTEST, _LONGEST = 2, 8
_WORD = re.compile("[a-z]{4,}")


def words(documents: Iterable[Document]) -> dict[str, bytes]:
    """The list of each language as a piece beside its index: words with their syllables (`国防`, `guo fang`)."""
    known = list(documents)
    return {
        pieces.path(name): pieces.script(name, [[word, spelt(word)] for word in _of(language, known)])
        for language in LANGUAGES
        for name in (f"{language}/words",)
    }


def _of(language: Language, documents: Iterable[Document]) -> list[str]:
    counted: Counter[str] = Counter()
    for document in documents:
        if document.language == language:
            counted.update({word for name in _FROM for word in _IN[language](getattr(document, name))})
    return sorted(counted, key=lambda word: (-counted[word], len(word), word))[:MOST]


def _chinese(text: str) -> Iterator[str]:
    return (run for run in _RUN.findall(text) if _SHORTEST <= len(run) <= _LONGEST)


def _english(text: str) -> Iterator[str]:
    return iter(_WORD.findall(text.lower()))


_IN: Mapping[Language, Callable[[str], Iterator[str]]] = {"zh": _chinese, "en": _english}
