"""`changlang new KIND ID` and `changlang new site FOLDER`."""

from __future__ import annotations

from pathlib import Path

import click

from changlang.commands.base import Command, Session, settings_of, write_new
from changlang.console import Console
from changlang.model import KINDS
from changlang.settings import Settings


@click.group()
def new() -> None:
    """Start a record or a site. 新建一条记录或一个站点。"""


@new.command("site", cls=Command, examples=("changlang new site my-city",))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def new_site_command(session: Session, folder: Path) -> None:
    """A new city's site, with placeholders that build. 新的城市站点，先能生成，再逐页替换。"""
    from changlang.scaffold.site import new_site

    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(f"{folder} is not empty · 文件夹不是空的")
    write_new(Console(session.language), folder, new_site())


def _new_record(folder: str) -> click.Command:
    """`changlang new event ID` and its like, one for each kind."""
    kind = KINDS[folder]

    @click.argument("ident", metavar="ID")
    @click.pass_obj
    def command(session: Session, ident: str) -> None:
        from changlang.scaffold.record import new_record

        console = Console(session.language)
        settings = settings_of(session, console)
        write_new(console, settings.content, new_record(folder, ident, _a_column(settings)))

    return click.command(
        kind.word,
        cls=Command,
        help=f"A commented draft of a new {kind.name['en']}. 新建{kind.name['zh']}草稿，每个字段都有说明。",
        examples=(f"changlang new {kind.word} {'YC001' if folder == 'boards' else '2020-08-01-visit'}",),
    )(command)


for _folder in KINDS:
    new.add_command(_new_record(_folder))


def _a_column(settings: Settings) -> str:
    """The id of some column of the site, or a word to be replaced where it has none yet."""
    names = sorted((settings.content / "columns").glob("*.zh.md"))
    return names[0].name.removesuffix(".zh.md") if names else "column-id"
