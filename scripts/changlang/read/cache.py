"""Parsed records, remembered between runs: a line a source, JSON only, safe to delete.

A source whose files have the size, times and inode that they had is not opened again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from changlang.read.survey import Source

PACKAGE = Path(__file__).parents[1]
# What decides how a file becomes a record; with any of it changed, everything is read anew.
READERS = ("model.py", "dates.py", "plain.py", "read/parse.py", "read/faults.py", "read/survey.py")

Remembered = Mapping[Source, tuple[str, str]]


def place(cache: Path) -> Path:
    return cache / "records.tsv"


def version() -> str:
    """A digest of the code that reads."""
    return hashlib.sha256(b"\0".join((PACKAGE / name).read_bytes() for name in READERS)).hexdigest()


def stamp(source: Source, root: Path) -> str:
    """Changes when one of a source's files does; "" where one is missing, which equals no remembered stamp."""
    try:
        return ";".join(_stamp(f"{root}/{file}") for file in (source.file, source.english) if file)
    except OSError:
        return ""


def _stamp(path: str) -> str:
    status = os.stat(path)  # noqa: PTH116  # twenty thousand times a build; a Path each costs more than the call
    return f"{status.st_size}-{status.st_mtime_ns}-{status.st_ctime_ns}-{status.st_ino}"


def load(path: Path) -> Remembered:
    """Source → (stamp, its records as a JSON list). A damaged or older memory is empty."""
    try:
        header, *lines = path.read_text("utf-8").split("\n")
    except (OSError, ValueError):
        return {}
    if header != version():
        return {}
    rows = [line.split("\t", 5) for line in lines]
    return {Source(*row[:4]): (row[4], row[5]) for row in rows if len(row) == 6}


def save(path: Path, entries: Iterable[tuple[Source, str, str]]) -> None:
    """Remembers (source, stamp, JSON list) of every source that was read without a fault."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows: list[Sequence[str]] = [
        (source.kind, source.ident, source.file, source.english, mark, records) for source, mark, records in entries
    ]
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    temporary.write_text("\n".join((version(), *map("\t".join, rows))), "utf-8")
    temporary.replace(path)
