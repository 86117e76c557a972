"""Every record with the state of its translation: what `changlang translation status` lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from changlang.model.kinds import KINDS
from changlang.model.records import HandPage, Record
from changlang.translation.state import STATES, State, state

Translatable = Record | HandPage


class Row(NamedTuple):
    """One record: `key` is what commands call it (`event:2018-08-01-ship`, `page:about`, `home`).

    `kind` is a folder of `KINDS`, `home` or `hand`; `files` are the Chinese and, of a pair, the English file.
    """

    kind: str
    key: str
    state: State
    files: tuple[str, ...]
    record: Translatable

    @property
    def english(self) -> str:
        """The file that English of this record stands in; "" where a pair has none yet."""
        return self.files[-1] if len(self.files) == 2 or not _paired(self.kind) else ""


def ledger(records: Iterable[tuple[str, Record]], home: Record | None, hand: Iterable[HandPage]) -> tuple[Row, ...]:
    """A row for every record but those that were withdrawn, in the order of kinds and files."""
    rows = [_row(kind, f"{KINDS[kind].word}:{record.id}", record) for kind, record in records if _shown(record)]
    rows += [_row("home", "home", home)] if home else []
    return (*rows, *(_row("hand", f"page:{page.name}", page) for page in hand))


def _shown(record: Record) -> bool:
    return record.status != "withdrawn"


def _row(kind: str, key: str, record: Translatable) -> Row:
    if isinstance(record, HandPage):
        files = tuple(dict.fromkeys(record.origin.values()))
    else:
        files = (record.origin.file, *([record.origin.english] if record.origin.english else []))
    return Row(kind, key, state(record), files, record)


def _paired(kind: str) -> bool:
    return kind not in KINDS or KINDS[kind].pairs


def counts(rows: Iterable[Row]) -> Mapping[State, int]:
    """How many records there are in each state, those with most to do first."""
    found = [row.state for row in rows]
    return {name: found.count(name) for name in STATES}


class Unknown(Exception):
    """No record is called that, or several are: `near` are keys that may be meant."""

    def __init__(self, name: str, near: Sequence[str]) -> None:
        super().__init__(name)
        self.name = name
        self.near = near


def named(rows: Iterable[Row], name: str) -> Row:
    """The record of a key, or of an id that only one record has. Raises `Unknown`."""
    found = [row for row in rows if name in (row.key, row.key.partition(":")[2])]
    exact = [row for row in found if row.key == name]
    if len(exact or found) != 1:
        raise Unknown(name, [row.key for row in found])
    return (exact or found)[0]
