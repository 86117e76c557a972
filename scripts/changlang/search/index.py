"""Documents → the files of the index, by path below the site's root. Equal documents make equal files."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from changlang.model.languages import LANGUAGES, Language
from changlang.search import grams, letters, pieces, terms, trie
from changlang.search.document import FIELDS, SOUNDING, Document
from changlang.search.entries import Found, best, bits, without_places
from changlang.search.fold import fold, traditional
from changlang.search.letters import LISTED, SHARED
from changlang.search.numbers import packed
from changlang.search.pieces import SOUND, WORD, Layout
from changlang.search.slots import slots
from changlang.search.sound import sounds
from changlang.search.texts import Fields

# In characters: a piece at most on average, an entry from where on it has its own file, a chunk of texts.
FULL, LARGE, TEXTS = 2_500, 5_000, 700
# What is found → field → slots that have it, in order.
Slots = Mapping[str, Mapping[int, Sequence[int]]]


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
    large = _large(entries)
    layout = Layout(
        language,
        large=large,
        slots=size,
        pieces=_enough(sum(len(entry) for key, entry in entries.items() if not pieces.is_large(key, large)) / FULL),
        chunk=max(1, size // _enough(sum(len(_text(document)) for document in documents) / TEXTS)),
    )
    return {
        pieces.path(pieces.head(language)): pieces.script(pieces.head(language), _head(layout, ordered)),
        **pieces.gathered(entries, layout),
        **_days(layout, ordered),
        **_texts(layout, ordered),
    }


def _large(entries: Mapping[str, str]) -> frozenset[str]:
    """Keys with files of their own: those that longer ones go on from, and whatever else is long."""
    shared = {key for key, entry in entries.items() if entry[0] == SHARED}
    return frozenset(
        key
        for key, entry in entries.items()
        if key in shared or (len(entry) >= LARGE and entry[0] != LISTED and key.removeprefix(WORD) not in shared)
    )


def _enough(number: float) -> int:
    """The power of two that is not below `number`."""
    result = 1
    while result < number:
        result *= 2
    return result


def _entries(language: Language, documents: Mapping[int, Document], size: int) -> dict[str, str]:
    """Every entry of a language by its key."""
    texts = {number: _folded(documents, field) for number, field in enumerate(FIELDS)}
    heard = _slots((number, slot, sounds(texts[number][slot])) for number in _SOUNDING for slot in texts[number])
    entries = _WRITTEN[language](texts, size)
    found = {sound: _found(one, size) for sound, one in heard.items()}
    listed = {sound: without_places(one) for sound, one in found.items()}
    entries |= letters.entries(listed, found.__getitem__, SOUND, letters.beginning)
    if language == "zh":
        alone = _slots((number, slot, text) for number, by_slot in texts.items() for slot, text in by_slot.items())
        entries |= {one: without_places(best([_found(found, size)])) for one, found in alone.items() if one > " "}
    return entries


_SOUNDING = tuple(map(FIELDS.index, SOUNDING))
_WRITTEN: Mapping[Language, Callable[[Fields, int], dict[str, str]]] = {"zh": grams.entries, "en": terms.entries}


def _folded(documents: Mapping[int, Document], field: str) -> Mapping[int, str]:
    folded = ((slot, fold(getattr(document, field))) for slot, document in documents.items())
    return {slot: text for slot, text in folded if text}


def _slots(texts: Iterable[tuple[int, int, Iterable[str]]]) -> Slots:
    """What is in which slots of which field, from fields and slots with what they have."""
    result: dict[str, dict[int, list[int]]] = {}
    for field, slot, found in texts:
        for one in set(found):
            result.setdefault(one, {}).setdefault(field, []).append(slot)
    return result


def _found(fields: Mapping[int, Sequence[int]], size: int) -> Found:
    return {field: bits(slots, size) for field, slots in fields.items()}


def _head(layout: Layout, documents: Mapping[int, Document]) -> dict[str, Any]:
    """What ranking and filters need of every document, and which keys have files of their own."""
    found = documents.values()
    kinds, columns, years = (sorted({getattr(one, name) for one in found}) for name in ("kind", "column", "year"))
    large, depths = trie.written(layout.large)
    return {
        "size": layout.slots,
        "pieces": layout.pieces,
        "chunk": layout.chunk,
        "large": large,
        "depths": depths,
        "kinds": kinds,
        "columns": columns,
        "years": years,
        "slots": packed(slot - before - 1 for before, slot in zip(chain((-1,), documents), documents, strict=False)),
        "kind": packed(kinds.index(one.kind) for one in found),
        "column": packed(columns.index(one.column) for one in found),
        "year": packed(years.index(one.year) for one in found),
    }


def _days(layout: Layout, documents: Mapping[int, Document]) -> dict[str, bytes]:
    """For each year its pages' days by rank, in the order of slots: what decides among results of one year."""
    years: dict[str, list[str]] = {}
    for document in documents.values():
        years.setdefault(document.year, []).append(document.date)
    files = {}
    for year, dates in years.items():
        ranks = {date: rank for rank, date in enumerate(sorted(set(dates)))}
        name = layout.days(year)
        files[pieces.path(name)] = pieces.script(name, packed(ranks[date] for date in dates))
    return files


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
