"""What a page tells machines about itself: address, other language, preview card, schema.org data."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from changlang import urls
from changlang.dates import DateParts
from changlang.model.catalogue import Catalogue
from changlang.model.figure_text import FigureText
from changlang.model.languages import LANGUAGES, SPOKEN, Language
from changlang.model.pages import Page
from changlang.model.records import Figure
from changlang.settings import Settings

LOCALES: Mapping[Language, str] = {"zh": "zh_CN", "en": "en_GB"}
NOT_FOUND = "notfound"
# Inside <script> these could end it or begin a comment; as escapes JSON reads them all the same.
IN_SCRIPT = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})

Thing = dict[str, Any]


class Head:
    """The page's own part of `<head>`, for the pages of one site. Built once a process.

    `cards` holds the path of the picture that a page is shared with, by frame, subject and language; a page that is
    not in it is described without one.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        settings: Settings,
        figures: Mapping[str, Mapping[Language, FigureText]],
        cards: Mapping[tuple[str, str, Language], str] | None = None,
    ) -> None:
        self._catalogue = catalogue
        self._settings = settings
        self._figures = figures
        self._cards = cards or {}
        self._describe: Mapping[str, Callable[[Page], Thing]] = {
            "home": self._home,
            "event": self._event,
            "person": self._person,
            "photo": self._photo,
            "figures": self._dataset,
        }

    def html(self, page: Page, title: str, description: str) -> str:
        """Canonical address, hreflang, Open Graph and JSON-LD; the page for wrong addresses has none."""
        if page.frame == NOT_FOUND:
            return '<meta name="robots" content="noindex">'
        return self._addresses(page) + self._card(page, title, description) + self._data(page, title, description)

    def _absolute(self, address: str) -> str:
        return urls.absolute(self._settings.site_url, address)

    def _addresses(self, page: Page) -> str:
        """Both languages name each other and themselves; Chinese is for readers of any other language.

        Pages that are no translations of one another do not name each other, and an English address where the
        Chinese stands for want of a translation is not the one to be found.
        """
        by_language = both(page)
        canonical = by_language["zh"] if page.behind == "missing" else page.address
        links = [f'<link rel="canonical" href="{escape(self._absolute(canonical))}">']
        if not page.translated:
            return links[0]
        for code, address in (
            *((SPOKEN[language], by_language[language]) for language in LANGUAGES),
            ("x-default", by_language["zh"]),
        ):
            links.append(f'<link rel="alternate" hreflang="{code}" href="{escape(self._absolute(address))}">')
        return "".join(links)

    def _card(self, page: Page, title: str, description: str) -> str:
        other = LANGUAGES[1 - LANGUAGES.index(page.language)]
        kind = {"home": "website", "event": "article", "person": "profile"}.get(page.frame, "website")
        properties = {
            "og:title": title,
            "og:description": description,
            "og:type": kind,
            "og:url": self._absolute(page.address),
            "og:locale": LOCALES["zh" if page.behind == "missing" else page.language],
            **({"og:locale:alternate": LOCALES[other]} if page.translated else {}),
            "og:site_name": self._settings.site_name[page.language],
        }
        picture = self._picture(page)
        if picture:
            properties |= {"og:image": picture, "og:image:width": "1200", "og:image:height": "630"}
        return "".join(f'<meta property="{name}" content="{escape(text)}">' for name, text in properties.items())

    def _picture(self, page: Page) -> str:
        """The absolute address of the picture that stands for a page; "" while there is none."""
        found = self._cards.get((page.frame, page.subject, page.language), "")
        return found and self._absolute(found)

    def _data(self, page: Page, title: str, description: str) -> str:
        describe = self._describe.get(page.frame, _web_page)
        thing: Thing = {
            **describe(page),
            "name": title,
            "description": description,
            "url": self._absolute(page.address),
        }
        if thing["@type"] != "Person":
            thing["inLanguage"] = page.spoken
        graph = [thing, *self._trail(page, title)]
        data = {"@context": "https://schema.org", "@graph": graph}
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(IN_SCRIPT)
        return f'<script type="application/ld+json">{text}</script>'

    def _publisher(self, language: Language) -> Thing:
        organiser = self._settings.organiser
        return {"publisher": {"@type": "Organization", "name": organiser[language]}} if organiser else {}

    def _home(self, page: Page) -> Thing:
        other = LANGUAGES[1 - LANGUAGES.index(page.language)]
        return {
            "@type": "WebSite",
            "alternateName": [
                self._settings.site_name[page.language],
                self._settings.site_name[other],
            ],
            **self._publisher(page.language),
        }

    def _event(self, page: Page) -> Thing:
        """The date is that of the event, so it is what the article covers and not when it was published."""
        event, language = self._catalogue.events[page.subject], page.language
        tags = [self._catalogue.tags[tag].title[language] for tag in event.tags if tag in self._catalogue.tags]
        thing: Thing = {
            "@type": "NewsArticle",
            "headline": event.title[language],
            "temporalCoverage": _period(event.date),
            "articleSection": self._catalogue.columns[event.column].title[language],
        }
        if event.place:
            thing["contentLocation"] = {"@type": "Place", "name": event.place[language]}
        if tags:
            thing["keywords"] = tags
        picture = self._picture(page)
        if picture:
            thing["image"] = picture
        return thing | self._publisher(language)

    def _person(self, page: Page) -> Thing:
        person = self._catalogue.people[page.subject]
        if person.sample:  # nobody is called that
            return {"@type": "WebPage"}
        return {"@type": "Person", "award": [honour.title[page.language] for honour in person.honours]}

    def _photo(self, page: Page) -> Thing:
        """A photograph that has not arrived is a work without a picture of it."""
        photo, language = self._catalogue.photos[page.subject], page.language
        picture = self._picture(page)
        thing: Thing = {"@type": "ImageObject", "contentUrl": picture} if picture else {"@type": "Photograph"}
        thing["caption" if picture else "abstract"] = photo.caption[language]
        if photo.date:
            thing["temporalCoverage"] = _period(photo.date)
        if photo.credit:
            thing["creditText"] = photo.credit[language]
        if photo.place:
            thing["contentLocation"] = {"@type": "Place", "name": photo.place[language]}
        return thing

    def _dataset(self, page: Page) -> Thing:
        figures = self._catalogue.figures.values()
        thing: Thing = {"@type": "Dataset", "isAccessibleForFree": True, **self._publisher(page.language)}
        periods = [figure.period for figure in figures if figure.period]
        if periods:
            first = min(period.first.year for period in periods)
            thing["temporalCoverage"] = f"{first}/{max(period.last.year for period in periods)}"
        thing["variableMeasured"] = [
            self._property(figure, page.language) for figure in figures if figure.id in self._figures
        ]
        return thing

    def _property(self, figure: Figure, language: Language) -> Thing:
        """A value with its bound: over a number means at least that number, nearly means at most."""
        words = self._figures[figure.id][language]
        measured: Thing = {
            "@type": "PropertyValue",
            "name": figure.label[language],
            "description": words.whole,
        }
        key = {"over": "minValue", "at-least": "minValue", "nearly": "maxValue"}.get(figure.bound, "value")
        number = figure.value.to_integral_value()
        measured[key] = int(number) if number == figure.value else float(figure.value)
        return measured

    def _trail(self, page: Page, title: str) -> list[Thing]:
        """The way from the home page, through the column that the record belongs to."""
        column = self._column(page)
        if column is None:
            return []
        language = page.language
        way = [(self._settings.site_name[language], urls.home(language))]
        if page.frame != "column":
            name = self._catalogue.columns[column].title[language]
            way.append((name, urls.record("columns", column, language)))
        items: list[Thing] = [
            {"@type": "ListItem", "position": place, "name": name, "item": self._absolute(address)}
            for place, (name, address) in enumerate(way, 1)
        ]
        items.append({"@type": "ListItem", "position": len(way) + 1, "name": title})
        return [{"@type": "BreadcrumbList", "itemListElement": items}]

    def _column(self, page: Page) -> str | None:
        if page.frame == "column":
            return page.subject
        if page.frame == "event":
            return self._catalogue.events[page.subject].column
        if page.frame == "photo":
            return self._catalogue.photos[page.subject].column
        return None


def both(page: Page) -> Mapping[Language, str]:
    """The addresses of a page and of the same page in the other language."""
    other = urls.other(page.address, page.language)
    return {language: page.address if language == page.language else other for language in LANGUAGES}


def _web_page(_: Page) -> Thing:
    return {"@type": "WebPage"}


def _period(when: DateParts) -> str:
    """ISO 8601, which schema.org asks for, has no marks of doubt."""
    return when.edtf.translate({ord(mark): None for mark in "?~%"})
