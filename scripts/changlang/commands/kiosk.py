"""`changlang kiosk`: the offline exhibition for a touch screen, as a folder and an archive."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from pathlib import Path

import click

from changlang.commands.base import CONTENT, USE, WRONG_USE, Command, Session, settings_of
from changlang.console import Console


@click.command(cls=Command, examples=("changlang kiosk", "changlang kiosk --out /media/usb/kiosk"))
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Where to; otherwise dist/kiosk. 写到哪里。"
)
@click.option("--no-samples", is_flag=True, help="Leave sample records out. 不含示例记录。")
@click.option("--jobs", type=click.IntRange(1, 256), help="Processes at once. 同时运行的进程数。")
@click.pass_obj
def kiosk(session: Session, out: Path | None, no_samples: bool, jobs: int | None) -> None:
    """The exhibition for a touch screen without network. 展厅触摸屏：一个文件夹，不用网络和服务器。"""
    from changlang import pipeline

    console = Console(session.language)
    settings = replace(settings_of(session, console), samples=not no_samples)
    target = (out or settings.root / "dist" / "kiosk").absolute()
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch and not epoch.isdecimal():
        raise click.UsageError(f"SOURCE_DATE_EPOCH={epoch} is no number of seconds · 不是秒数")
    started = time.perf_counter()
    outcome = pipeline.kiosk(settings, target, jobs=jobs, epoch=epoch, progress=console.progress)
    console.report(outcome.problems)
    if outcome.written is None:
        console.say("refused")
        sys.exit(USE if any(found.code in WRONG_USE for found in outcome.problems) else CONTENT)
    console.say(
        "kiosk",
        pages=outcome.pages,
        files=outcome.written,
        seconds=time.perf_counter() - started,
        target=target,
        archive=target.with_name(f"{target.name}.zip"),
    )
