"""`changlang new KIND ID` and `changlang new site FOLDER`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from changlang.commands.base import Command, Session, settings_of, write_new
from changlang.console import Console
from changlang.model.kinds import KINDS
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

    @click.argument("ident", metavar="ID")
    @click.pass_obj
    def command(session: Session, ident: str) -> None:
        _write(session, folder, ident)

    return _with_help(folder, command)


def _new_board() -> click.Command:
    """`changlang new board [CODE]`: without a code it gives the next free one."""

    @click.argument("code", metavar="[CODE]", required=False)
    @click.pass_obj
    def command(session: Session, code: str | None) -> None:
        from changlang.codes.code import check_sign, free_code, is_mistyped

        settings = settings_of(session, Console(session.language))
        if code and is_mistyped(code, settings.board_prefix):
            right = code[:-1] + check_sign(code[:-1])
            raise click.UsageError(f"{code}: {right}? · the check sign, the last one, is not right · 末位检验码不对")
        _write(session, "boards", code or free_code(settings.board_prefix, _codes(settings)))

    return _with_help("boards", command)


def _codes(settings: Settings) -> set[str]:
    """Every code that a board's file or the ledger has, or had in any version on any branch."""
    from changlang.codes import ledger
    from changlang.codes.code import FORM
    from changlang.history import added

    files = [ledger.place(settings), *sorted((settings.content / "boards").rglob("*.yml"))]
    now = [path.read_text("utf-8", "replace") for path in files if path.is_file()]
    return set(FORM.findall("\n".join([*now, *added(settings.content, ledger.FILE, "boards", everywhere=True)])))


def _write(session: Session, folder: str, ident: str) -> None:
    from changlang.scaffold.record import new_record

    console = Console(session.language)
    settings = settings_of(session, console)
    write_new(console, settings.content, new_record(folder, ident, _a_column(settings)))


def _with_help(folder: str, command: Callable[..., None]) -> click.Command:
    kind = KINDS[folder]
    words = ("", " YC001") if folder == "boards" else (" 2020-08-01-visit",)
    return click.command(
        kind.word,
        cls=Command,
        help=f"A commented draft of a new {kind.name['en']}. 新建{kind.name['zh']}草稿，每个字段都有说明。",
        examples=tuple(f"changlang new {kind.word}{word}" for word in words),
    )(command)


for _folder in KINDS:
    new.add_command(_new_board() if _folder == "boards" else _new_record(_folder))


def _a_column(settings: Settings) -> str:
    """The id of some column of the site, or a word to be replaced where it has none yet."""
    names = sorted((settings.content / "columns").glob("*.zh.md"))
    return names[0].name.removesuffix(".zh.md") if names else "column-id"
