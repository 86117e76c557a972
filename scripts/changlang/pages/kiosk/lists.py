"""What the kiosk lists: shorter pages than the web edition's, people by initial, figures by column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from changlang.model.catalogue import Catalogue
from changlang.model.records import Person
from changlang.pages.lists import Listing, listings
from changlang.pages.shelves import Shelves
from changlang.pinyin import syllables

# How many entries a page of each kind has: two or three screens.
LENGTHS: Mapping[str, int] = {"events": 16, "year": 16, "column": 16, "people": 24, "photos": 24}
# The list of all events has so many pages at most: the way to earlier ones is by year and column.
MOST = 6
# Family names that are read otherwise than the same character elsewhere.
FAMILY: Mapping[str, str] = {
    "单": "s", "曾": "z", "解": "x", "仇": "q", "查": "z", "区": "o", "朴": "p", "盖": "g", "翟": "z", "种": "c",
    "覃": "q", "折": "s", "乐": "y", "召": "s", "缪": "m", "重": "c", "冼": "x", "尉迟": "y", "万俟": "m",
}  # fmt: skip


def initial(person: Person) -> str:
    """The letter under which a person is found in both languages: the first of the Chinese name's pinyin, or `#`."""
    name = person.title.zh
    known = next((FAMILY[name[:length]] for length in (2, 1) if name[:length] in FAMILY), "")
    letter = known or (syllables(name[0]) or ["#"])[0][:1].lower()
    return letter if letter.isascii() and letter.isalpha() else "#"


def by_initial(catalogue: Catalogue) -> Mapping[str, tuple[Person, ...]]:
    """People by the letter they are found under, each letter in the order of names; letters in order."""
    people = sorted(catalogue.people.values(), key=lambda person: (syllables(person.title.zh), person.id))
    found: dict[str, tuple[Person, ...]] = {}
    for person in people:
        letter = initial(person)
        found[letter] = (*found.get(letter, ()), person)
    return dict(sorted(found.items()))


def kiosk_listings(catalogue: Catalogue, shelves: Shelves) -> Mapping[str, Listing]:
    """Every list of the kiosk by its path; `name` of a people's list is `letter:x`, of figures `column:id`."""
    return {listing.path: listing for listing in _all(catalogue, shelves)}


def _all(catalogue: Catalogue, shelves: Shelves) -> Iterator[Listing]:
    for listing in listings(catalogue, shelves).values():
        if listing.frame in LENGTHS and not listing.name.startswith("year:"):
            length = LENGTHS[listing.frame]
            items = listing.items[: MOST * length] if listing.path == "events/" else listing.items
            yield replace(listing, length=length, items=items)
    for letter, people in by_initial(catalogue).items():
        yield Listing(f"people/letter/{_slug(letter)}/", "people", f"letter:{letter}", people, LENGTHS["people"])
    for column in catalogue.columns:
        if not shelves.events_of_column.get(column):
            yield Listing(f"columns/{column}/", "column", column, ())
        if figures := shelves.figures_of_column.get(column):
            yield Listing(f"figures/column/{column}/", "figures", f"column:{column}", figures, len(figures))
    if catalogue.figures:
        loose = shelves.figures_of_column.get("", ())
        yield Listing("figures/", "figures", "", loose, max(1, len(loose)))


def _slug(letter: str) -> str:
    return "other" if letter == "#" else letter
