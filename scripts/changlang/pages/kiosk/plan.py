"""Which pages the kiosk has, and where the same thing is read on the public site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from changlang import urls
from changlang.model.catalogue import Catalogue, Catalogues
from changlang.model.languages import LANGUAGES, Language
from changlang.model.pages import Page
from changlang.pages.kiosk.lists import kiosk_listings
from changlang.pages.plan import behind
from changlang.pages.shelves import shelve

# Pages of one address each, by the kind that must have records.
SINGLE: Mapping[str, str] = {
    "columns": "columns/",
    "timeline": "timeline/",
    "boards": "boards/",
    "quiz": "quiz/",
    "sources": "about/sources/",
    "glossary": "glossary/",
}
RECORDS: Mapping[str, str] = {"timeline": "events", "glossary": "terms"}
# What is above pages that do not stand in the folder of their list.
ABOVE: Mapping[str, str] = {"sources": "", "glossary": "quiz/", "setup": "version/"}
# Pages in both languages at once: the loop that plays while nobody is there, what the folder is, how it is set up.
ALONE: Mapping[str, str] = {"attract": "attract/", "version": "version/", "setup": "setup/"}
# Pages that say so where their English is missing or stale.
ABOUT = frozenset({"home", "event", "person", "photo", "column"})


def plan(catalogues: Catalogues) -> tuple[Page, ...]:
    """Every page of the kiosk. Keys are empty: a kiosk is always made anew."""
    paths = {language: {path for _, _, path in _all(catalogues[language])} for language in LANGUAGES}
    found = [
        Page(
            urls.PREFIX[language] + path,
            language,
            frame,
            subject,
            "",
            behind(catalogues[language], frame, subject) if frame in ABOUT else "",
            alone=path not in paths["zh"] & paths["en"],
        )
        for language in LANGUAGES
        for frame, subject, path in _all(catalogues[language])
    ]
    return (*found, *(Page(path, "zh", frame, "", "", alone=True) for frame, path in ALONE.items()))


def _all(catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    """(frame, subject, path without language) of every page."""
    yield "home", "", ""
    yield "search", "", "search/"
    for frame, path in SINGLE.items():
        if catalogue.of(RECORDS.get(frame, frame)):
            yield frame, "", path
    for frame, folder in (("event", "events"), ("person", "people"), ("photo", "photos")):
        for ident in catalogue.of(folder):
            yield frame, ident, urls.record(folder, ident, "zh")
    for path, listing in kiosk_listings(catalogue, shelve(catalogue)).items():
        for number in range(1, listing.pages + 1):
            yield listing.frame, f"{path}|{number}", urls.listing(path, "zh", number)


def public(page: Page) -> str:
    """The address of the same page in the web edition, which has no letters, and lists of another length."""
    if page.frame in ALONE:
        return urls.home(page.language)
    path = page.address[len(urls.PREFIX[page.language]) :].partition("page/")[0]
    for whole in ("people/", "figures/"):
        if path.startswith((f"{whole}letter/", f"{whole}column/")):
            return urls.PREFIX[page.language] + whole
    return urls.PREFIX[page.language] + path


def parent(page: Page) -> str:
    """The page above a page: where its key for the way back leads when nobody came from anywhere."""
    path = page.address[len(urls.PREFIX[page.language]) :]
    folder = path.partition("/")[0] + "/" if path.count("/") > 1 else ""
    above = ABOVE.get(page.frame, folder)
    return urls.PREFIX[page.language] + above


def moved(catalogue: Catalogue) -> Mapping[str, str]:
    """Addresses of the web edition that are elsewhere here: a figure stands on the page of its column."""
    return {
        urls.record("figures", ident, language): _figure(ident, figure.column, language)
        for ident, figure in catalogue.figures.items()
        for language in LANGUAGES
    }


def _figure(ident: str, column: str | None, language: Language) -> str:
    return urls.listing(f"figures/column/{column}/" if column else "figures/", language) + f"#{ident}"
