"""Records → catalogue: ids become links, both ways, and every name that leads nowhere is a problem at its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from changlang import plain, urls
from changlang.dates import DateParts
from changlang.model import (
    KINDS,
    LANGUAGES,
    LINKS,
    REFERENCES,
    Board,
    Catalogue,
    Event,
    HandPage,
    Home,
    Photo,
    Question,
    Record,
)
from changlang.problems import Problem, problem
from changlang.read.faults import nearest
from changlang.read.hostile import hostile
from changlang.read.parse import Records
from changlang.settings import Settings

FOLDER = {kind.word: folder for folder, kind in KINDS.items()}
# Links to records and figures in a body, outside code.
BODY_LINK = re.compile(
    r"```.*?```|`[^`\n]*`|\]\((?P<word>"
    + "|".join(FOLDER)
    + r"):(?P<id>[^)\s]*)[^)]*\)|\{figure:(?P<figure>[^}\s]*)\}",
    re.DOTALL,
)


@dataclass(slots=True)
class _Linking:
    """What is known while links are made: records by kind and id, what was left out and why, what was found."""

    root: Path
    kept: dict[str, dict[str, Any]]
    left_out: dict[str, str]
    broken: frozenset[str]
    problems: list[Problem] = field(default_factory=list)
    mentions: dict[str, list[str]] = field(default_factory=dict)


def link(records: Records, settings: Settings) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The catalogue of what can be shown, and every fault between records.

    Drafts (unless previewed), withdrawn records and samples (where they are not wanted) leave the catalogue here;
    what still points at one that was withdrawn or is a draft is a problem, so that no name stays behind unseen.
    """
    linking = _Linking(settings.root, {folder: {} for folder in KINDS}, {}, records.broken)
    for folder, record in records.records:
        _enter(linking, folder, record, settings)
    for folder in KINDS:
        for record in list(linking.kept[folder].values()):
            _check_record(linking, folder, record)
    home = records.home
    if home:
        home = _check_page(linking, "home", home)
    hand = {page.name: page for page in records.hand}
    for page in hand.values():
        _check_bodies(linking, f"page:{page.name}", page, page.origin)
    _distinct_titles(linking)
    return _catalogue(linking, home, hand), tuple(linking.problems)


def _key(folder: str, ident: str) -> str:
    return f"{KINDS[folder].word}:{ident}"


def _enter(linking: _Linking, folder: str, record: Any, settings: Settings) -> None:
    """A record enters once; a second one of the same id is a problem, even where one of them is left out."""
    key = _key(folder, record.id)
    first = linking.kept[folder].get(record.id)
    if first is not None or key in linking.left_out:
        other = first.origin.file if first is not None else ""
        linking.problems.append(problem("duplicate-id", *_place(linking, record, ("id",)), id=record.id, other=other))
    elif record.status == "withdrawn" or (record.status == "draft" and not settings.drafts):
        linking.left_out[key] = record.status
    elif getattr(record, "sample", False) and not settings.samples:
        linking.left_out[key] = "sample"
    else:
        linking.kept[folder][record.id] = record


def _check_record(linking: _Linking, folder: str, record: Any) -> None:
    """Follows every reference of a record, and takes those to samples out of it."""
    own = _key(folder, record.id)
    changes: dict[str, Any] = {}
    for name, target in REFERENCES.get(folder, {}).items():
        changes |= _follow(linking, own, record, name, target)
    for name in LINKS.get(folder, ()):
        changes |= _follow_links(linking, own, record, name)
    if isinstance(record, Photo) and not (record.alt):
        linking.problems.append(problem("missing-alt", *_place(linking, record, ("caption",)), id=record.id))
    if isinstance(record, Question) and record.answer > len(record.choices):
        linking.problems.append(
            problem(
                "bad-answer",
                *_place(linking, record, ("answer",)),
                answer=record.answer,
                choices=len(record.choices),
            )
        )
    if isinstance(record, Board) and record.id in urls.RESERVED:
        linking.problems.append(problem("bad-id", *_place(linking, record, ("code",)), id=record.id))
    if hasattr(record, "body"):
        files = {"zh": record.origin.file, "en": record.origin.english or record.origin.file}
        _check_bodies(linking, own, record, files)
    if changes:
        linking.kept[folder][record.id] = record.model_copy(update=changes)


def _check_page(linking: _Linking, kind: str, home: Home) -> Home:
    changes: dict[str, Any] = {}
    for name, target in REFERENCES[kind].items():
        changes |= _follow(linking, "home", home, name, target)
    _check_bodies(linking, "home", home, {"zh": home.origin.file, "en": home.origin.english or ""})
    return home.model_copy(update=changes)


def _follow(linking: _Linking, own: str, record: Any, name: str, target: str) -> dict[str, Any]:
    """Checks one field of references; gives the field anew where some of them are to samples that are left out."""
    value = getattr(record, name)
    if value is None:
        return {}
    single = isinstance(value, str)
    entries = (value,) if single else value
    kept = []
    for index, entry in enumerate(entries):
        ident = entry if isinstance(entry, str) else entry.id
        path = (name,) if single else (name, index)
        if _exists(linking, own, target, ident, lambda path=path: _place(linking, record, path)):
            kept.append(entry)
    if len(kept) == len(entries):
        return {}
    return {name: None if single else tuple(kept)}


def _follow_links(linking: _Linking, own: str, record: Any, name: str) -> dict[str, Any]:
    """The same for entries that name their kind themselves: `figure:meetings`."""
    value = getattr(record, name)
    single = isinstance(value, str)
    entries = (value,) if single else value or ()
    kept = []
    for index, entry in enumerate(entries):
        path = (name,) if single else (name, index)
        word, _, ident = entry.partition(":")
        if word not in FOLDER:
            linking.problems.append(
                problem("bad-link", *_place(linking, record, path), link=entry, **nearest(word, list(FOLDER)))
            )
        elif _exists(linking, own, FOLDER[word], ident, lambda path=path: _place(linking, record, path)):
            kept.append(entry)
    if len(kept) == len(entries):
        return {}
    return {name: None if single else tuple(kept)}


def _exists(linking: _Linking, own: str, folder: str, ident: str, place: Any) -> bool:
    """Whether a reference leads to a record that is shown; notes it both ways, or says what is wrong with it."""
    key = _key(folder, ident)
    if ident in linking.kept[folder]:
        seen = linking.mentions.setdefault(key, [])
        if own not in seen:
            seen.append(own)
        return True
    status = linking.left_out.get(key)
    if status == "sample" or f"{folder}/{ident}" in linking.broken:
        return False
    if status:
        linking.problems.append(problem(f"{status}-reference", *place(), key=key))
    else:
        known = list(linking.kept[folder])
        linking.problems.append(problem("unknown-id", *place(), id=ident, kind=folder, **nearest(ident, known)))
    return False


def _check_bodies(linking: _Linking, own: str, page: Any, files: Mapping[Any, str]) -> None:
    for language in LANGUAGES:
        text = page.body[language]
        if "<" in text or "](" in text or "]:" in text:
            for code, index, what in hostile(text):
                place = _in_body(linking, files[language], text, index)
                linking.problems.append(problem(code, *place, what=what))
        if ":" not in text:
            continue
        for match in BODY_LINK.finditer(text):
            ident = match["figure"] if match["figure"] is not None else match["id"]
            if ident is None:
                continue
            folder = "figures" if match["figure"] is not None else FOLDER[match["word"]]
            _exists(
                linking,
                own,
                folder,
                ident,
                lambda match=match, language=language, text=text: _in_body(
                    linking, files[language], text, match.start()
                ),
            )


def _in_body(linking: _Linking, file: str, body: str, index: int) -> tuple[str, int, int]:
    """Where a character of a body stands in its file."""
    text, _ = plain.decode((linking.root / file).read_bytes(), file)
    _, _, first_line = plain.front_matter(text)
    line, column = plain.place(body, index)
    return file, line + first_line - 1, column


def _place(linking: _Linking, record: Record, path: tuple[str | int, ...]) -> tuple[str, int, int]:
    return place_of(linking.root, record, path)


def place_of(root: Path, record: Record, path: tuple[str | int, ...]) -> tuple[str, int, int]:
    """File, line and column of a part of a record; read again for this, because only few files have faults."""
    origin = record.origin
    text, _ = plain.decode((root / origin.file).read_bytes(), origin.file)
    if origin.index is None:
        head, _, _ = plain.front_matter(text)
        places = plain.read_yaml(head or "", origin.file, 2, places=True)[0].places
    else:
        places = plain.read_yaml(text, origin.file, places=True)[0].places
        path = (origin.index, *path)
    while path and path not in places:
        path = path[:-1]
    return (origin.file, *places.get(path, (1, 1)))


def _distinct_titles(linking: _Linking) -> None:
    """Two records of a kind with one title cannot be told apart in a list."""
    for folder in ("columns", "events", "people", "tags"):
        first: dict[tuple[str, str], str] = {}
        for record in linking.kept[folder].values():
            for language in LANGUAGES:
                other = first.setdefault((language, record.title[language]), record.id)
                if other != record.id:
                    linking.problems.append(
                        problem(
                            "same-title",
                            *_place(linking, record, ("title",)),
                            title=record.title[language],
                            other=other,
                        )
                    )


def _catalogue(linking: _Linking, home: Home | None, hand: Mapping[str, HandPage]) -> Catalogue:
    kept = linking.kept
    _pair_photos_and_events(linking)
    return Catalogue(
        columns=_sorted(kept["columns"].values(), lambda column: (column.order, column.id)),
        events=_sorted(kept["events"].values(), _newest),
        people=kept["people"],
        photos=_sorted(kept["photos"].values(), _newest),
        figures=kept["figures"],
        boards=_sorted(kept["boards"].values(), lambda board: board.id),
        quiz=kept["quiz"],
        terms=kept["terms"],
        sources=kept["sources"],
        tags=kept["tags"],
        home=home,
        hand=hand,
        mentions={key: tuple(value) for key, value in linking.mentions.items()},
    )


def _sorted(records: Iterable[Any], order: Any) -> dict[str, Any]:
    return {record.id: record for record in sorted(records, key=order)}


def _newest(record: Event | Photo) -> tuple[int, str]:
    """Newest first; what has no date comes last."""
    return (-record.date.last.toordinal() if record.date else 0, record.id)


def _pair_photos_and_events(linking: _Linking) -> None:
    """An event knows its photos and a photo its event, whichever of the two says so."""
    events, photos = linking.kept["events"], linking.kept["photos"]
    for ident, photo in list(photos.items()):
        event = events.get(photo.event) if photo.event else next(_events_with(linking, ident), None)
        if event is None:
            continue
        photos[ident] = photo.model_copy(
            update={"event": event.id, "column": photo.column or event.column, "date": _taken(photo, event)}
        )
        if ident not in event.photos:
            events[event.id] = event.model_copy(update={"photos": (*event.photos, ident)})


def _taken(photo: Photo, event: Event) -> DateParts | None:
    """A photo without a date was taken on its event's, unless that is a span of time."""
    return photo.date or (None if event.date.interval else event.date)


def _events_with(linking: _Linking, photo: str) -> Iterator[Any]:
    for key in linking.mentions.get(f"photo:{photo}", ()):
        word, _, ident = key.partition(":")
        if word == "event" and photo in linking.kept["events"][ident].photos:
            yield linking.kept["events"][ident]
