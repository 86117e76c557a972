"""English written into the files where it stands: as text, all files together or none.

`TRANSLATED` comes in as a value: which fields of a pair stand in its English file, in the order they are written.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from changlang.model.kinds import KINDS
from changlang.model.records import Record
from changlang.translation import edit
from changlang.translation.incoming import Work
from changlang.translation.ledger import Row
from changlang.translation.state import digest

Translated = Mapping[str, tuple[str, ...]]
Step = tuple[str | int, ...]
EMPTY = "---\n---\n"


def confirmed(text: str, row: Row, name: str) -> str:
    """The file that a record's English stands in, with the digest of the Chinese that it was compared with."""
    index = _index(row)
    if index is None:
        return edit.set_front(text, ("confirmed",), name)
    return edit.set_value(text, (index, "confirmed"), name)


def unconfirmed(text: str, row: Row) -> str:
    """The same file without that digest."""
    index = _index(row)
    if index is None:
        return edit.without_front(text, "confirmed")
    return edit.without(text, (index, "confirmed"))


def written(
    works: Iterable[Work], english: Callable[[Row], str], translated: Translated, read: Callable[[str], str]
) -> Mapping[str, str]:
    """The new text of every file that changes, by path. `english` is where a record's English stands or will stand.

    `read` gives the text of a file as it is, "" for one that is not there. English that changed is confirmed only
    where its translator vouches for it; what was made from older Chinese stays as stale as it was. Raises
    `Unwritable` with the path of the file.
    """
    texts: dict[str, str] = {}

    def change(file: str, how: Callable[[str], str]) -> None:
        try:
            texts[file] = how(texts[file] if file in texts else read(file) or EMPTY)
        except edit.Unwritable as fault:
            raise edit.Unwritable(file) from fault

    for work in works:
        row, file = work.row, english(work.row)
        for path, text in work.texts:
            own = _index(row) is None and (path == ("body",) or path[0] in translated[row.kind])
            change(file if own else row.files[0], _setting(row, path, text, own))
        if work.final and row.record.confirmed != digest(row.record):
            change(file, lambda text, row=row: confirmed(text, row, digest(row.record)))  # type: ignore[misc]
        elif work.texts and row.record.confirmed and not work.final and not work.older:
            change(file, lambda text, row=row: unconfirmed(text, row))  # type: ignore[misc]
    return texts


def _setting(row: Row, path: Step, text: str, own: bool) -> Callable[[str], str]:
    """How one English text is put into its file: its own field or body, or the `en` beside its Chinese."""
    index = _index(row)
    if index is not None:
        return lambda file: edit.set_value(file, (index, *path, "en"), text)
    if path == ("body",):
        return lambda file: edit.set_body(file, text)
    return lambda file: edit.set_front(file, path if own else (*path, "en"), text)


def _index(row: Row) -> int | None:
    return row.record.origin.index if isinstance(row.record, Record) else None


def english_file(row: Row, docs: Mapping[str, str]) -> str:
    """Where the English of a record stands, or will once there is some. `docs` are the folders of both languages."""
    if row.english:
        return row.english
    if row.kind in KINDS:
        return row.files[0].removesuffix(".zh.md") + ".en.md"
    return docs["en"] + row.files[0].removeprefix(docs["zh"])


def rewrite(path: Path, text: str) -> None:
    """Writes a file as a whole: whoever reads it meanwhile finds the former text or the new one, never a part."""
    place = path.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    temporary = place.with_name(f".{place.name}.{os.getpid()}.tmp")
    temporary.write_bytes(text.encode("utf-8"))
    if place.exists():
        shutil.copymode(place, temporary)
    temporary.replace(place)
