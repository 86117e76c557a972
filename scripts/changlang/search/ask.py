"""Answers a question from a built index, just as the browser's script does from the same files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from changlang.model.languages import Language
from changlang.search import grams, pieces, terms, trie
from changlang.search.document import FIELDS, WEIGHTS
from changlang.search.entries import Places, places, slots, slots_of_places
from changlang.search.fold import ALONE
from changlang.search.letters import LISTED, SHARED
from changlang.search.numbers import unpacked
from changlang.search.pieces import LETTERS, SOUND, STEM, WORD, Layout
from changlang.search.question import phrases
from changlang.search.sound import LONGEST
from changlang.search.terms import Part

# A file's path below the site's root → its bytes, or None where there is none.
Read = Callable[[str], bytes | None]
# Slot → number of the best field; those after FIELDS are titles and names by their sound.
Hits = dict[int, int]
_HEARD = len(FIELDS)
_FACETS = ("kind", "column", "year")


@dataclass(frozen=True, slots=True)
class Result:
    """One page that answers. `text` is what a context may be cut from."""

    address: str
    title: str
    kind: str
    column: str
    year: str
    date: str
    thumbnail: str
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """How many pages answer, the best of them, and how many there are by kind, column and year.

    `fewer` is offered where nothing is found, with the number of pages: the phrases of a question that are found on
    their own, or of its only phrase the longest beginning and the longest end that are.
    """

    total: int
    results: tuple[Result, ...]
    counts: Mapping[str, Mapping[str, int]]
    fewer: Mapping[str, int]


def ask(
    read: Read, language: Language, question: str, *, limit: int = 10, chosen: Mapping[str, str] | None = None
) -> Answer:
    """The answer to `question` from the index that `read` gives.

    `chosen` keeps only pages of a `kind`, `column` or `year`; the counts of each disregard what is chosen of itself,
    so that they say what another choice would give. Raises FileNotFoundError where there is no index.
    """
    index = Index(read, language)
    asked = phrases(question)
    found = [index.hits(phrase) for phrase in asked]
    everything = _together(found)
    chosen = chosen or {}
    ranked = index.ranked(everything)
    kept = [slot for slot in ranked if index.fits(slot, chosen)]
    return Answer(
        total=len(kept),
        results=tuple(index.results(index.first(kept, everything, limit))),
        counts={name: index.counts(ranked, name, chosen) for name in _FACETS},
        fewer={} if everything else _fewer(index, asked, found),
    )


def _fewer(index: Index, asked: Sequence[str], found: Sequence[Hits]) -> dict[str, int]:
    if len(asked) == 1:
        return dict(filter(None, (index.longest(_beginnings(asked[0])), index.longest(_ends(asked[0])))))
    return {phrase: len(hits) for phrase, hits in zip(asked, found, strict=True) if hits}


def _beginnings(phrase: str) -> Iterator[str]:
    return (phrase[:length].strip() for length in _shorter(phrase))


def _ends(phrase: str) -> Iterator[str]:
    return (phrase[-length:].strip() for length in _shorter(phrase))


def _shorter(phrase: str) -> Iterable[int]:
    """Lengths that say something yet, the longest first."""
    least = STEM if phrase < ALONE else 2
    return range(min(len(phrase) - 1, LONGEST), least - 1, -1)


def _together(found: Sequence[Hits]) -> Hits:
    """Slots that have every phrase → the sum of their best fields' weights."""
    if not found:
        return {}
    common = set(found[0]).intersection(*found[1:])
    return {slot: sum(WEIGHTS[hits[slot]] for hits in found) for slot in common}


class Index:
    """The files of one language, read as they are needed."""

    def __init__(self, read: Read, language: Language) -> None:
        self.read = read
        self.language = language
        self.files: dict[str, Any] = {}
        head = self._file(pieces.head(language))
        large = frozenset(trie.keys(head["large"], head["depths"]))
        self.layout = Layout(language, head["size"], head["pieces"], head["chunk"], large)
        self.years: Sequence[str] = head["years"]
        self.facts = dict(_facts(head))

    def _file(self, name: str) -> Any:
        if name not in self.files:
            data = self.read(pieces.path(name))
            if data is None:
                raise FileNotFoundError(pieces.path(name))
            self.files[name] = pieces.data(data)
        return self.files[name]

    def _piece(self, key: str) -> Mapping[str, str]:
        found: Mapping[str, str] = self._file(self.layout.piece(key))
        return found

    def entry(self, key: str) -> str:
        """What stands under `key`, empty where nothing does."""
        found: Mapping[str, str] = self._file(self.layout.file(key))
        return found.get(key, "")

    def texts(self, slot: int) -> tuple[str, ...]:
        """Address, title, date, thumbnail and text of a page."""
        return tuple(self._file(self.layout.texts(slot))[str(slot)])

    def hits(self, phrase: str) -> Hits:
        """Where a folded phrase is found: in the text, and by its sound in titles and names."""
        hits = self._in_text(phrase)
        letters = phrase.replace(" ", "")
        if letters.isascii() and len(letters) > 1:
            for slot, field in self._letters(SOUND, letters[:LONGEST], str.startswith):
                hits[slot] = min(hits.get(slot, _HEARD + field), _HEARD + field)
        return hits

    def longest(self, phrases: Iterable[str]) -> tuple[str, int] | None:
        """The first of these that is found, and in how many pages."""
        return next(((phrase, size) for phrase in phrases if (size := len(self.hits(phrase)))), None)

    def _in_text(self, phrase: str) -> Hits:
        if self.language == "zh":
            return self._in_chinese(phrase)
        parts = terms.parts(phrase)
        word = parts[0].key
        if len(parts) == 1 and word[0] == WORD and len(word) > 2:
            return _best(self._letters(LETTERS, word[1:], str.__contains__))
        return self._by_places(parts)

    def _in_chinese(self, phrase: str) -> Hits:
        if len(phrase) == 1:
            return _best(slots(self.entry(phrase)))
        if len(phrase) > grams.WHOLE:
            return self._by_places(grams.parts(phrase))
        return _best(self._letters("", phrase, str.startswith, by_places=True))

    def _letters(
        self, sign: str, letters: str, fits: Callable[[str, str], bool], by_places: bool = False
    ) -> Iterator[tuple[int, int]]:
        """Slots and fields of words that contain letters, or begin with them; `by_places` if words have places."""
        entry = self._first(sign, letters)
        if entry.startswith(SHARED):
            yield from slots(entry[1:])
        for word, found in _listed(entry):
            if fits(word, letters):
                yield from slots_of_places(found) if by_places else slots(found)

    def _first(self, sign: str, letters: str) -> str:
        """The entry of the first letters that no longer ones go on from, or else of all of them: see `letters.py`."""
        length = 2
        while length < len(letters) and sign + letters[:length] in self.layout.large:
            length += 1
        return self.entry(sign + letters[:length])

    def _by_places(self, parts: Sequence[Part]) -> Hits:
        """Slots where every part of a phrase stands at its distance from the phrase's beginning."""
        together: dict[tuple[int, int], set[int]] | None = None
        for part in parts:
            starts = self._starts(part)
            if together is None:
                together = starts
            else:
                together = {at: together[at] & starts[at] for at in together.keys() & starts.keys()}
        return _best((slot, field) for (field, slot), found in (together or {}).items() if found)

    def _starts(self, part: Part) -> dict[tuple[int, int], set[int]]:
        """Field and slot → where a phrase with this part would begin."""
        result: dict[tuple[int, int], set[int]] = {}
        for found in self._places(part):
            for field, by_slot in found.items():
                for slot, at in by_slot.items():
                    result.setdefault((field, slot), set()).update(place - part.offset for place in at)
        return result

    def _places(self, part: Part) -> Iterator[Places]:
        if self.language == "zh":
            entry = self._first("", part.key)
            many = entry.startswith(SHARED)
            yield places(self.entry(WORD + part.key) if many else dict(_listed(entry)).get(part.key, ""))
            return
        if not part.open:
            yield places(self.entry(part.key))
            return
        for key in (*self._piece(part.key), *sorted(self.layout.large)):
            if key.startswith(part.key):
                yield places(self.entry(key))

    def ranked(self, weights: Mapping[int, int]) -> list[int]:
        """Slots from the heaviest and the newest year on."""
        newest = {name: rank for rank, name in enumerate(sorted(self.years, reverse=True))}
        return sorted(weights, key=lambda slot: (-weights[slot], newest[self.facts[slot]["year"]], slot))

    def first(self, ranked: Sequence[int], weights: Mapping[int, int], limit: int) -> list[int]:
        """The first of what was ranked by year, by day too. Only years that days decide in are read."""
        result: list[int] = []
        for (_, year), together in groupby(ranked, lambda slot: (weights[slot], self.facts[slot]["year"])):
            same = list(together)
            if len(same) > 1:
                days = self._days(year)
                same.sort(key=lambda slot: (-days[slot], slot))
            result += same
            if len(result) >= limit:
                break
        return result[:limit]

    def _days(self, year: str) -> Mapping[int, int]:
        """Slot → rank of the day, for the pages of a year."""
        slots = (slot for slot, facts in self.facts.items() if facts["year"] == year)
        return dict(zip(slots, unpacked(self._file(self.layout.days(year))), strict=True))

    def fits(self, slot: int, chosen: Mapping[str, str]) -> bool:
        return all(self.facts[slot][name] == value for name, value in chosen.items())

    def counts(self, found: Iterable[int], name: str, chosen: Mapping[str, str]) -> dict[str, int]:
        others = {key: value for key, value in chosen.items() if key != name}
        counted = Counter(self.facts[slot][name] for slot in found if self.fits(slot, others))
        return {value: counted[value] for value in sorted(counted) if value}

    def results(self, found: Iterable[int]) -> Iterator[Result]:
        for slot in found:
            address, title, date, thumbnail, text = self.texts(slot)
            kind, column, year = (self.facts[slot][name] for name in _FACETS)
            yield Result(address, title, kind, column, year, date, thumbnail, text)


def _best(found: Iterable[tuple[int, int]]) -> Hits:
    hits: Hits = {}
    for slot, field in found:
        hits[slot] = min(field, hits.get(slot, field))
    return hits


def _facts(head: Mapping[str, Any]) -> Iterator[tuple[int, dict[str, str]]]:
    """Slot → kind, column and year."""
    slot = -1
    columns = (unpacked(head[name]) for name in ("slots", *_FACETS))
    for gap, kind, column, year in zip(*columns, strict=True):
        slot += gap + 1
        yield slot, {"kind": head["kinds"][kind], "column": head["columns"][column], "year": head["years"][year]}


def _listed(entry: str) -> Iterator[tuple[str, str]]:
    """Words with their own entries, if an entry is a list of them."""
    place = 1 if entry.startswith(LISTED) else len(entry)
    while place < len(entry):
        size = 3 if ord(entry[place + 1]) >= 0xE000 else 2
        letters, length = unpacked(entry[place : place + size])
        place += size
        yield entry[place : place + letters], entry[place + letters : place + letters + length]
        place += letters + length
