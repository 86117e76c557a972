"""Files → records. A bad file is a problem, never a stop; all faults of a record come at once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from changlang import plain
from changlang.model import KINDS, HandPage, Home, Origin, Record
from changlang.plain import Path as Place
from changlang.problems import Problem, problem
from changlang.read import cache
from changlang.read.faults import fault, nearest
from changlang.read.survey import Source
from changlang.settings import Settings
from changlang.spread import cores, spread

# Fields of a pair's files that are translated: each file holds its own language's.
TRANSLATED: Mapping[str, tuple[str, ...]] = {
    "columns": ("title", "summary"),
    "events": ("title", "place", "summary"),
    "people": ("title", "summary"),
    "home": ("title", "description", "kicker", "strip_label"),
    "hand": ("title", "description"),
}
SCHEMAS: Mapping[str, type[Any]] = {
    **{folder: kind.schema for folder, kind in KINDS.items()},
    "home": Home,
    "hand": HandPage,
}
# Fields that are filled in by reading and never written by an officer.
INNER = frozenset({"origin", "digest", "body", "name"})
OWN_ID = {"boards": "code"}


class Records(NamedTuple):
    """Everything that could be read, in the order of the files.

    `broken` holds `folder/id` of what is there but has faults, so that links to it are not called wrong as well.
    """

    records: tuple[tuple[str, Record], ...]
    home: Home | None
    hand: tuple[HandPage, ...]
    broken: frozenset[str] = frozenset()


class Part(NamedTuple):
    """One file as read: its front matter or list, its body, and where each part stands."""

    file: str
    text: str
    value: Any
    body: str
    first_line: int


def parse(sources: tuple[Source, ...], settings: Settings) -> tuple[Records, tuple[Problem, ...]]:
    """Reads every source, or takes it from the cache. Records with faults are left out; their problems say why."""
    memory = cache.load(cache.place(settings.cache))
    stamps = {source: cache.stamp(source, settings.root) for source in sources}
    known = {
        source: memory[source][1]
        for source, stamp in stamps.items()
        if source in memory and stamp and memory[source][0] == stamp
    }
    fresh = [source for source in sources if source not in known]
    read = spread(partial(_as_json, root=settings.root), fresh, cores())
    problems: list[Problem] = []
    faulty: set[Source] = set()
    broken: set[str] = set()
    for source, (records, found, lost) in zip(fresh, read, strict=True):
        problems += found
        known[source] = records
        broken |= {f"{source.kind}/{ident}" for ident in lost}
        if found:
            faulty.add(source)
    made = _made(sources, known)._replace(broken=frozenset(broken))
    if fresh or len(memory) != len(sources):
        sound = ((source, stamps[source], known[source]) for source in sources if source not in faulty)
        cache.save(cache.place(settings.cache), sound)
    return made, tuple(problems)


def _as_json(source: Source, root: Path) -> tuple[str, list[Problem], list[str]]:
    """A source's records as a JSON list (what the cache keeps, and quicker to hand over than objects), its problems,
    and the ids of its records that have some."""
    records, problems = read_source(source, root)
    items = (record.model_dump_json(exclude_defaults=True) for record in records)
    lost = _lost(source, {getattr(record, "id", "") for record in records}, root) if problems else []
    return f"[{','.join(items)}]", problems, lost


def _lost(source: Source, made: set[str], root: Path) -> list[str]:
    """The ids that a faulty source names and that no record came of."""
    if source.kind in TRANSLATED:
        return [] if made else [source.ident]
    part, _ = _read_list(source.file, root)
    key = "zh" if source.kind == "terms" else OWN_ID.get(source.kind, "id")
    named = [item.get(key) for item in (part.value if part else ()) if isinstance(item, dict)]
    return [ident for ident in named if isinstance(ident, str) and ident not in made]


def _made(sources: tuple[Source, ...], lists: Mapping[Source, str]) -> Records:
    """The records of all sources, each kind made in one go."""
    found: dict[str, list[Any]] = {}
    for kind, schema in SCHEMAS.items():
        texts = ",".join(lists[source] for source in sources if source.kind == kind)
        groups = TypeAdapter(list[list[schema]]).validate_json(f"[{texts}]")  # type: ignore[valid-type]
        found[kind] = [record for group in groups for record in group]
    records = tuple((kind, record) for kind in KINDS for record in found[kind])
    return Records(records, next(iter(found["home"]), None), tuple(found["hand"]))


def read_source(source: Source, root: Path) -> tuple[list[Any], list[Problem]]:
    """The records of one file or pair."""
    if source.kind in TRANSLATED:
        return _read_pair(source, root)
    part, problems = _read_list(source.file, root)
    if part is None:
        return [], problems
    records = []
    for index, item in enumerate(part.value):
        made, found = _list_record(source.kind, part, index, item)
        problems += found
        records += made
    return records, problems


def _text(file: str, root: Path) -> tuple[str, list[Problem]]:
    try:
        data = (root / file).read_bytes()
    except OSError as error:
        return "", [problem("unreadable", file, reason=error.strerror or "")]
    text, found = plain.decode(data, file)
    return text, list(found)


def _read_list(file: str, root: Path) -> tuple[Part | None, list[Problem]]:
    text, problems = _text(file, root)
    if problems:
        return None, problems
    document, found = plain.read_yaml(text, file)
    problems += found
    if not found and not isinstance(document.value, list):
        if document.value is not None:
            problems.append(problem("not-a-list", file, 1, 1))
        return None, problems
    return (Part(file, text, document.value, "", 1) if isinstance(document.value, list) else None), problems


def _list_record(kind: str, part: Part, index: int, item: Any) -> tuple[list[Any], list[Problem]]:
    locate = partial(_locate_item, part, index)
    if not isinstance(item, dict):
        return [], [problem("bad-shape", *locate(()), key=f"#{index + 1}", expected="id: …")]
    data = dict(item)
    own = OWN_ID.get(kind)
    if own and own in data:
        data["id"] = data.pop(own)
    elif own and "id" in data:
        return [], [problem("unknown-key", *locate(("id", "@key")), key="id", **nearest(own, [own]))]
    if kind == "terms" and isinstance(data.get("zh"), str):
        data["id"] = data["zh"]
    digest = hashlib.sha256(repr(item).encode()).hexdigest()[:20]
    extra = {"origin": Origin(file=part.file, index=index), "digest": digest}
    return _validate(kind, data, extra, locate)


def _read_pair(source: Source, root: Path) -> tuple[list[Any], list[Problem]]:
    """A record in two files: the Chinese one carries the data, the English one what is translated."""
    missing = [(source.file, "zh"), (source.english, "en")]
    lacking = [language for file, language in missing if not file]
    if lacking:
        present = source.file or source.english
        return [], [problem("missing-file", present, language=lacking[0])]
    chinese, problems = _read_markdown(source.file, root)
    english, more = _read_markdown(source.english, root)
    problems += more
    if chinese is None or english is None:
        return [], problems
    problems += _english_only(source.kind, english)
    data, found = _merged(source.kind, chinese, english)
    problems += found
    digest = hashlib.sha256((chinese.text + "\0" + english.text).encode()).hexdigest()[:20]
    extra = _extra(source, chinese, english, digest)
    made, found = _validate(source.kind, data, extra, partial(_locate_pair, source.kind, chinese, english))
    return made, problems + found


def _extra(source: Source, chinese: Part, english: Part, digest: str) -> dict[str, Any]:
    """What reading adds to the data of a pair."""
    extra: dict[str, Any] = {"digest": digest, "body": {"zh": chinese.body, "en": english.body}}
    if source.kind == "hand":
        return extra | {"name": source.ident, "origin": {"zh": source.file, "en": source.english}}
    return extra | {"id": source.ident, "origin": Origin(file=source.file, english=source.english)}


def _read_markdown(file: str, root: Path) -> tuple[Part | None, list[Problem]]:
    text, problems = _text(file, root)
    if problems:
        return None, problems
    head, body, first_line = plain.front_matter(text)
    if head is None:
        return None, [problem("no-front-matter", file, 1, 1)]
    document, found = plain.read_yaml(head, file, 2)
    value = document.value if document.value is not None else {}
    if not isinstance(value, dict):
        found = found or (problem("bad-shape", file, 2, 1, key="---", expected="title: …"),)
    return (None if found else Part(file, text, value, body, first_line)), list(found)


def _english_only(kind: str, english: Part) -> list[Problem]:
    """The English file holds nothing but translations; data in two places would drift apart."""
    own = TRANSLATED[kind]
    return [
        problem("data-in-english", *_locate(english, 2, (key, "@key")), key=key, **nearest(key, own))
        for key in english.value
        if key not in own
    ]


def _merged(kind: str, chinese: Part, english: Part) -> tuple[dict[str, Any], list[Problem]]:
    data: dict[str, Any] = {}
    for key, value in chinese.value.items():
        data[key] = {"zh": value} if key in TRANSLATED[kind] and value is not None else value
    problems = []
    for key in TRANSLATED[kind]:
        value = english.value.get(key)
        if value is not None and isinstance(data.get(key), dict):
            data[key]["en"] = value
        elif value is not None:
            problems.append(problem("missing-translation", chinese.file, 1, 1, field=key, language="zh"))
    return data, problems


def _validate(
    kind: str, data: dict[str, Any], extra: Mapping[str, Any], locate: Any
) -> tuple[list[Any], list[Problem]]:
    schema = SCHEMAS[kind]
    fields = [OWN_ID.get(kind, "id") if name == "id" else name for name in schema.model_fields if name not in INNER]
    strange = [key for key in data if key in INNER]
    problems = [problem("unknown-key", *locate((key, "@key")), key=key, **nearest(key, fields)) for key in strange]
    clean = {key: value for key, value in data.items() if key not in INNER and value is not None}
    try:
        return ([] if problems else [schema.model_validate({**clean, **extra})]), problems
    except ValidationError as error:
        return [], problems + [fault(item, data, fields, locate) for item in error.errors()]


def _locate(part: Part, first_line: int, path: Place) -> tuple[str, int, int]:
    """Where a part of a file's data stands; what is missing is looked for one level up."""
    text = plain.front_matter(part.text)[0] if first_line == 2 else part.text
    places = plain.read_yaml(text or "", part.file, first_line, places=True)[0].places
    while path and path not in places:
        path = path[:-1]
    return (part.file, *places.get(path, (1, 1)))


def _locate_item(part: Part, index: int, path: Place) -> tuple[str, int, int]:
    if path[:1] == ("id",) and part.value[index].get("code"):
        path = ("code", *path[1:])
    return _locate(part, 1, (index, *path))


def _locate_pair(kind: str, chinese: Part, english: Part, path: Place) -> tuple[str, int, int]:
    """Translated fields stand in the file of their language, all else in the Chinese one."""
    if path and path[0] in TRANSLATED[kind]:
        part = english if path[-1] == "en" else chinese
        return _locate(part, 2, path[:1] + (("@key",) if path[-1] == "@key" else ()))
    return _locate(chinese, 2, path)
