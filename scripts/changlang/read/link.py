"""Records → catalogue: ids become links, both ways, and every name that leads nowhere is a problem at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from changlang import urls
from changlang.dates import DateParts
from changlang.model.catalogue import Catalogue
from changlang.model.fields import Text
from changlang.model.kinds import KINDS, LINKS, REFERENCES
from changlang.model.languages import LANGUAGES, Language
from changlang.model.records import Board, Event, HandPage, Home, Photo, Question
from changlang.plain import Path as Within
from changlang.problems import Problem, problem
from changlang.read.bodies import FOLDERS, mentions, resolved
from changlang.read.faults import nearest
from changlang.read.parse import Records
from changlang.read.places import Place, of_body, of_page, of_record
from changlang.settings import Settings


@dataclass(slots=True)
class _Linking:
    """What is known while links are made: records by kind and id, what was left out and why, what was found.

    `left_out` holds for each `word:id` why it is not shown, and its file; `mentions` those that point at it, as
    keys, so that each is there once and in order.
    """

    settings: Settings
    kept: dict[str, dict[str, Any]]
    broken: frozenset[str]
    hand: Mapping[str, HandPage]
    left_out: dict[str, tuple[str, str]] = field(default_factory=dict)
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
    _consented(linking)
    return _catalogue(linking, home), tuple(linking.problems)


def _key(folder: str, ident: str) -> str:
    return f"{KINDS[folder].word}:{ident}"


def _enter(linking: _Linking, folder: str, record: Any) -> None:
    """A record enters once; a second one of the same id is a problem, even where one of them is left out."""
    key, kept = _key(folder, record.id), linking.kept[folder]
    if record.id in kept or key in linking.left_out:
        other = kept[record.id].origin.file if record.id in kept else linking.left_out[key][1]
        place = of_record(linking.root, folder, record, ("code" if folder == "boards" else "id",))
        linking.fault("duplicate-id", place, id=record.id, other=other)
    elif why := _hidden(record, linking.settings):
        linking.left_out[key] = why, record.origin.file
    else:
        kept[record.id] = record


def _hidden(record: Any, settings: Settings) -> str:
    """Why a record is not shown; "" for one that is."""
    if record.status == "withdrawn" or (record.status == "draft" and not settings.drafts):
        return str(record.status)
    return "sample" if getattr(record, "sample", False) and not settings.samples else ""


def _linked(linking: _Linking, kind: str, own: str, record: Any) -> Any:
    """A record whose references were all followed, without those to samples that are left out."""
    changes: dict[str, Any] = {}
    for name, folder in REFERENCES.get(kind, {}).items():
        changes |= _followed(linking, kind, own, record, name, folder)
    for name in LINKS.get(kind, ()):
        changes |= _followed(linking, kind, own, record, name, "")
    if video := getattr(record, "video", None):
        place = partial(of_record, linking.root, kind, record, ("video", "poster"))
        if not _exists(linking, own, "photos", video.poster, place):
            changes["video"] = None
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
        place = partial(of_record, linking.root, kind, record, (name,) if single else (name, index))
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
    why, _ = linking.left_out.get(key, ("", ""))
    if why == "sample" or f"{folder}/{ident}" in linking.broken:
        return False
    if why:
        linking.fault(f"{why}-reference", place(), key=key, by=own)
    else:
        linking.fault("unknown-id", place(), id=ident, kind=folder, **nearest(ident, list(linking.kept[folder])))
    return False


def _follow_body(linking: _Linking, own: str, record: Any, files: Mapping[Language, str], page: str | None) -> None:
    """Follows what the bodies of a record point at; `page` is the name of a hand-written page."""
    for language in LANGUAGES if "body" not in record.untranslated else LANGUAGES[:1]:
        for folder, ident, at in mentions(record.body[language]):
            place = partial(of_body, linking.root, files[language], at)
            if folder:
                _exists(linking, own, folder, ident, place)
            else:
                _follow_file(linking, language, page, ident, place)


# Pictures of these kinds have a record, so that each has its caption, alt text, credit and hidden parts.
RASTER = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".heic", ".heif", ".tif", ".tiff", ".bmp")


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
        if path.lower().endswith(RASTER):
            linking.fault("picture-without-record", place(), file=target)
        return
    linking.fault("broken-link", place(), link=target, **nearest(target, known))


def _check(linking: _Linking, folder: str, record: Any) -> None:
    """What holds within one record, but could not be said in its schema."""
    place = partial(of_record, linking.root, folder, record)
    if isinstance(record, Photo) and record.alt is None:
        linking.fault("missing-alt", place(("caption",)), id=record.id)
    if isinstance(record, Photo) and record.file and record.alt and _repeats(record.alt, record.caption):
        linking.fault("alt-is-caption", place(("alt",)), id=record.id)
    if isinstance(record, Question):
        for number, language in _same_choices(record):
            linking.fault("same-choice", place(("choices", number, language)), text=record.choices[number][language])
    if isinstance(record, Question) and record.answer > len(record.choices):
        linking.fault("bad-answer", place(("answer",)), answer=record.answer, choices=len(record.choices))
    if not isinstance(record, Board) and record.id in urls.RESERVED:
        linking.fault("bad-id", place(("id",)), id=record.id)


# Kinds with a page for each record, and the field that is its title. A tag's page says that it is one.
TITLES = {"columns": "title", "events": "title", "people": "title", "photos": "caption", "tags": "title"}


def _distinct_titles(linking: _Linking) -> None:
    """Two pages of one title cannot be told apart in a list of results, nor two records of a kind in any list."""
    first: dict[tuple[bool, Language, str], str] = {}
    for key, field_name, title, place in _titles(linking):
        for language in LANGUAGES:
            other = first.setdefault((key.startswith("tag:"), language, title[language]), key)
            if other != key:
                linking.fault("same-title", place((field_name, language)), title=title[language], other=other)


def _titles(linking: _Linking) -> Iterator[tuple[str, str, Text, Callable[[Within], Place]]]:
    """Every title: what it is the title of, in which field, the text, and the way from a path to a place."""
    for name, page in linking.hand.items():
        yield f"page:{name}", "title", page.title, partial(of_page, linking.root, page)
    for folder, name in TITLES.items():
        for ident, record in linking.kept[folder].items():
            yield _key(folder, ident), name, getattr(record, name), partial(of_record, linking.root, folder, record)


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


def _same_choices(question: Question) -> Iterator[tuple[int, Language]]:
    """Choices that say in a language what one before them says."""
    for language in LANGUAGES:
        said = [choice[language].strip().casefold() for choice in question.choices]
        yield from ((number, language) for number, text in enumerate(said) if text in said[:number])


def _repeats(alt: Text, caption: Text) -> bool:
    """Whether a text for those who cannot see the picture only repeats what stands under it."""
    return any(alt[language].casefold() == caption[language].casefold() for language in LANGUAGES)


def _consented(linking: _Linking) -> None:
    """A portrait or a film is published only with a note of the person's consent; samples are nobody."""
    for person in linking.kept["people"].values():
        portrait = linking.kept["photos"].get(person.portrait or "")
        if portrait and portrait.file and not (person.sample or person.consent or portrait.consent):
            place = of_record(linking.root, "people", person, ("portrait",))
            linking.fault("no-consent", place, id=person.id)
        if person.video and not (person.sample or person.consent):
            linking.fault("no-consent", of_record(linking.root, "people", person, ("video",)), id=person.id)


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
