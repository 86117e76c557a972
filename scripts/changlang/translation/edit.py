"""Values written into an officer's file as text: every other byte stays, comments, quotes and line ends too.

Nothing here is taken on trust: what was written is read again, and has to be what it was but for that one value.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from changlang import plain
from changlang.plain import Path

LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
LINE_END = re.compile(r"\r\n|\r|\n")
FENCE, MARK = "---", "\ufeff"
# Text that YAML reads as itself without quotes, whatever stands before and behind it.
BARE = re.compile(
    r"[A-Za-z\u4e00-\u9fff][\w .;()/%$+\u2013\u2014\u2018-\u201d\u3000-\u303f\uff00-\uff65-]*", re.UNICODE
)
NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
Spans = Mapping[Path, tuple[int, int]]
# Numbers too are text here, as they are wherever YAML is read.
Value = str | list[Any]


class Unwritable(Exception):
    """The file is written in a way that this module cannot add a value to without touching what else is there."""


def set_value(text: str, path: Path, value: Value) -> str:
    """A YAML text in which what stands at `path` is `value`, a text or a list.

    It is replaced where it is, else added to the mapping above it. Raises `Unwritable` where that cannot be done, and
    where the mapping above is not there.
    """
    if text.startswith(MARK):
        return MARK + set_value(text[1:], path, value)
    former = _read(text)
    spans = plain.read_spans(text)
    made = _replaced(text, spans, path, value) if path in spans else _added(text, spans, path, value)
    if _read(made) != _with(former, path, value) or _comments(made) != _comments(text):
        raise Unwritable
    return made


def set_front(text: str, path: Path, value: str) -> str:
    """A Markdown text with one value of its front matter set. Raises `Unwritable`."""
    head, front, rest = _split(text)
    return head + set_value(front, path, value) + rest


def without_front(text: str, key: str) -> str:
    """A Markdown text without one key of its front matter, which stands on one line. Raises `Unwritable`."""
    head, front, rest = _split(text)
    return head + without(front, (key,)) + rest


def without(text: str, path: Path) -> str:
    """A YAML text without a key that has one line, or one place between braces, to itself. Raises `Unwritable`."""
    if text.startswith(MARK):
        return MARK + without(text[1:], path)
    former = _read(text)
    spans = plain.read_spans(text)
    if path not in spans:
        return text
    start, end = spans[path]
    pattern = rf"{re.escape(str(path[-1]))}[ \t]*:[ \t]*$"
    key = re.search(pattern, text[:start])
    if key is None:
        raise Unwritable
    made = _cut(text, key.start(), end)
    if _read(made) != _less(former, path) or _comments(made) != _comments(text):
        raise Unwritable
    return made


def _cut(text: str, start: int, end: int) -> str:
    """The text without a key and its value: with its whole line, or with the comma beside it."""
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    if not text[line:start].strip():
        return text[:line] + text[_line_after(text, end) :]
    before = re.search(r",\s*$", text[:start])
    if before:
        return text[: before.start()] + text[end:]
    after = re.match(r"\s*,\s*", text[end:])
    return text[:start] + text[end + (after.end() if after else 0) :]


def _less(value: Any, path: Path) -> Any:
    """A YAML value without the key at a path."""
    step, rest = path[0], path[1:]
    if isinstance(value, list):
        return [_less(item, rest) if index == step else item for index, item in enumerate(value)]
    if not rest:
        left = {key: item for key, item in value.items() if key != step}
        return left or None
    return {key: _less(item, rest) if key == step else item for key, item in value.items()}


def set_body(text: str, body: str) -> str:
    """A Markdown text with another body. Raises `Unwritable` where it has no front matter."""
    head, front, rest = _split(text)
    fence = str(LINES.findall(rest)[0]).rstrip("\r\n")
    end = _line_end(text)
    return head + front + fence + end + LINE_END.sub(lambda _: end, body)


def scalar(text: str) -> str:
    """A text as YAML writes it on one line: as it is, or in double quotes."""
    plainly = BARE.fullmatch(text) and not text.endswith(" ") and text not in plain.NOTHING
    return text if plainly else json.dumps(text, ensure_ascii=False)


def _flow(value: Value) -> str:
    """A text, or a list of texts, numbers and lists, as YAML writes it on one line."""
    if isinstance(value, list):
        return "[" + ", ".join(item if _numeral(item) else _flow(item) for item in value) + "]"
    return scalar(value)


def _numeral(item: Value) -> bool:
    return isinstance(item, str) and NUMBER.fullmatch(item) is not None


def _split(text: str) -> tuple[str, str, str]:
    """What stands before the YAML of a Markdown text, the YAML, and the closing line with all behind it."""
    lines = LINES.findall(text)
    fences = [index for index, line in enumerate(lines) if line.rstrip("\r\n") in (FENCE, MARK + FENCE)]
    if len(fences) < 2 or fences[0] != 0:
        raise Unwritable
    return lines[0], "".join(lines[1 : fences[1]]), "".join(lines[fences[1] :])


def _line_end(text: str) -> str:
    found = LINE_END.search(text)
    return found[0] if found else "\n"


def _read(text: str) -> Any:
    document, problems = plain.read_yaml(LINE_END.sub("\n", text), "")
    if problems:
        raise Unwritable
    return document.value


def _with(value: Any, path: Path, new: Value) -> Any:
    """A YAML value in which what stands at a path is another."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(value, list) and isinstance(step, int):
        return [_with(item, rest, new) if index == step else item for index, item in enumerate(value)]
    if value is not None and not isinstance(value, dict):
        raise Unwritable
    return {**(value or {}), step: _with((value or {}).get(step), rest, new)}


def _comments(text: str) -> list[str]:
    """The lines that are comments: in what an officer writes, all that a value cannot show to have been lost."""
    return [line.strip() for line in LINES.findall(text) if line.lstrip().startswith("#")]


def _replaced(text: str, spans: Spans, path: Path, value: Value) -> str:
    start = spans[path][0]
    end = _end(text, spans, path)
    gap = " " if text[start - 1 : start] == ":" else ""
    tail = _line_end(text) if text[start:end].endswith(("\n", "\r")) else ""
    return text[:start] + gap + _flow(value) + tail + text[end:]


def _added(text: str, spans: Spans, path: Path, value: Value) -> str:
    above, line = path[:-1], f"{path[-1]}: {_flow(value)}"
    if not above and () not in spans:
        return _closed(text) + line + _line_end(text)
    if above not in spans:
        raise Unwritable
    start = spans[above][0]
    last = _last(spans, above)
    if text[start : start + 1] == "{":
        at = _end(text, spans, last) if last != above else start + 1
        return text[:at] + (", " if last != above else "") + line + text[at:]
    if last == above:  # `key:` with nothing behind it
        raise Unwritable
    at = _line_after(text, _end(text, spans, _leaf(text, spans, last)))
    column = start - max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) - 1
    return _closed(text[:at]) + " " * column + line + _line_end(text) + text[at:]


def _closed(text: str) -> str:
    """A text whose last line is ended."""
    return text if not text or text.endswith(("\n", "\r")) else text + _line_end(text)


def _last(spans: Spans, above: Path) -> Path:
    """The last entry of a mapping or list; itself where it has none."""
    below = [path for path in spans if len(path) == len(above) + 1 and path[: len(above)] == above]
    return max(below, key=lambda path: spans[path]) if below else above


def _leaf(text: str, spans: Spans, path: Path) -> Path:
    """The last value of one piece that a value ends with: the ends of what has lines below it are not exact."""
    while text[spans[path][0] : spans[path][0] + 1] not in ("{", "[") and _last(spans, path) != path:
        path = _last(spans, path)
    return path


def _end(text: str, spans: Spans, path: Path) -> int:
    """Where a value really ends: a block of lines without the comments and empty lines behind it."""
    start, end = spans[path]
    if text[start : start + 1] not in ("|", ">"):
        return end
    lines = LINES.findall(text[start:end])
    margin = min((_indent(line) for line in lines[1:2] if line.strip()), default=1)
    while len(lines) > 1 and (not lines[-1].strip() or _indent(lines[-1]) < margin):
        lines.pop()
    return start + len("".join(lines))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _line_after(text: str, at: int) -> int:
    """The beginning of the line after the one that a value ends in; where it ends with its line end, right there."""
    if at and text[at - 1] in "\r\n":
        return at
    found = LINE_END.search(text, at)
    return found.end() if found else len(text)
