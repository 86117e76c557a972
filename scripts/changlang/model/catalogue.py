"""All records of a site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from changlang.model.languages import Language
from changlang.model.records import (
    Board,
    Column,
    Event,
    Figure,
    HandPage,
    Home,
    Person,
    Photo,
    Question,
    Source,
    Tag,
    Term,
)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All records of a site, linked and frozen: the only thing the later stages read.

    Every mapping is by id, in the order the site shows: columns by `order`, events and photos newest first.
    `mentions` is the way back: from `word:id` to the `word:id` of every record that points at it, in that order.
    """

    columns: Mapping[str, Column]
    events: Mapping[str, Event]
    people: Mapping[str, Person]
    photos: Mapping[str, Photo]
    figures: Mapping[str, Figure]
    boards: Mapping[str, Board]
    quiz: Mapping[str, Question]
    terms: Mapping[str, Term]
    sources: Mapping[str, Source]
    tags: Mapping[str, Tag]
    home: Home | None
    hand: Mapping[str, HandPage]
    mentions: Mapping[str, tuple[str, ...]]

    def of(self, folder: str) -> Mapping[str, Any]:
        """The records of one kind by its folder's name."""
        found: Mapping[str, Any] = getattr(self, folder)
        return found


# What each language's edition is made of: the same catalogue, but for records that the English one does without.
Catalogues = Mapping[Language, Catalogue]
