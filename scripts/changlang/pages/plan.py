"""Which pages the web edition has, each with a key of all that it is made of."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from changlang import urls
from changlang.model.catalogue import Catalogue, Catalogues
from changlang.model.fields import Behind, Prose
from changlang.model.kinds import KINDS
from changlang.model.languages import LANGUAGES, Language
from changlang.model.pages import Page
from changlang.model.records import Event, Person, Photo
from changlang.pages import alphabet
from changlang.pages.explained import Explanations
from changlang.pages.lists import Listing, listings
from changlang.pages.shelves import Shelves, figures_in, neighbours, photos_beside, photos_in, related, shelve

# Pages of one address each, and the records they show.
SINGLE: Mapping[str, tuple[str, ...]] = {
    "columns": ("columns", "events", "figures"),
    "timeline": ("events",),
    "figures": ("figures", "columns", "sources"),
    "boards": ("boards", "columns", "events", "figures", "photos"),
    "tags": ("tags", "events"),
    "glossary": ("terms",),
    "quiz": ("quiz", *(kind for kind in KINDS if kind != "quiz")),
}


def plan(catalogues: Catalogues, versions: str) -> tuple[Page, ...]:
    """Every page in both languages. `versions` stands for whatever else changes pages: templates, package, settings.

    A page's key is made of the digests of exactly the records that it shows, so equal keys are equal pages. Takes
    time in step with the records: nothing here looks through all of them for one page.
    """
    if catalogues["zh"] is catalogues["en"]:
        pages = list(_pages(catalogues["zh"], LANGUAGES, versions))
    else:
        versions += _hidden(catalogues)
        pages = [page for language in LANGUAGES for page in _pages(catalogues[language], (language,), versions)]
    spoken = {page.address: page.spoken for page in pages}
    return tuple(_led(page, spoken) for page in pages)


def _led(page: Page, spoken: Mapping[str, str]) -> Page:
    """A page that knows what its link to the other language leads to: the same page, or that language's home."""
    other = urls.other(page.address, page.language)
    alone = other not in spoken
    if alone:
        other = urls.home(LANGUAGES[1 - LANGUAGES.index(page.language)])
    return replace(page, alone=alone, counterpart=spoken[other], key=f"{page.key}{spoken[other]}")


def _hidden(catalogues: Catalogues) -> str:
    """What the English edition does without. A link to such a record is mere text, so every page hangs on it."""
    chinese, english = catalogues["zh"], catalogues["en"]
    return "".join(f"{kind}/{ident}" for kind in KINDS for ident in chinese.of(kind) if ident not in english.of(kind))


def _pages(catalogue: Catalogue, languages: tuple[Language, ...], versions: str) -> Iterator[Page]:
    shelves = shelve(catalogue)
    whole = _digests(catalogue)
    for frame, subject, address, key in _all(catalogue, shelves, whole, versions):
        why = behind(catalogue, frame, subject)
        for language in languages:
            if frame != "notfound" or language == "zh":
                yield Page(address(language), language, frame, subject, f"{key}{language}{why}", why)


# Kinds of page that are about one record, and its kind.
ABOUT: Mapping[str, str] = {"event": "events", "person": "people", "photo": "photos"}


def behind(catalogue: Catalogue, frame: str, subject: str) -> Behind:
    """What is behind of the record, or the hand-written page, that a page is."""
    if frame == "home":
        return catalogue.home.behind if catalogue.home else ""
    if frame == "hand":
        return catalogue.hand[subject].behind
    if frame == "column":
        return catalogue.columns[subject.split("/")[1]].behind
    return catalogue.of(ABOUT[frame])[subject].behind if frame in ABOUT else ""


Planned = tuple[str, str, Callable[[Language], str], str]


def _all(catalogue: Catalogue, shelves: Shelves, whole: Mapping[str, str], versions: str) -> Iterator[Planned]:
    def key(frame: str, subject: str, used: Iterable[str]) -> str:
        return hashlib.sha256("\0".join((versions, frame, subject, *used)).encode()).hexdigest()[:24]

    yield "home", "", urls.home, key("home", "", whole.values())
    for frame, kinds in SINGLE.items():
        if catalogue.of(kinds[0]):
            yield frame, "", _fixed(f"{frame}/"), key(frame, "", (whole[kind] for kind in kinds))
    if catalogue.sources:
        yield "sources", "", _fixed("about/sources/"), key("sources", "", [whole["sources"]])
    explained = Explanations(catalogue.terms.values()).digests
    yield from _records(catalogue, shelves, key, explained)
    yield from _lists(catalogue, shelves, whole, key, explained)
    yield "search", "", urls.search, key("search", "", whole.values())
    yield from _alphabet(catalogue, key)
    for name, page in catalogue.hand.items():
        photos = [record.digest for ident in photos_in(page) for record in _card(catalogue, ident) if record]
        yield "hand", name, _hand(name), key("hand", name, [page.digest, *photos, *explained(page.body)])
    yield "notfound", "", _fixed("404.html"), key("notfound", "", [whole["columns"], whole["boards"]])


def _fixed(path: str) -> Callable[[Language], str]:
    return lambda language: urls.PREFIX[language] + path


def _hand(name: str) -> Callable[[Language], str]:
    return lambda language: urls.hand(name, language)


def _record(folder: str, ident: str) -> Callable[[Language], str]:
    return lambda language: urls.record(folder, ident, language)


def _list(path: str, number: int) -> Callable[[Language], str]:
    return lambda language: urls.listing(path, language, number)


Key = Callable[[str, str, Iterable[str]], str]
# From a body to what its page is made of for the terms in it.
Explained = Callable[[Prose], Iterable[str]]


def _records(catalogue: Catalogue, shelves: Shelves, key: Key, explained: Explained) -> Iterator[Planned]:
    for frame, folder, used in (
        ("event", "events", _of_event),
        ("person", "people", _of_person),
        ("photo", "photos", _of_photo),
    ):
        for ident, record in catalogue.of(folder).items():
            shown = [other for other in used(catalogue, shelves, record) if other is not None]
            terms = explained(record.body) if folder != "photos" else ()
            yield frame, ident, _record(folder, ident), key(frame, ident, (*(one.digest for one in shown), *terms))


def _beside(catalogue: Catalogue, shelves: Shelves, folder: str, record: Any) -> list[Any]:
    """The record and its neighbours."""
    records = catalogue.of(folder)
    return [record, *(records[ident] if ident else None for ident in neighbours(shelves, folder, record.id))]


def _of_event(catalogue: Catalogue, shelves: Shelves, event: Any) -> list[Any]:
    return [
        *_beside(catalogue, shelves, "events", event),
        catalogue.columns.get(event.column),
        *related(catalogue, shelves, event),
        *(record for ident in (*event.photos, *photos_in(event)) for record in _card(catalogue, ident)),
        *(catalogue.figures.get(ident) for ident in (*event.figures, *figures_in(event))),
        *(catalogue.people.get(ident) for ident in event.people),
        *(catalogue.tags.get(ident) for ident in event.tags),
        *(catalogue.sources.get(citation.id) for citation in event.sources),
    ]


def _of_person(catalogue: Catalogue, shelves: Shelves, person: Any) -> list[Any]:
    return [
        *_beside(catalogue, shelves, "people", person),
        *(record for ident in (person.portrait, *photos_in(person)) for record in _card(catalogue, ident)),
        *(catalogue.events.get(ident) for ident in (*person.events, *events_with(catalogue, f"person:{person.id}"))),
        *(catalogue.figures.get(ident) for ident in figures_in(person)),
        *(catalogue.sources.get(citation.id) for citation in person.sources),
    ]


def _of_photo(catalogue: Catalogue, shelves: Shelves, photo: Any) -> list[Any]:
    return [
        *_beside(catalogue, shelves, "photos", photo),
        *(record for other in photos_beside(shelves, photo) for record in _card(catalogue, other.id)),
        catalogue.columns.get(photo.column),
        catalogue.events.get(photo.event),
        *(catalogue.sources.get(citation.id) for citation in photo.sources),
    ]


def events_with(catalogue: Catalogue, key: str) -> tuple[str, ...]:
    """The events that point at a record."""
    return tuple(other[6:] for other in catalogue.mentions.get(key, ()) if other.startswith("event:"))


def _lists(
    catalogue: Catalogue, shelves: Shelves, whole: Mapping[str, str], key: Key, explained: Explained
) -> Iterator[Planned]:
    """Every page of every list. A column's own page is there even where it has no events yet."""
    found = dict(listings(catalogue, shelves))
    for column in catalogue.columns:
        found.setdefault(f"columns/{column}/", Listing(f"columns/{column}/", "column", column, ()))
    years = ",".join(map(str, shelves.events_of_year))
    for path, listing in found.items():
        for number in range(1, listing.pages + 1):
            used = [str(listing.pages), str(len(listing.items)), years, whole["columns"], whole["tags"]]
            used += [item.digest for item in listing.page(number)]
            used += _cards(catalogue, listing.page(number))
            if listing.frame == "column":
                used += [record.digest for record in shelves.figures_of_column.get(listing.name, ())]
                beside = (photo.id for photo in shelves.photos_of_column.get(listing.name, ())[:8])
                cards = (_card(catalogue, ident) for ident in (*beside, *photos_in(catalogue.columns[listing.name])))
                used += [record.digest for card in cards for record in card if record]
                used += explained(catalogue.columns[listing.name].body)
            yield listing.frame, f"{path}|{number}", _list(path, number), key(listing.frame, path, used)


def _alphabet(catalogue: Catalogue, key: Key) -> Iterator[Planned]:
    """Every page of A to Z. The two languages are in different orders, so a page is made of two sets of records."""
    orders = [alphabet.alphabet(catalogue, language) for language in LANGUAGES]
    letters = [f"{letter}{page}" for order in orders for letter, page in alphabet.letters(order).items()]
    for number in range(1, max(map(alphabet.count, orders)) + 1):
        start = (number - 1) * alphabet.LENGTH
        used = [titled.digest for order in orders for titled in order[start : start + alphabet.LENGTH]]
        yield "alphabet", str(number), _list(alphabet.PATH, number), key("alphabet", str(number), (*letters, *used))


def _cards(catalogue: Catalogue, items: Iterable[Any]) -> list[str]:
    """What the cards of a list show of other records: an event's first photo, a person's portrait."""
    found = []
    for item in items:
        if isinstance(item, Photo):
            photo: tuple[str | None, ...] = (item.id,)
        else:
            photo = (
                item.photos[:1] if isinstance(item, Event) else (item.portrait,) if isinstance(item, Person) else ()
            )
        found += [record.digest for ident in photo for record in _card(catalogue, ident) if record]
    return found


def _card(catalogue: Catalogue, photo: str | None) -> list[Any]:
    """What a photo's card shows: the photo and the title of its event."""
    record = catalogue.photos.get(photo or "")
    return [record, catalogue.events.get(record.event or "")] if record else []


def _digests(catalogue: Catalogue) -> dict[str, str]:
    """One digest for all records of each kind, for pages that show a whole kind."""
    found = {}
    for kind in (
        "columns",
        "events",
        "people",
        "photos",
        "figures",
        "boards",
        "quiz",
        "terms",
        "sources",
        "tags",
    ):
        digest = hashlib.sha256("".join(record.digest for record in catalogue.of(kind).values()).encode())
        found[kind] = digest.hexdigest()
    found["home"] = catalogue.home.digest if catalogue.home else ""
    return found
