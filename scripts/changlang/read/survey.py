"""Which files a site has: the records below `content/` and the hand-written pages of both languages."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from changlang import urls
from changlang.model.kinds import KINDS
from changlang.model.languages import LANGUAGES
from changlang.plain import HIDDEN
from changlang.problems import Problem, problem
from changlang.read.faults import nearest
from changlang.settings import Settings

IDENT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
LONGEST = 80
PAIR = re.compile(r"(?P<id>.+)\.(?P<language>zh|en)\.md")
# Files that editors and systems leave behind, and ledgers of other stages; nobody meant them as records.
LITTER = re.compile(r"\..*|.*~|Thumbs\.db|desktop\.ini|.*\.bak|.*\.lock", re.IGNORECASE)


class Source(NamedTuple):
    """One file, or one pair of files, to be read. `kind` is a folder of `KINDS`, `home` or `hand`.

    `file` and `english` are paths below the site's root, for messages; either is "" where a pair lacks it.
    """

    kind: str
    ident: str
    file: str
    english: str = ""


# Every source in a fixed order, with a stamp that changes whenever one of its files does; "" where that is unknown.
Survey = Mapping[Source, str]


class _File(NamedTuple):
    """A file by its place below the site's root: `folder` and `name` make up its path."""

    folder: str
    name: str
    stamp: str

    @property
    def path(self) -> str:
        return f"{self.folder}/{self.name}"


@dataclass(slots=True)
class _Walk:
    """One way through a folder of the site: `inside` is the real folder that no link may leave."""

    root: Path
    inside: Path
    problems: list[Problem] = field(default_factory=list)

    def files(self, folder: str) -> Iterator[_File]:
        """Files below a folder that is given by its path below the root, in order; what is odd is a problem."""
        waiting = [folder]
        while waiting:
            here = waiting.pop()
            folders = []
            for entry in self.entries(here):
                if entry.is_dir():
                    folders.append(f"{here}/{entry.name}")
                else:
                    yield _File(here, entry.name, self._stamp(entry, here))
            waiting += reversed(folders)

    def entries(self, folder: str) -> list[os.DirEntry[str]]:
        """What is in one folder, by name, without litter, odd names and ways out."""
        try:
            with os.scandir(self.root / folder) as scanned:
                found = sorted(scanned, key=lambda entry: entry.name)
        except OSError as fault:
            self.problems.append(problem("unreadable", folder, reason=fault.strerror or ""))
            return []
        names: set[str] = set()
        return [entry for entry in found if not LITTER.fullmatch(entry.name) and self._sound(entry, folder, names)]

    def _sound(self, entry: os.DirEntry[str], folder: str, names: set[str]) -> bool:
        name = entry.name.encode("utf-8", "replace").decode()
        clear = HIDDEN.sub("�", name.replace("\n", "�").replace("\t", "�"))
        alike = normalize("NFC", name).casefold()
        code = ""
        if clear != entry.name:
            code = "bad-name"
        elif alike in names:
            code = "name-clash"
        elif entry.is_symlink() and (entry.is_dir() or not self._within(entry)):
            code = "link-outside"
        names.add(alike)
        if code:
            self.problems.append(problem(code, f"{folder}/{clear}"))
        return code in ("", "name-clash")  # which one is meant is for the officer to say

    def _within(self, entry: os.DirEntry[str]) -> bool:
        return Path(entry.path).resolve().is_relative_to(self.inside)

    def _stamp(self, entry: os.DirEntry[str], folder: str) -> str:
        try:
            found = entry.stat()
        except OSError:  # said by whoever reads it
            return ""
        if not stat.S_ISREG(found.st_mode):
            return ""
        return f"{found.st_size}-{found.st_mtime_ns}-{found.st_ctime_ns}-{found.st_ino}"


def survey(settings: Settings) -> tuple[Survey, tuple[Problem, ...]]:
    """Every source, and what is wrong with names and places."""
    content, content_problems = _content(settings)
    pages, page_problems = _pages(settings)
    return {**content, **pages}, (*content_problems, *page_problems)


def _shown(path: Path, root: Path) -> str:
    return Path(os.path.relpath(path, root)).as_posix()


def _content(settings: Settings) -> tuple[Survey, list[Problem]]:
    shown = _shown(settings.content, settings.root)
    if not settings.content.is_dir():
        return {}, [problem("missing-folder", shown)]
    walk = _Walk(settings.root, settings.content.resolve())
    sources: dict[Source, str] = {}
    for entry in walk.entries(shown):
        if entry.name in KINDS and entry.is_dir():
            sources |= _records(walk, shown, entry.name)
        else:
            near = nearest(entry.name, list(KINDS))
            walk.problems.append(problem("unknown-folder", f"{shown}/{entry.name}", name=entry.name, **near))
    return sources, walk.problems


def _records(walk: _Walk, content: str, kind: str) -> Survey:
    pairs: dict[tuple[str, str], dict[str, _File]] = {}
    lists: dict[Source, str] = {}
    for file in walk.files(f"{content}/{kind}"):
        match = PAIR.fullmatch(file.name)
        if match and KINDS[kind].pairs:
            pairs.setdefault((match["id"], file.folder), {})[match["language"]] = file
        elif file.name.endswith(".yml") and not KINDS[kind].pairs:
            lists[Source(kind, "", file.path)] = file.stamp
        else:
            form = "<id>.zh.md + <id>.en.md" if KINDS[kind].pairs else "*.yml"
            walk.problems.append(problem("unknown-file", file.path, kind=kind, form=form))
    for (ident, _), files in pairs.items():
        if not IDENT.fullmatch(ident) or ident in urls.RESERVED or len(ident) > LONGEST:
            walk.problems.append(problem("bad-id", next(iter(files.values())).path, id=ident))
    return dict(_pair(kind, ident, files) for (ident, _), files in sorted(pairs.items())) | lists


def _pair(kind: str, ident: str, files: Mapping[str, _File]) -> tuple[Source, str]:
    paths = {language: file.path for language, file in files.items()}
    stamps = [files[language].stamp if language in files else "" for language in LANGUAGES]
    return Source(kind, ident, paths.get("zh", ""), paths.get("en", "")), ";".join(stamps) if all(stamps) else ""


def _pages(settings: Settings) -> tuple[Survey, list[Problem]]:
    """Hand-written pages by name: the same path in both languages. `index` is the home page."""
    walk = _Walk(settings.root, settings.docs["zh"].parent.resolve())
    names: dict[str, dict[str, _File]] = {}
    for language in LANGUAGES:
        folder = _shown(settings.docs[language], settings.root)
        for file in walk.files(folder) if settings.docs[language].is_dir() else ():
            name = file.path.removeprefix(f"{folder}/").removesuffix(".md")
            if not file.name.endswith(".md"):
                walk.problems.append(problem("unknown-file", file.path, kind=folder, form="*.md"))
            elif not all(map(IDENT.fullmatch, name.split("/"))) or not urls.OWN.isdisjoint(
                (name, name.split("/")[0])
            ):
                walk.problems.append(problem("bad-id", file.path, id=name))
            else:
                names.setdefault(name, {})[language] = file
    kinds = {name: "home" if name == "index" else "hand" for name in names}
    return dict(_pair(kinds[name], name, files) for name, files in sorted(names.items())), walk.problems
