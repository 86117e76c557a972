"""Pages that show all records of a kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from changlang.model.catalogue import Catalogue
from changlang.model.languages import Language
from changlang.model.pages import Page
from changlang.model.records import Column, Event, Figure, Term
from changlang.pages import alphabet, dates
from changlang.pages.charts import Chart, compared
from changlang.pages.markup import FOLDERS
from changlang.pages.views.site import Site
from changlang.pages.views.view import View, view
from changlang.pages.words import word

# A year of the time line with more events than this is cut, and leads to the year's own list.
YEAR = 40


def timeline(site: Site, page: Page) -> View:
    """By year, newest first; what spans several years stands under its span, after the years."""
    groups: dict[str, list[Event]] = {}
    for event in site.catalogue.events.values():
        groups.setdefault(dates.short(event.date) if event.date.interval else str(event.date.last.year), []).append(
            event
        )
    years = [(name, events[:YEAR], len(events)) for name, events in sorted(groups.items(), key=_years_first)]
    return whole(site, page, len(site.catalogue.events), years=years)


def _years_first(group: tuple[str, list[Event]]) -> tuple[bool, int]:
    return len(group[0]) > len("2020"), -group[1][0].date.last.toordinal()


def figures(site: Site, page: Page) -> View:
    catalogue, shelves = site.catalogue, site.shelves
    groups: list[tuple[Column | None, Sequence[Figure]]] = [
        (column, shelves.figures_of_column.get(column.id, ())) for column in catalogue.columns.values()
    ]
    loose = shelves.figures_of_column.get("", ())
    groups = [group for group in (*groups, (None, loose)) if group[1]]
    named = [(column.id if column else "", records) for column, records in groups]
    charts = {name: charted(site, page.language, records, name) for name, records in named}
    return whole(site, page, len(catalogue.figures), groups=groups, charts=charts)


def charted(site: Site, language: Language, records: Iterable[Figure], column: str) -> list[tuple[Chart, str]]:
    """The charts of a column's figures, each with its drawing."""
    drawn = site.charts.get(language, {})
    charts = compared(records, site.figures, language, column)
    return [(chart, drawn[chart.name]) for chart in charts if chart.name in drawn]


def columns(site: Site, page: Page) -> View:
    catalogue = site.catalogue
    counts = {ident: count_of_column(site, ident) for ident in catalogue.columns}
    return whole(site, page, len(catalogue.columns), columns=list(catalogue.columns.values()), counts=counts)


def count_of_column(site: Site, column: str) -> tuple[int, int]:
    shelves = site.shelves
    return len(shelves.events_of_column.get(column, ())), len(shelves.figures_of_column.get(column, ()))


def tags(site: Site, page: Page) -> View:
    found = [(tag, len(site.shelves.events_of_tag.get(tag.id, ()))) for tag in site.catalogue.tags.values()]
    found = [entry for entry in found if entry[1]]
    return whole(site, page, len(found), tags=found)


def glossary(site: Site, page: Page) -> View:
    """By letter: alphabetical in English, by pinyin in Chinese; what begins with no letter stands at the end."""
    spelt = [(alphabet.spelling(name_of(term, page.language)), term) for term in site.catalogue.terms.values()]
    groups: dict[str, list[Term]] = {}
    for spelling, term in sorted(spelt, key=lambda pair: (alphabet.initial(pair[0]) == alphabet.OTHERS, pair[0])):
        groups.setdefault(alphabet.initial(spelling), []).append(term)
    return whole(site, page, len(spelt), groups=groups)


def boards(site: Site, page: Page) -> View:
    catalogue = site.catalogue
    shown = {
        board.id: [_linked(catalogue, entry, page.language) for entry in board.show]
        for board in catalogue.boards.values()
    }
    return whole(site, page, len(catalogue.boards), boards=list(catalogue.boards.values()), shown=shown)


def _linked(catalogue: Catalogue, entry: str, language: Language) -> tuple[str, str, str]:
    """(folder, id, name) of `word:id`."""
    kind, _, ident = entry.partition(":")
    folder = FOLDERS[kind]
    record = catalogue.of(folder)[ident]
    return folder, ident, name_of(record, language)


def name_of(record: Any, language: Language) -> str:
    """What a record of any kind is called in a list."""
    names = (getattr(record, name, None) for name in ("title", "label", "caption", "question"))
    found: str = getattr(next(filter(None, names), record), language)  # a term is its own name
    return found


def quiz(site: Site, page: Page) -> View:
    """Questions, and what each is about."""
    records = list(site.catalogue.quiz.values())
    about = {one.id: _linked(site.catalogue, one.about, page.language) for one in records if one.about}
    return whole(site, page, len(records), records=records, about=about)


def single(site: Site, page: Page) -> View:
    """A page that shows all records of its kind as they are."""
    records = list(site.catalogue.of(page.frame).values())
    return whole(site, page, len(records), records=records)


def whole(site: Site, page: Page, count: int, **shown: Any) -> View:
    language = page.language
    name = page.frame if page.frame == "timeline" else f"{page.frame}-title"
    title = word(name, language, count=in_words(count, language))
    description = word("list-description", language, site=site.name(language), title=title, count=count)
    return view(site, page, title, description, **shown)


def in_words(count: int, language: Language) -> str:
    """Small numbers of titles in words: 五个专栏, five columns."""
    words = {
        "zh": "〇一二三四五六七八九十",
        "en": ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"),
    }
    return words[language][count] if count <= 10 else str(count)
