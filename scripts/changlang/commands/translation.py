"""`changlang translation status`, `confirm` and `diff`: what is translated, and against which Chinese."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from changlang.commands.base import CONTENT, FINE, Command, Session, settings_of
from changlang.console import Console
from changlang.model import KINDS, Language
from changlang.settings import Settings, Translation

if TYPE_CHECKING:
    from changlang.translation.ledger import Row, Translatable
    from changlang.translation.memory import Texts

STATES = {
    "missing": {"zh": "缺译", "en": "missing"},
    "stale": {"zh": "过时", "en": "stale"},
    "draft": {"zh": "未核对", "en": "draft"},
    "confirmed": {"zh": "已核对", "en": "confirmed"},
}
WORDS = {
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
            rewrite(settings.root / row.english, lambda text: confirmed(text, row, name))
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
    from changlang.translation.history import versions
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
