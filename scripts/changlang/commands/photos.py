"""`changlang photos`: from an officer's folder to records, and everything at one glance."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from changlang.commands.base import CONTENT, FINE, Command, Session, settings_of
from changlang.console import WORDS, Console
from changlang.model.languages import Language
from changlang.problems import has_errors
from changlang.settings import Settings
from changlang.spread import cores
from changlang.translation.write import rewrite

if TYPE_CHECKING:
    from changlang.steps.faces import Proposal

Chosen = TypeVar("Chosen")


@click.group()
def photos() -> None:
    """Pictures: bring them in, see them all, find faces. 照片：放入、总览、找出人脸。"""


@photos.command(
    cls=Command,
    examples=("changlang photos add ~/Pictures/2024-08", "changlang photos add from-phone --event 2024-08-01-visit"),
)
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--event", metavar="ID", help="The event that they all are of. 这些照片都属于哪个活动。")
@click.option(
    "--jobs", type=click.IntRange(1, 256), help="Processes at once; otherwise one a core. 同时运行的进程数。"
)
@click.pass_obj
def add(session: Session, folder: Path, event: str | None, jobs: int | None) -> None:
    """Copy pictures into photos/ and write drafts of their records. 把照片放入 photos/，写好草稿。

    What is there already is passed over, so it can be run again. A file that cannot be used is named and left out,
    and the exit code is then 1. Nothing is published: write captions and alt texts, then delete the line status.
    已有的会跳过，可以反复运行；用不了的会指名略去。草稿不会公开，写好说明并删去 status 一行才会。
    """
    from changlang.steps import intake

    console = Console(session.language)
    settings = settings_of(session, console)
    _outside(folder, settings)
    chosen = _named(event, intake.events_of(settings), "event · 没有这个活动") if event else None
    found = intake.add(settings, folder, chosen, date.today(), jobs or cores(), console.progress)
    console.report(found.problems)
    console.say("added", added=found.added, present=found.present)
    if found.records:
        console.say("drafted", path=found.records)
    sys.exit(CONTENT if has_errors(found.problems) else FINE)


@photos.command(cls=Command, examples=("changlang photos sheet", "changlang photos sheet --out photos-2024.html"))
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Where to write it. 写到哪个文件。")
@click.pass_obj
def sheet(session: Session, out: Path | None) -> None:
    """Every picture with its caption and what is missing, to look at or print. 照片总表：说明、缺项一览，可打印。

    One HTML file that needs nothing else, by default dist/photos.html. It shows drafts: it is for the office only.
    一个独立的 HTML 文件，默认写到 dist/photos.html。里面有草稿，仅供内部使用。
    """
    from changlang.pages.contact import contact_sheet
    from changlang.steps import contact

    console = Console(session.language)
    settings = settings_of(session, console)
    place = _html(out or settings.root / "dist" / "photos.html")
    language = _spoken(session)
    found = contact.archive(settings, cores(), partial(console.progress, "pictures"))
    entries, unread = contact.entries(found, settings, language)
    text = contact_sheet(entries, unread, settings.site_name[language], "sheet", language, date.today())
    rewrite(place, text)
    console.say("written", path=place)


@photos.command(cls=Command, examples=("changlang photos faces", "changlang photos faces 2024-gala --write"))
@click.argument("idents", metavar="[ID]...", nargs=-1)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Where the sheet goes. 预览的文件。")
@click.option("--write", is_flag=True, help="Ask for each draft whether to write it. 逐条询问，同意才写入草稿。")
@click.pass_obj
def faces(session: Session, idents: tuple[str, ...], out: Path | None, write: bool) -> None:
    """Propose faces to hide; a person decides. 找出可能要遮住的人脸，由人决定。

    Prints what to put into each record, and shows it on a sheet, by default dist/faces.html, on which faces are to be
    seen: for the office only. With --write a proposal goes into a draft once you agree; published records are never
    changed. 打印要写进记录的 hide，并写出预览（人脸没有遮住，仅供内部）。
    加 --write 会逐条询问，同意才写入草稿；公开的记录不会改动。
    """
    from changlang.photos.faces import available

    console = Console(session.language)
    settings = settings_of(session, console)
    place = _html(out or settings.root / "dist" / "faces.html")
    if not available():
        raise click.UsageError('pip install "changlang[faces]": OpenCV is not installed · 没有安装 OpenCV')
    from changlang.pages.contact import contact_sheet
    from changlang.steps import faces as steps

    records = steps.photo_records(settings)
    chosen = [_named(ident, records, "picture · 没有这幅照片") for ident in idents] or list(records.values())
    found, problems = steps.propose(settings, chosen, cores(), partial(console.progress, "faces"))
    console.report(problems)
    name = settings.site_name[_spoken(session)]
    rewrite(place, contact_sheet(steps.entries(found), (), name, "faces", _spoken(session), date.today()))
    for proposal in found:
        click.echo(f"\n{proposal.photo.origin.file}: {proposal.photo.id}\n  {proposal.hide}")
        if write:
            _accepted(console, settings, proposal)
    console.say("faces-found", found=len(found), looked=len(chosen), path=place)
    sys.exit(CONTENT if has_errors(problems) else FINE)


def _accepted(console: Console, settings: Settings, proposal: Proposal) -> None:
    """Writes a proposal where the person at the keyboard agrees, and only into a draft."""
    from changlang.steps.faces import accept
    from changlang.translation.edit import Unwritable

    if proposal.photo.status != "draft":
        console.say("faces-published", id=proposal.photo.id)
    elif click.confirm(WORDS["faces-ask"][console.language].format(id=proposal.photo.id), default=False):
        try:
            console.say("written", path=accept(settings, proposal))
        except Unwritable:
            console.say("faces-by-hand", id=proposal.photo.id)


def _html(path: Path) -> Path:
    """A name that no record and no picture can have."""
    if path.suffix != ".html":
        raise click.UsageError(f"{path}: .html")
    return path


def _named(ident: str, records: Mapping[str, Chosen], what: str) -> Chosen:
    if ident not in records:
        near = get_close_matches(ident, list(records), 1, 0.6)
        raise click.UsageError(f"{ident}: no such {what}" + "".join(f": {name}?" for name in near))
    return records[ident]


def _spoken(session: Session) -> Language:
    return "zh" if session.language == "zh" else "en"


def _outside(folder: Path, settings: Settings) -> None:
    """The folder holds pictures, not the site: its cache and what was built would come in with them."""
    if settings.root.resolve().is_relative_to(folder.resolve()):
        raise click.UsageError(f"{folder} holds the site itself · 这是站点自己的文件夹")
