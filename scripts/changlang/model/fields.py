"""What a field of a record may hold: ids, lines, dates, exact numbers, and texts in both languages."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal

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
from changlang.model.languages import Language

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


class Files(Noun):
    """A file for each language; one that is not there yet is None."""

    zh: Line | None = None
    en: Line | None = None

    def __getitem__(self, language: Language) -> str | None:
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
