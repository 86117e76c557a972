"""`changlang check`: everything is read and checked; with `--fix` the safe rules of print are carried out."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from changlang import pipeline
from changlang.commands.base import CONTENT, FINE, USE, WRONG_USE, Command, Session, settings_of
from changlang.console import Console
from changlang.problems import Problem, has_errors
from changlang.settings import Settings


@click.command(
    cls=Command,
    examples=(
        "changlang check",
        "changlang --language zh check",
        "changlang check --format json",
        "changlang check --fix",
    ),
)
@click.option("--format", "style", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@click.option("--fix", is_flag=True, help="Mend punctuation and spaces that are sure. 改好有把握的标点和空格。")
@click.option("--yes", is_flag=True, help="With --fix: do not ask. 不再询问。")
@click.pass_obj
def check(session: Session, style: str, fix: bool, yes: bool) -> None:
    """Read and check everything; write nothing without --fix. 读取并检查全部内容；不加 --fix 不写任何文件。"""
    console = Console(session.language, style)
    settings = settings_of(session, console)
    checked = pipeline.check(settings)
    if fix and _fixed(console, settings, checked, yes):
        checked = pipeline.check(settings)
    console.report(checked.problems)
    if not checked.problems:
        console.say("checked")
    sys.exit(code_of(checked.problems))


def code_of(found: Sequence[Problem]) -> int:
    if any(one.code in WRONG_USE for one in found):
        return USE
    return CONTENT if has_errors(found) else FINE


def _fixed(console: Console, settings: Settings, checked: pipeline.Checked, yes: bool) -> bool:
    """Shows what would change, asks a person, and writes; whether anything was written."""
    from changlang.steps.mending import mended_files
    from changlang.translation.write import rewrite

    files = mended_files(checked.catalogue, settings.root)
    if not files:
        console.say("nothing-to-fix")
        return False
    for one in files:
        click.echo(one.diff(), nl=False, err=console.format != "text")
    if not yes and not (sys.stdin.isatty() and click.confirm(console.word("fix-these", count=len(files)), err=True)):
        console.say("not-fixed")
        return False
    for one in files:
        rewrite(settings.root / one.file, one.new)
        console.say("fixed", path=one.file)
    return True
