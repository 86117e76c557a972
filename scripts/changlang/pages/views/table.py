"""The view of every kind of page, by its frame."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from changlang.model.pages import Page
from changlang.pages.views.home import home
from changlang.pages.views.lists import listed
from changlang.pages.views.records import event, hand, person, photo
from changlang.pages.views.search import from_a_to_z, search
from changlang.pages.views.site import Site
from changlang.pages.views.view import View, view
from changlang.pages.views.whole import boards, columns, figures, glossary, quiz, single, tags, timeline
from changlang.pages.words import word


def notfound(site: Site, page: Page) -> View:
    """One page for both languages; its English leads to the boards where the English edition has any."""
    settings, boards = site.settings, site.catalogue.boards.values()
    told = any(not board.behind or settings.policy("boards", board.behind) != "hide" for board in boards)
    prefix = settings.board_prefix
    return view(site, page, "404", word("not-found-text", page.language), board_prefix=prefix, english_boards=told)


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
