"""A kiosk's page, whole: laid out by one template a kind of page, and kept inside."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from changlang import __version__, qr, urls
from changlang.model.catalogue import Catalogue
from changlang.model.figure_text import FigureText
from changlang.model.languages import LANGUAGES, Language
from changlang.model.media import Medium, Track
from changlang.model.pages import Page
from changlang.model.pictures import Picture
from changlang.model.records import Photo
from changlang.pages.jinja import TEMPLATES
from changlang.pages.kiosk.confine import Inside, confined
from changlang.pages.kiosk.keys import sheets_js
from changlang.pages.kiosk.plan import moved, parent, public
from changlang.pages.kiosk.views import SIGNS, VIEWS, KioskSite
from changlang.pages.markup import Markup
from changlang.pages.render import environment
from changlang.pages.shelves import shelve
from changlang.pages.spoken import marked
from changlang.settings import Settings

# Where a page's codes to take along go; they are known when its links are.
MARK = "x0takesx0"


@dataclass(frozen=True, slots=True)
class Issue:
    """Which kiosk this is: `digest` names its records, `day` is when they were issued."""

    digest: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Whole:
    """A finished page, and every address that it shows as a code."""

    html: str
    codes: tuple[str, ...]


class KioskRenderer:
    """Makes the pages of one kiosk. Built once a process; rendering changes nothing."""

    def __init__(
        self,
        catalogue: Catalogue,
        settings: Settings,
        figures: Mapping[str, Mapping[Language, FigureText]],
        pictures: Mapping[str, Picture],
        pages: tuple[Page, ...],
        issue: Issue,
        media: Mapping[str, Medium] | None = None,
        charts: Mapping[Language, Mapping[str, str]] | None = None,
    ) -> None:
        markup = Markup(catalogue, figures, self._photo)
        self._site = KioskSite(catalogue, shelve(catalogue), settings, figures, {}, charts or {}, media or {})
        self._inside = Inside(settings.site_url, frozenset(page.address for page in pages), moved(catalogue))
        own = [settings.custom_dir / "kiosk"] if settings.custom_dir else []
        folders = (*own, TEMPLATES / "kiosk", TEMPLATES)
        self._templates = {
            language: environment(language, self._site, markup, pictures, folders) for language in LANGUAGES
        }
        for templates in self._templates.values():
            templates.globals |= {
                "settings": settings,
                "version": __version__,
                "issue": issue,
                "track_src": lambda track, link: _inline(track),
                "code": qr.pixels,
                "board_address": partial(urls.printed_address, settings),
            }

    def render(self, page: Page) -> Whole:
        view = VIEWS[page.frame](self._site, page)
        templates = self._templates[page.language]
        there = urls.absolute(self._site.settings.site_url, public(page))
        html = templates.get_template(f"{page.frame}.html").render(
            view.shown,
            link=urls.root(page.address).__add__,
            here=page.address,
            page=page,
            title=view.title,
            parent=parent(page),
            other=_other(page),
            public=there,
            sign=SIGNS.get(page.frame, ""),
            takes=MARK,
        )
        if page.language == "en":
            html = marked(html, page.spoken)
        inside, codes = confined(html, page.address, self._inside)
        takes = templates.get_template("takes.html").render(codes=codes) if codes else ""
        return Whole(inside.replace(MARK, takes), (there, *codes))

    def sheets(self, language: Language) -> str:
        """The script that puts the sheets over a page of that language."""
        return sheets_js(self._templates[language].get_template("sheets.html").render())

    def _photo(self, photo: Photo, language: Language, here: str) -> str:
        """A photo within a body."""
        macros = self._templates[language].get_template("macros.html").module
        return str(macros.in_text(photo, urls.root(here).__add__))  # type: ignore[attr-defined]


def _inline(track: Track) -> str:
    """Captions within the page: a browser reads none from a file beside one that nobody served."""
    return f"data:text/vtt;base64,{b64encode(track.text.encode()).decode()}"


def _other(page: Page) -> str:
    """Where the language key leads: the same page, or the other home page where there is none."""
    if page.alone:
        return urls.home(LANGUAGES[1 - LANGUAGES.index(page.language)])
    return urls.other(page.address, page.language)
