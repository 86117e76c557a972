"""`changlang translation confirm`: the English says what the Chinese says today."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from changlang.commands.base import CONTENT, FINE, Command, Session
from changlang.commands.translation.rows import chosen, rows_of
from changlang.commands.translation.words import WORDS, say
from changlang.settings import Settings

if TYPE_CHECKING:
    from changlang.translation.ledger import Row


@click.command(
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
