"""Records whose numbers agreed when they were last read, remembered between runs; safe to delete."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Set
from pathlib import Path

from changlang.language.figures import FigureTexts
from changlang.model.catalogue import Catalogue

ROOM = Path(__file__).parents[1]


def place(cache: Path) -> Path:
    return cache / "numbers.txt"


def version(catalogue: Catalogue, figures: FigureTexts) -> str:
    """A digest of all that decides besides a record's own files: the readers, the words of figures, the terms."""
    digest = hashlib.sha256()
    for path in sorted(ROOM.rglob("*.py")):
        digest.update(path.read_bytes())
    for ident, words in figures.items():
        digest.update(f"{ident} {words['zh'].whole} {words['en'].whole}".encode())
    for term in catalogue.terms.values():
        digest.update(f"{term.zh} {term.en} {term.also}".encode())
    return digest.hexdigest()


def load(path: Path, version: str) -> Set[str]:
    """The records that agreed, or none where the memory is of another version, damaged or not there."""
    try:
        header, *keys = path.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return frozenset()
    return frozenset(keys) if header == version else frozenset()


def save(path: Path, version: str, keys: Set[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    temporary.write_text("\n".join((version, *sorted(keys))), "utf-8")
    temporary.replace(path)
