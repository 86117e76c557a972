"""Pages of lists: events, people, photos, a year's, a column's, a tag's."""

from __future__ import annotations

from typing import Any

from changlang.model.catalogue import Catalogue
from changlang.model.languages import Language
from changlang.model.pages import Page
from changlang.pages.lists import Listing
from changlang.pages.views.site import Site
from changlang.pages.views.view import View, described, view
from changlang.pages.words import word


def listed(site: Site, page: Page) -> View:
    """A page of a list; its number is part of its title and description from the second on."""
    path, _, number = page.subject.rpartition("|")
    listing = site.lists.get(path) or Listing(path, page.frame, page.subject.split("/")[1], ())
    name, description = _list_words(site, page, listing)
    title, language, at = name, page.language, int(number)
    if at > 1:
        title = word("page-title", language, title=name, page=at)
        values = {"site": site.name(language), "title": name, "page": at, "count": len(listing.items)}
        description = word("page-description", language, **values)
    shown = {
        "list": listing,
        "number": at,
        "items": listing.page(at),
        "years": [(year, len(events)) for year, events in site.shelves.events_of_year.items()],
        **_of_column(site, listing, at),
        **_of_wall(site, listing),
    }
    return view(site, page, title, description, **shown)


def _list_words(site: Site, page: Page, listing: Listing) -> tuple[str, str]:
    language, catalogue = page.language, site.catalogue
    if listing.frame == "column":
        column = catalogue.columns[listing.name]
        title = column.title[language]
        return title, described(site, page, "columns", title, column.summary)
    names = {
        "photos": lambda: _wall_title(catalogue, listing, language),
        "year": lambda: word("year-title", language, year=listing.name),
        "tag": lambda: word("tag-title", language, name=catalogue.tags[listing.name].title[language]),
    }
    title = names.get(listing.frame, lambda: word(f"{listing.frame}-title", language))()
    values = {"site": site.name(language), "title": title, "count": len(listing.items)}
    return title, word("list-description", language, **values)


def _wall_title(catalogue: Catalogue, listing: Listing, language: Language) -> str:
    kind, _, name = listing.name.partition(":")
    if not kind:
        return word("photos-title", language)
    return word("photos-of", language, name=catalogue.columns[name].title[language] if kind == "column" else name)


def _of_column(site: Site, listing: Listing, number: int) -> dict[str, Any]:
    """What a column's first page shows beside its events."""
    if listing.frame != "column":
        return {}
    catalogue, shelves = site.catalogue, site.shelves
    ids = list(catalogue.columns)
    place = ids.index(listing.name)
    first = number == 1
    return {
        "column": catalogue.columns[listing.name],
        "figures": list(shelves.figures_of_column.get(listing.name, ())) if first else [],
        "photos": list(shelves.photos_of_column.get(listing.name, ()))[:8] if first else [],
        "earlier": catalogue.columns[ids[place - 1]] if place else None,
        "later": catalogue.columns[ids[place + 1]] if place + 1 < len(ids) else None,
    }


def _of_wall(site: Site, listing: Listing) -> dict[str, Any]:
    """The ways to choose pictures, with how many there are of each; `whole` where all of them are on this page."""
    if listing.frame != "photos":
        return {}
    shelves = site.shelves
    return {
        "whole": not listing.name and listing.pages == 1,
        "by_column": [
            (column, len(shelves.photos_of_column.get(column.id, ()))) for column in site.catalogue.columns.values()
        ],
        "by_year": [(year, len(photos)) for year, photos in shelves.photos_of_year.items()],
        "count": len(site.catalogue.photos),
    }
