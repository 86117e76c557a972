"""Documents → the files of the index, by path below the site's root. Equal documents make equal files."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, TypeVar

from changlang.model.languages import LANGUAGES, Language
from changlang.search import letters, pieces
from changlang.search.document import FIELDS, SOUNDING, Document
from changlang.search.entries import Found, Written, best, bits, with_places, without_places
from changlang.search.fold import fold, traditional
from changlang.search.letters import beginning, inside
from changlang.search.numbers import packed
from changlang.search.pieces import HALF, LETTERS, SOUND, WORD, Layout
from changlang.search.slots import slots
from changlang.search.sound import sounds
from changlang.search.terms import TERMS

# In characters: a piece at most on average, an entry from where on it has its own file, a chunk of texts.
FULL, LARGE, TEXTS = 6_000, 6_000, 700
Value = TypeVar("Value")
# Field → what is found → slots that have it, in order.
Slots = Mapping[int, Mapping[str, Sequence[int]]]


def index(documents: Iterable[Document]) -> dict[str, bytes]:
    """The whole index of a site. Addresses are unique within a language; the order of documents is of no account."""
    files = {pieces.path(pieces.TRADITIONAL): pieces.script(pieces.TRADITIONAL, traditional())}
    spoken: dict[Language, list[Document]] = {language: [] for language in LANGUAGES}
    for document in documents:
        spoken[document.language].append(document)
    for language, found in spoken.items():
        files |= _of_language(language, found)
    return files


def _of_language(language: Language, documents: Sequence[Document]) -> dict[str, bytes]:
    numbers, size = slots(document.address for document in documents)
    ordered = {numbers[document.address]: document for document in documents}
    ordered = {slot: ordered[slot] for slot in sorted(ordered)}
    entries = _entries(language, ordered, size)
    large = frozenset(key for key, entry in entries.items() if len(entry) >= LARGE)
    layout = Layout(
        language,
        slots=size,
        pieces=_enough(sum(len(entry) for key, entry in entries.items() if key not in large) / FULL),
        chunk=max(1, size // _enough(sum(len(_text(document)) for document in documents) / TEXTS)),
    )
    return {
        pieces.path(pieces.head(language)): pieces.script(pieces.head(language), _head(layout, ordered, large)),
        **pieces.gathered(entries, layout, large),
        **_texts(layout, ordered),
    }


def _enough(number: float) -> int:
    """The power of two that is not below `number`."""
    result = 1
    while result < number:
        result *= 2
    return result


def _entries(language: Language, documents: Mapping[int, Document], size: int) -> dict[str, str]:
    """Every entry of a language by its key."""
    written: dict[int, dict[str, Written]] = {}
    single: dict[int, defaultdict[str, list[int]]] = {}
    sounding: dict[int, defaultdict[str, list[int]]] = {}
    for number, field in enumerate(FIELDS):
        written[number] = {}
        single[number], sounding[number] = defaultdict(list), defaultdict(list)
        for slot, document in documents.items():
            text = fold(getattr(document, field))
            if not text:
                continue
            found = _write(written[number], TERMS[language](text), slot)
            for term in found if language == "en" else set(text) - {" ", "\n"}:
                single[number][term].append(slot)
            if field in SOUNDING:
                for sound in set(sounds(text)):
                    sounding[number][sound].append(slot)
    entries = {key: with_places(fields) for key, fields in _by_key(written).items()}
    alone = {term: _found(fields, size) for term, fields in _by_key(single).items()}
    if language == "zh":
        entries |= {term: without_places(best([found])) for term, found in alone.items()}
    else:
        whole = {term[1:]: found for term, found in alone.items() if term[0] == WORD and len(term) > 2}
        entries |= letters.entries(whole, LETTERS, inside)
    heard = {sound: _found(fields, size) for sound, fields in _by_key(sounding).items()}
    return entries | letters.entries(heard, SOUND, beginning)


def _write(written: dict[str, Written], terms: Iterable[tuple[str, int]], slot: int) -> Iterable[str]:
    """Adds one document's places in one field; the terms that it has."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for term, place in terms:
        found[term].append(place)
    for term, places in found.items():
        if term not in written:
            written[term] = Written()
        written[term].add(slot, places)
    return found


def _by_key(fields: Mapping[int, Mapping[str, Value]]) -> dict[str, dict[int, Value]]:
    result: dict[str, dict[int, Value]] = {}
    for field, keys in fields.items():
        for key, value in keys.items():
            result.setdefault(key, {})[field] = value
    return result


def _found(fields: Mapping[int, Sequence[int]], size: int) -> Found:
    return {field: bits(slots, size) for field, slots in fields.items()}


def _head(layout: Layout, documents: Mapping[int, Document], large: frozenset[str]) -> dict[str, Any]:
    """What ranking and filters need of every document, and where keys are. A year belongs to a day, to save space."""
    found = documents.values()
    kinds, columns, years = (sorted({getattr(one, name) for one in found}) for name in ("kind", "column", "year"))
    days = sorted({(one.date, one.year) for one in found})
    rank = {day: number for number, day in enumerate(days)}
    return {
        "size": layout.slots,
        "pieces": layout.pieces,
        "chunk": layout.chunk,
        "large": sorted(large),
        "kinds": kinds,
        "columns": columns,
        "years": years,
        "slots": packed(slot - before - 1 for before, slot in zip(chain((-1,), documents), documents, strict=False)),
        "kind": packed(kinds.index(one.kind) for one in found),
        "column": packed(columns.index(one.column) for one in found),
        # In two halves, which compress better than one number.
        "high": packed(rank[one.date, one.year] // HALF for one in found),
        "low": packed(rank[one.date, one.year] % HALF for one in found),
        "year": packed(years.index(year) for _, year in days),
    }


def _texts(layout: Layout, documents: Mapping[int, Document]) -> dict[str, bytes]:
    """What results show, in chunks of neighbouring slots."""
    chunks: dict[str, dict[str, Sequence[str]]] = {}
    for slot, document in documents.items():
        chunks.setdefault(layout.texts(slot), {})[str(slot)] = shown(document)
    return {pieces.path(name): pieces.script(name, found) for name, found in chunks.items()}


def shown(document: Document) -> tuple[str, ...]:
    """What a result shows, and the text that its context is cut from."""
    return document.address, document.title, document.date, document.thumbnail, _text(document)


def _text(document: Document) -> str:
    """What a context is cut from: all fields but the title, in the form whose characters folding takes one by one."""
    return unicodedata.normalize("NFC", "\n".join(filter(None, (getattr(document, name) for name in FIELDS[1:]))))
