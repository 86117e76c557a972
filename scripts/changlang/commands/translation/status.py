"""`changlang translation status`: what is translated, as a table or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from changlang.commands.base import Command, Session
from changlang.commands.translation.rows import rows_of, states_of
from changlang.commands.translation.words import STATES
from changlang.model.kinds import KINDS
from changlang.model.languages import Language

if TYPE_CHECKING:
    from changlang.translation.ledger import Row


@click.command(
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
