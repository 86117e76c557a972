"""Records → catalogue: ids become links, both ways, and every name that leads nowhere is a problem at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from changlang import urls
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
    Language,
    Photo,
    Question,
)
from changlang.plain import Path as Within
from changlang.problems import Problem, problem
from changlang.read import places
from changlang.read.bodies import FOLDERS, mentions, resolved
from changlang.read.faults import nearest
from changlang.read.parse import Records
from changlang.read.places import Place
from changlang.settings import Settings


@dataclass(slots=True)
class _Linking:
    """What is known while links are made: records by kind and id, what was left out and why, what was found.

    `mentions` holds for each `word:id` those that point at it; as keys, so that each is there once and in order.
    """

    settings: Settings
    kept: dict[str, dict[str, Any]]
    broken: frozenset[str]
    hand: Mapping[str, HandPage]
    left_out: dict[str, str] = field(default_factory=dict)
    mentions: dict[str, dict[str, None]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def root(self) -> Path:
        return self.settings.root

    def fault(self, code: str, place: Place, /, **args: object) -> None:
        self.problems.append(problem(code, *place, **args))


def link(records: Records, settings: Settings) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The catalogue of what can be shown, and every fault between records.

    Drafts (unless previewed), withdrawn records and samples (where they are not wanted) leave the catalogue here;
    what still points at one that was withdrawn or is a draft is a problem, so that no name stays behind unseen.
    """
    hand = {page.name: page for page in records.hand}
    linking = _Linking(settings, {folder: {} for folder in KINDS}, records.broken, hand)
    for folder, record in records.records:
        _enter(linking, folder, record)
    for folder in KINDS:
        for record in list(linking.kept[folder].values()):
            linking.kept[folder][record.id] = _linked(linking, folder, _key(folder, record.id), record)
            _check(linking, folder, record)
    home = _linked(linking, "home", "home", records.home) if records.home else None
    for page in hand.values():
        _follow_body(linking, f"page:{page.name}", page, page.origin, page.name)
    _distinct_titles(linking)
    _pair_photos_and_events(linking)
    return _catalogue(linking, home), tuple(linking.problems)


def _key(folder: str, ident: str) -> str:
    return f"{KINDS[folder].word}:{ident}"


def _enter(linking: _Linking, folder: str, record: Any) -> None:
    """A record enters once; a second one of the same id is a problem, even where one of them is left out."""
    key, settings = _key(folder, record.id), linking.settings
    first = linking.kept[folder].get(record.id)
    if first is not None or key in linking.left_out:
        other = first.origin.file if first is not None else linking.left_out[key]
        place = places.of_record(linking.root, folder, record, ("code" if folder == "boards" else "id",))
        linking.fault("duplicate-id", place, id=record.id, other=other)
    elif record.status == "withdrawn" or (record.status == "draft" and not settings.drafts):
        linking.left_out[key] = record.status
    elif getattr(record, "sample", False) and not settings.samples:
        linking.left_out[key] = "sample"
    else:
        linking.kept[folder][record.id] = record


def _linked(linking: _Linking, kind: str, own: str, record: Any) -> Any:
    """A record whose references were all followed, without those to samples that are left out."""
    changes: dict[str, Any] = {}
    for name, folder in REFERENCES.get(kind, {}).items():
        changes |= _followed(linking, kind, own, record, name, folder)
    for name in LINKS.get(kind, ()):
        changes |= _followed(linking, kind, own, record, name, "")
    if hasattr(record, "body"):
        files: Mapping[Language, str] = {"zh": record.origin.file, "en": record.origin.english or ""}
        _follow_body(linking, own, record, files, "index" if kind == "home" else None)
    return record.model_copy(update=changes) if changes else record


def _followed(linking: _Linking, kind: str, own: str, record: Any, name: str, folder: str) -> dict[str, Any]:
    """Follows one field; gives it anew where some of its entries lead to what is not shown.

    Without a `folder` the entries name their kind themselves: `figure:meetings`.
    """
    value = getattr(record, name)
    if value is None:
        return {}
    single = isinstance(value, str)
    entries = (value,) if single else value
    kept = []
    for index, entry in enumerate(entries):

        def place(path: Within = (name,) if single else (name, index)) -> Place:
            return places.of_record(linking.root, kind, record, path)

        text = entry if isinstance(entry, str) else entry.id
        word, _, ident = ("", "", text) if folder else text.partition(":")
        if not folder and word not in FOLDERS:
            linking.fault("bad-link", place(), link=text, **nearest(word, list(FOLDERS)))
        elif _exists(linking, own, folder or FOLDERS[word], ident, place):
            kept.append(entry)
    if len(kept) == len(entries):
        return {}
    return {name: None if single else tuple(kept)}


def _exists(linking: _Linking, own: str, folder: str, ident: str, place: Callable[[], Place]) -> bool:
    """Whether a reference leads to a record that is shown; notes it both ways, or says what is wrong with it."""
    key = _key(folder, ident)
    if ident in linking.kept[folder]:
        linking.mentions.setdefault(key, {})[own] = None
        return True
    status = linking.left_out.get(key)
    if status == "sample" or f"{folder}/{ident}" in linking.broken:
        return False
    if status:
        linking.fault(f"{status}-reference", place(), key=key)
    else:
        linking.fault("unknown-id", place(), id=ident, kind=folder, **nearest(ident, list(linking.kept[folder])))
    return False


def _follow_body(linking: _Linking, own: str, record: Any, files: Mapping[Language, str], page: str | None) -> None:
    """Follows what the bodies of a record point at; `page` is the name of a hand-written page."""
    for language in LANGUAGES:
        for folder, ident, index in mentions(record.body[language]):

            def place(language: Language = language, index: int = index) -> Place:
                return places.of_body(linking.root, files[language], index)

            if folder:
                _exists(linking, own, folder, ident, place)
            else:
                _follow_file(linking, language, page, ident, place)


def _follow_file(
    linking: _Linking, language: Language, page: str | None, target: str, place: Callable[[], Place]
) -> None:
    """Links between hand-written pages name the other's file, and pictures stand in `docs/assets/`."""
    if not target.endswith(".md") and (page is None or target.startswith("/") or target.endswith("/")):
        return  # an address in the site, which is audited once it is built
    known = [f"{name}.md" for name in ("index", *linking.hand)]
    path = resolved(page or "", target)
    if page is not None and (path in known or f"hand/{path.removesuffix('.md')}" in linking.broken):
        return
    if page is not None and not path.endswith(".md") and (linking.settings.docs[language] / path).is_file():
        return
    linking.fault("broken-link", place(), link=target, **nearest(target, known))


def _check(linking: _Linking, folder: str, record: Any) -> None:
    """What holds within one record, but could not be said in its schema."""

    def place(name: str) -> Place:
        return places.of_record(linking.root, folder, record, (name,))

    if isinstance(record, Photo) and record.alt is None:
        linking.fault("missing-alt", place("caption"), id=record.id)
    if isinstance(record, Question) and record.answer > len(record.choices):
        linking.fault("bad-answer", place("answer"), answer=record.answer, choices=len(record.choices))
    if not isinstance(record, Board) and record.id in urls.RESERVED:
        linking.fault("bad-id", place("id"), id=record.id)


# Kinds with a page for each record, and the field that is its title.
TITLES = {"columns": "title", "events": "title", "people": "title", "photos": "caption", "tags": "title"}


def _distinct_titles(linking: _Linking) -> None:
    """Two records of a kind with one title cannot be told apart in a list, nor their pages by a search engine."""
    for folder, name in TITLES.items():
        first: dict[tuple[Language, str], str] = {}
        for record in linking.kept[folder].values():
            for language in LANGUAGES:
                title = getattr(record, name)[language]
                other = first.setdefault((language, title), record.id)
                if other != record.id:
                    place = places.of_record(linking.root, folder, record, (name, language))
                    linking.fault("same-title", place, title=title, other=other)


def _catalogue(linking: _Linking, home: Home | None) -> Catalogue:
    kept = linking.kept
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
        hand=linking.hand,
        mentions={key: tuple(own) for key, own in linking.mentions.items()},
    )


def _sorted(records: Iterable[Any], order: Callable[[Any], Any]) -> dict[str, Any]:
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
        column, date = photo.column or event.column, _taken(photo, event)
        photos[ident] = photo.model_copy(update={"event": event.id, "column": column, "date": date})
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
