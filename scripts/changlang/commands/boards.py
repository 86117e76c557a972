"""`changlang boards`: artwork of boards, and whether their codes can be read and still open."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping
from typing import Any

import click

from changlang.commands.artwork import make, verify
from changlang.commands.base import CONTENT, Command, Session, settings_of
from changlang.console import Console

# What `check-live` says of an address, and in the end of all of them.
LIVE: Mapping[str, Mapping[str, str]] = {
    "": {"zh": "能打开", "en": "opens"},
    "dead": {"zh": "打不开（{why}）", "en": "does not open ({why})"},
    "silent": {"zh": "没有回应（{why}）", "en": "no answer ({why})"},
    "unasked": {
        "zh": "没有再试：前面{why}个地址都没有回应",
        "en": "not asked: {why} before it did not answer",
    },
    "elsewhere": {"zh": "转到了别处：{why}", "en": "leads elsewhere: {why}"},
    "wrong": {"zh": "打开的不是这块牌的页面", "en": "opens a page that is not this board's"},
    "sum": {"zh": "试了{all}个地址，{bad}个有问题。", "en": "addresses asked: {all}; with faults: {bad}."},
    "none": {"zh": "登记簿里还没有编码。", "en": "no code is in the ledger yet."},
}


class _Boards(click.Group):
    """`changlang boards YC001` makes artwork as `changlang boards make YC001` does: codes are no commands."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        named = args[0] if args else ""
        if named not in self.commands and named not in context.help_option_names:
            args = ["make", *args]
        return super().parse_args(context, args)


@click.group(cls=_Boards, subcommand_metavar="[CODE]... | COMMAND [ARGS]...")
def boards(**_: Any) -> None:
    """Artwork of boards in the street, and whether their codes open. 街头宣传牌：制作、检验。"""


@boards.command(
    "check-live",
    cls=Command,
    examples=("changlang boards check-live", "changlang boards check-live https://yc.example/gfjy/"),
)
@click.argument("url", required=False)
@click.option("--timeout", type=click.FloatRange(0.1, 120), default=10, show_default=True, help="Seconds. 秒。")
@click.pass_obj
def check_live(session: Session, url: str | None, timeout: float) -> None:
    """Ask a site on the network for every printed code. 到网上逐个试印过的编码，看能不能打开。

    Without URL each code is asked for at the address that was printed. 不写 URL 就试印在牌上的地址。
    """
    from changlang.codes import ledger
    from changlang.codes.live import ask

    if url and not url.lower().startswith(("http://", "https://")):
        raise click.UsageError(f"{url}: http://… https://…")
    console = Console(session.language)
    settings = settings_of(session, console)
    lines, problems = ledger.load(settings)
    console.report(problems)
    if problems:
        sys.exit(CONTENT)
    if not lines:
        click.echo(LIVE["none"][session.language])
        return
    found: Counter[bool] = Counter()
    for asked in ask(lines.values(), f"{url.rstrip('/')}/" if url else "", timeout):
        found[bool(asked.fault)] += 1
        said = LIVE[asked.fault][session.language].format(why=asked.why)
        click.echo(f"{asked.code} {asked.address}: {said}", err=bool(asked.fault))
    click.echo(LIVE["sum"][session.language].format(all=found.total(), bad=found[True]))
    sys.exit(CONTENT if found[True] else 0)


boards.add_command(make)
boards.add_command(verify)
