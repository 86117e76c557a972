"""The catalogue put on shelves: by column, year and tag, with neighbours. Built once, in linear time."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from changlang.model.catalogue import Catalogue
from changlang.model.records import Event, Figure, Photo

RELATED = 6
PICTURES = 4
NEWEST_FIRST = frozenset({"events", "photos"})
PHOTO = re.compile(r"!\[[^\]\n]*\]\(photo:([a-z0-9-]+)")
FIGURE = re.compile(r"\{figure:([^}\s]*)\}")


@dataclass(frozen=True, slots=True)
class Shelves:
    """Records in the order that lists show them. `order` holds a kind's ids, `places` where each stands."""

    events_of_column: Mapping[str, Sequence[Event]]
    events_of_year: Mapping[int, Sequence[Event]]
    events_of_tag: Mapping[str, Sequence[Event]]
    photos_of_column: Mapping[str, Sequence[Photo]]
    photos_of_year: Mapping[int, Sequence[Photo]]
    figures_of_column: Mapping[str, Sequence[Figure]]
    places: Mapping[str, Mapping[str, int]]
    order: Mapping[str, Sequence[str]]


def shelve(catalogue: Catalogue) -> Shelves:
    by_column, by_year, by_tag = defaultdict(list), defaultdict(list), defaultdict(list)
    for event in catalogue.events.values():
        by_column[event.column].append(event)
        by_year[event.date.last.year].append(event)
        for tag in event.tags:
            by_tag[tag].append(event)
    photos, taken, figures = defaultdict(list), defaultdict(list), defaultdict(list)
    for photo in catalogue.photos.values():
        photos[photo.column or ""].append(photo)
        if photo.date:
            taken[photo.date.last.year].append(photo)
    for figure in catalogue.figures.values():
        figures[figure.column or ""].append(figure)
    order = {kind: tuple(catalogue.of(kind)) for kind in ("events", "people", "photos", "columns")}
    places = {kind: {ident: place for place, ident in enumerate(ids)} for kind, ids in order.items()}
    years = dict(sorted(by_year.items(), reverse=True))
    return Shelves(
        by_column, years, by_tag, photos, dict(sorted(taken.items(), reverse=True)), figures, places, order
    )


def neighbours(shelves: Shelves, kind: str, ident: str) -> tuple[str | None, str | None]:
    """The record before and the one after: in time where lists are newest first, else in the list's own order."""
    ids, place = shelves.order[kind], shelves.places[kind][ident]
    above = ids[place - 1] if place else None
    below = ids[place + 1] if place + 1 < len(ids) else None
    return (below, above) if kind in NEWEST_FIRST else (above, below)


def related(catalogue: Catalogue, shelves: Shelves, event: Event) -> tuple[Event, ...]:
    """At most six other events: those that share a photo or figure, then tags, then the column around its date.

    Looks only at a bounded number of candidates, so that a site of ten thousand events takes ten times as long as one
    of a thousand.
    """
    scores: dict[str, int] = {}
    for word, shared, weight in (("photo", event.photos, 8), ("figure", event.figures, 4)):
        for ident in shared:
            for key in catalogue.mentions.get(f"{word}:{ident}", ())[: 4 * RELATED]:
                if key.startswith("event:"):
                    _count(scores, key[6:], weight)
    for tag in event.tags:
        for other in _around(shelves.events_of_tag[tag], shelves, event):
            _count(scores, other.id, 2)
    for other in _around(shelves.events_of_column[event.column], shelves, event):
        same_year = other.date.last.year == event.date.last.year
        _count(scores, other.id, 2 if same_year else 1)
    scores.pop(event.id, None)
    found = sorted(
        (ident for ident in scores if ident in catalogue.events), key=lambda ident: (-scores[ident], ident)
    )
    return tuple(catalogue.events[ident] for ident in found[:RELATED])


def photos_beside(shelves: Shelves, photo: Photo) -> tuple[Photo, ...]:
    """At most four other photos of the same column, those that stand nearest in the order of all photos."""
    shelf = shelves.photos_of_column[photo.column or ""]
    places = shelves.places["photos"]
    place = bisect_left(shelf, places[photo.id], key=lambda other: places[other.id])
    near = shelf[max(0, place - PICTURES // 2) : place + PICTURES + 1]
    return tuple(other for other in near if other.id != photo.id)[:PICTURES]


def _count(scores: dict[str, int], ident: str, weight: int) -> None:
    scores[ident] = scores.get(ident, 0) + weight


def _around(shelf: Sequence[Event], shelves: Shelves, event: Event) -> Sequence[Event]:
    """The few on a shelf that stand nearest to an event in the order of all events."""
    places = shelves.places["events"]
    place = bisect_left(shelf, places[event.id], key=lambda other: places[other.id])
    return shelf[max(0, place - RELATED // 2) : place + RELATED // 2 + 1]


def figures_in(record: Any) -> tuple[str, ...]:
    """The figures that a record's bodies write, in order, each once."""
    text = record.body.zh + record.body.en
    return tuple(dict.fromkeys(FIGURE.findall(text))) if "{figure:" in text else ()


def photos_in(record: Any) -> tuple[str, ...]:
    """The photos that a record's bodies show, in order, each once."""
    text = record.body.zh + record.body.en
    return tuple(dict.fromkeys(PHOTO.findall(text))) if "](photo:" in text else ()
