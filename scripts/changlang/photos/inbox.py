"""Which files of a folder may be brought in, and which of them the site has already: by content, not by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from changlang.photos.originals import digest_of
from changlang.problems import Problem, problem

# What systems and programs leave in a folder of pictures; nobody meant it as one.
LITTER = re.compile(r"\..*|.*~|Thumbs\.db|desktop\.ini|.*\.(aae|xmp|thm|ini|txt)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Inbox:
    """Files of a folder: `fresh` is unknown to the site, `known` has the path below `photos/` of what is not.

    `twins` came twice in the same folder; only the first of each is fresh.
    """

    fresh: tuple[Path, ...] = ()
    known: Mapping[Path, str] = field(default_factory=dict)
    twins: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()


def inbox(folder: Path, photos: Path, progress: Callable[[int, int], None]) -> Inbox:
    """What of a folder is new. Only files of a size that occurs twice are read: others cannot be the same."""
    problems: list[Problem] = []
    found = list(_files(folder, folder, problems))
    sizes: dict[int, list[Path]] = {}
    for path in (*stored(photos), *found):
        sizes.setdefault(path.stat().st_size, []).append(path)
    fresh, twins, known, seen = [], [], {}, dict[str, Path]()
    for done, path in enumerate(found):
        progress(done, len(found))
        same = _same(path, sizes[path.stat().st_size], photos, seen)
        if same is None:
            fresh.append(path)
        elif same.is_relative_to(photos):
            known[path] = same.relative_to(photos).as_posix()
        else:
            twins.append(path)
    return Inbox(tuple(fresh), known, tuple(twins), tuple(problems))


def _files(folder: Path, top: Path, problems: list[Problem]) -> Iterator[Path]:
    """Every file below a folder, by name. A link may lead anywhere and is not followed."""
    try:
        ordered = sorted(folder.iterdir())
    except OSError as fault:
        reason = fault.strerror or str(fault)
        problems.append(problem("unreadable", shown(folder, top), reason=reason))
        return
    for path in ordered:
        if LITTER.fullmatch(path.name):
            continue
        if path.is_symlink():
            problems.append(problem("photo-link", shown(path, top), path=shown(path, top)))
        elif path.is_dir():
            yield from _files(path, top, problems)
        elif path.is_file():
            yield path
        else:
            problems.append(problem("unreadable", shown(path, top), reason="not a file"))


def shown(path: Path, top: Path) -> str:
    """A file as messages name it: below the folder that was given, with that folder's name."""
    return path.relative_to(top.parent).as_posix()


def stored(photos: Path) -> Iterator[Path]:
    """Every original that the site has, by name."""
    for path in sorted(photos.rglob("*")) if photos.is_dir() else ():
        if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
            yield path


def _same(path: Path, sized: Iterable[Path], photos: Path, seen: dict[str, Path]) -> Path | None:
    """The site's file of the same content, or one that came before in the folder; None where there is none."""
    others = [other for other in sized if other != path]
    if path.is_relative_to(photos):
        return path
    if not others:
        return None
    own = digest_of(path)
    kept = next((other for other in others if other.is_relative_to(photos) and digest_of(other) == own), None)
    before = seen.setdefault(own, path)
    return kept or (before if before != path else None)
