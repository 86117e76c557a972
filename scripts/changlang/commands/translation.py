"""`changlang translation status`, `confirm` and `diff`: what is translated, and against which Chinese."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from changlang.commands.base import CONTENT, FINE, Command, Session, settings_of
from changlang.console import Console
from changlang.model import KINDS, Language
from changlang.problems import Problem
from changlang.read.places import TRANSLATED
from changlang.settings import Settings, Translation

if TYPE_CHECKING:
    from changlang.translation.incoming import Work
    from changlang.translation.ledger import Row, Translatable
    from changlang.translation.memory import Texts

STATES = {
    "missing": {"zh": "缺译", "en": "missing"},
    "stale": {"zh": "过时", "en": "stale"},
    "draft": {"zh": "未核对", "en": "draft"},
    "confirmed": {"zh": "已核对", "en": "confirmed"},
}
# Why something that a translator handed back is refused.
REFUSED = {
    "no-record": {"zh": "站点里没有“{what}”", "en": "the site has no “{what}”"},
    "no-field": {"zh": "这条记录没有“{what}”这一项", "en": "this record has no text “{what}”"},
    "lost": {"zh": "译文丢了 {what}，照中文补上", "en": "the English lost {what}: put it back as in the Chinese"},
    "hidden": {"zh": "译文里有看不见的字符 {what}", "en": "the English holds an invisible character, {what}"},
    "added": {"zh": "译文多了 {what}，中文里没有", "en": "the English adds {what}, which the Chinese has not"},
}
WORDS = {
    "exported": {"zh": "已写出 {count} 条记录：{file}", "en": "wrote {count} records to {file}"},
    "unreadable": {
        "zh": "{file} 第 {line} 行：不是 changlang 写出的 XLIFF 2.0（{reason}）；没有写任何文件",
        "en": "{file}, line {line}: not the XLIFF 2.0 that changlang wrote ({reason}); nothing was written",
    },
    "not-imported": {"zh": "没有写任何文件。", "en": "nothing was written."},
    "imported": {"zh": "{key}：{count} 处译文，{state}", "en": "{key}: texts changed: {count}; {state}"},
    "older": {
        "zh": "{key}：中文在送译之后改过，译文可能不对应；看 changlang translation diff",
        "en": "{key}: the Chinese changed after it was sent; compare the texts before you confirm them",
    },
    "file-written": {"zh": "已写入 {file}", "en": "wrote {file}"},
    "unwritable": {
        "zh": "{file} 的写法无法自动改动，请手工改；没有写任何文件",
        "en": "{file} cannot be changed by program; change it by hand. Nothing was written",
    },
    "no-record": {"zh": "没有“{name}”这条记录", "en": "there is no record “{name}”"},
    "several": {"zh": "“{name}”不止一条，请写全：{near}", "en": "“{name}” is more than one; write {near}"},
    "broken": {
        "zh": "有 {count} 处错误，有错的记录没有列出；先运行 changlang check",
        "en": "records with faults are not listed ({count} faults): run changlang check first",
    },
    "refused": {
        "zh": "{key} 还缺英文（{fields}），不能算已核对；没有写任何文件",
        "en": "{key} still lacks English ({fields}) and cannot be confirmed; nothing was written",
    },
    "confirmed": {"zh": "已核对 {key}，写入 {file}", "en": "confirmed {key} in {file}"},
    "already": {"zh": "{key} 早已核对，没有改动", "en": "{key} was confirmed already"},
    "by-hand": {
        "zh": "{file} 的写法无法自动改动；请在 {key} 处手工加上 confirmed: {digest}",
        "en": "{file} cannot be changed by program; add confirmed: {digest} to {key} by hand",
    },
    "none": {"zh": "没有要核对的草稿。", "en": "there are no drafts to confirm."},
    "nothing": {"zh": "请写编号，或写 --all-drafts", "en": "name records, or say --all-drafts"},
    "same": {"zh": "{key} 的中文自核对以来没有变。", "en": "the Chinese of {key} is what it was when confirmed."},
    "never": {
        "zh": "{key} 的译文从未核对过，没有可比的中文。",
        "en": "the English of {key} was never confirmed, so there is nothing to compare with.",
    },
    "forgotten": {
        "zh": "{key} 核对时的中文（{digest}）已找不到：缓存里没有，git 历史里也没有。请通读一遍中英文，再核对。",
        "en": "what the Chinese of {key} was when it was confirmed ({digest}) is known neither to the cache nor to "
        "git; read both texts, then confirm.",
    },
}


@click.group()
def translation() -> None:
    """What is translated, what has to be done again. 译文状态：缺译、过时、未核对、已核对。"""


def say(session: Session, word: str, *, err: bool = False, **values: object) -> None:
    click.echo(WORDS[word][session.language].format(**values), err=err)


def rows_of(session: Session) -> tuple[Settings, tuple[Row, ...]]:
    """Every record that can be read, also where its English is missing; says so where some cannot."""
    from dataclasses import replace

    from changlang.problems import has_errors, severity
    from changlang.read.parse import parse
    from changlang.read.survey import survey
    from changlang.translation.ledger import ledger

    settings = settings_of(session, Console(session.language))
    lenient = replace(settings, translation=Translation(default="notice"), cache=settings.cache / "translation")
    sources, found = survey(lenient)
    records, more = parse(sources, lenient)
    problems = (*found, *more)
    if has_errors(problems):
        count = sum(severity(item) == "error" for item in problems)
        say(session, "broken", err=True, count=count)
    return settings, ledger(records.records, records.home, records.hand)


def chosen(session: Session, rows: Iterable[Row], names: Iterable[str]) -> list[Row]:
    """The records that somebody named, or wrong use."""
    from changlang.translation.ledger import Unknown, named

    try:
        return list({row.key: row for row in (named(rows, name) for name in names)}.values())
    except Unknown as fault:
        word = "several" if fault.near else "no-record"
        text = WORDS[word][session.language].format(name=fault.name, near=" / ".join(fault.near))
        raise click.UsageError(text) from fault


@translation.command(
    "status", cls=Command, examples=("changlang translation status", "changlang translation status --format json")
)
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--state", "states", help="Only these: missing,stale. 只列这些状态。")
@click.pass_obj
def status_command(session: Session, style: str, states: str | None) -> None:
    """Every record with its state. 列出每条记录的译文状态。"""
    from changlang.translation.ledger import counts

    _, rows = rows_of(session)
    wanted = states_of(states)
    shown = [row for row in rows if row.state in wanted]
    if style == "json":
        click.echo(
            json.dumps({"counts": counts(rows), "records": [_as_json(row) for row in shown]}, ensure_ascii=False)
        )
        return
    for line in _table(session, shown):
        click.echo(line)
    click.echo(", ".join(f"{STATES[name][session.language]} {count}" for name, count in counts(rows).items()))


def states_of(text: str | None) -> frozenset[str]:
    """The states of a comma-separated list; all of them where there is none."""
    names = [part.strip() for part in text.split(",")] if text else list(STATES)
    for name in names:
        if name not in STATES:
            raise click.UsageError(f"{name}: {', '.join(STATES)}")
    return frozenset(names)


def _as_json(row: Row) -> dict[str, object]:
    record = row.record
    return {
        "kind": row.kind,
        "id": row.key,
        "state": row.state,
        "files": list(row.files),
        "missing": list(record.untranslated),
        "confirmed": record.confirmed,
    }


def _table(session: Session, rows: Iterable[Row]) -> Iterable[str]:
    language: Language = "zh" if session.language == "zh" else "en"
    for row in rows:
        kind = KINDS[row.kind].name[language] if row.kind in KINDS else row.kind
        yield "\t".join((kind, row.key, STATES[row.state][language], " ".join(row.files)))


@translation.command(
    "confirm",
    cls=Command,
    examples=("changlang translation confirm event:2018-08-01-ship", "changlang translation confirm --all-drafts"),
)
@click.argument("names", metavar="ID...", nargs=-1)
@click.option("--all-drafts", is_flag=True, help="All English that nobody confirmed yet. 所有未核对的译文。")
@click.pass_obj
def confirm_command(session: Session, names: tuple[str, ...], all_drafts: bool) -> None:
    """Say that the English says what the Chinese says today. 核对无误后，记下译文对应的中文。"""
    if not names and not all_drafts:
        raise click.UsageError(WORDS["nothing"][session.language])
    settings, rows = rows_of(session)
    wanted = chosen(session, rows, names)
    keys = {row.key for row in wanted}
    wanted += [row for row in rows if all_drafts and row.state == "draft" and row.key not in keys]
    missing = [row for row in wanted if row.state == "missing"]
    for row in missing:
        fields = " ".join(field or "en" for field in row.record.untranslated)
        say(session, "refused", err=True, key=row.key, fields=fields)
    if missing:
        sys.exit(CONTENT)
    if not wanted:
        say(session, "none")
    written = [_confirm(session, settings, row) for row in wanted]
    sys.exit(FINE if all(written) else CONTENT)


def _confirm(session: Session, settings: Settings, row: Row) -> bool:
    from changlang.translation.edit import Unwritable
    from changlang.translation.memory import remember
    from changlang.translation.state import digest
    from changlang.translation.write import confirmed, rewrite

    name = digest(row.record)
    if row.state == "confirmed":
        say(session, "already", key=row.key)
    else:
        try:
            path = settings.root / row.english
            rewrite(path, confirmed(path.read_bytes().decode("utf-8"), row, name))
        except Unwritable:
            say(session, "by-hand", err=True, key=row.key, file=row.english, digest=name)
            return False
        say(session, "confirmed", key=row.key, file=row.english)
    remember(settings.cache, row.record)
    return True


@translation.command("diff", cls=Command, examples=("changlang translation diff event:2018-08-01-ship",))
@click.argument("name", metavar="ID")
@click.pass_obj
def diff_command(session: Session, name: str) -> None:
    """What changed in the Chinese since it was confirmed. 核对之后中文改了什么。"""
    from changlang.translation.changes import changes
    from changlang.translation.memory import chinese

    settings, rows = rows_of(session)
    row = chosen(session, rows, [name])[0]
    confirmed = row.record.confirmed
    if not confirmed:
        return say(session, "never", key=row.key)
    former = _former(settings, row, confirmed)
    if former is None:
        return say(session, "forgotten", key=row.key, digest=confirmed)
    found = changes(former, chinese(row.record))
    if not found:
        return say(session, "same", key=row.key)
    for change in found:
        click.echo("\n".join((f"{change.field}:", *change.lines)))


def _former(settings: Settings, row: Row, confirmed: str) -> Texts | None:
    """The Chinese texts that a digest stands for: those of today, of the cache, or of some commit."""
    from changlang.history import versions
    from changlang.translation.memory import chinese, recall
    from changlang.translation.state import digest

    if digest(row.record) == confirmed:
        return chinese(row.record)
    known = recall(settings.cache, confirmed)
    if known is not None:
        return known
    for data in versions(settings.root, row.files[0]):
        for record in _read(row, data):
            if digest(record) == confirmed:
                return chinese(record)
    return None


def _read(row: Row, data: bytes) -> Iterable[Translatable]:
    """The records of a former version of a Chinese file, as far as it can be read today."""
    from changlang.read.record import read_source
    from changlang.read.survey import Source

    ident = row.key.partition(":")[2] or row.key
    return read_source(Source(row.kind, ident, row.files[0]), [data], lenient=True).records


@translation.command(
    "export",
    cls=Command,
    examples=(
        "changlang translation export --out to-translate.xlf",
        "changlang translation export --state missing,stale",
    ),
)
@click.option("--format", "style", type=click.Choice(["xliff"]), default="xliff", show_default=True)
@click.option("--state", "states", default="missing,stale,draft", show_default=True, help="Which records. 哪些记录。")
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="Where to; else standard output. 写到哪里。"
)
@click.pass_obj
def export_command(session: Session, style: str, states: str, out: Path | None) -> None:
    """The work as XLIFF 2.0, for a translator's own tool. 导出译员工具能打开的 XLIFF 2.0。"""
    from changlang.translation.incoming import outgoing
    from changlang.translation.xliff import write

    wanted = states_of(states)
    _, rows = rows_of(session)
    files = [outgoing(row) for row in rows if row.state in wanted]
    if out is None:
        sys.stdout.buffer.write(write(files))
    else:
        out.write_bytes(write(files))
        say(session, "exported", count=len(files), file=out)


@translation.command("import", cls=Command, examples=("changlang translation import translated.xlf",))
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
