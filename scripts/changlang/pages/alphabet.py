"""Records from A to Z: Chinese titles and names by their pinyin, English ones by their first word of meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from changlang.model.catalogue import Catalogue
from changlang.model.languages import Language
from changlang.pinyin import syllables

# Kinds that have a page of their own, and the field that names them.
NAMED: Mapping[str, str] = {"columns": "title", "events": "title", "people": "title", "photos": "caption"}
LENGTH = 300
PATH = "search/a-z/"
# Where titles stand that begin with no letter.
OTHERS = "#"
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_SIGNS = re.compile(r"^[^\w]+")
# Characters of a title that are spelt; what is alike in so many stands in the order of its characters.
_SPELT = 6


@dataclass(frozen=True, slots=True)
class Titled:
    """A record's place in the alphabet: its letter, the folder and id that make its address, and its title."""

    letter: str
    folder: str
    ident: str
    title: str
    digest: str


def alphabet(catalogue: Catalogue, language: Language) -> Sequence[Titled]:
    """Every record that has a page of its own, in the order of its title in one language."""
    return [titled for _, titled in sorted(_all(catalogue, language), key=lambda pair: pair[0])]


def letters(titled: Sequence[Titled]) -> Mapping[str, int]:
    """Every letter that some title begins with → the number of the page that it begins on, from 1."""
    found: dict[str, int] = {}
    for place, one in enumerate(titled):
        found.setdefault(one.letter, place // LENGTH + 1)
    return found


def count(titled: Sequence[Titled]) -> int:
    return max(1, -(-len(titled) // LENGTH))


def _all(catalogue: Catalogue, language: Language) -> Iterator[tuple[tuple[bool, str, str, str], Titled]]:
    for folder, field in NAMED.items():
        for record in catalogue.of(folder).values():
            title = getattr(record, field)[language]
            spelt = spelling(title)
            letter = initial(spelt)
            yield (letter == OTHERS, spelt, title, record.id), Titled(letter, folder, record.id, title, record.digest)


def initial(spelt: str) -> str:
    """The letter that a spelling stands under."""
    letter = spelt[:1].upper()
    return letter if letter.isascii() and letter.isalpha() else OTHERS


@lru_cache(maxsize=1 << 16)
def spelling(title: str) -> str:
    """How a title is looked up: without signs and English articles at its beginning, Chinese in pinyin."""
    plain = _ARTICLE.sub("", _SIGNS.sub("", title), count=1)
    if plain.isascii():
        return plain.casefold()
    return "".join(syllables(plain[:_SPELT])).casefold() + plain[_SPELT:]
