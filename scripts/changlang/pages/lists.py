"""Lists of events, people and photos: fifty a page, by year, column and tag."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from changlang.model.catalogue import Catalogue
from changlang.pages.shelves import Shelves

LENGTH = 50
# The picture wall shows more: a card is smaller than a line of a list.
WALL = 60


@dataclass(frozen=True, slots=True)
class Listing:
    """A whole list. `path` is its address without language (`events/year/2018/`), `frame` the kind of its pages.

    `name` is what it is of: a year, the id of a column or tag, or "" for all; of photos `column:id` or `year:2018`.
    """

    path: str
    frame: str
    name: str
    items: Sequence[Any]
    length: int = LENGTH

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.items) // self.length))

    def page(self, number: int) -> Sequence[Any]:
        return self.items[(number - 1) * self.length : number * self.length]


def listings(catalogue: Catalogue, shelves: Shelves) -> Mapping[str, Listing]:
    """Every list of a site by its path; lists of nothing are left out."""
    return {listing.path: listing for listing in _all(catalogue, shelves) if listing.items}


def _all(catalogue: Catalogue, shelves: Shelves) -> Iterator[Listing]:
    yield Listing("events/", "events", "", tuple(catalogue.events.values()))
    yield Listing("people/", "people", "", tuple(catalogue.people.values()))
    yield Listing("photos/", "photos", "", tuple(catalogue.photos.values()), WALL)
    for column, photos in shelves.photos_of_column.items():
        if column:
            yield Listing(f"photos/column/{column}/", "photos", f"column:{column}", photos, WALL)
    for year, photos in shelves.photos_of_year.items():
        yield Listing(f"photos/year/{year}/", "photos", f"year:{year}", photos, WALL)
    for year, events in shelves.events_of_year.items():
        yield Listing(f"events/year/{year}/", "year", str(year), events)
    for column in catalogue.columns:
        yield Listing(f"columns/{column}/", "column", column, shelves.events_of_column.get(column, ()))
    for tag in catalogue.tags:
        yield Listing(f"tags/{tag}/", "tag", tag, shelves.events_of_tag.get(tag, ()))
