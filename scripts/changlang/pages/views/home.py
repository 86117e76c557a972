"""The home page."""

from __future__ import annotations

from typing import Any

from changlang.model.pages import Page
from changlang.pages.views.site import Site
from changlang.pages.views.view import View
from changlang.pages.views.whole import count_of_column, in_words

FEW = 4


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
        "counts": {ident: count_of_column(site, ident) for ident in catalogue.columns},
        "events": events,
        "photos": photos or list(catalogue.photos.values())[:FEW],
        "boards": list(catalogue.boards.values())[:5],
    }
    return View(title, site.name(language), description, shown)


def _spread(site: Site) -> list[Any]:
    """The oldest events first, five of them, where the home page names none."""
    return list(site.catalogue.events.values())[:5][::-1]
