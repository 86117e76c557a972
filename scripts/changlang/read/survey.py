"""Which files a site has: the records below `content/` and the hand-written pages of both languages."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from changlang import urls
from changlang.model import KINDS, LANGUAGES, Language
from changlang.problems import Problem, problem
from changlang.settings import Settings

IDENT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
PAIR = re.compile(r"(?P<id>.+)\.(?P<language>zh|en)\.md")
# Files that editors and systems leave behind; nobody meant them as records.
LITTER = re.compile(r"\..*|.*~|Thumbs\.db|desktop\.ini|.*\.bak", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or one pair of files, to be read. `kind` is a folder of `KINDS`, `home` or `hand`.

    `file` and `english` are paths below the site's root, for messages; either is "" where a pair lacks it.
    """

    kind: str
    ident: str
    file: str
    english: str = ""


def survey(settings: Settings) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Every source in a fixed order, and what is wrong with names and places."""
    problems: list[Problem] = []
    sources: list[Source] = []
    if not settings.content.is_dir():
        problems.append(problem("missing-folder", _shown(settings.content, settings.root)))
    for folder in sorted(settings.content.iterdir()) if settings.content.is_dir() else []:
        if LITTER.fullmatch(folder.name) or (folder.is_file() and folder.suffix == ".lock"):
            continue
        if folder.name in KINDS and folder.is_dir():
            sources += _records(folder, settings.root, problems)
        else:
            nearest = _nearest(folder.name, KINDS)
            problems.append(problem("unknown-folder", _shown(folder, settings.root), **nearest))
    sources += _pages(settings, problems)
    return tuple(sources), tuple(problems)


def _shown(path: Path, root: Path) -> str:
    return Path(os.path.relpath(path, root)).as_posix()


def _nearest(word: str, known: object) -> dict[str, str]:
    found = get_close_matches(word, list(known), 1, 0.6)  # type: ignore[call-overload]
    return {
        "name": word,
        "nearest_zh": f"，是不是“{found[0]}”？" if found else "",
        "nearest_en": f"; did you mean “{found[0]}”?" if found else "",
    }


def _files(folder: Path, root: Path, problems: list[Problem]) -> Iterator[Path]:
    """Regular files below a folder, in order of their paths; a link that leads out of it is a problem."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not LITTER.fullmatch(name))
        for name in sorted(names):
            path = Path(parent, name)
            if LITTER.fullmatch(name):
                continue
            if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
                problems.append(problem("link-outside", _shown(path, root)))
            else:
                yield path


def _records(folder: Path, root: Path, problems: list[Problem]) -> list[Source]:
    pairs: dict[str, dict[str, str]] = {}
    lists: list[Source] = []
    for path in _files(folder, root, problems):
        shown, match = _shown(path, root), PAIR.fullmatch(path.name)
        if match and KINDS[folder.name].pairs:
            pairs.setdefault(match["id"], {})[match["language"]] = shown
        elif path.suffix == ".yml" and not KINDS[folder.name].pairs:
            lists.append(Source(folder.name, "", shown))
        else:
            problems.append(problem("unknown-file", shown, kind=folder.name, form=_form(folder.name)))
    for ident, files in sorted(pairs.items()):
        if not IDENT.fullmatch(ident) or ident in urls.RESERVED or len(ident) > 80:
            problems.append(problem("bad-id", next(iter(files.values())), id=ident))
    return [
        *(
            Source(folder.name, ident, files.get("zh", ""), files.get("en", ""))
            for ident, files in sorted(pairs.items())
        ),
        *lists,
    ]


def _form(folder: str) -> str:
    return "<id>.zh.md + <id>.en.md" if KINDS[folder].pairs else "*.yml"


def _pages(settings: Settings, problems: list[Problem]) -> list[Source]:
    """Hand-written pages by name: the same path in both languages. `index` is the home page."""
    names: dict[str, dict[Language, str]] = {}
    for language in LANGUAGES:
        folder = settings.docs[language]
        for path in _files(folder, settings.root, problems) if folder.is_dir() else []:
            name = path.relative_to(folder).with_suffix("").as_posix()
            if path.suffix != ".md":
                problems.append(problem("unknown-file", _shown(path, settings.root), kind="docs", form="*.md"))
            elif not all(IDENT.fullmatch(part) for part in name.split("/")) or name.split("/")[0] in KINDS:
                problems.append(problem("bad-id", _shown(path, settings.root), id=name))
            else:
                names.setdefault(name, {})[language] = _shown(path, settings.root)
    return [
        Source("home" if name == "index" else "hand", name, files.get("zh", ""), files.get("en", ""))
        for name, files in sorted(names.items())
    ]
