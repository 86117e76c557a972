"""Pages about one record or one hand-written text."""

from __future__ import annotations

from typing import Any

from changlang.model.languages import Language
from changlang.model.pages import Page
from changlang.pages.plan import events_with
from changlang.pages.shelves import figures_in, neighbours, photos_beside, related
from changlang.pages.views.site import Site
from changlang.pages.views.view import View, described, view


def event(site: Site, page: Page) -> View:
    catalogue = site.catalogue
    record = catalogue.events[page.subject]
    title = record.title[page.language]
    wanted = dict.fromkeys((*record.figures, *figures_in(record)))
    return view(
        site,
        page,
        title,
        described(site, page, "events", title, record.summary),
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
    return view(
        site,
        page,
        title,
        described(site, page, "people", title, record.summary),
        person=record,
        portrait=catalogue.photos.get(record.portrait or ""),
        events=[catalogue.events[ident] for ident in events],
        **_beside(site, "people", record.id),
    )


def photo(site: Site, page: Page) -> View:
    catalogue = site.catalogue
    record = catalogue.photos[page.subject]
    title = record.caption[page.language]
    return view(
        site,
        page,
        title,
        record.alt[page.language] if record.alt else described(site, page, "photos", title, None),
        photo=record,
        related=photos_beside(site.shelves, record),
        column=catalogue.columns.get(record.column or ""),
        event=catalogue.events.get(record.event or ""),
        **_beside(site, "photos", record.id),
    )


def hand(site: Site, page: Page) -> View:
    record = site.catalogue.hand[page.subject]
    body = site.hand[page.language][page.subject]
    words = "zh" if "body" in record.untranslated else page.language
    return view(site, page, record.title[page.language], record.description[page.language], body=body, words=words)
