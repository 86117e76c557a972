"""The kinds of record: where each is kept, what it is called, and which ids its fields hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from changlang.model.languages import Language
from changlang.model.records import Board, Column, Event, Figure, Person, Photo, Question, Record, Source, Tag, Term


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record: its folder below `content/`, the word that links to it, its schema, how it is written."""

    folder: str
    word: str
    schema: type[Record]
    pairs: bool
    name: Mapping[Language, str]


def _kind(folder: str, word: str, schema: type[Record], pairs: bool, zh: str, en: str) -> tuple[str, Kind]:
    return folder, Kind(folder, word, schema, pairs, {"zh": zh, "en": en})


KINDS: Mapping[str, Kind] = dict(
    (
        _kind("columns", "column", Column, True, "专栏", "column"),
        _kind("events", "event", Event, True, "活动", "event"),
        _kind("people", "person", Person, True, "人物", "person"),
        _kind("photos", "photo", Photo, False, "照片", "photo"),
        _kind("figures", "figure", Figure, False, "数据", "figure"),
        _kind("boards", "board", Board, False, "宣传牌", "board"),
        _kind("quiz", "quiz", Question, False, "题目", "question"),
        _kind("terms", "term", Term, False, "术语", "term"),
        _kind("sources", "source", Source, False, "出处", "source"),
        _kind("tags", "tag", Tag, False, "标签", "tag"),
    )
)

# Which kind the ids in a record's field belong to; `word:id` fields (a board's `show`) name the kind themselves.
REFERENCES: Mapping[str, Mapping[str, str]] = {
    "events": {"column": "columns", "photos": "photos", "figures": "figures", "people": "people",
               "tags": "tags", "sources": "sources"},
    "people": {"portrait": "photos", "events": "events", "sources": "sources"},
    "photos": {"column": "columns", "event": "events", "sources": "sources"},
    "figures": {"column": "columns", "sources": "sources"},
    "boards": {"column": "columns", "moved_to": "boards"},
    "home": {"feature": "photos", "figures": "figures", "timeline": "events", "photos": "photos"},
}  # fmt: skip

# Fields whose entries are written `word:id`.
LINKS: Mapping[str, tuple[str, ...]] = {"boards": ("show",), "quiz": ("about",)}
