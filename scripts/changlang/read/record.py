"""The bytes of one source → its records, or what is wrong with them: all faults of a record at once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any, NamedTuple

from pydantic import ValidationError

from changlang import plain
from changlang.model.fields import Origin
from changlang.model.kinds import KINDS
from changlang.model.records import HandPage, Home
from changlang.plain import Path as Within
from changlang.problems import Problem, problem
from changlang.read.faults import faults, nearest
from changlang.read.hostile import hostile
from changlang.read.places import TRANSLATED, Part, Place, in_body, in_pair, in_part, split
from changlang.read.survey import Source

SCHEMAS: Mapping[str, type[Any]] = {
    **{folder: kind.schema for folder, kind in KINDS.items()},
    "home": Home,
    "hand": HandPage,
}
# Fields that are filled in by reading and never written by an officer.
INNER = frozenset({"origin", "digest", "body", "name", "untranslated", "behind"})
# Files for each language: none stands in for another.
FILES = frozenset({"audio", "captions"})
OWN_ID = {"boards": "code"}
LONGEST_BODY = 100_000  # characters, a hundred pages of print: what Markdown still renders in good time


class Read(NamedTuple):
    """What came of a source. `lost` are the ids of records that are there but have faults."""

    records: list[Any]
    problems: list[Problem]
    lost: list[str]


def read_source(source: Source, texts: Sequence[bytes], lenient: bool = False) -> Read:
    """The records of one file, or of one pair of which both files are there.

    Where it is `lenient` English may be missing, even the whole file of a pair: its fields then hold the Chinese text
    and the record says which they are (`untranslated`).
    """
    if source.kind in TRANSLATED:
        return _pair(source, texts, lenient)
    part, problems = _list(source.file, texts[0])
    read = Read([], problems, [])
    for index, item in enumerate(part.value):
        made, found, ident = _item(source.kind, part, index, item, lenient)
        read.records.extend(made)
        read.problems.extend(found)
        read.lost.extend([ident] if ident and found else [])
    return read


def _list(file: str, data: bytes) -> tuple[Part, list[Problem]]:
    """A file of records; its value is a list, and an empty one where it cannot be read."""
    text, found = plain.decode(data, file)
    document, more = plain.read_yaml(text, file)
    problems = [*found, *more]
    part = Part(file, text, value=document.value)
    if isinstance(part.value, list):
        return part, problems
    if part.value is not None and not problems:
        problems.append(problem("not-a-list", file, 1, 1))
    return part._replace(value=[]), problems


def _item(kind: str, part: Part, index: int, item: Any, lenient: bool) -> tuple[list[Any], list[Problem], str]:
    """One record of a list, its problems, and the id that it goes by."""
    own = OWN_ID.get(kind, "zh" if kind == "terms" else "id")

    def locate(path: Within) -> Place:
        return in_part(part, (index, *((own, *path[1:]) if path[:1] == ("id",) and own in item else path)))

    if not isinstance(item, dict):
        shape = problem("bad-shape", *in_part(part, (index,)), key=f"#{index + 1}", expected="id: …")
        return [], [shape], ""
    data = dict(item)
    ident = str(data.get(own) or "")
    if own != "id":
        if "id" in data:
            strange = problem("unknown-key", *in_part(part, (index, "id", "@key")), key="id", **nearest("id", [own]))
            return [], [strange], ident
        if kind == "terms":
            data["id"] = ident
        elif own in data:
            data["id"] = data.pop(own)
    digest = hashlib.sha256(repr(item).encode()).hexdigest()[:20]
    extra: dict[str, Any] = {"origin": Origin(file=part.file, index=index), "digest": digest}
    if lenient:
        data, extra["untranslated"] = in_chinese(data)
    return *_validated(kind, data, extra, locate), ident


def _pair(source: Source, texts: Sequence[bytes], lenient: bool) -> Read:
    """A record in two files: the Chinese one carries the data, the English one what is translated."""
    chinese, problems = _markdown(source.file, texts[0])
    nothing = Part(source.file, "", value={})
    english, more = _markdown(source.english, texts[1]) if source.english else (nothing, [])
    problems += more
    if chinese is None or english is None:
        return Read([], problems, [source.ident])
    problems += _english_only(source.kind, chinese, english) + _bodies(chinese, english, lenient)
    digest = hashlib.sha256(b"\0".join(texts)).hexdigest()[:20]
    extra = _extra(source, chinese, english, digest)
    data = _merged(source.kind, chinese, english)
    if lenient:
        data, untranslated = in_chinese(data)
        extra |= {"untranslated": untranslated}
        if chinese.body.strip() and not english.body.strip():
            extra |= {"body": {"zh": chinese.body, "en": chinese.body}, "untranslated": (*untranslated, "body")}
    locate = partial(in_pair, source.kind, chinese, english)
    made, found = _validated(source.kind, data, extra, locate)
    problems += found
    return Read([] if problems else made, problems, [source.ident] if problems else [])


def _extra(source: Source, chinese: Part, english: Part, digest: str) -> dict[str, Any]:
    """What reading adds to the data of a pair."""
    extra: dict[str, Any] = {"digest": digest, "body": {"zh": chinese.body, "en": english.body}}
    if source.kind == "hand":
        return extra | {"name": source.ident, "origin": {"zh": source.file, "en": source.english or source.file}}
    return extra | {"id": source.ident, "origin": Origin(file=source.file, english=source.english or None)}


def _markdown(file: str, data: bytes) -> tuple[Part | None, list[Problem]]:
    text, problems = plain.decode(data, file)
    if problems:
        return None, list(problems)
    part = split(text, file)
    if part is None:
        return None, [problem("no-front-matter", file, 1, 1)]
    document, problems = plain.read_yaml(part.text, file, part.first_line)
    value = document.value if document.value is not None else {}
    if not isinstance(value, dict):
        problems = problems or (problem("bad-shape", file, 2, 1, key="---", expected="title: …"),)
    return (None if problems else part._replace(value=value)), list(problems)


def _english_only(kind: str, chinese: Part, english: Part) -> list[Problem]:
    """The English file holds translations and what they were confirmed against; data in two places would drift."""
    own = (*TRANSLATED[kind], "confirmed")
    found = [
        problem("data-in-english", *in_part(english, (key, "@key")), key=key, **nearest(key, own))
        for key in english.value
        if key not in own
    ]
    if "confirmed" in chinese.value:
        place = in_part(chinese, ("confirmed", "@key"))
        found.append(problem("unknown-key", *place, key="confirmed", **nearest("confirmed", TRANSLATED[kind])))
    return found


def _bodies(chinese: Part, english: Part, lenient: bool) -> list[Problem]:
    """Both languages have a body or neither; no body is endless, and nothing hostile stands in one."""
    problems = []
    for part, other, language in ((chinese, english, "zh"), (english, chinese, "en")):
        if not part.body.strip() and other.body.strip() and not (lenient and language == "en"):
            place = (part.file, part.body_line, 1)
            problems.append(problem("missing-translation", *place, field="body", language=language))
        if len(part.body) > LONGEST_BODY:
            problems.append(problem("bad-length", part.file, part.body_line, 1, key="body"))
        elif "<" in part.body or "](" in part.body or "]:" in part.body:
            for code, index, what in islice(hostile(part.body), plain.MOST):
                problems.append(problem(code, *in_body(part, index), what=what))
    return problems


def _merged(kind: str, chinese: Part, english: Part) -> dict[str, Any]:
    """The data of both files, translated fields as text in two languages; what only one file has stays half."""
    data = dict(chinese.value) | {"confirmed": english.value.get("confirmed")}
    for key in TRANSLATED[kind]:
        sides = {"zh": chinese.value.get(key), "en": english.value.get(key)}
        data[key] = {language: text for language, text in sides.items() if text is not None} or None
    return data


def in_chinese(data: dict[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Data whose missing English is the Chinese, and the fields where it is: `title`, `honours.0.title`."""
    missing: list[str] = []

    def fill(value: Any, path: str) -> Any:
        if isinstance(value, list):
            return [fill(item, f"{path}.{index}") for index, item in enumerate(value)]
        if not isinstance(value, dict):
            return value
        if isinstance(value.get("zh"), str) and not value.get("en"):
            missing.append(path)
            value = {**value, "en": value["zh"]}
        return {
            key: item if key in FILES else fill(item, f"{path}.{key}" if path else key) for key, item in value.items()
        }

    return fill(data, ""), tuple(missing)


def _validated(
    kind: str, data: Mapping[str, Any], extra: Mapping[str, Any], locate: Callable[[Within], Place]
) -> tuple[list[Any], list[Problem]]:
    schema = SCHEMAS[kind]
    own = OWN_ID.get(kind, "id")
    fields = [own if name == "id" else name for name in schema.model_fields if name not in INNER]
    problems = [
        problem("unknown-key", *locate((key, "@key")), key=key, **nearest(key, fields))
        for key in data
        if key in INNER
    ]
    clean = {key: value for key, value in data.items() if key not in INNER and value is not None}
    try:
        made = schema.model_validate({**clean, **extra})
    except ValidationError as error:
        return [], problems + faults(error.errors(), data, fields, locate)
    return ([] if problems else [made]), problems
