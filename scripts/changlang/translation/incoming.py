"""What a translator handed back, held against the records of today: what is to be written, and what is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from changlang import plain
from changlang.translation.ledger import Row
from changlang.translation.marks import compared
from changlang.translation.state import Pair, normal, pairs
from changlang.translation.xliff import SENT, File, Unit


class Refusal(NamedTuple):
    """Why nothing is written: `reason` is `no-record`, `no-field`, `lost`, `added` or `hidden`, `what` is it."""

    key: str
    field: str
    reason: str
    what: str


class Work(NamedTuple):
    """One record's new English: (path, text) of what changed.

    `final` means that the translator vouches for every text of the record as its Chinese is today; `older` that some
    Chinese in the file is not that of today.
    """

    row: Row
    texts: tuple[tuple[tuple[str | int, ...], str], ...]
    final: bool
    older: bool


def name(path: tuple[str | int, ...]) -> str:
    """What a text is called in a file for translators: `title`, `honours.0.title`; `zh` for a term itself."""
    return ".".join(map(str, path)) or "zh"


def outgoing(row: Row) -> File:
    """A record as it goes to a translator; fields without English have no target."""
    missing, come = absent(row), SENT[row.state] if row.state != "missing" else SENT["draft"]
    units = [
        Unit(name(pair.path), pair.zh, "") if pair.path in missing else Unit(name(pair.path), pair.zh, pair.en, come)
        for pair in pairs(row.record)
    ]
    return File(row.key, row.files[0], tuple(units))


def absent(row: Row) -> frozenset[tuple[str | int, ...]]:
    """The paths of texts that have no English."""
    wanted = set(row.record.untranslated)
    return frozenset(pair.path for pair in pairs(row.record) if ".".join(map(str, pair.path)) in wanted)


def planned(
    files: Iterable[File], named: Callable[[str], Row | None]
) -> tuple[tuple[Work, ...], tuple[Refusal, ...]]:
    """What is to be written of files that came back. With any refusal nothing should be."""
    works: list[Work] = []
    refusals: list[Refusal] = []
    for file in files:
        row = named(file.key)
        if row is None:
            refusals.append(Refusal(file.key, "", "no-record", file.key))
            continue
        found = {name(pair.path): pair for pair in pairs(row.record)}
        refusals += _refused(file, found)
        works.append(_work(row, file, found))
    return tuple(works), tuple(refusals)


def _refused(file: File, found: dict[str, Pair]) -> list[Refusal]:
    refusals = []
    for unit in file.units:
        if unit.name not in found:
            refusals.append(Refusal(file.key, unit.name, "no-field", unit.name))
        elif unit.en.strip():
            marks = compared(unit.zh, unit.en)
            for reason, texts in (("lost", marks.lost), ("added", marks.added)):
                refusals += [Refusal(file.key, unit.name, reason, text) for text in texts]
            hidden = plain.HIDDEN.search(unit.en)
            if hidden:
                refusals.append(Refusal(file.key, unit.name, "hidden", f"U+{ord(hidden[0]):04X}"))
    return refusals


def _work(row: Row, file: File, found: dict[str, Pair]) -> Work:
    units = {unit.name: unit for unit in file.units if unit.name in found and unit.en.strip()}
    missing = absent(row)
    texts = []
    for field, unit in units.items():
        pair = found[field]
        english = tidy(pair.path, unit.en)
        if pair.path in missing or normal(english) != normal(pair.en):
            texts.append((pair.path, english))
    today = {field for field, unit in units.items() if normal(unit.zh) == normal(found[field].zh)}
    final = today == found.keys() and all(unit.state == "final" for unit in units.values())
    return Work(row, tuple(texts), final, bool(units.keys() - today))


def tidy(path: tuple[str | int, ...], text: str) -> str:
    """English as it is written down: a body with an empty line before it, any other text on one line."""
    if path == ("body",):
        return "\n" + normal(text) + "\n"
    return re.sub(r"\s+", " ", text).strip()
