"""The search page, and all titles and names from A to Z."""

from __future__ import annotations

from collections.abc import Mapping

from changlang import urls
from changlang.model.languages import Language
from changlang.model.pages import Page
from changlang.pages import alphabet
from changlang.pages.chrome import FURTHER, RECORDS, SECTIONS, kind_names
from changlang.pages.icons import KIND_ICONS
from changlang.pages.lists import Listing
from changlang.pages.views.site import Site
from changlang.pages.views.view import View, view
from changlang.pages.words import word


def search(site: Site, page: Page) -> View:
    """The box, and the lists of everything for whoever has no script."""
    catalogue, shelves, language = site.catalogue, site.shelves, page.language
    years = {*shelves.events_of_year, *shelves.photos_of_year}
    return view(
        site,
        page,
        word("search", language),
        word("search-description", language, site=site.name(language)),
        names=_names(site, language),
        icons=KIND_ICONS,
        elsewhere=urls.other(page.address, language),
        lists=[
            (name, path, len(catalogue.of(RECORDS.get(name, name))))
            for name, path in (*((name, path) for name, path, _ in SECTIONS), *FURTHER)
            if name != "timeline" and catalogue.of(RECORDS.get(name, name))
        ],
        columns=[
            (column, len(shelves.events_of_column.get(ident, ()))) for ident, column in catalogue.columns.items()
        ],
        years=[
            (year, len(shelves.events_of_year.get(year, ())), len(shelves.photos_of_year.get(year, ())))
            for year in sorted(years, reverse=True)
        ],
        letters=alphabet.letters(site.alphabets[language]),
    )


def _names(site: Site, language: Language) -> Mapping[str, Mapping[str, str]]:
    """What the words and ids of the index are called: kinds and columns."""
    columns = {ident: column.title[language] for ident, column in site.catalogue.columns.items()}
    return {"kinds": kind_names(language), "columns": columns}


def from_a_to_z(site: Site, page: Page) -> View:
    """A page of all titles and names, a section a letter."""
    language, number = page.language, int(page.subject)
    titled = site.alphabets[language]
    title = word("alphabet-title", language)
    if number > 1:
        title = word("page-title", language, title=title, page=number)
    groups: dict[str, list[alphabet.Titled]] = {}
    for one in titled[(number - 1) * alphabet.LENGTH : number * alphabet.LENGTH]:
        groups.setdefault(one.letter, []).append(one)
    description = word("list-description", language, site=site.name(language), title=title, count=len(titled))
    return view(
        site,
        page,
        title,
        description,
        groups=groups,
        letters=alphabet.letters(titled),
        list=Listing(alphabet.PATH, "alphabet", "", titled, alphabet.LENGTH),
        number=number,
    )
