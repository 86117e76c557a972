"""The originals that records name: found below `photos/`, known by content. Reads bytes, decodes nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from changlang.model import Photo
from changlang.problems import Problem, problem

Where = Callable[[Photo, tuple[str, ...]], tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class Original:
    """One file below `photos/`: where it is, and the digest of its bytes."""

    path: Path
    digest: str


def originals(
    shown: Iterable[Photo], records: Iterable[Photo], folder: Path, memory: Path, where: Where
) -> tuple[Mapping[str, Original], tuple[Problem, ...]]:
    """The original of every record that names a file which can be used, by the photo's id.

    What is wrong with the file of a photo that is shown is a problem; the file of one that is not may be gone.
    `memory` remembers digests by path, size and time, so that an unchanged file is not read again.
    """
    known, seen = _remembered(memory), {}
    found: dict[str, Original] = {}
    problems: list[Problem] = []
    visible = {photo.id for photo in shown}
    for photo in records:
        name = photo.file or ""
        fault = _fault(name, folder)
        if fault is None:
            seen[name] = _known(folder / name, known.get(name))
            found[photo.id] = Original(folder / name, seen[name][2])
        elif photo.id in visible:
            code, named = fault
            problems.append(problem(code, *where(photo, ("file",)), path=name, **named))
    if seen != known:
        _remember(memory, seen)
    return found, tuple(problems)


Known = tuple[int, int, str]


def _known(path: Path, before: Known | None) -> Known:
    """Size, time and digest of a file; the digest is taken over while the first two are as before."""
    status = path.stat()
    size, time = status.st_size, status.st_mtime_ns
    return before if before and before[:2] == (size, time) else (size, time, _digest(path))


def _fault(name: str, folder: Path) -> tuple[str, dict[str, object]] | None:
    """Why a file may not be used, if so: its name leads out of the folder, or nothing is there."""
    pure, path = PurePosixPath(name), folder / name
    if pure.is_absolute() or ".." in pure.parts or "\\" in name or "\0" in name:
        return "photo-outside", {}
    if not path.is_file():
        near = get_close_matches(name, _names(folder), 1, 0.6)
        return "photo-no-file", {
            "nearest_zh": f"；最接近的是“{near[0]}”" if near else "",
            "nearest_en": f"; the nearest is “{near[0]}”" if near else "",
        }
    if not path.resolve().is_relative_to(folder.resolve()):
        return "photo-outside", {}
    return None


def _names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _remembered(memory: Path) -> dict[str, Known]:
    with suppress(OSError, ValueError, TypeError, AttributeError):
        return {name: (size, time, digest) for name, (size, time, digest) in json.loads(memory.read_text()).items()}
    return {}


def _remember(memory: Path, seen: Mapping[str, Known]) -> None:
    memory.parent.mkdir(parents=True, exist_ok=True)
    memory.write_text(json.dumps(seen))
