"""What the schema found, said in our codes at the place of the very value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails

from changlang.plain import Path as Place
from changlang.problems import Problem, problem

# From a path in the data to file, line and column.
Locate = Callable[[Place], tuple[str, int, int]]

NUMBERS = ("int_", "float_", "decimal_", "greater_", "less_", "finite_")
SHAPES = ("tuple_type", "model_type", "mapping_type", "list_type", "string_type", "bool_", "dict_type")
PATTERNS = {"id": "bad-id", "code": "bad-code", "color": "bad-color", "size": "bad-size", "url": "bad-url"}


def fault(error: ErrorDetails, data: Any, fields: Sequence[str], locate: Locate) -> Problem:
    """One problem for one error of the schema. `fields` are the names that the record may have."""
    path = _within(data, error["loc"])
    name = str(path[-1]) if path else ""
    kind = error["type"]
    if kind == "missing":
        if name in ("zh", "en"):
            field = str(path[-2]) if len(path) > 1 else ""
            return problem("missing-translation", *locate(path[:-1]), field=field, language=name)
        return problem("missing-key", *locate(path[:-1]), key=name)
    if kind == "extra_forbidden":
        known = fields if len(path) == 1 else ()
        return problem("unknown-key", *locate((*path, "@key")), key=name, **nearest(name, known))
    return _value(error, path, "code" if name == "id" and "code" in fields else name, locate)


def _value(error: ErrorDetails, path: Place, name: str, locate: Locate) -> Problem:
    kind, place = error["type"], locate(path)
    value = error["input"] if isinstance(error["input"], str) else ""
    if kind == "literal_error":
        known = re.findall(r"'([^']*)'", str(error["ctx"]["expected"]))
        return problem(
            "unknown-choice", *place, key=name, value=value, known=" ".join(known), **nearest(value, known)
        )
    if kind == "value_error":
        return problem("bad-date", *place, key=name, value=value)
    if kind == "string_pattern_mismatch":
        return problem(PATTERNS.get(name, "bad-id"), *place, id=value)
    if kind.startswith(NUMBERS):
        return problem("bad-number", *place, key=name, value=value)
    if kind in ("string_too_long", "string_too_short"):
        return problem("bad-length", *place, key=name)
    return problem("bad-shape", *place, key=name, expected=_expected(name))


def _within(data: Any, location: Sequence[str | int]) -> Place:
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


SHAPE_OF = {
    "sources": "[{id: …, at: {zh: …, en: …}}]",
    "honours": "[{title: {zh: …, en: …}, year: 2020}]",
    "choices": "[{zh: …, en: …}, {zh: …, en: …}]",
    "focus": "[0.5, 0.5]",
    "hide": "[[0.1, 0.1, 0.2, 0.2]]",
    "strip": '{total: 9, done: 8, marks: {8: "2016"}}',
}
LISTS = frozenset({"photos", "figures", "people", "tags", "events", "show", "timeline"})


def _expected(name: str) -> str:
    return SHAPE_OF.get(name) or ("[…, …]" if name in LISTS else "{zh: …, en: …}")


def nearest(word: str, known: Sequence[str]) -> dict[str, str]:
    """The nearest right name as the end of a hint in both languages; empty where none is near."""
    found = get_close_matches(word, known, 1, 0.6)
    if not found:
        return {"nearest_zh": "", "nearest_en": ""}
    return {"nearest_zh": f"，是不是“{found[0]}”？", "nearest_en": f"; did you mean “{found[0]}”?"}
