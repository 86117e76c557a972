"""What the kiosk's pages show beside what the web edition's views gather."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from changlang.model.catalogue import Catalogue
from changlang.model.languages import Language
from changlang.model.pages import Page
from changlang.model.records import Figure, Person, Photo
from changlang.pages.kiosk.lists import by_initial, kiosk_listings
from changlang.pages.lists import Listing
from changlang.pages.views import home as front
from changlang.pages.views import lists, table, whole
from changlang.pages.views.site import Site
from changlang.pages.views.view import View
from changlang.pages.words import word

# The loop shows at most this many pictures and figures: half an hour of them.
SLIDES = 60
# Of each column, where the page of all figures names none itself.
KEY_FIGURES = 2


# The character that stands for a kind of page, large on its tile and on its stage.
SIGNS: Mapping[str, str] = {
    **dict.fromkeys(("columns",), "栏"),
    **dict.fromkeys(("photos", "photo"), "影"),
    **dict.fromkeys(("events", "event", "year"), "事"),
    "timeline": "年",
    **dict.fromkeys(("people", "person"), "人"),
    "figures": "数",
    "quiz": "问",
    "boards": "牌",
    "sources": "据",
    "glossary": "词",
    "search": "寻",
}


@dataclass(frozen=True)
class KioskSite(Site):
    """A site whose lists are the kiosk's."""

    @cached_property
    def lists(self) -> Mapping[str, Listing]:
        return kiosk_listings(self.catalogue, self.shelves)

    @cached_property
    def letters(self) -> Mapping[str, Sequence[Person]]:
        return by_initial(self.catalogue)


@dataclass(frozen=True, slots=True)
class Tile:
    """A way into the kiosk: `sign` is the character that stands large on it."""

    path: str
    sign: str
    title: str
    aside: str


def home(site: KioskSite, page: Page) -> View:
    return _with(front.home(site, page), tiles=list(_tiles(site, page.language)))


def _tiles(site: KioskSite, language: Language) -> Iterator[Tile]:
    """A tile for each kind of record that the site has; the first is the columns'."""
    catalogue = site.catalogue
    count = whole.in_words(len(catalogue.columns), language)
    for name in ("columns", "photos", "events", "timeline", "people", "figures", "quiz", "boards"):
        if catalogue.of("events" if name == "timeline" else name):
            title = word("timeline" if name == "timeline" else f"{name}-title", language, count=count)
            yield Tile(f"{name}/", SIGNS[name], title, _aside(catalogue, name, language))


def _aside(catalogue: Catalogue, name: str, language: Language) -> str:
    if name == "timeline":
        days = [event.date for event in catalogue.events.values()]
        first, last = min(day.first.year for day in days), max(day.last.year for day in days)
        return f"{first} — {last}" if first != last else str(first)
    return word(f"kiosk-{name}", language, count=len(catalogue.of(name)))


def listed(site: KioskSite, page: Page) -> View:
    """A page of a list, with the letters that people are found under."""
    return _with(lists.listed(site, page), letters=list(site.letters))


def figures(site: KioskSite, page: Page) -> View:
    """One column's figures; the page of all has the home page's, or the first of each column, and those of none."""
    view = lists.listed(site, page)
    listing: Listing = view.shown["list"]
    kind, _, name = listing.name.partition(":")
    columns = [column for column in site.catalogue.columns.values() if column.id in site.shelves.figures_of_column]
    column = site.catalogue.columns[name] if kind else None
    items = listing.items if kind else (*_key_figures(site), *listing.items)
    charts = whole.charted(site, page.language, listing.items, name)
    return _with(view, columns=columns, column=column, items=list(dict.fromkeys(items)), charts=charts)


def _key_figures(site: Site) -> tuple[Figure, ...]:
    catalogue = site.catalogue
    if catalogue.home and catalogue.home.figures:
        return tuple(catalogue.figures[ident] for ident in catalogue.home.figures)
    shelf = site.shelves.figures_of_column
    return tuple(figure for column in catalogue.columns for figure in shelf.get(column, ())[:KEY_FIGURES])


def timeline(site: KioskSite, page: Page) -> View:
    """The oldest year first, as one walks along a wall; what spans several years stands at the end."""
    view = whole.timeline(site, page)
    years = view.shown["years"]
    spans = [group for group in years if len(group[0]) > len("2020")]
    return _with(view, years=[*(group for group in reversed(years) if group not in spans), *reversed(spans)])


def attract(site: KioskSite, page: Page) -> View:
    """Pictures and figures by turns: those of the home page first, then whatever pictures have arrived."""
    catalogue = site.catalogue
    words = catalogue.home
    chosen = [
        catalogue.photos[ident]
        for ident in (*((words.feature,) if words and words.feature else ()), *(words.photos if words else ()))
    ]
    photos = list({photo.id: photo for photo in (*chosen, *_arrived(catalogue), *catalogue.photos.values())}.values())
    slides = list(_by_turns(photos[: SLIDES // 2], _key_figures(site)))
    shown = {
        "slides": slides,
        "invite_en": word("attract", "en"),
        "english_figure": lambda ident: site.figures[ident]["en"],
    }
    return View(word("attract", "zh"), site.name("zh"), word("attract", "zh"), shown)


def _arrived(catalogue: Catalogue) -> Iterator[Photo]:
    return (photo for photo in catalogue.photos.values() if photo.file)


def _by_turns(photos: Sequence[Photo], numbers: Sequence[Figure]) -> Iterator[tuple[str, Any]]:
    """Two pictures, then a figure; what is left over of either at the end."""
    waiting = iter(numbers)
    for place, photo in enumerate(photos, 1):
        yield "photo", photo
        if place % 2 == 0 and (figure := next(waiting, None)):
            yield "figure", figure
    yield from (("figure", figure) for figure in waiting)


def version(site: KioskSite, page: Page) -> View:
    kinds = ("columns", "events", "people", "photos", "figures", "boards", "quiz")
    counts = [(kind, len(site.catalogue.of(kind))) for kind in kinds]
    return _in_both(site, "kiosk-version", counts=counts, english=lambda kind: word(kind, "en"))


def setup(site: KioskSite, page: Page) -> View:
    return _in_both(site, "kiosk-setup")


def _in_both(site: KioskSite, name: str, **shown: Any) -> View:
    """A page for whoever looks after the screen, Chinese and English on one."""
    title = word(name, "zh")
    return View(title, f"{title} - {site.name('zh')}", title, {"title_en": word(name, "en"), **shown})


def _with(view: View, **shown: Any) -> View:
    return replace(view, shown={**view.shown, **shown})


VIEWS: Mapping[str, Callable[[KioskSite, Page], View]] = {
    **{frame: table.VIEWS[frame] for frame in ("event", "person", "photo", "columns", "boards", "sources")},
    **{frame: table.VIEWS[frame] for frame in ("quiz", "glossary", "search")},
    "home": home,
    **dict.fromkeys(("events", "people", "photos", "year", "column"), listed),
    "figures": figures,
    "timeline": timeline,
    "attract": attract,
    "version": version,
    "setup": setup,
}
