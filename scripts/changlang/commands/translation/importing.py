"""`changlang translation import`: what a translator handed back, all of it or nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from changlang.commands.base import CONTENT, Command, Session
from changlang.commands.translation.rows import rows_of
from changlang.commands.translation.words import REFUSED, STATES, say
from changlang.console import Console
from changlang.problems import Problem
from changlang.read.places import TRANSLATED
from changlang.settings import Settings

if TYPE_CHECKING:
    from changlang.translation.incoming import Work


@click.command("import", cls=Command, examples=("changlang translation import translated.xlf",))
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
def import_command(session: Session, file: Path) -> None:
    """What a translator handed back, into the files: all of it or nothing. 导入译好的 XLIFF：全部写入，或都不写。"""
    from changlang.translation.incoming import planned
    from changlang.translation.xliff import Unreadable, read

    settings, rows = rows_of(session)
    try:
        files = read(file.read_bytes())
    except Unreadable as fault:
        say(session, "unreadable", err=True, file=file, line=fault.line, reason=fault.reason)
        sys.exit(CONTENT)
    by_key = {row.key: row for row in rows}
    works, refusals = planned(files, by_key.get)
    for found in refusals:
        reason = REFUSED[found.reason][session.language].format(what=found.what)
        click.echo(f"{file}: {found.key} {found.field}: {reason}", err=True)
    if refusals:
        say(session, "not-imported", err=True)
        sys.exit(CONTENT)
    _import(session, settings, works)


def _import(session: Session, settings: Settings, works: tuple[Work, ...]) -> None:
    """Writes what came back, once it is known that every file can still be read with it."""
    from changlang.translation.edit import Unwritable
    from changlang.translation.memory import remember
    from changlang.translation.write import english_file, rewrite, written

    console = Console(session.language)
    docs: Mapping[str, str] = {name: os.path.relpath(path, settings.root) for name, path in settings.docs.items()}
    try:
        texts = written(works, lambda row: english_file(row, docs), TRANSLATED, partial(_text, settings.root))
    except Unwritable as fault:
        say(session, "unwritable", err=True, file=fault)
        sys.exit(CONTENT)
    problems = _problems(settings, works, texts, docs)
    if problems:
        console.report(problems)
        say(session, "not-imported", err=True)
        sys.exit(CONTENT)
    for name, text in texts.items():
        rewrite(settings.root / name, text)
        say(session, "file-written", file=name)
    for work in works:
        if work.texts or work.final:
            state = STATES["confirmed" if work.final else "draft"][session.language]
            say(session, "imported", key=work.row.key, count=len(work.texts), state=state)
        if work.older:
            say(session, "older", err=True, key=work.row.key)
        if work.final:
            remember(settings.cache, work.row.record)


def _text(root: Path, file: str) -> str:
    path = root / file
    return path.read_bytes().decode("utf-8") if path.is_file() else ""


def _problems(
    settings: Settings, works: tuple[Work, ...], texts: Mapping[str, str], docs: Mapping[str, str]
) -> list[Problem]:
    """What would be wrong with the records if the files were written so."""
    from changlang.read.record import read_source
    from changlang.read.survey import Source
    from changlang.translation.write import english_file

    found: list[Problem] = []
    for work in works:
        row = work.row
        english = english_file(row, docs)
        names = [row.files[0]] if english == row.files[0] else [row.files[0], english]
        data = [(texts[name] if name in texts else _text(settings.root, name)) for name in names]
        if texts.keys().isdisjoint(names) or not all(data):
            continue
        source = Source(row.kind, row.key.partition(":")[2] or "index", names[0], names[1] if len(names) == 2 else "")
        found += read_source(source, [text.encode() for text in data], lenient=True).problems
    return found
