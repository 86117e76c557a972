"""The nouns: what an officer keeps, linked and frozen. The shape of a record here is also its schema.

Fields follow the records' files; nothing here computes. `read/` fills these, every later stage only reads them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from changlang.dates import DateParts, parse_date

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
# How pages name their language (BCP 47).
SPOKEN: Mapping[Language, str] = {"zh": "zh-CN", "en": "en"}
# What stands where something is still to be written: no record that says so is published.
UNWRITTEN: Mapping[Language, str] = {"zh": "在此填写", "en": "To be written"}
Status = Literal["draft", "published", "withdrawn"]
Bound = Literal["exact", "about", "nearly", "over", "at-least"]
Scale = Literal["万", "亿"]
Behind = Literal["", "missing", "stale"]

Ident = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=80)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)]


def _date(value: object) -> DateParts:
    return value if isinstance(value, DateParts) else parse_date(str(value))


def _number(value: object) -> object:
    if isinstance(value, str) and not NUMBER.fullmatch(value):
        raise PydanticCustomError("decimal_form", "not a plain number")
    return value


# Digits as a source prints them, without commas, exponents and names of numbers.
NUMBER = re.compile(r"-?\d{1,18}(\.\d{1,6})?", re.ASCII)
# Both are written in JSON as an officer writes them.
Date = Annotated[DateParts, PlainValidator(_date), PlainSerializer(lambda date: date.edtf, when_used="json")]
Exact = Annotated[Decimal, BeforeValidator(_number)]
Fraction = Annotated[float, Field(ge=0, le=1)]
# A rectangle without extent hides nothing, whoever wrote it meant something.
Side = Annotated[float, Field(gt=0, le=1)]


class Noun(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Noun):
    """The same text in both languages. `text["zh"]` and `text[language]` read one of them."""

    zh: Line
    en: Line

    def __getitem__(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en


class Prose(Noun):
    """Markdown bodies in both languages; either may be empty."""

    zh: str = ""
    en: str = ""

    def __getitem__(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en


class Origin(Noun):
    """Where a record is written: its file or its pair of files, and its place in a YAML list (from 0)."""

    file: str
    english: str | None = None
    index: int | None = None


class Citation(Noun):
    """A source and the place in it."""

    id: Ident
    at: Text | None = None


class Translated(Noun):
    """How far something is translated: `confirmed` names the Chinese text that its English was confirmed against.

    `untranslated` are the fields without English, which hold the Chinese instead; `behind` is why readers are told
    that a page is not, or no longer, the translation of the Chinese one.
    """

    confirmed: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")] | None = None
    untranslated: tuple[str, ...] = ()
    behind: Behind = ""


class Record(Translated):
    """What every record has. `digest` changes exactly when its files' text does; `origin` is for messages."""

    id: str
    status: Status = "published"
    origin: Origin = Origin(file="")
    digest: str = ""


class Column(Record):
    id: Ident
    title: Text
    order: Annotated[int, Field(ge=1, le=99)]
    color: Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
    summary: Text | None = None
    body: Prose = Prose()


class Event(Record):
    id: Ident
    title: Text
    date: Date
    column: Ident
    place: Text | None = None
    summary: Text | None = None
    photos: tuple[Ident, ...] = ()
    figures: tuple[Ident, ...] = ()
    people: tuple[Ident, ...] = ()
    sources: tuple[Citation, ...] = ()
    tags: tuple[Ident, ...] = ()
    body: Prose = Prose()


class Honour(Noun):
    title: Text
    year: Date


class Person(Record):
    id: Ident
    title: Text
    honours: Annotated[tuple[Honour, ...], Field(min_length=1)]
    kind: Text | None = None
    service: Text | None = None
    hometown: Text | None = None
    summary: Text | None = None
    portrait: Ident | None = None
    events: tuple[Ident, ...] = ()
    consent: Line | None = None
    sources: tuple[Citation, ...] = ()
    sample: bool = False
    body: Prose = Prose()


class Photo(Record):
    id: Ident
    caption: Text
    alt: Text | None = None
    file: Line | None = None
    date: Date | None = None
    place: Text | None = None
    credit: Text | None = None
    column: Ident | None = None
    event: Ident | None = None
    icon: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(?:/[a-z0-9-]+)+$")] | None = None
    focus: tuple[Fraction, Fraction] = (0.5, 0.5)
    hide: tuple[tuple[Fraction, Fraction, Side, Side], ...] = ()
    consent: Line | None = None
    sources: tuple[Citation, ...] = ()


class Figure(Record):
    """An exact number of the source. `value` is in base units: 4.5万余人次 is 45000, bound `over`, scale `万`."""

    id: Ident
    label: Text
    value: Exact
    unit: str | Text
    bound: Bound = "exact"
    scale: Scale | None = None
    period: Date | None = None
    column: Ident | None = None
    series: Ident | None = None
    sources: tuple[Citation, ...] = ()
    note: Text | None = None


class Board(Record):
    """`show` holds links such as `figure:coordination-meetings`; `distance` is metres to the reader.

    A printed code opens for as long as its board stands: one that was taken down is `retired` (true, or the date),
    one whose part another has taken over has `moved_to`.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{3,20}$")]
    title: Text
    column: Ident | None = None
    place: Text | None = None
    show: tuple[str, ...] = ()
    size: Annotated[str, StringConstraints(pattern=r"^(A[0-4]|\d{2,4}x\d{2,4}mm)$")] = "A1"
    distance: Annotated[Decimal, Field(gt=0, le=100)] | None = None
    installed: Date | None = None
    moved_to: str | None = None
    retired: bool | Date | None = None


class Question(Record):
    """`answer` is the number of the right choice, counted from 1."""

    id: Ident
    question: Text
    choices: Annotated[tuple[Text, ...], Field(min_length=2, max_length=6)]
    answer: Annotated[int, Field(ge=1)]
    explanation: Text | None = None
    about: str | None = None


class Forms(Noun):
    """Other forms of a term in each language."""

    zh: tuple[Line, ...] = ()
    en: tuple[Line, ...] = ()


class Term(Record):
    """An official name or recurring term with its one English form; its id is its Chinese.

    `also` are short forms that may stand in its place (ISO 30042: admitted terms), `avoid` those that may not.
    """

    zh: Line
    en: Line
    also: Forms = Forms()
    avoid: Forms = Forms()
    note: Text | None = None


class Source(Record):
    id: Ident
    title: Text
    issuer: Text | None = None
    date: Date | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")] | None = None
    note: Text | None = None


class Tag(Record):
    id: Ident
    title: Text


class Strip(Noun):
    """A row of steps on the home page: how many in all, how many reached, and what some are labelled."""

    total: Annotated[int, Field(ge=1, le=20)]
    done: Annotated[int, Field(ge=0, le=20)]
    marks: Mapping[int, Line] = Field(default_factory=dict)


class Home(Record):
    """The home page's own words, from `docs/<language>/index.md`."""

    title: Text
    description: Text
    kicker: Text | None = None
    strip: Strip | None = None
    strip_label: Text | None = None
    feature: Ident | None = None
    figures: tuple[Ident, ...] = ()
    timeline: tuple[Ident, ...] = ()
    photos: tuple[Ident, ...] = ()
    body: Prose = Prose()


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


class Silence(NamedTuple):
    """`# numbers: ok – reason` in a file: numbers that disagree from there to line `last` are right."""

    file: str
    line: int
    last: int
    reason: str


class HandPage(Translated):
    """A hand-written page of `docs/`: the same path in both languages, front matter already read.

    `name` is the path without language and suffix (`about`, `history/walls`).
    """

    name: str
    title: Text
    description: Text
    body: Prose
    origin: Mapping[Language, str]
    digest: str


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


@dataclass(frozen=True, slots=True)
class FigureText:
    """A figure in one language's words. `bound` may stand before or after: `before` and `after` hold it.

    近5亿元 is before="近", number="5亿", unit="元"; 4.5万余人次 is number="4.5万", after="余", unit="人次", and
    `whole` has them in the right order. In English: before="more than ", number="45,000", unit=" person-times".
    `converted` is the same in a unit the reader knows, without brackets: `2,228.8 ha`.
    """

    whole: str
    before: str
    number: str
    after: str
    unit: str
    converted: str = ""


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture in one size and format: its path below the site's root, media type, size in pixels."""

    path: str
    media: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """What a site has of a photo's original. `width` and `height` are those of the upright original, in pixels.

    `whole` and `cards` (crops of one proportion) hold every format in the order of preference, widest first;
    `placeholder` is a `data:` address of a few of its colours; `digest` changes exactly when any of it does.
    """

    width: int
    height: int
    whole: tuple[Rendition, ...]
    cards: tuple[Rendition, ...]
    placeholder: str
    digest: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page to be written, before it is rendered. `frame` names the kind of page, `subject` what it is about.

    `key` is a digest of everything the page's parts are made of: an equal key is an equal page. `behind` says that
    the English of what it is about is missing or stale; an English page where it is missing shows, and says it is,
    Chinese. `alone` is a page that the other language has not.
    """

    address: str
    language: Language
    frame: str
    subject: str
    key: str
    behind: Behind = ""
    alone: bool = False

    @property
    def spoken(self) -> str:
        """The language that the page says it is in (BCP 47)."""
        return SPOKEN["zh"] if self.behind == "missing" else SPOKEN[self.language]

    @property
    def translated(self) -> bool:
        """Whether the page and the one at its address in the other language are translations of one another."""
        return not self.alone and self.behind != "missing"


@dataclass(frozen=True, slots=True)
class Frame:
    """A finished page with marks where a record's parts go, for one kind of page `depth` folders below the root."""

    language: Language
    kind: str
    depth: int
    html: str


@dataclass(frozen=True, slots=True)
class Parts:
    """What is poured into a frame. `title` and `description` are plain text, `head` and `body` finished HTML."""

    title: str
    description: str
    head: str
    body: str
