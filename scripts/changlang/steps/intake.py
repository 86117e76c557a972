"""Pictures come in: looked at in workers, copied under safe names, each with the draft of a record.

Nothing here publishes: a draft is in no edition, and what is still to be written in it stops a check once it is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain, count
from pathlib import Path

from changlang.model.records import Event, Photo
from changlang.photos.arrivals import Arrival, arrivals, bring_in
from changlang.photos.examine import Examined, examine, lost
from changlang.photos.executor import LOCAL
from changlang.photos.inbox import Inbox, inbox, shown, stored
from changlang.photos.lookalikes import likenesses, lookalikes
from changlang.photos.workers import run_all
from changlang.problems import Problem, problem, severity
from changlang.read.parse import parse
from changlang.read.survey import survey
from changlang.scaffold.photos import Draft, photo_drafts
from changlang.settings import Settings
from changlang.translation.write import rewrite

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Intake:
    """What came in: how many pictures, the file of their draft records, how many the site had already."""

    problems: tuple[Problem, ...]
    added: int = 0
    records: Path | None = None
    present: int = 0


def events_of(settings: Settings) -> Mapping[str, Event]:
    """The site's events by id, drafts too."""
    records = parse(survey(settings)[0], settings)[0].records
    return {record.id: record for _, record in records if isinstance(record, Event)}


def add(settings: Settings, folder: Path, event: Event | None, today: date, jobs: int, progress: Progress) -> Intake:
    """Brings the pictures of a folder in. Run again it finds everything there, or goes on where it was broken off.

    With a fault in the records of photos nothing is done: whose picture is whose would be unknown.
    """
    photos, faults = _photos(settings)
    if faults:
        return Intake(faults)
    records = {photo.file: photo for photo in photos if photo.file}
    store, folder = settings.photos.resolve(), folder.resolve()
    found = inbox(folder, store, partial(progress, "inbox"))
    orphans = _orphans(found, records)
    examined = _examined((*found.fresh, *orphans), jobs, partial(progress, "examine"))
    names = {photo.id for photo in photos} | ({path.stem for path in stored(store)} - _stems(orphans.values()))
    year = event.date.first.year if event else None
    planned = arrivals((one for one in examined if not one.fault), orphans, names, year, today)
    before = likenesses(store, settings.cache / "likeness.json", jobs, partial(progress, "likeness"))
    there, unbrought = _brought(planned, store, partial(progress, "copy"))
    problems = (
        *found.problems,
        *_looked_at(examined, folder),
        *_again(found.known, records, folder),
        *_alike(lookalikes(there, before), records, folder),
        *unbrought,
        *_placed(there, folder),
    )
    file = _recorded(settings, there, event) if there else None
    return Intake(problems, len(there), file, len(found.known) - len(orphans) + len(found.twins))


def _photos(settings: Settings) -> tuple[list[Photo], tuple[Problem, ...]]:
    """Every photo record, those that were withdrawn last, and what is wrong with any."""
    sources, found = survey(settings)
    records, more = parse(sources, settings)
    photos = [record for _, record in records.records if isinstance(record, Photo)]
    own = {source.file for source in sources if source.kind == "photos"}
    faults = tuple(fault for fault in (*found, *more) if fault.file in own and severity(fault) == "error")
    return sorted(photos, key=lambda photo: photo.status == "withdrawn"), faults


def _orphans(found: Inbox, records: Mapping[str, Photo]) -> Mapping[Path, str]:
    """Pictures that are in `photos/` but in no record: put there by hand, or by a run that was broken off."""
    first = {file: path for path, file in reversed(list(found.known.items())) if file not in records}
    return {path: file for file, path in first.items()}


def _stems(files: Iterable[str]) -> set[str]:
    return {Path(file).stem for file in files}


def _examined(paths: tuple[Path, ...], jobs: int, progress: Callable[[int, int], None]) -> list[Examined]:
    examined = []
    for one in run_all(examine, paths, lost, LOCAL, jobs):
        examined.append(one)
        progress(len(examined), len(paths))
    return examined


def _brought(
    planned: tuple[Arrival, ...], store: Path, progress: Callable[[int, int], None]
) -> tuple[list[Arrival], list[Problem]]:
    there, faults = [], []
    for arrival, fault in bring_in(planned, store, progress):
        if fault:
            faults.append(fault)
        else:
            there.append(arrival)
    return there, faults


def _recorded(settings: Settings, there: list[Arrival], event: Event | None) -> Path:
    """Writes the drafts of one run into one file, in whole."""
    drafts = [
        Draft(one.id, one.file, one.source.name, one.size, one.taken, one.placed, event.id if event else None)
        for one in there
    ]
    folder = settings.content / "photos"
    names = (f"{there[0].id}{suffix}.yml" for suffix in chain([""], (f"-{number}" for number in count(2))))
    path = next(folder / name for name in names if not (folder / name).exists())
    rewrite(path, photo_drafts(drafts))
    return path


def _looked_at(examined: Iterable[Examined], folder: Path) -> Iterator[Problem]:
    for one in examined:
        name = shown(one.path, folder)
        if one.fault:
            yield problem(one.fault, name, path=name, **one.named)
        elif one.frames > 1:
            yield problem("photo-frames", name, path=name, frames=one.frames)


def _again(known: Mapping[Path, str], records: Mapping[str, Photo], folder: Path) -> Iterator[Problem]:
    """What comes once more although it was withdrawn: whoever brings it may not know."""
    for path, file in known.items():
        if file in records and records[file].status == "withdrawn":
            yield problem("photo-withdrawn-again", name := shown(path, folder), path=name, id=records[file].id)


def _alike(found: Iterable[tuple[Arrival, str]], records: Mapping[str, Photo], folder: Path) -> Iterator[Problem]:
    for arrival, other in found:
        name, record = shown(arrival.source, folder), records.get(other)
        if record and record.status == "withdrawn":
            yield problem("photo-withdrawn-again", name, path=name, id=record.id)
        else:
            yield problem("photo-alike", name, path=name, other=other, id=arrival.id)


def _placed(there: Iterable[Arrival], folder: Path) -> Iterator[Problem]:
    """One notice for all: most telephones write the place into every picture."""
    names = [one.source.name for one in there if one.placed]
    if names:
        yield problem("photo-place", folder.name, count=len(names), names=", ".join(names))
