"""Parsed records, remembered between runs: a line a source, JSON only, safe to delete.

A source whose files have the size, times and inode that they had is not opened again; one whose files have other
times but the same bytes, as after a fresh checkout, is not parsed again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from changlang.read.survey import Source

PACKAGE = Path(__file__).parents[1]
# What decides how a file becomes a record; with any of it changed, everything is read anew.
READERS = (
    "__init__.py",
    "dates.py",
    "plain.py",
    *(f"model/{name}.py" for name in ("languages", "fields", "records", "kinds")),
    *(f"read/{name}.py" for name in ("faults", "hostile", "record")),
)


class Entry(NamedTuple):
    """What is remembered of a source: its stamp, the digest of its bytes, its records as a JSON list."""

    stamp: str
    digest: str
    records: bytes


def place(cache: Path) -> Path:
    return cache / "records.tsv"


def version(lenient: Collection[str] = ()) -> bytes:
    """A digest of the code that reads, and of the kinds whose English may be missing."""
    code = [(PACKAGE / name).read_bytes() for name in READERS]
    return hashlib.sha256(b"\0".join((*code, *(kind.encode() for kind in sorted(lenient))))).hexdigest().encode()


def load(path: Path, lenient: Collection[str] = ()) -> Mapping[Source, Entry]:
    """What an earlier run left; a damaged or older memory is empty."""
    try:
        header, *lines = path.read_bytes().split(b"\n")
        if header != version(lenient):
            return {}
        return dict(_entry(line) for line in lines)
    except (OSError, ValueError):
        return {}


def _entry(line: bytes) -> tuple[Source, Entry]:
    head, records = line.rsplit(b"\t", 1)
    kind, ident, file, english, stamp, digest = head.decode().split("\t")
    return Source(kind, ident, file, english), Entry(stamp, digest, records)


def save(path: Path, entries: Mapping[Source, Entry], lenient: Collection[str] = ()) -> None:
    """Remembers sources that were read without a fault."""
    lines = (
        "\t".join((*source, entry.stamp, entry.digest, "")).encode() + entry.records
        for source, entry in entries.items()
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    temporary.write_bytes(b"\n".join((version(lenient), *lines)))
    temporary.replace(path)
