"""What an officer keeps, linked and frozen. The shape of a record here is also its schema.

Fields follow the records' files; nothing here computes.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

from pydantic import Field, StringConstraints

from changlang.model.fields import (
    Behind,
    Bound,
    Citation,
    Date,
    Exact,
    Files,
    Fraction,
    Ident,
    Line,
    Noun,
    Origin,
    Prose,
    Scale,
    Side,
    Status,
    Text,
)
from changlang.model.languages import Language


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


class Video(Noun):
    """A film below `media/`, the photo that stands for it until it plays, and what is said in it as WebVTT."""

    file: Line
    poster: Ident
    captions: Files = Files()


class Audible(Record):
    """`audio` is the record read aloud: a file below `media/` for each language."""

    audio: Files | None = None


class Playable(Audible):
    video: Video | None = None


class Column(Playable):
    id: Ident
    title: Text
    order: Annotated[int, Field(ge=1, le=99)]
    color: Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
    summary: Text | None = None
    body: Prose = Prose()


class Event(Playable):
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


class Person(Playable):
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


class Board(Audible):
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
