"""Pictures that show the same as another one: among those that arrive, and beside those that the site has."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from changlang.photos.arrivals import Arrival
from changlang.photos.examine import examine, lost
from changlang.photos.executor import LOCAL
from changlang.photos.inbox import stored
from changlang.photos.likeness import alike
from changlang.photos.workers import run_all

Known = tuple[int, int, int]  # size, time, likeness


def likenesses(photos: Path, memory: Path, jobs: int, progress: Callable[[int, int], None]) -> Mapping[str, int]:
    """What every original below `photos/` is like, by its path. `memory` spares those that are as they were.

    An original that cannot be read is like nothing; what is wrong with it the check says.
    """
    before = _remembered(memory)
    stamps = {path.relative_to(photos).as_posix(): _stamp(path) for path in stored(photos)}
    known = {name: before[name] for name, stamp in stamps.items() if name in before and before[name][:2] == stamp}
    fresh = [photos / name for name in stamps if name not in known]
    for done, one in enumerate(run_all(examine, fresh, lost, LOCAL, jobs), 1):
        if one.likeness:
            name = one.path.relative_to(photos).as_posix()
            known[name] = (*stamps[name], one.likeness[0])
        progress(done, len(fresh))
    if known != before:
        memory.parent.mkdir(parents=True, exist_ok=True)
        memory.write_text(json.dumps(known))
    return {name: likeness for name, (_, _, likeness) in sorted(known.items())}


def lookalikes(arriving: Iterable[Arrival], known: Mapping[str, int]) -> Iterator[tuple[Arrival, str]]:
    """Each arrival that looks like another picture, turned or not, and that picture's path below `photos/`."""
    seen = dict(known)
    for arrival in arriving:
        for file, other in seen.items():
            if file != arrival.file and any(alike(one, other) for one in arrival.likeness):
                yield arrival, file
                break
        seen[arrival.file] = arrival.likeness[0]


def _stamp(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns


def _remembered(memory: Path) -> dict[str, Known]:
    with suppress(OSError, ValueError, TypeError, AttributeError):
        found = json.loads(memory.read_text()).items()
        return {str(name): (int(size), int(time), int(likeness)) for name, (size, time, likeness) in found}
    return {}
