"""Every text of a catalogue in both languages: fields, bodies and hand-written pages, one pair after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from changlang.model.catalogue import Catalogue
from changlang.model.fields import Noun, Prose, Text
from changlang.model.kinds import KINDS
from changlang.model.languages import Language
from changlang.model.records import Term

Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """One text in both languages. `kind` is the record's folder, or `home` or `hand`; `path` leads to the field.

    `en` is "" where the text is not translated, so that nobody reads Chinese as English. `body` says that it is
    Markdown of a file and not a field.
    """

    kind: str
    record: Any
    path: tuple[str | int, ...]
    zh: str
    en: str
    body: bool = False

    def __getitem__(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en


# From a pair, a language and the index of a sign in that text to file, line and column.
Where = Callable[[Pair, Language, int], Place]


def pairs(catalogue: Catalogue) -> Iterator[Pair]:
    """All pairs, records first, in the catalogue's order; a term's own two names are a pair without a path."""
    for folder in KINDS:
        for record in catalogue.of(folder).values():
            yield from _of(folder, record)
    if catalogue.home:
        yield from _of("home", catalogue.home)
    for page in catalogue.hand.values():
        yield from _of("hand", page)


def _of(kind: str, record: Any) -> Iterator[Pair]:
    if isinstance(record, Term):
        yield Pair(kind, record, (), record.zh, record.en)
    missing = frozenset(record.untranslated)
    for path, value in _within(record, ()):
        english = "" if ".".join(map(str, path)) in missing else value.en
        yield Pair(kind, record, path, value.zh, english, isinstance(value, Prose))


def _within(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Text | Prose]]:
    if isinstance(value, Text | Prose):
        yield path, value
    elif isinstance(value, Noun):
        for name, item in value.__dict__.items():
            if item.__class__ is not str and item is not None:
                yield from _within(item, (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _within(item, (*path, index))


def whole_file(pair: Pair, language: Language, _: int) -> Place:
    """A `Where` for records that were never in a file."""
    if pair.kind == "hand":
        return pair.record.origin[language], 0, 0
    origin = pair.record.origin
    return (origin.english if language == "en" and origin.english else origin.file), 0, 0
