"""How far a record is translated: its texts in both languages, and a digest of the Chinese ones.

An English text is confirmed against one state of the Chinese, which twelve hexadecimal digits name. When the Chinese
changes the digits no longer fit, whoever changed it and however: a translation cannot grow old unseen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from changlang.model.fields import Noun, Prose, Text
from changlang.model.records import HandPage, Record, Term

State = Literal["missing", "draft", "stale", "confirmed"]
STATES: tuple[State, ...] = ("missing", "stale", "draft", "confirmed")
DIGITS = 12


class Pair(NamedTuple):
    """One text in both languages, by its path in the record's data: `("honours", 0, "title")`."""

    path: tuple[str | int, ...]
    zh: str
    en: str


def pairs(record: Record | HandPage) -> tuple[Pair, ...]:
    """Every text of a record that has two languages, in the order of its fields. Empty bodies are none."""
    own = (Pair((), record.zh, record.en),) if isinstance(record, Term) else ()
    return own + tuple(_below(record, ()))


def _below(noun: Noun, path: tuple[str | int, ...]) -> Iterator[Pair]:
    for name in type(noun).model_fields:
        yield from _value(getattr(noun, name), (*path, name))


def _value(value: object, path: tuple[str | int, ...]) -> Iterator[Pair]:
    if isinstance(value, Text | Prose):
        if value.zh.strip() or value.en.strip():
            yield Pair(path, value.zh, value.en)
    elif isinstance(value, Noun):
        yield from _below(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _value(item, (*path, index))


def normal(text: str) -> str:
    """A text without what nobody reads: other line ends, space at the ends of lines, empty lines around it."""
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")).strip("\n")


def digest(record: Record | HandPage) -> str:
    """Twelve hexadecimal digits that change when a Chinese text of the record does, and with nothing else.

    Places in lists do not count by themselves, so that a list may grow a text with no Chinese in it.
    """
    return digest_of(
        (".".join(step for step in pair.path if isinstance(step, str)), pair.zh) for pair in pairs(record)
    )


def digest_of(texts: Iterable[tuple[str, str]]) -> str:
    """The digest of (field, Chinese text) in order."""
    whole = "\0".join(f"{field}\0{normal(text)}" for field, text in texts)
    return hashlib.sha256(whole.encode()).hexdigest()[:DIGITS]


def state(record: Record | HandPage) -> State:
    """`missing` where any English is; `draft` where nobody confirmed it; `stale` where the Chinese changed since."""
    if record.untranslated:
        return "missing"
    if not record.confirmed:
        return "draft"
    return "confirmed" if record.confirmed == digest(record) else "stale"
