"""Every record with the state of its translation, and those of them that somebody named."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from changlang.commands.base import Session, settings_of
from changlang.commands.translation.words import STATES, WORDS, say
from changlang.console import Console
from changlang.settings import Settings, Translation

if TYPE_CHECKING:
    from changlang.translation.ledger import Row


def rows_of(session: Session) -> tuple[Settings, tuple[Row, ...]]:
    """Every record that can be read, also where its English is missing; says so where some cannot."""
    from dataclasses import replace

    from changlang.problems import has_errors, severity
    from changlang.read.parse import parse
    from changlang.read.survey import survey
    from changlang.translation.ledger import ledger

    settings = settings_of(session, Console(session.language))
    lenient = replace(settings, translation=Translation(default="notice"), cache=settings.cache / "translation")
    sources, found = survey(lenient)
    records, more = parse(sources, lenient)
    problems = (*found, *more)
    if has_errors(problems):
        count = sum(severity(item) == "error" for item in problems)
        say(session, "broken", err=True, count=count)
    return settings, ledger(records.records, records.home, records.hand)


def chosen(session: Session, rows: Iterable[Row], names: Iterable[str]) -> list[Row]:
    """The records that somebody named, or wrong use."""
    from changlang.translation.ledger import Unknown, named

    try:
        return list({row.key: row for row in (named(rows, name) for name in names)}.values())
    except Unknown as fault:
        word = "several" if fault.near else "no-record"
        text = WORDS[word][session.language].format(name=fault.name, near=" / ".join(fault.near))
        raise click.UsageError(text) from fault


def states_of(text: str | None) -> frozenset[str]:
    """The states of a comma-separated list; all of them where there is none."""
    names = [part.strip() for part in text.split(",")] if text else list(STATES)
    for name in names:
        if name not in STATES:
            raise click.UsageError(f"{name}: {', '.join(STATES)}")
    return frozenset(names)
