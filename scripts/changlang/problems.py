"""A problem is a value: what is wrong, where, and what to do about it, in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from changlang.messages import MESSAGES

Severity = Literal["error", "warning", "notice"]
Format = Literal["text", "json", "github"]
LONGEST = 300  # characters of anything quoted in a message


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of one place. `line` and `column` count from 1; 0 where the whole file is meant.

    `code` is a key of `MESSAGES`; `args` fill the placeholders of its message and hint.
    """

    file: str
    line: int
    column: int
    code: str
    args: tuple[tuple[str, str], ...] = ()


def problem(code: str, file: str, line: int = 0, column: int = 0, /, **args: object) -> Problem:
    """A `Problem` with its arguments as text. An unknown `code` is a bug and raises `KeyError`."""
    _ = MESSAGES[code]
    return Problem(file, line, column, code, tuple((name, _one_line(value)) for name, value in args.items()))


def _one_line(value: object) -> str:
    """What somebody wrote, as a report may show it: no line ends or hidden signs, and not without end."""
    text = str(value)
    shown = "".join(sign if sign.isprintable() else "�" for sign in text[:LONGEST])
    return shown + "…" if len(text) > LONGEST else shown


def severity(found: Problem) -> Severity:
    return MESSAGES[found.code].severity


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(severity(found) == "error" for found in problems)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Every problem once, by file, line and column."""
    return tuple(sorted(set(problems)))


def message(found: Problem, language: str) -> str:
    return _fill(MESSAGES[found.code].message[language], found)


def hint(found: Problem, language: str) -> str:
    return _fill(MESSAGES[found.code].hint[language], found)


def _fill(template: str, found: Problem) -> str:
    return template.format_map(dict(found.args))


def as_text(found: Problem, language: str) -> str:
    """`file:line:column: severity code message`, then the hint on a line of its own."""
    place = f"{found.file}:{found.line}:{found.column}"
    label = {"zh": "提示", "en": "hint"}[language]
    separator = {"zh": "：", "en": ": "}[language]
    return (
        f"{place}: {severity(found)} {found.code} {message(found, language)}\n"
        f"  {label}{separator}{hint(found, language)}"
    )


def as_json(found: Problem, language: str) -> str:
    """One line of JSON with the keys file, line, column, severity, code, message and hint."""
    fields: Mapping[str, object] = {
        "file": found.file,
        "line": found.line,
        "column": found.column,
        "severity": severity(found),
        "code": found.code,
        "message": message(found, language),
        "hint": hint(found, language),
    }
    return json.dumps(fields, ensure_ascii=False)


def as_github(found: Problem, language: str) -> str:
    """A workflow command, so that a code host shows the problem beside the line."""
    text = f"{message(found, language)} {hint(found, language)}".replace("%", "%25")
    file = found.file.replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    place = f"file={file},line={found.line},col={found.column},title={found.code}"
    return f"::{severity(found)} {place}::{text}"


FORMATS = {"text": as_text, "json": as_json, "github": as_github}
