"""`changlang translation export`: the work as XLIFF 2.0."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from changlang.commands.base import Command, Session
from changlang.commands.translation.rows import rows_of, states_of
from changlang.commands.translation.words import say


@click.command(
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
