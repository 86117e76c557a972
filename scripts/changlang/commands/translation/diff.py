"""`changlang translation diff`: what changed in the Chinese since it was confirmed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from changlang.commands.base import Command, Session
from changlang.commands.translation.rows import chosen, rows_of
from changlang.commands.translation.words import say
from changlang.settings import Settings

if TYPE_CHECKING:
    from changlang.translation.ledger import Row, Translatable
    from changlang.translation.memory import Texts


@click.command("diff", cls=Command, examples=("changlang translation diff event:2018-08-01-ship",))
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
