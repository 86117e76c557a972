"""`changlang photos`: from an officer's folder to records, and everything at one glance."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from functools import partial
from pathlib import Path

import click

from changlang.commands.base import CONTENT, FINE, Command, Session, settings_of
from changlang.console import Console
from changlang.model import Event, Language
from changlang.problems import has_errors
from changlang.settings import Settings
from changlang.spread import cores
from changlang.translation.write import rewrite


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
    chosen = _event(event, intake.events_of(settings)) if event else None
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
    language: Language = "zh" if session.language == "zh" else "en"
    found = contact.archive(settings, cores(), partial(console.progress, "pictures"))
    entries, unread = contact.entries(found, settings, language)
    text = contact_sheet(entries, unread, settings.site_name[language], "sheet", language, date.today())
    rewrite(place, text)
    console.say("written", path=place)


def _html(path: Path) -> Path:
    """A name that no record and no picture can have."""
    if path.suffix != ".html":
        raise click.UsageError(f"{path}: .html")
    return path


def _event(ident: str, events: Mapping[str, Event]) -> Event:
    if ident not in events:
        near = get_close_matches(ident, list(events), 1, 0.6)
        raise click.UsageError(f"there is no event {ident} · 没有这个活动" + "".join(f": {name}?" for name in near))
    return events[ident]


def _outside(folder: Path, settings: Settings) -> None:
    """The folder holds pictures, not the site: its cache and what was built would come in with them."""
    if settings.root.resolve().is_relative_to(folder.resolve()):
        raise click.UsageError(f"{folder} holds the site itself · 这是站点自己的文件夹")
