"""Sound and films of a release: made by workers, written, audited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from changlang import plain
from changlang.language.texts import Pair
from changlang.media import captions
from changlang.media.clean import carried
from changlang.media.formats import is_recording
from changlang.media.made import (
    CHANGED,
    COSTLY,
    NOTE,
    Done,
    Kind,
    Made,
    Refused,
    as_note,
    from_note,
    unreadable,
    wish,
)
from changlang.media.plan import FOLDERS, Asked, asked, faults, medium_of, path_of, track_of, withdrawn_twins
from changlang.model.catalogue import Catalogue
from changlang.model.languages import LANGUAGES
from changlang.model.media import Medium
from changlang.photos.bounds import Bounds, bounded
from changlang.photos.executor import LOCAL
from changlang.photos.originals import Missing, Names, Original, digest_of, find
from changlang.photos.store import Store, Stored, prune, store_at
from changlang.photos.workers import run_all
from changlang.problems import Problem, problem
from changlang.publish.release import Entry
from changlang.read.places import of_record
from changlang.settings import Settings
from changlang.steps.stored import drop_altered, write_stored

# What one recording may cost its worker: an hour of film is decoded within it on a small machine.
BOUNDS = Bounds(seconds=1800.0)
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Media:
    """By `folder/id` of a record what can be played of it. `files`: path on the site → store; `texts`: captions."""

    of: Mapping[str, Medium] = field(default_factory=dict)
    files: Mapping[str, Stored] = field(default_factory=dict)
    texts: Mapping[str, bytes] = field(default_factory=dict)


NO_MEDIA = Media()


@dataclass(frozen=True, slots=True)
class Order:
    """One recording for a worker. `wish` is its name in the store."""

    wish: str
    original: Original
    kind: Kind
    store: str


@dataclass(slots=True)
class _Run:
    """What is known while recordings are made ready: the originals by name, what was found wrong."""

    settings: Settings
    found: Mapping[str, Original]
    missing: Mapping[str, Missing]
    problems: list[Problem] = field(default_factory=list)

    @property
    def store(self) -> str:
        return _store(self.settings)

    def fault(self, code: str, one: Asked, **args: object) -> None:
        self.problems.append(problem(code, *self.where(one.folder, one.record, one.path), path=one.name, **args))

    def where(self, folder: str, record: Any, path: tuple[str, ...]) -> tuple[str, int, int]:
        return of_record(self.settings.root, folder, record, path)

    def wish(self, one: Asked) -> str:
        return wish(self.found[one.name].digest, one.kind) if one.kind and one.name in self.found else ""


def _store(settings: Settings) -> str:
    return str(settings.cache / "media")


def media(
    catalogue: Catalogue,
    records: Iterable[tuple[str, Any]],
    settings: Settings,
    jobs: int,
    progress: Callable[[int, int], None],
) -> tuple[Media, tuple[Problem, ...]]:
    """The sound and films of the records that are shown, made only where no earlier run made them.

    `records` are all records of the site with their folders. What neither a published one nor a draft asks for any
    more leaves the store.
    """
    shown = [one for folder in FOLDERS for record in catalogue.of(folder).values() for one in asked(folder, record)]
    every = [one for folder, record in records if folder in FOLDERS for one in asked(folder, record)]
    run = _Run(settings, *find((one.name for one in every), settings.media, settings.cache / "recordings.json"))
    usable = list(_usable(run, shown))
    run.problems += withdrawn_twins(shown, every, {name: one.digest for name, one in run.found.items()}, run.where)
    made = _made(run, usable, jobs, progress)
    prune(store_at(run.store), {run.wish(one) for one in every if one.record.status != "withdrawn"})
    films = {(one.folder, one.record.id): film for one, film in made.items() if one.kind == "video"}
    texts = {
        one: text
        for one in usable
        if not one.kind and (text := _text(run, one, films.get((one.folder, one.record.id))))
    }
    run.problems += faults(catalogue, {key for key, film in films.items() if film.heard}, run.where)
    return _gathered(run, made, texts), tuple(run.problems)


def _usable(run: _Run, shown: Iterable[Asked]) -> Iterator[Asked]:
    """What is there and not too large; the rest is a problem."""
    names, limit = Names(run.settings.media), run.settings.media_megabytes
    for one in shown:
        if one.name in run.missing:
            missing = run.missing[one.name]
            run.fault(f"media-{missing.why}", one, **names.said(one.name, missing), **unreadable(missing.reason))
        elif (size := run.found[one.name].path.stat().st_size) > limit * MEGABYTE:
            run.fault("media-too-large", one, megabytes=-(-size // MEGABYTE), limit=limit)
        else:
            yield one


def _made(
    run: _Run, usable: Iterable[Asked], jobs: int, progress: Callable[[int, int], None]
) -> Mapping[Asked, Made]:
    """What came of each sound and film: as an earlier run left it in the store, or of an order carried out now."""
    wanted = [one for one in usable if one.kind]
    done = dict(_made_before(store_at(run.store), {run.wish(one) for one in wanted}))
    orders = {
        run.wish(one): Order(run.wish(one), run.found[one.name], one.kind, run.store)
        for one in wanted
        if one.kind and run.wish(one) not in done
    }
    if orders:
        progress(0, len(orders))
    for count, outcome in enumerate(run_all(perform, orders.values(), _lost, LOCAL, jobs), 1) if orders else ():
        done[outcome.wish] = outcome
        progress(count, len(orders))
    for one in wanted:
        outcome = done[run.wish(one)]
        if outcome.made is None:
            run.fault(outcome.fault, one, **outcome.named)
    return {one: made for one in wanted if (made := done[run.wish(one)].made)}


def _made_before(store: Store, wishes: Iterable[str]) -> Iterator[tuple[str, Done]]:
    """What earlier runs made, from the notes they left. One that cannot be read is as if it were not there."""
    for path, data in store.read_all(f"{one}/{NOTE}" for one in wishes).items():
        name = path.removesuffix(f"/{NOTE}")
        with suppress(ValueError, TypeError):
            yield name, Done(name, from_note(data))


def perform(order: Order) -> Done:
    """Makes one recording within its bounds. Whatever is wrong with the original is in what it returns."""
    from changlang.media.remux import remux  # loads FFmpeg, which most runs do without

    try:
        with bounded(BOUNDS), TemporaryDirectory() as folder:
            if digest_of(order.original.path) != order.original.digest:
                raise Refused("media-unreadable", **CHANGED)
            made = remux(order.original.path, order.kind, Path(folder))
            data = (Path(folder) / made.name).read_bytes()
    except Refused as refused:
        return Done(order.wish, None, refused.code, refused.named)
    except OSError as fault:
        return Done(order.wish, None, "media-unreadable", unreadable(fault.strerror or str(fault)))
    except MemoryError:
        return _lost(order)
    store = store_at(order.store)
    store.write(f"{order.wish}/{made.name}", data)
    store.write(f"{order.wish}/{NOTE}", as_note(made))
    return Done(order.wish, made)


def _lost(order: Order) -> Done:
    return Done(order.wish, None, "media-unreadable", COSTLY)


def _text(run: _Run, one: Asked, film: Made | None) -> str:
    """Captions as they are published; "" with problems at their lines where they cannot be read."""
    shown = Path(run.settings.media.name, one.name).as_posix()
    try:
        text, problems = plain.decode(run.found[one.name].path.read_bytes(), shown)
    except OSError as fault:
        run.fault("media-unreadable", one, **unreadable(fault.strerror or str(fault)))
        return ""
    run.problems += problems
    cues, faults = captions.read(text, film.seconds if film else float("inf")) if not problems else ((), ())
    run.problems += [
        problem("captions-form", shown, fault.line, fault.column, reason_zh=fault.zh, reason_en=fault.en)
        for fault in faults
    ]
    return captions.written(cues) if cues and not faults else ""


def _gathered(run: _Run, made: Mapping[Asked, Made], texts: Mapping[Asked, str]) -> Media:
    records: dict[str, list[Asked]] = {}
    for one in (*made, *texts):
        records.setdefault(f"{one.folder}/{one.record.id}", []).append(one)
    tracks = [track_of(text) for text in texts.values()]
    return Media(
        {key: medium_of(some, made, texts) for key, some in records.items()},
        {path_of(one): Stored(f"{run.wish(asked)}/{one.name}", one.digest) for asked, one in made.items()},
        {track.path: track.text.encode() for track in tracks},
    )


def spoken(catalogue: Catalogue, made: Media) -> Iterator[Pair]:
    """What is said in each film in both languages, cue by cue, as texts whose numbers must agree."""
    for key, medium in made.of.items():
        folder, _, ident = key.partition("/")
        tracks = medium.film.tracks if medium.film else {}
        if len(tracks) == len(LANGUAGES):
            record = catalogue.of(folder)[ident]
            own = record.model_copy(update={"digest": record.digest + medium.digest})
            zh, en = ("\n\n".join(tracks[language].words) for language in LANGUAGES)
            yield Pair(folder, own, ("video", "captions"), zh, en)


def played(catalogue: Catalogue, made: Media) -> Catalogue:
    """The catalogue with records whose digests take in what is played of them: a page is made of both."""
    kinds = {folder: dict(catalogue.of(folder)) for folder in FOLDERS}
    for key, medium in made.of.items():
        folder, _, ident = key.partition("/")
        record = kinds[folder][ident]
        poster = catalogue.photos[record.video.poster].digest if medium.film else ""
        kinds[folder][ident] = record.model_copy(update={"digest": record.digest + medium.digest + poster})
    return replace(
        catalogue,
        columns=kinds["columns"],
        events=kinds["events"],
        people=kinds["people"],
        boards=kinds["boards"],
    )


def write_media(folder: Path, settings: Settings, made: Media, kept: Mapping[str, Entry]) -> dict[str, Entry]:
    """Recordings come out of their store. Raises `Altered`."""
    return write_stored(folder, _store(settings), made.files, kept)


def drop_altered_media(made: Media, settings: Settings) -> None:
    """Takes every recording out of the store that is not what was put there."""
    drop_altered(_store(settings), made.files.values())


def audit_media(
    target: Path, folder: Path, entries: Mapping[str, Entry], former: Mapping[str, Entry]
) -> Iterator[Problem]:
    """Reads every recording that is about to be published, whatever its name, and names what it carries.

    One that is in the former release as it is now passed with that one.
    """
    for path in sorted(entries):
        if former.get(path) == entries[path]:
            continue
        with (folder / path).open("rb") as file:
            head = file.read(16)
        if is_recording(path, head) and (found := carried((folder / path).read_bytes())):
            yield problem("audit-media", f"{target.name}/{path}", path=path, carried="、".join(found))
