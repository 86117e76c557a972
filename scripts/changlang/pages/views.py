"""What each kind of page shows: title, description and the records that its template lays out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from changlang import urls
from changlang.model import KINDS, LANGUAGES, Catalogue, Column, Event, Figure, FigureText, Language, Page, Text
from changlang.pages import alphabet, dates
from changlang.pages.charts import compared
from changlang.pages.chrome import FURTHER, RECORDS, SECTIONS
from changlang.pages.icons import KIND_ICONS
from changlang.pages.lists import Listing, listings
from changlang.pages.markup import FOLDERS
from changlang.pages.plan import events_with
from changlang.pages.shelves import Shelves, figures_in, neighbours, photos_beside, related
from changlang.pages.words import word
from changlang.settings import Settings

FEW = 4
# A year of the time line with more events than this is cut, and leads to the year's own list.
YEAR = 40


@dataclass(frozen=True)
class Site:
    """All that views read."""

    catalogue: Catalogue
    shelves: Shelves
    settings: Settings
    figures: Mapping[str, Mapping[Language, FigureText]]
    hand: Mapping[Language, Mapping[str, str]]
    charts: Mapping[Language, Mapping[str, str]] = field(default_factory=dict)

    @cached_property
    def alphabets(self) -> Mapping[Language, Sequence[alphabet.Titled]]:
        return {language: alphabet.alphabet(self.catalogue, language) for language in LANGUAGES}

    @cached_property
    def lists(self) -> Mapping[str, Listing]:
        return listings(self.catalogue, self.shelves)

    def name(self, language: Language) -> str:
        return self.settings.site_name[language]


@dataclass(frozen=True, slots=True)
class View:
    """`title` is the page's heading, `full_title` what the browser's tab and search engines show."""

    title: str
    full_title: str
    description: str
    shown: Mapping[str, Any] = field(default_factory=dict)


def _view(site: Site, page: Page, title: str, description: str, **shown: Any) -> View:
    return View(title, f"{title} - {site.name(page.language)}", description, shown)


def _described(site: Site, page: Page, kind: str, title: str, summary: Text | None) -> str:
    """The summary, or a sentence that no other page has."""
    if summary:
        return summary[page.language]
    language = page.language
    return word("record-description", language, site=site.name(language), kind=word(kind, language), title=title)


def home(site: Site, page: Page) -> View:
    catalogue, language = site.catalogue, page.language
    words = catalogue.home
    title = words.title[language] if words else site.name(language)
    description = words.description[language] if words else site.name(language)
    events = [catalogue.events[ident] for ident in (words.timeline if words else ())] or _spread(site)
    photos = [catalogue.photos[ident] for ident in (words.photos if words else ())]
    shown = {
        "words": words,
        "count": in_words(len(catalogue.columns), language),
        "feature": catalogue.photos.get(words.feature or "") if words else None,
        "figures": [catalogue.figures[ident] for ident in (words.figures if words else ())],
        "columns": list(catalogue.columns.values()),
        "counts": {ident: _counts(site, ident) for ident in catalogue.columns},
        "events": events,
        "photos": photos or list(catalogue.photos.values())[:FEW],
        "boards": list(catalogue.boards.values())[:5],
    }
    return View(title, site.name(language), description, shown)


def _spread(site: Site) -> list[Any]:
    """The oldest events first, five of them, where the home page names none."""
    return list(site.catalogue.events.values())[:5][::-1]


def _counts(site: Site, column: str) -> tuple[int, int]:
    shelves = site.shelves
    return len(shelves.events_of_column.get(column, ())), len(shelves.figures_of_column.get(column, ()))


def event(site: Site, page: Page) -> View:
    catalogue = site.catalogue
    record = catalogue.events[page.subject]
    title = record.title[page.language]
    wanted = dict.fromkeys((*record.figures, *figures_in(record)))
    return _view(
        site,
        page,
        title,
        _described(site, page, "events", title, record.summary),
        event=record,
        column=catalogue.columns[record.column],
        photos=[catalogue.photos[ident] for ident in record.photos],
        figures=[catalogue.figures[ident] for ident in wanted if ident in catalogue.figures],
        people=[catalogue.people[ident] for ident in record.people],
        tags=[catalogue.tags[ident] for ident in record.tags],
        related=related(catalogue, site.shelves, record),
        minutes=_minutes(record.body[page.language], page.language),
        **_beside(site, "events", record.id),
    )


def _minutes(body: str, language: Language) -> int:
    """Minutes to read a text: 400 Chinese characters or 220 English words each."""
    return max(1, round(len(body) / 400 if language == "zh" else len(body.split()) / 220))


def _beside(site: Site, folder: str, ident: str) -> dict[str, Any]:
    earlier, later = neighbours(site.shelves, folder, ident)
    records = site.catalogue.of(folder)
    return {"earlier": records[earlier] if earlier else None, "later": records[later] if later else None}


def person(site: Site, page: Page) -> View:
    catalogue = site.catalogue
    record = catalogue.people[page.subject]
    title = record.title[page.language]
    events = dict.fromkeys((*record.events, *events_with(catalogue, f"person:{record.id}")))
    return _view(
        site,
        page,
        title,
        _described(site, page, "people", title, record.summary),
        person=record,
        portrait=catalogue.photos.get(record.portrait or ""),
        events=[catalogue.events[ident] for ident in events],
        **_beside(site, "people", record.id),
    )


def photo(site: Site, page: Page) -> View:
    catalogue = site.catalogue
    record = catalogue.photos[page.subject]
    title = record.caption[page.language]
    return _view(
        site,
        page,
        title,
        record.alt[page.language] if record.alt else _described(site, page, "photos", title, None),
        photo=record,
        related=photos_beside(site.shelves, record),
        column=catalogue.columns.get(record.column or ""),
        event=catalogue.events.get(record.event or ""),
        **_beside(site, "photos", record.id),
    )


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
    return _view(site, page, title, description, **shown)


def _list_words(site: Site, page: Page, listing: Listing) -> tuple[str, str]:
    language, catalogue = page.language, site.catalogue
    if listing.frame == "column":
        column = catalogue.columns[listing.name]
        title = column.title[language]
        return title, _described(site, page, "columns", title, column.summary)
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


def timeline(site: Site, page: Page) -> View:
    """By year, newest first; what spans several years stands under its span, after the years."""
    groups: dict[str, list[Event]] = {}
    for event in site.catalogue.events.values():
        groups.setdefault(dates.short(event.date) if event.date.interval else str(event.date.last.year), []).append(
            event
        )
    years = [(name, events[:YEAR], len(events)) for name, events in sorted(groups.items(), key=_years_first)]
    return _single(site, page, len(site.catalogue.events), years=years)


def _years_first(group: tuple[str, list[Event]]) -> tuple[bool, int]:
    return len(group[0]) > len("2020"), -group[1][0].date.last.toordinal()


def figures(site: Site, page: Page) -> View:
    catalogue, shelves = site.catalogue, site.shelves
    groups: list[tuple[Column | None, Sequence[Figure]]] = [
        (column, shelves.figures_of_column.get(column.id, ())) for column in catalogue.columns.values()
    ]
    loose = shelves.figures_of_column.get("", ())
    groups = [group for group in (*groups, (None, loose)) if group[1]]
    drawn = site.charts.get(page.language, {})
    charts = {
        column.id if column else "": [
            (chart, drawn[chart.name])
            for chart in compared(records, site.figures, page.language, column.id if column else "")
            if chart.name in drawn
        ]
        for column, records in groups
    }
    return _single(site, page, len(catalogue.figures), groups=groups, charts=charts)


def columns(site: Site, page: Page) -> View:
    catalogue = site.catalogue
    counts = {ident: _counts(site, ident) for ident in catalogue.columns}
    return _single(site, page, len(catalogue.columns), columns=list(catalogue.columns.values()), counts=counts)


def tags(site: Site, page: Page) -> View:
    found = [(tag, len(site.shelves.events_of_tag.get(tag.id, ()))) for tag in site.catalogue.tags.values()]
    found = [entry for entry in found if entry[1]]
    return _single(site, page, len(found), tags=found)


def glossary(site: Site, page: Page) -> View:
    """Alphabetical in English, by pinyin in Chinese."""
    from pypinyin import lazy_pinyin

    terms = list(site.catalogue.terms.values())
    order: Callable[[Any], Any] = (
        (lambda term: lazy_pinyin(term.zh)) if page.language == "zh" else lambda term: term.en.lower()
    )
    return _single(site, page, len(terms), terms=sorted(terms, key=order))


def boards(site: Site, page: Page) -> View:
    catalogue = site.catalogue
    shown = {
        board.id: [_linked(catalogue, entry, page.language) for entry in board.show]
        for board in catalogue.boards.values()
    }
    return _single(site, page, len(catalogue.boards), boards=list(catalogue.boards.values()), shown=shown)


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
    return _single(site, page, len(records), records=records, about=about)


def single(site: Site, page: Page) -> View:
    """A page that shows all records of its kind as they are."""
    records = list(site.catalogue.of(page.frame).values())
    return _single(site, page, len(records), records=records)


def _single(site: Site, page: Page, count: int, **shown: Any) -> View:
    language = page.language
    name = page.frame if page.frame == "timeline" else f"{page.frame}-title"
    title = word(name, language, count=in_words(count, language))
    description = word("list-description", language, site=site.name(language), title=title, count=count)
    return _view(site, page, title, description, **shown)


def in_words(count: int, language: Language) -> str:
    """Small numbers of titles in words: 五个专栏, five columns."""
    words = {
        "zh": "〇一二三四五六七八九十",
        "en": ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"),
    }
    return words[language][count] if count <= 10 else str(count)


def hand(site: Site, page: Page) -> View:
    record = site.catalogue.hand[page.subject]
    body = site.hand[page.language][page.subject]
    return _view(site, page, record.title[page.language], record.description[page.language], body=body)


def search(site: Site, page: Page) -> View:
    """The box, and the lists of everything for whoever has no script."""
    catalogue, shelves, language = site.catalogue, site.shelves, page.language
    years = {*shelves.events_of_year, *shelves.photos_of_year}
    return _view(
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
    kinds = {kind.word: word("glossary" if folder == "terms" else folder, language) for folder, kind in KINDS.items()}
    columns = {ident: column.title[language] for ident, column in site.catalogue.columns.items()}
    return {"kinds": {**kinds, "page": word("search-pages", language)}, "columns": columns}


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
    return _view(
        site,
        page,
        title,
        description,
        groups=groups,
        letters=alphabet.letters(titled),
        list=Listing(alphabet.PATH, "alphabet", "", titled, alphabet.LENGTH),
        number=number,
    )


def notfound(site: Site, page: Page) -> View:
    return _view(site, page, "404", word("not-found-text", page.language))


VIEWS: Mapping[str, Callable[[Site, Page], View]] = {
    "home": home,
    "event": event,
    "person": person,
    "photo": photo,
    "events": listed,
    "people": listed,
    "photos": listed,
    "year": listed,
    "column": listed,
    "tag": listed,
    "columns": columns,
    "timeline": timeline,
    "figures": figures,
    "boards": boards,
    "tags": tags,
    "glossary": glossary,
    "quiz": quiz,
    "sources": single,
    "search": search,
    "alphabet": from_a_to_z,
    "hand": hand,
    "notfound": notfound,
}
