"""From examined pictures to what is to be brought in, under which names; and the copying itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from changlang.photos.examine import Examined
from changlang.photos.originals import digest_of
from changlang.problems import Problem, problem

# A camera whose clock was never set says 1980 or 2000 or a year to come; digital cameras came into use after this.
FIRST_YEAR = 1995
UNDATED = "undated"
LENGTHS = (8, 20, 64)


@dataclass(frozen=True, slots=True)
class Arrival:
    """One picture to come: from where, its record's id, its place below `photos/`, and what its record will say.

    `copied` is False for a file that stands in `photos/` already and only lacks its record.
    """

    source: Path
    id: str
    file: str
    digest: str
    size: tuple[int, int]
    taken: date | None
    placed: bool
    likeness: tuple[int, ...]
    copied: bool = True


def arrivals(
    examined: Iterable[Examined],
    standing: Mapping[Path, str],
    names: Collection[str],
    event_year: int | None,
    today: date,
) -> tuple[Arrival, ...]:
    """Every picture with its name, in the order they were taken. Pure: nothing is looked up and nothing written.

    A name is the day and the beginning of the content's digest, so that two cameras' `IMG_0001` never meet and the
    same folder always comes to the same names; `names` are those in use. `standing` are files that are in `photos/`
    already, by their path.
    """
    made: list[Arrival] = []
    used = set(names)
    for one in sorted(examined, key=_order):
        day = one.taken if one.taken and one.taken.year >= FIRST_YEAR and one.taken <= today else None
        year = str(day.year if day else event_year or UNDATED)
        start = day.isoformat() if day else year
        ident = next(name for name in (f"{start}-{one.digest[:length]}" for length in LENGTHS) if name not in used)
        used.add(ident)
        file = standing.get(one.path)
        place = file or f"{year}/{ident}.{one.suffix}"
        made.append(
            Arrival(one.path, ident, place, one.digest, one.size, day, one.placed, one.likeness, copied=file is None)
        )
    return tuple(made)


def _order(one: Examined) -> tuple[date, int, str]:
    """By day; of the same day the largest first, so that what is pointed out as alike is the smaller copy."""
    return one.taken or date.max, -one.size[0] * one.size[1], one.digest


def bring_in(
    arriving: Collection[Arrival], photos: Path, progress: Callable[[int, int], None]
) -> Iterator[tuple[Arrival, Problem | None]]:
    """Copies every picture into `photos/`, whole or not at all, and says of each what went wrong, if anything did."""
    for done, arrival in enumerate(arriving, 1):
        yield arrival, _brought(arrival, photos / arrival.file) if arrival.copied else None
        progress(done, len(arriving))


def _brought(arrival: Arrival, place: Path) -> Problem | None:
    """Copies one; one that is not any more what was looked at is left out, and nothing is ever written over."""
    unfinished = place.with_name(f".{place.name}.part")
    name = arrival.source.name
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(arrival.source, unfinished)
        if digest_of(unfinished) != arrival.digest:
            return problem("photo-unreadable", name, path=name, reason="it changed meanwhile")
        if place.exists():
            return problem("photo-unreadable", name, path=name, reason=f"{arrival.file} exists")
        unfinished.replace(place)
    except OSError as fault:
        return problem("photo-unreadable", name, path=name, reason=fault.strerror or str(fault))
    finally:
        unfinished.unlink(missing_ok=True)
    return None
