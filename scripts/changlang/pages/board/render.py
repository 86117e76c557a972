"""Both languages of the page behind a printed code, laid out by one template."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from changlang import urls
from changlang.model.catalogue import Catalogues
from changlang.model.figure_text import FigureText
from changlang.model.languages import LANGUAGES, SPOKEN, Language
from changlang.model.media import Medium
from changlang.model.pages import Page, Parts
from changlang.model.pictures import Picture, Rendition
from changlang.pages.board.view import view
from changlang.pages.jinja import TEMPLATES
from changlang.pages.markup import Markup
from changlang.pages.render import environment
from changlang.pages.shelves import shelve
from changlang.pages.spoken import marked
from changlang.pages.views.site import Site
from changlang.pages.words import word
from changlang.settings import Settings

OTHER: Mapping[Language, Language] = {"zh": "en", "en": "zh"}
FOLDERS: tuple[Path, ...] = (TEMPLATES / "board", TEMPLATES)


class BoardRenderer:
    """Makes the pages of one site's boards. Built once a process; rendering changes nothing.

    `light` are the renditions of each photo that may be shown on a weak network.
    """

    def __init__(
        self,
        catalogues: Catalogues,
        settings: Settings,
        figures: Mapping[str, Mapping[Language, FigureText]],
        pictures: Mapping[str, Picture],
        light: Mapping[str, tuple[Rendition, ...]],
        media: Mapping[str, Medium] | None = None,
    ) -> None:
        self._boards = catalogues["zh"].boards
        self._sites = {
            language: Site(catalogues[language], shelve(catalogues[language]), settings, figures, {}, {}, media or {})
            for language in LANGUAGES
        }
        self._templates = {}
        for language, site in self._sites.items():
            made = environment(language, site, Markup(site.catalogue, figures), pictures, FOLDERS)
            made.globals |= {"light": light, "other": OTHER[language]}
            self._templates[language] = made.get_template("page.html")

    def render(self, page: Page) -> Mapping[Language, Parts]:
        return {language: self._side(page, language) for language in LANGUAGES}

    def _side(self, page: Page, language: Language) -> Parts:
        board = self._boards[page.subject]
        site = self._sites[language]
        shown = view(site, board, self._boards.get(board.moved_to or ""), language)
        body = self._templates[language].render(shown, link=urls.root(page.address).__add__)
        title = board.title[language]
        description = word("board-description", language, site=site.name(language), code=board.id, title=title)
        return Parts(title, description, "", marked(body, SPOKEN["en"]) if language == "en" else body)
