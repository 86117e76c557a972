"""Files → records. A bad file is a problem, never a stop; what was read before comes from the cache."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from changlang.model.kinds import KINDS
from changlang.model.records import HandPage, Home, Record
from changlang.plain import LARGEST
from changlang.problems import Problem, problem
from changlang.read import cache
from changlang.read.places import TRANSLATED
from changlang.read.record import SCHEMAS, Read, read_source
from changlang.read.survey import Source, Survey
from changlang.settings import Settings
from changlang.spread import cores, spread


class Records(NamedTuple):
    """Everything that could be read, in the order of the files.

    `broken` holds `folder/id` of what is there but has faults, so that links to it are not called wrong as well.
    """

    records: tuple[tuple[str, Record], ...]
    home: Home | None
    hand: tuple[HandPage, ...]
    broken: frozenset[str] = frozenset()


class _Done(NamedTuple):
    """One source as read: what to remember of it (nothing where it is as it was remembered), and its faults."""

    entry: cache.Entry | None
    problems: list[Problem]
    lost: list[str]


def parse(sources: Survey, settings: Settings) -> tuple[Records, tuple[Problem, ...]]:
    """Reads every source, or takes it from the cache. Records with faults are left out; their problems say why."""
    place = cache.place(settings.cache)
    lenient = frozenset(kind for kind in SCHEMAS if settings.policy(kind, "missing") != "block")
    memory = cache.load(place, lenient)
    entries = {source: memory[source] for source, stamp in sources.items() if _same(memory, source, stamp)}
    fresh = [source for source in sources if source not in entries]
    problems: list[Problem] = []
    faulty: set[Source] = set()
    broken: set[str] = set()
    work = partial(_read, root=settings.root, sources=sources, memory=memory, lenient=lenient)
    for source, done in zip(fresh, spread(work, fresh, cores()), strict=True):
        entries[source] = done.entry or memory[source]._replace(stamp=sources[source])
        problems += done.problems
        if done.problems:
            faulty.add(source)
            broken |= {f"{source.kind}/{ident}" for ident in done.lost}
    try:
        made = _made({source: entries[source] for source in sources})
    except ValidationError:
        if not memory:
            raise
        place.unlink()  # it is damaged where its lines do not show it
        return parse(sources, settings)
    if fresh or memory.keys() != sources.keys():
        cache.save(place, {source: entries[source] for source in sources if source not in faulty}, lenient)
    return made._replace(broken=frozenset(broken)), tuple(problems)


def _same(memory: Mapping[Source, cache.Entry], source: Source, stamp: str) -> bool:
    return bool(stamp) and source in memory and memory[source].stamp == stamp


def _read(
    source: Source, root: Path, sources: Survey, memory: Mapping[Source, cache.Entry], lenient: frozenset[str]
) -> _Done:
    """Reads one source; its records are handed over as JSON, which is smaller and quicker than objects."""
    enough = bool(source.file and (source.english or source.kind in lenient))
    if source.kind in TRANSLATED and not enough:
        language = "en" if source.file else "zh"
        missing = problem("missing-file", source.file or source.english, language=language)
        return _Done(cache.Entry("", "", b"[]"), [missing], [source.ident])
    files = [_bytes(root, file) for file in (source.file, source.english) if file]
    unread = [found for found in files if isinstance(found, Problem)]
    texts = [found for found in files if isinstance(found, bytes)]
    digest = hashlib.sha256(b"\0".join((source.ident.encode(), *texts))).hexdigest()
    if source in memory and not unread and memory[source].digest == digest:
        return _Done(None, [], [])
    read = Read([], unread, [source.ident]) if unread else read_source(source, texts, source.kind in lenient)
    items = b",".join(record.model_dump_json(exclude_defaults=True).encode() for record in read.records)
    return _Done(cache.Entry(sources[source], digest, b"[%s]" % items), read.problems, read.lost)


def _bytes(root: Path, file: str) -> bytes | Problem:
    path = root / file
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # a pipe would be waited for
            return problem("unreadable", file, reason="not a file")
        if found.st_size > LARGEST:  # and is not read only to be refused
            return problem("file-too-large", file, size=found.st_size, largest=LARGEST)
        return path.read_bytes()
    except OSError as fault:
        return problem("unreadable", file, reason=fault.strerror or "")


def _made(entries: Mapping[Source, cache.Entry]) -> Records:
    """The records of all sources, each kind made in one go."""
    found: dict[str, list[Any]] = {}
    for kind, schema in SCHEMAS.items():
        lists = b",".join(entry.records for source, entry in entries.items() if source.kind == kind)
        groups = TypeAdapter(list[list[schema]]).validate_json(b"[%s]" % lists)  # type: ignore[valid-type]
        found[kind] = [record for group in groups for record in group]
    records = tuple((kind, record) for kind in KINDS for record in found[kind])
    return Records(records, next(iter(found["home"]), None), tuple(found["hand"]))
