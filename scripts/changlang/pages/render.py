"""A page's parts: what it shows is gathered by `views`, and laid out by one template a kind of page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup as Safe

from changlang import urls
from changlang.model.catalogue import Catalogue
from changlang.model.figure_text import FigureText
from changlang.model.languages import LANGUAGES, SPOKEN, Language
from changlang.model.media import Medium
from changlang.model.pages import Page, Parts
from changlang.model.pictures import Picture
from changlang.model.records import Event, Photo
from changlang.pages import dates
from changlang.pages.chrome import NATIVE
from changlang.pages.head import Head
from changlang.pages.icons import icon
from changlang.pages.jinja import TEMPLATES, jinja
from changlang.pages.markup import Markup
from changlang.pages.pictures import largest, shown
from changlang.pages.shelves import shelve
from changlang.pages.spoken import marked
from changlang.pages.views.site import Site
from changlang.pages.views.table import VIEWS
from changlang.pages.words import word
from changlang.settings import Settings

# Stands for the way from a page to the site's root in what is laid out once for many pages.
ROOT = "\x00"
# What the quiz's script says.
QUIZ_WORDS = ("round", "start", "place", "right", "wrong", "next", "result", "score", "missed", "again", "all")
NUMERALS = "〇壹贰叁肆伍陆柒捌玖拾"


class Renderer:
    """Makes the parts of one catalogue's pages. Built once a process; rendering changes nothing."""

    def __init__(
        self,
        catalogue: Catalogue,
        settings: Settings,
        figures: Mapping[str, Mapping[Language, FigureText]],
        hand: Mapping[Language, Mapping[str, str]],
        pictures: Mapping[str, Picture] | None = None,
        cards: Mapping[tuple[str, str, Language], str] | None = None,
        charts: Mapping[Language, Mapping[str, str]] | None = None,
        media: Mapping[str, Medium] | None = None,
    ) -> None:
        self._markup = Markup(catalogue, figures, self._photo)
        self._head = Head(catalogue, settings, figures, cards)
        self._site = Site(catalogue, shelve(catalogue), settings, figures, hand, charts or {}, media or {})
        self._templates = {
            language: environment(language, self._site, self._markup, pictures or {}) for language in LANGUAGES
        }
        self._rows: dict[tuple[Language, str, str], str] = {}

    def render(self, page: Page) -> Parts:
        view = VIEWS[page.frame](self._site, page)
        template = self._templates[page.language].get_template(f"{page.frame}.html")
        body = template.render(
            view.shown,
            link=urls.root(page.address).__add__,
            here=page.address,
            page=page,
            title=view.title,
            event_row=partial(self._row, page),
        )
        if page.language == "en":
            body = self._behind(page) + marked(body, page.spoken)
        head = self._head.html(page, view.title, view.description)
        return Parts(view.full_title, view.description, head, body)

    def _behind(self, page: Page) -> str:
        """What English readers are told of a page that is not, or no longer, the translation of the Chinese one."""
        if not page.behind:
            return ""
        macros = self._templates[page.language].get_template("macros.html").module
        chinese = urls.relative(page.address, urls.other(page.address, page.language))
        return str(macros.behind(page.behind, chinese))  # type: ignore[attr-defined]

    def _photo(self, photo: Photo, language: Language, here: str) -> str:
        """A photo within a body."""
        macros = self._templates[language].get_template("macros.html").module
        return str(macros.in_text(photo, urls.root(here).__add__))  # type: ignore[attr-defined]

    def _row(self, page: Page, event: Event, heading: str = "h3") -> Safe:
        """An event's line in a list. Pages differ only in the way to the root, so each line is laid out once."""
        key = (page.language, heading, event.id)
        if key not in self._rows:
            macros = self._templates[page.language].get_template("row.html").module
            self._rows[key] = str(macros.event_row(event, ROOT, heading))  # type: ignore[attr-defined]
        return Safe(self._rows[key].replace(ROOT, urls.root(page.address)))


def lasting(seconds: float) -> str:
    """How long a recording is, as players write it: 2:05, 1:02:05."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}" if minutes >= 60 else f"{minutes}:{rest:02}"


def environment(
    language: Language,
    site: Site,
    markup: Markup,
    pictures: Mapping[str, Picture],
    folders: Iterable[Path] = (TEMPLATES,),
) -> Environment:
    """Jinja with everything a template may call; whatever it prints is escaped unless made here."""
    made = jinja(folders)
    made.globals |= {
        "lang": language,
        "catalogue": site.catalogue,
        "word": lambda key, /, **values: word(key, language, **values),
        "written": lambda when: dates.written(when, language),
        "short": dates.short,
        "machine": dates.machine,
        "numeral": lambda number: NUMERALS[number] if number < len(NUMERALS) else str(number),
        "base": urls.base_path(site.settings.site_url),
        "icon": lambda name: Safe(icon(name)),
        "figure": lambda ident: site.figures[ident][language],
        "address": lambda folder, ident: urls.record(folder, ident, language),
        "board_page": urls.board,
        "hand_page": lambda name: urls.hand(name, language),
        "listing": lambda path, number=1: urls.listing(path, language, number),
        "pictures": pictures,
        "media": site.media,
        "lasting": lasting,
        "spoken": SPOKEN,
        "native": NATIVE,
        "track_src": lambda track, link: link(track.path),
        "shown": shown,
        "quiz_words": {name: word(f"quiz-{name}", language) for name in QUIZ_WORDS},
        "largest": largest,
        "prose": lambda text, here: Safe(markup.prose(text, language, here)),
        "placed": lambda html, here, words: Safe(markup.placed(html, language, here, words)),
    }
    return made
