"""Plain text and plain YAML: UTF-8 without hidden signs; YAML without anchors, aliases, tags, twin keys.

The only file that imports yaml. Scalars stay text until a schema decides: `no`, `012` and `1:30` keep their
spelling.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import yaml
from yaml._yaml import CParser

from changlang.problems import Problem, problem

LARGEST = 1 << 20  # bytes of one source file
DEEPEST = 24  # levels of nesting, far more than any record has
MOST = 20  # faults of one sort in one file; whoever made that many mends them all in one go
STACK = 1000  # levels of nesting that any stack can hold while a text is composed

# Signs that nobody sees: controls but tab and line ends, soft hyphens, fillers, zero-width signs, marks that
# turn the direction of text (Unicode TR 36), tags, and code points that are no characters.
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff\U000e0000-\U000e007f]"
)
# Cheap signs that a text may use what plain YAML has not; only such a text is looked at event by event.
SUSPICIOUS = re.compile(rf"[&*!]|<<|^(?:%|---|\.\.\.|[ ?:-]{{{STACK // 2}}})", re.MULTILINE)

NOTHING = ("", "~", "null", "Null", "NULL")

# What the parser says → what an officer can see.
SYNTAX = (
    ("mapping values are not allowed", "这里多了一个冒号", "there is a colon too many"),
    ("could not find expected ':'", "这里缺少冒号", "a colon is missing"),
    (
        "cannot start any token",
        "不能以这个符号开头（制表符、@、% 等）",
        "nothing begins with this sign (a tab, @, %)",
    ),
    ("end of stream", "引号或括号没有结束", "a quotation mark or bracket is not closed"),
    (
        "expected key",
        "与上面没有对齐，或引号后还有字",
        "it is not in line with what is above, or follows a quotation",
    ),
    ("expected '-'", "这里应当以“- ”开头", "a “- ” is missing"),
    ("expected ','", "括号里缺少逗号，或括号没有结束", "a comma or a closing bracket is missing"),
    ("tab character", "缩进用了制表符", "a tab is used where spaces should be"),
    ("it is not YAML", "不是 YAML", "it is not YAML"),
)

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML value of dicts, lists and text, and where each part of it stands: path → (line, column) from 1.

    The place of a key is under the path of its value with `@key` behind it.
    """

    value: Any
    places: Mapping[Path, tuple[int, int]] = field(default_factory=dict)


def decode(data: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a source file; "" with problems where it is no UTF-8, too large or holds hidden signs."""
    if len(data) > LARGEST:
        return "", (problem("file-too-large", file, size=len(data), largest=LARGEST),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        return "", (problem("not-utf8", file, line, byte=fault.start + 1),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = tuple(
        problem("hidden-sign", file, *place(text, match.start()), sign=f"U+{ord(match[0]):04X}")
        for match in islice(HIDDEN.finditer(text), MOST)
    )
    return ("" if found else text), found


def place(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of a character of a text."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def front_matter(text: str) -> tuple[str | None, str, int]:
    """(YAML or None, body, first line of the body) of a Markdown text that begins with `---`."""
    if not text.startswith("---\n"):
        return None, text, 1
    end = text.find("\n---\n", 3)
    if end < 0 and text.endswith("\n---"):
        end = len(text) - 4
    if end < 0:
        return None, text, 1
    return text[4 : end + 1], text[end + 5 :], text.count("\n", 0, end + 5) + 1


def read_yaml(
    text: str, file: str, first_line: int = 1, places: bool = False, tags: bool = False
) -> tuple[Document, tuple[Problem, ...]]:
    """The value of a YAML text whose first line is `first_line` of its file; an empty text is None.

    With faults the value is what could be read of it, which may be nothing. Places are kept where asked for.
    `tags` lets `!tag` pass unread, for settings that are shared with the host.
    """
    if SUSPICIOUS.search(text) or text.count("[") + text.count("{") > STACK:
        found = _forbidden(text, file, first_line, tags)
        if found:
            return Document(None), found
    try:
        node = yaml.compose(text, Loader=_Nodes)  # type: ignore[arg-type]  # which has all that composing asks for
    except (yaml.YAMLError, RecursionError, ValueError) as fault:
        return Document(None), (_syntax(fault, file, first_line),)
    walk = _Walk(file, first_line - 1, {} if places else None, [])
    value = walk.value(node, ()) if node is not None else None
    return Document(value, walk.places or {}), tuple(walk.problems)


def read_spans(text: str) -> Mapping[Path, tuple[int, int]]:
    """Where each value of a sound YAML text begins and ends, as indexes; what is unsound `read_yaml` says first.

    A value of several lines may reach over comments and empty lines behind it.
    """
    found: dict[Path, tuple[int, int]] = {}
    _span(yaml.compose(text, Loader=_Nodes), (), found)  # type: ignore[arg-type]
    return found


def _span(node: yaml.Node | None, path: Path, found: dict[Path, tuple[int, int]]) -> None:
    if node is None:
        return
    found[path] = (node.start_mark.index, node.end_mark.index)
    if isinstance(node, yaml.MappingNode):
        for key, item in node.value:
            _span(item, (*path, str(key.value)), found)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            _span(item, (*path, index), found)


def _forbidden(text: str, file: str, first_line: int, tags: bool) -> tuple[Problem, ...]:
    """Anchors, aliases, tags, merge keys, second documents and deep nesting, at their places.

    Nesting is looked at here too: composing a very deep text would exhaust the stack and end the process.
    """
    found: list[Problem] = []
    documents = depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            mark: Any = event.start_mark
            place = (file, mark.line + first_line, mark.column + 1)
            documents += isinstance(event, yaml.DocumentStartEvent)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            what = _feature(event, tags) if documents < 2 else "---"
            if what:
                found.append(problem("yaml-feature", *place, what=what))
            if depth > DEEPEST:
                found.append(problem("yaml-depth", *place, deepest=DEEPEST))
            if documents > 1 or depth > DEEPEST or len(found) > MOST:
                break
    except (yaml.YAMLError, RecursionError, ValueError) as fault:
        found.append(_syntax(fault, file, first_line))
    return tuple(found)


def _feature(event: Any, tags: bool) -> str:
    if isinstance(event, yaml.AliasEvent):
        return f"*{event.anchor}"
    if getattr(event, "anchor", None):
        return f"&{event.anchor}"
    if getattr(event, "tag", None) and not tags:
        return str(event.tag)
    if isinstance(event, yaml.ScalarEvent) and event.value == "<<" and not event.style:
        return "<<"
    return ""


def _syntax(fault: Exception, file: str, first_line: int) -> Problem:
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    said = str(getattr(fault, "problem", None) or "it is not YAML")
    known = next((words for sign, *words in SYNTAX if sign in said), [said, said])
    line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
    return problem("yaml-syntax", file, line, column, detail_zh=known[0], detail_en=known[1])


class _Nodes(CParser):
    """The C parser without its guesses at types: they are half of its time, and scalars stay text here."""

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: object) -> str:
        return ""

    def descend_resolver(self, parent: yaml.Node | None, index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


@dataclass(slots=True)
class _Walk:
    """One way through a composed text: values, and on the way the places and the faults."""

    file: str
    above: int
    places: dict[Path, tuple[int, int]] | None
    problems: list[Problem]

    def value(self, node: yaml.Node, path: Path) -> Any:
        if self.places is not None:
            self.places[path] = self._place(node)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if len(path) >= DEEPEST:
            self._fault("yaml-depth", node, deepest=DEEPEST)
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        first: dict[str, int] = {}
        for key, item in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._fault("yaml-key", key)
                continue
            name = str(key.value)
            if name in first:
                self._fault("duplicate-key", key, key=name, first=first[name])
                continue
            first[name] = key.start_mark.line + self.above + 1
            if self.places is not None:
                self.places[(*path, name, "@key")] = self._place(key)
            found[name] = self.value(item, (*path, name))
        return found

    def _scalar(self, node: yaml.ScalarNode) -> str | None:
        """Text as written; nothing at all (`key:`, `~`, `null` without quotes) is None."""
        text = str(node.value)
        if node.style == '"':  # which can write a hidden sign as an escape
            match = HIDDEN.search(text)
            if match:
                self._fault("hidden-sign", node, sign=f"U+{ord(match[0]):04X}")
        return None if not node.style and text in NOTHING else text

    def _place(self, node: yaml.Node) -> tuple[int, int]:
        return node.start_mark.line + self.above + 1, node.start_mark.column + 1

    def _fault(self, code: str, node: yaml.Node, /, **args: object) -> None:
        if len(self.problems) < MOST:
            self.problems.append(problem(code, self.file, *self._place(node), **args))
