"""Which pages stand behind codes, each with a key of all that it is made of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from changlang import urls
from changlang.model.catalogue import Catalogue, Catalogues
from changlang.model.languages import LANGUAGES
from changlang.model.pages import Page
from changlang.model.records import Board
from changlang.pages.board.view import shown_by

FRAME = "board"


def plan(catalogues: Catalogues, versions: str) -> tuple[Page, ...]:
    """One page for every board, in both languages at once; no board is without one, whatever English hides."""
    shared = [_digest([*catalogue.quiz.values(), *catalogue.sources.values()]) for catalogue in catalogues.values()]
    shared += [_digest(catalogues["zh"].hand.values())]
    found = []
    for code, board in catalogues["zh"].boards.items():
        used = [_digest(_used(catalogues[language], catalogues["zh"], board)) for language in LANGUAGES]
        found.append(Page(urls.board(code), "zh", FRAME, code, _key(versions, *shared, *used)))
    return tuple(found)


def _key(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:24]


def _digest(records: Iterable[Any]) -> str:
    return _key(*(record.digest for record in records))


def _used(catalogue: Catalogue, whole: Catalogue, board: Board) -> Iterator[Any]:
    """The records that one language of a page shows, but for questions, sources and hand-written pages."""
    yield board
    if board.column and board.column in catalogue.columns:
        yield catalogue.columns[board.column]
    if board.moved_to:
        yield whole.boards[board.moved_to]
    for folder, record in shown_by(catalogue, board):
        yield record
        if folder == "photos" and record.event in catalogue.events:
            yield catalogue.events[record.event]
