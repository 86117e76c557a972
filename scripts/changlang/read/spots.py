"""From signs of a finished record's text back to the very signs of its file, for reports and for mending in place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from changlang import plain
from changlang.model.languages import Language
from changlang.model.records import HandPage, Record
from changlang.plain import Path as Within
from changlang.read.places import TRANSLATED, Place, of_page, of_record, text_of

BODY = ("body",)


class Spot(NamedTuple):
    """A stretch of a file's text, as indexes into it, line ends counted as one sign."""

    file: str
    start: int
    end: int


def place_of(
    root: Path, kind: str, record: Record | HandPage, path: Within, language: Language, text: str, index: int
) -> Place:
    """File, line and column of the sign at `index` of a `text` that `record` has at `path` in one language.

    It is the beginning of the value where YAML writes that otherwise than it reads.
    """
    spot = spot_of(root, kind, record, path, language, text, index, index + 1)
    if spot:
        return spot.file, *plain.place(text_of(root, spot.file), spot.start)
    if isinstance(record, HandPage):
        return of_page(root, record, (*path, language))
    return of_record(root, kind, record, (*path, language))


def spot_of(
    root: Path,
    kind: str,
    record: Record | HandPage,
    path: Within,
    language: Language,
    text: str,
    start: int,
    end: int,
) -> Spot | None:
    """Where a file holds `text[start:end]` of a record's text; None where its YAML writes that otherwise."""
    file, own = _written(kind, record, path, language)
    source = text_of(root, file)
    if path == BODY:
        offset = len(source) - len(plain.front_matter(source)[1])
        return Spot(file, offset + start, offset + end)
    span = _spans(source).get(own)
    found = _found(source[span[0] : span[1]], text, start, end) if span else None
    return Spot(file, span[0] + found[0], span[0] + found[1]) if span and found else None


def _written(kind: str, record: Record | HandPage, path: Within, language: Language) -> tuple[str, Within]:
    """The file that a text stands in, and the path to it there."""
    if isinstance(record, HandPage):
        return record.origin[language], path
    origin = record.origin
    if origin.index is not None:
        return origin.file, (origin.index, *path, language)
    if path == BODY or path[0] in TRANSLATED[kind]:
        return (origin.english or origin.file) if language == "en" else origin.file, path
    return origin.file, (*path, language)


@lru_cache(maxsize=16)
def _spans(source: str) -> Mapping[Within, tuple[int, int]]:
    """Where each value of a file begins and ends; a Markdown file's values are those of its front matter."""
    head, _, _ = plain.front_matter(source)
    if head is None:
        return plain.read_spans(source)
    return {path: (start + 4, end + 4) for path, (start, end) in plain.read_spans(head).items()}


def _found(raw: str, text: str, start: int, end: int) -> tuple[int, int] | None:
    """`text[start:end]` in the way YAML writes `text`: folded over lines, indented, quoted, but without escapes.

    Every sign but white space stands there in order; what stands between them is YAML's own.
    """
    if raw[:1] == '"' and "\\" in raw:
        return None
    at, first, last = 0, -1, -1
    for index, sign in enumerate(text[:end]):
        at = raw.find(sign, at) if not sign.isspace() else at
        if at < 0 or at >= len(raw):
            return None
        if index == start:
            first = at
        if index == end - 1:
            last = at
        at += not sign.isspace() or raw[at] == sign
    return (first, last + 1) if 0 <= first <= last else None
