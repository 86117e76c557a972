"""What the schema found, said in our codes at the place of the very value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails

from changlang.model.fields import Citation
from changlang.model.languages import LANGUAGES
from changlang.model.records import Honour, Strip, Video
from changlang.plain import Path as Within
from changlang.problems import Problem, problem

# From a path in the data to file, line and column.
Locate = Callable[[Within], tuple[str, int, int]]

NUMBERS = ("int_", "float_", "decimal_", "greater_", "less_", "finite_")
PATTERNS = {
    "code": "bad-code",
    "moved_to": "bad-code",
    "color": "bad-color",
    "confirmed": "bad-confirmed",
    "size": "bad-size",
    "url": "bad-url",
}
# How fields are written that are more than a word, a list of words or text in both languages.
SHAPES = {
    "sources": "sources: [{id: …, at: {zh: …, en: …}}]",
    "honours": "honours: [{title: {zh: …, en: …}, year: 2020}]",
    "choices": "choices: [{zh: …, en: …}, {zh: …, en: …}]",
    "focus": "focus: [0.5, 0.5]",
    "icon": "icon: material/flag",
    "hide": "hide: [[0.1, 0.1, 0.2, 0.2]]",
    "strip": 'strip: {total: 9, done: 8, marks: {8: "2016"}}',
    "audio": "audio: {zh: dam.zh.mp3, en: dam.en.mp3}",
    "video": "video: {file: dam.mp4, poster: dam, captions: {zh: dam.zh.vtt, en: dam.en.vtt}}",
    "captions": "captions: {zh: dam.zh.vtt, en: dam.en.vtt}",
    "also": "also: {zh: […, …], en: […, …]}",
    "avoid": "avoid: {zh: […, …], en: […, …]}",
}
# The names that may stand below a field.
NESTED: Mapping[str, Sequence[str]] = {
    "sources": tuple(Citation.model_fields),
    "honours": tuple(Honour.model_fields),
    "strip": tuple(Strip.model_fields),
    "video": tuple(Video.model_fields),
}


def faults(errors: Iterable[ErrorDetails], data: Any, fields: Sequence[str], locate: Locate) -> list[Problem]:
    """One problem for each error of the schema. `fields` are the names that the record may have."""
    return [_fault(error, data, fields, locate) for error in errors if not _follows(error)]


def _follows(error: ErrorDetails) -> bool:
    """Whether an error only follows from another: a list too short for its bad entries, one side of a choice."""
    if error["type"] == "too_short":
        return bool(error["ctx"]["actual_length"] < len(error["input"]))
    return len(error["loc"]) > 1 and error["loc"][-1] == "str"


def _fault(error: ErrorDetails, data: Any, fields: Sequence[str], locate: Locate) -> Problem:
    path = _within(data, error["loc"])
    kind, place = error["type"], locate(path)
    key = "code" if path == ("id",) and "code" in fields else str(path[-1])
    if kind == "extra_forbidden":
        known = fields if len(path) == 1 else NESTED.get(str(path[0]), LANGUAGES)
        return problem("unknown-key", *locate((*path, "@key")), key=key, **nearest(key, known))
    if (kind == "missing" or error["input"] is None) and isinstance(path[-1], str):
        if len(path) > 1 and key in LANGUAGES:
            return problem("missing-translation", *place, field=_field(path), language=key)
        return problem("missing-key", *place, key=key)
    return _value(error, key if key == "code" else _field(path), place)


def _field(path: Within) -> str:
    """The field that a path leads to, without languages and places in lists."""
    names = [step for step in path if isinstance(step, str) and step not in LANGUAGES]
    return names[-1] if names else str(path[-1])


def _value(error: ErrorDetails, name: str, place: tuple[str, int, int]) -> Problem:
    kind = error["type"]
    value = str(error["input"])
    if kind == "literal_error":
        known = re.findall(r"'([^']*)'", str(error["ctx"]["expected"]))
        choice = {"key": name, "value": value, "known": " ".join(known)}
        return problem("unknown-choice", *place, **choice, **nearest(value, known))
    if kind == "value_error":
        return problem("bad-date", *place, key=name, value=value)
    if kind == "string_pattern_mismatch" and name not in SHAPES:
        return problem(PATTERNS.get(name, "bad-id"), *place, id=value)
    if kind.startswith(NUMBERS) and isinstance(error["input"], str):
        return problem("bad-number", *place, key=name, value=value)
    if kind in ("string_too_long", "string_too_short"):
        return problem("bad-length", *place, key=name)
    return problem("bad-shape", *place, key=name, expected=SHAPES.get(name) or _expected(name, kind))


def _expected(name: str, kind: str) -> str:
    """What a field without a form of its own should look like: a list, one value, or text in both languages."""
    if kind.startswith(("tuple", "too_")):
        return f"{name}: […, …]"
    if kind.startswith("bool"):
        return f"{name}: true"
    return f"{name}: …" if kind.startswith(("string", *NUMBERS)) else f"{name}: {{zh: …, en: …}}"


def _within(data: Any, location: Sequence[str | int]) -> Within:
    """The error's path without the names that a choice of types puts in."""
    path: list[str | int] = []
    here = data
    for index, step in enumerate(location):
        if isinstance(here, Mapping) and (step in here or index == len(location) - 1) and isinstance(step, str):
            path.append(step)
            here = here.get(step)
        elif isinstance(here, (list, tuple)) and isinstance(step, int):
            path.append(step)
            here = here[step] if step < len(here) else None
    return tuple(path)


def nearest(word: str, known: Sequence[str]) -> dict[str, str]:
    """The nearest right name as the end of a hint in both languages; empty where none is near."""
    found = get_close_matches(word, known, 1, 0.6)
    if not found:
        return {"nearest_zh": "", "nearest_en": ""}
    return {"nearest_zh": f"，是不是“{found[0]}”？", "nearest_en": f"; did you mean “{found[0]}”?"}
