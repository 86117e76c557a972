"""Writing a release: into a folder beside the target, then swapped in whole; the one before it is kept.

Two folders take turns. The release before the last one is brought up to date and becomes the new one, so that of
twenty thousand pages only those are touched that changed; what it lacks is a link to the last release's file, or
written.
A failure at any point leaves the target as it was.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

MARKER = ".changlang"


class Entry(NamedTuple):
    """One written file: the key of what it was made of, its size and time as a stamp, what the audit read of it."""

    key: str
    stamp: str
    facts: str


Manifest = Mapping[str, Entry]


def stamp(status: os.stat_result) -> str:
    return f"{status.st_size}-{status.st_mtime_ns}"


@contextmanager
def staging(target: Path, former: Manifest) -> Iterator[tuple[Path, Manifest]]:
    """A folder beside the target to build in, and what of `former` stands in it unharmed.

    `former` is the list of the release before the last one, which the folder is made of where it can be. Whatever is
    in that folder and not in the list is deleted. The folder is gone at the end unless it was swapped in.
    """
    folder, kept = target.with_name(f".{target.name}.new"), _former(target)
    shutil.rmtree(folder, ignore_errors=True)  # left by a run that was killed: the lock says that none is at work
    found: Manifest = {}
    if former and kept.is_dir():
        kept.rename(folder)
        found = _sound(folder, former)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield folder, found
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _former(target: Path) -> Path:
    return target.with_name(f".{target.name}.former")


def _sound(folder: Path, listed: Manifest) -> Manifest:
    """The files of a folder that are just as they were written; all others are deleted."""
    found = {}
    root = str(folder)
    waiting = [""]
    while waiting:
        below = waiting.pop()
        with os.scandir(f"{root}/{below}") as entries:
            for entry in entries:
                path = below + entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{path}/")
                elif path in listed and stamp(entry.stat(follow_symlinks=False)) == listed[path].stamp:
                    found[path] = listed[path]
                else:
                    Path(entry.path).unlink()
    return found


def drop(folder: Path, paths: Iterable[str]) -> None:
    """Deletes files, and the folders that are empty then. Never writes over one: it may be linked to the target's."""
    for path in paths:
        place = folder / path
        place.unlink()
        for parent in place.parents:
            if parent == folder or any(parent.iterdir()):
                break
            parent.rmdir()


def write(folder: Path, path: str, data: bytes) -> str:
    """Writes one file of the release and returns its stamp."""
    place = f"{folder}/{path}"
    try:
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    except FileNotFoundError:
        Path(place).parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    with os.fdopen(handle, "wb", buffering=0) as file:
        file.write(data)
        return stamp(os.fstat(handle))


def unchanged(target: Path, former: Manifest, wanted: Mapping[str, str]) -> tuple[str, ...]:
    """The paths of `wanted` (path → key) that stand in the target just as the former run wrote them."""
    root = str(target)
    return tuple(
        path
        for path, key in wanted.items()
        if (entry := former.get(path)) and entry.key == key and _stands(f"{root}/{path}", entry.stamp)
    )


def _stands(place: str, expected: str) -> bool:
    try:
        return stamp(os.lstat(place)) == expected
    except OSError:
        return False


def keep(target: Path, folder: Path, paths: Iterable[str]) -> None:
    """Takes files over from the former release: by hard link, or by copy where the disk has no links."""
    source, goal = str(target), str(folder)
    made: set[str] = {""}
    for path in paths:
        _make_folder(goal, path.rpartition("/")[0], made)
        try:
            os.link(f"{source}/{path}", f"{goal}/{path}")
        except OSError:
            shutil.copy2(f"{source}/{path}", f"{goal}/{path}")


def _make_folder(root: str, folder: str, made: set[str]) -> None:
    if folder not in made:
        _make_folder(root, folder.rpartition("/")[0], made)
        with suppress(FileExistsError):
            os.mkdir(f"{root}/{folder}")  # noqa: PTH102  # one for each of twenty thousand pages
        made.add(folder)


def swap(folder: Path, target: Path) -> None:
    """Puts the finished folder in the target's place; the former release stays beside it as `.<name>.former`."""
    former = _former(target)
    shutil.rmtree(former, ignore_errors=True)
    if target.exists():
        target.rename(former)
    try:
        folder.rename(target)
    except OSError:
        if former.exists():
            former.rename(target)
        raise


def forget(target: Path) -> None:
    """Deletes the former release: nobody can go back to it any more, and the next one is made without it."""
    shutil.rmtree(_former(target), ignore_errors=True)


def is_ours(target: Path) -> bool:
    """Whether the target may be replaced: it is absent, empty, or a site that was built here."""
    return not target.exists() or (target.is_dir() and (not any(target.iterdir()) or (target / MARKER).is_file()))


def recover(target: Path) -> None:
    """Puts the former site back where a run was killed between the two renames of a swap."""
    former = _former(target)
    if not target.exists() and former.exists():
        former.rename(target)
