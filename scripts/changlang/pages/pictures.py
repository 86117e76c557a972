"""How pages show a picture: sources in order of preference, sizes, the card that shares a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from changlang.model.catalogue import Catalogue, Catalogues
from changlang.model.languages import LANGUAGES, Language
from changlang.model.pictures import Picture, Rendition
from changlang.settings import Settings

FALLBACK = "image/jpeg"
# The width that a browser without `srcset` is given.
MIDDLING = 960


@dataclass(frozen=True, slots=True)
class Shown:
    """What a `<picture>` is made of: (media type, srcset) of each better format, and those of `<img>`."""

    sources: tuple[tuple[str, str], ...]
    src: str
    srcset: str
    width: int
    height: int


def shown(renditions: Iterable[Rendition], link: Callable[[str], str]) -> Shown:
    """The renditions of one picture, whole or cut, with addresses as `link` makes them from paths."""
    by_media: dict[str, list[Rendition]] = {}
    for one in renditions:
        by_media.setdefault(one.media, []).append(one)
    plain = by_media.pop(FALLBACK)
    widest = max(plain, key=lambda one: one.width)
    middling = min(plain, key=lambda one: abs(one.width - MIDDLING))
    sources = tuple((media, _srcset(some, link)) for media, some in by_media.items())
    return Shown(sources, link(middling.path), _srcset(plain, link), widest.width, widest.height)


def _srcset(renditions: Iterable[Rendition], link: Callable[[str], str]) -> str:
    ordered = sorted(renditions, key=lambda one: one.width)
    return ", ".join(f"{link(one.path)} {one.width}w" for one in ordered)


def largest(picture: Picture) -> str:
    """The path of the largest file that every browser shows."""
    return max((one for one in picture.whole if one.media == FALLBACK), key=lambda one: one.width).path


def smallest(picture: Picture) -> Rendition:
    """The smallest of its crops that every browser shows: for lists of results."""
    return min((one for one in picture.cards if one.media == FALLBACK), key=lambda one: one.width)


@dataclass(frozen=True, slots=True)
class Sharing:
    """A page that is shared with a picture: which frame and subject, in which language, photo and title."""

    frame: str
    subject: str
    language: Language
    photo: str
    title: str


def sharings(catalogues: Catalogues, settings: Settings, pictured: Any) -> Iterator[Sharing]:
    """Every page that has a picture of its own to be shared with. `pictured` are ids of photos with pictures."""
    for language in LANGUAGES:
        for frame, subject, photos, title in _subjects(catalogues[language], settings):
            found = next((photo for photo in photos if photo in pictured), None)
            if found:
                yield Sharing(frame, subject, language, found, title[language])


def _subjects(catalogue: Catalogue, settings: Settings) -> Iterator[tuple[str, str, tuple[str, ...], Any]]:
    home = catalogue.home
    if home:
        yield "home", "", (home.feature or "",), settings.site_name
    for photo in catalogue.photos.values():
        yield "photo", photo.id, (photo.id,), photo.caption
    for event in catalogue.events.values():
        yield "event", event.id, event.photos, event.title
    for person in catalogue.people.values():
        yield "person", person.id, (person.portrait or "",), person.title
