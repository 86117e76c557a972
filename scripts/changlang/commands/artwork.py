"""`changlang boards [CODE …]`: print-ready artwork of boards."""

from __future__ import annotations

import datetime
import json
import sys
import time
from pathlib import Path

import click

from changlang.commands.base import CONTENT, FINE, USE, WRONG_USE, Command, Session, settings_of
from changlang.console import Console
from changlang.problems import has_errors

SIZES = ("A1", "A3", "sticker")


@click.command(
    "make",
    cls=Command,
    examples=(
        "changlang boards",
        "changlang boards DT001 DT002 --size A1",
        "changlang boards --out /media/usb/print",
    ),
)
@click.argument("codes", metavar="[CODE]...", nargs=-1)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Where to put it. 放到哪里。")
@click.option(
    "--size", "sizes", type=click.Choice(SIZES), multiple=True, help="Only this size. 只做这种尺寸，可以写几次。"
)
@click.option(
    "--jobs", type=click.IntRange(1, 256), help="Processes at once; otherwise one a core. 同时运行的进程数。"
)
@click.pass_obj
def make(
    session: Session, codes: tuple[str, ...], out: Path | None, sizes: tuple[str, ...], jobs: int | None
) -> None:
    """Print-ready artwork, every code read back before it is kept. 制作印刷稿：逐码读回，无误才留下。"""
    from changlang import pipeline

    console = Console(session.language)
    settings = settings_of(session, console)
    target = (out or settings.root / "dist" / "print").absolute()
    started = time.perf_counter()
    outcome = pipeline.print_boards(
        settings,
        target,
        datetime.date.today(),
        codes=[code.upper() for code in codes],
        formats=sizes or SIZES,
        jobs=jobs,
        progress=console.progress,
    )
    console.report(outcome.problems)
    if outcome.written is None:
        console.say("refused")
        sys.exit(USE if any(found.code in WRONG_USE for found in outcome.problems) else CONTENT)
    console.say("printed", works=outcome.pages, seconds=time.perf_counter() - started, target=target)


@click.command("verify", cls=Command, examples=("changlang boards verify", "changlang boards verify --format json"))
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Where the artwork is. 印刷稿在哪里。")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--jobs", type=click.IntRange(1, 256), help="Processes at once; otherwise one a core. 同时运行的进程数。"
)
@click.pass_obj
def verify(session: Session, out: Path | None, style: str, jobs: int | None) -> None:
    """Read every printed code back, clean and worn. 把印刷稿上的码逐一读回，并模拟磨损再读。"""
    from changlang import pipeline
    from changlang.steps.verify import as_row
    from changlang.verify.report import table

    console = Console(session.language, style)
    settings = settings_of(session, console)
    target = (out or settings.root / "dist" / "print").absolute()
    tried = pipeline.verify_boards(settings, target, datetime.date.today(), jobs=jobs, progress=console.progress)
    if style == "text":
        rows = ((one.name, one.reads, one.trial) for one in tried.artworks)
        lines = table(rows, session.language)
    else:
        lines = (json.dumps(as_row(one), ensure_ascii=False) for one in tried.artworks)
    for line in lines:
        click.echo(line)
    console.report(tried.problems)
    sys.exit(CONTENT if has_errors(tried.problems) else FINE)
