"""What the former run wrote, kept in the cache: a line a file. A damaged or missing list counts as an empty one."""

from __future__ import annotations

import hashlib
from pathlib import Path

from changlang.publish.release import Entry, Manifest

HEADER = "changlang release 1"


def place(cache: Path, target: Path) -> Path:
    """Where the list of a target's release is; that of the release before it lies beside it."""
    name = hashlib.sha256(str(target.absolute()).encode()).hexdigest()[:16]
    return cache / "releases" / f"{name}.tsv"


def before(path: Path) -> Path:
    return path.with_suffix(".former.tsv")


def load(path: Path) -> Manifest:
    try:
        header, *lines = path.read_text("utf-8").split("\n")
    except (OSError, ValueError):
        return {}
    rows = [line.split("\t", 3) for line in lines]
    if header != HEADER or any(len(row) != 4 for row in rows):
        return {}
    return {row[0]: Entry(*row[1:]) for row in rows}


def save(path: Path, manifest: Manifest) -> None:
    """Makes this the list of the release, and the one there was the list of the release before it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        path.replace(before(path))
    lines = [HEADER, *("\t".join((name, *entry)) for name, entry in manifest.items())]
    temporary = path.with_suffix(".tmp")
    temporary.write_text("\n".join(lines), "utf-8")
    temporary.replace(path)
