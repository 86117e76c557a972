"""A catalogue of one event with the texts that a test is about. 云川 Yunchuan is an invented city."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from changlang.dates import parse_date
from changlang.model.catalogue import Catalogue
from changlang.model.fields import Origin, Prose, Text
from changlang.model.records import Event, Term

FOLDERS = ("columns", "events", "people", "photos", "figures", "boards", "quiz", "terms", "sources", "tags")


def event(zh: str, en: str, ident: str = "a", **fields: Any) -> Event:
    """An event with a body in two languages."""
    return Event(
        id=ident,
        date=parse_date("2020"),
        column="together",
        body=Prose(zh=zh, en=en),
        origin=Origin(file=f"{ident}.zh.md", english=f"{ident}.en.md"),
        **{"title": Text(zh="题", en="Title"), **fields},
    )


def catalogue(events: Iterable[Event], terms: Iterable[Term] = (), **kinds: Any) -> Catalogue:
    given = {"events": {one.id: one for one in events}, "terms": {term.id: term for term in terms}, **kinds}
    return Catalogue(**{folder: {} for folder in FOLDERS} | {"home": None, "hand": {}, "mentions": {}} | given)
