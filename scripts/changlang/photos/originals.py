"""The originals that records name: found below `photos/`, known by content. Reads bytes, decodes nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path, PurePosixPath

from changlang.model.records import Photo
from changlang.problems import Problem, problem

Where = Callable[[Photo, tuple[str, ...]], tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class Original:
    """One file below `photos/`: where it is, and the digest of its bytes."""

    path: Path
    digest: str


@dataclass(frozen=True, slots=True)
class Missing:
    """Why a name gives no original: `outside`, `no-file` or `unreadable`, and the system's reason."""

    why: str
    reason: str = ""


def originals(
    shown: Iterable[Photo], records: Iterable[Photo], folder: Path, memory: Path, where: Where
) -> tuple[Mapping[str, Original], tuple[Problem, ...]]:
    """The original of every record that names a file which can be used, by the photo's id.

    What is wrong with the file of a photo that is shown is a problem; the file of one that is not may be gone.
    """
    photos = list(records)
    found, missing = find((photo.file or "" for photo in photos), folder, memory)
    visible, names = {photo.id for photo in shown}, Names(folder)
    problems = tuple(
        problem(f"photo-{missing[name].why}", *where(photo, ("file",)), path=name, **named)
        for photo in photos
        if photo.id in visible and (name := photo.file or "") in missing
        for named in (names.said(name, missing[name]),)
    )
    return {photo.id: found[photo.file or ""] for photo in photos if (photo.file or "") in found}, problems


def find(names: Iterable[str], folder: Path, memory: Path) -> tuple[Mapping[str, Original], Mapping[str, Missing]]:
    """The original of every name below a folder, or why there is none.

    `memory` remembers digests by path, size and time, so that an unchanged file is not read again.
    """
    known, seen = _remembered(memory), {}
    missing: dict[str, Missing] = {}
    for name in names:
        try:
            _allow(name, folder)
            seen[name] = _known(folder / name, known.get(name))
        except _Fault as fault:
            missing[name] = fault.missing
    if seen != known:
        _remember(memory, seen)
    return {name: Original(folder / name, one[3]) for name, one in seen.items()}, missing


@dataclass
class Names:
    """The names below a folder: an archive is walked once, and only if need be."""

    folder: Path

    @cached_property
    def all(self) -> list[str]:
        return [path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()]

    def said(self, name: str, missing: Missing) -> Mapping[str, str]:
        """What the message of a missing file names: the reason, or the nearest name that there is."""
        if missing.why != "no-file":
            return {"reason": missing.reason}
        near = get_close_matches(name, self.all, 1, 0.6)
        return {
            "nearest_zh": f"；最接近的是“{near[0]}”" if near else "",
            "nearest_en": f"; the nearest is “{near[0]}”" if near else "",
        }


class _Fault(Exception):
    def __init__(self, why: str, reason: str = "") -> None:
        super().__init__(why)
        self.missing = Missing(why, reason)


# Size, time of the last change of contents, and of any change, in nanoseconds; SHA-256.
Known = tuple[int, int, int, str]


def _known(path: Path, before: Known | None) -> Known:
    """What is known of a file; its digest is taken over while size and times are as before."""
    try:
        status = path.stat()
        seen = status.st_size, status.st_mtime_ns, status.st_ctime_ns
        return before if before and before[:3] == seen else (*seen, digest_of(path))
    except OSError as fault:
        raise _Fault("unreadable", fault.strerror or str(fault)) from None


def _allow(name: str, folder: Path) -> None:
    """Raises `_Fault` for a name that leads out of the folder, or where no file is."""
    pure, path = PurePosixPath(name), folder / name
    if pure.is_absolute() or ".." in pure.parts or "\\" in name or "\0" in name:
        raise _Fault("outside")
    if not path.is_file():
        raise _Fault("no-file")
    if not path.resolve().is_relative_to(folder.resolve()):
        raise _Fault("outside")


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, however large it is. Raises `OSError`."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _remembered(memory: Path) -> dict[str, Known]:
    with suppress(OSError, ValueError, TypeError, AttributeError):
        return {name: (size, made, changed, digest) for name, (size, made, changed, digest) in _json(memory).items()}
    return {}


def _json(path: Path) -> dict[str, Known]:
    found: dict[str, Known] = json.loads(path.read_text("utf-8"))
    return found


def _remember(memory: Path, seen: Mapping[str, Known]) -> None:
    memory.parent.mkdir(parents=True, exist_ok=True)
    memory.write_text(json.dumps(seen, ensure_ascii=False), "utf-8")
