"""Where things stand: from a path in a record's data, or an index in a body, to file, line and column.

Looked for only when something is wrong, so a file is read once more for it; few files have faults.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from changlang import plain
from changlang.model.records import HandPage, Record
from changlang.plain import Path as Within

Place = tuple[str, int, int]

# Fields of a pair's files that are translated: each file holds its own language's.
TRANSLATED: Mapping[str, tuple[str, ...]] = {
    "columns": ("title", "summary"),
    "events": ("title", "place", "summary"),
    "people": ("title", "summary"),
    "home": ("title", "description", "kicker", "strip_label"),
    "hand": ("title", "description"),
}


class Part(NamedTuple):
    """One file as read: its YAML from line `first_line` on, the value of that, its body from line `body_line` on."""

    file: str
    text: str
    first_line: int = 1
    value: Any = None
    body: str = ""
    body_line: int = 1


def in_part(part: Part, path: Within) -> Place:
    """Where a part of a file's data stands; what is missing is looked for one level up."""
    places = _places(part.text, part.first_line)
    while path and path not in places:
        path = path[:-1]
    return (part.file, *places.get(path, (1, 1)))


def in_pair(kind: str, chinese: Part, english: Part, path: Within) -> Place:
    """Translated fields stand in the file of their language, what confirms them in the English one, the rest not."""
    if path[:1] == ("confirmed",):
        return in_part(english, path)
    if path[:1] and path[0] in TRANSLATED[kind]:
        side = english if "en" in path[1:] else chinese
        return in_part(side, tuple(step for step in path if step not in ("zh", "en")))
    return in_part(chinese, path)


def in_body(part: Part, index: int) -> Place:
    line, column = plain.place(part.body, index)
    return part.file, line + part.body_line - 1, column


@lru_cache(maxsize=4)
def _places(text: str, first_line: int) -> Mapping[Within, tuple[int, int]]:
    return plain.read_yaml(text, "", first_line, places=True)[0].places


def split(text: str, file: str) -> Part | None:
    """A Markdown file in its parts, its data not yet read; None where it has no front matter."""
    head, body, body_line = plain.front_matter(text)
    return None if head is None else Part(file, head, 2, None, body, body_line)


def of_record(root: Path, kind: str, record: Record, path: Within) -> Place:
    """Where a part of a finished record stands."""
    origin = record.origin
    if origin.index is not None:
        return in_part(Part(origin.file, text_of(root, origin.file)), (origin.index, *path))
    return in_pair(kind, _part(root, origin.file), _part(root, origin.english or origin.file), path)


def of_body(root: Path, file: str, index: int) -> Place:
    """Where a character of a finished record's or page's body stands."""
    return in_body(_part(root, file), index)


def of_page(root: Path, page: HandPage, path: Within) -> Place:
    return in_pair("hand", _part(root, page.origin["zh"]), _part(root, page.origin["en"]), path)


def of_english(root: Path, kind: str, record: Any) -> Place:
    """Where the English of a record, of the home page or of a hand-written page stands."""
    if isinstance(record, HandPage):
        return of_page(root, record, ("confirmed",))
    return of_record(root, kind, record, ("confirmed",))


def _part(root: Path, file: str) -> Part:
    return split(text_of(root, file), file) or Part(file, "")


def text_of(root: Path, file: str) -> str:
    """A file's text once more; "" where it has gone meanwhile."""
    try:
        path = root / file
        return _decoded(path, path.stat().st_mtime_ns)
    except OSError:
        return ""


@lru_cache(maxsize=4)
def _decoded(path: Path, _changed: int) -> str:
    """Kept for the many faults that one file may have, for as long as it stays as it is."""
    return plain.decode(path.read_bytes(), path.name)[0]
