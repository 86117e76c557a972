"""What the page behind a printed code shows, in one of its languages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from changlang.model.catalogue import Catalogue
from changlang.model.fields import Citation, Text
from changlang.model.languages import Language
from changlang.model.media import Sound
from changlang.model.records import Board, Question
from changlang.pages.board.style import style
from changlang.pages.markup import FOLDERS
from changlang.pages.views.site import Site
from changlang.pages.views.whole import name_of

QUESTIONS = 3
RED = "#a8201a"


def shown_by(catalogue: Catalogue, board: Board) -> list[tuple[str, Any]]:
    """(folder, record) of everything that a board shows and the catalogue has, in the board's order."""
    entries = ((FOLDERS[entry.partition(":")[0]], entry.partition(":")[2]) for entry in board.show)
    return [(folder, catalogue.of(folder)[ident]) for folder, ident in entries if ident in catalogue.of(folder)]


def view(site: Site, board: Board, moved: Board | None, language: Language) -> dict[str, Any]:
    """What the template lays out. `moved` is the board that took over; the site's language may do without it."""
    catalogue = site.catalogue
    entries = shown_by(catalogue, board)
    column = catalogue.columns.get(board.column or "")
    return {
        "board": board,
        "column": column,
        "lead": _lead(entries, column),
        "moved": moved,
        "photos": [entry for folder, entry in entries if folder == "photos"],
        "figures": [entry for folder, entry in entries if folder == "figures"],
        "linked": [
            (folder, entry, name_of(entry, language))
            for folder, entry in entries
            if folder not in ("photos", "figures")
        ],
        "quiz": questions(catalogue, board),
        "sources": _sources(entries),
        "contact": site.settings.contact,
        "corrections": catalogue.hand.get("corrections"),
        "voice": _voice(site, [("boards", board), *entries], language),
        "style": style(column.color if column else RED),
        "site_name": site.settings.site_name,
    }


def _voice(site: Site, entries: Iterable[tuple[str, Any]], language: Language) -> Sound | None:
    """The recording that is read aloud: the board's own, else that of the first record it shows that has one."""
    media = (site.media.get(f"{folder}/{entry.id}") for folder, entry in entries)
    return next((one.sounds[language] for one in media if one and language in one.sounds), None)


def _lead(entries: Iterable[tuple[str, Any]], column: Any) -> Text | None:
    """What is said under the heading: the summary of the first event that has one, else the column's."""
    events = [entry for folder, entry in entries if folder == "events"]
    summaries = (record.summary for record in (*events, *([column] if column else [])))
    return next((summary for summary in summaries if summary), None)


def questions(catalogue: Catalogue, board: Board) -> list[Question]:
    """At most three questions: about what the board shows first, then about its column, then any."""
    return sorted(catalogue.quiz.values(), key=lambda question: _distance(catalogue, board, question))[:QUESTIONS]


def _distance(catalogue: Catalogue, board: Board, question: Question) -> int:
    about = question.about or ""
    if about in board.show:
        return 0
    kind, _, ident = about.partition(":")
    record = catalogue.of(FOLDERS[kind]).get(ident) if kind in FOLDERS else None
    own = ident if kind == "column" else getattr(record, "column", None)
    return 1 if own and own == board.column else 2


def _sources(entries: Iterable[tuple[str, Any]]) -> dict[str, list[Text]]:
    """The sources of what is shown, by id, each with the places in it; those of figures first."""
    found: dict[str, list[Text]] = {}
    ordered = sorted(entries, key=lambda entry: entry[0] != "figures")
    citations: list[Citation] = [one for _, entry in ordered for one in getattr(entry, "sources", ())]
    for citation in citations:
        places = found.setdefault(citation.id, [])
        if citation.at and citation.at not in places:
            places.append(citation.at)
    return found
