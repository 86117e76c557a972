"""The ledger `content/boards.lock`: every code that was ever printed, a line each, sorted, so that a diff reads.

A line is code, printed address, date of the last print and what the board showed then, with a space between:

    YC001 HTTPS://YC.EXAMPLE/B/YC001 2026-11-25 figure:visits event:2019-07-dam

`changlang boards` writes it when artwork is made. A line is never taken out again: its code stands in a street.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from changlang import plain, urls
from changlang.model import Board
from changlang.problems import Problem, problem
from changlang.settings import Settings

FILE = "boards.lock"
HEAD = (
    "# 每一个印过的编码，由 changlang boards 写入。不要改，不要删：牌还立在街上。\n"
    "# Every code that was ever printed, written by changlang boards. Never edit or remove a line.\n"
)
LINE = re.compile(
    r"(?P<code>[A-Z0-9]{3,20}) (?P<address>HTTPS?://\S+) (?P<date>\d{4}-\d\d-\d\d)(?P<shows>(?: [a-z]+:\S+)*)",
    re.ASCII,
)


class LedgerLine(NamedTuple):
    """`address` is as printed, `date` (ISO 8601) that of the last print, `shows` what the board showed then."""

    code: str
    address: str
    date: str
    shows: tuple[str, ...] = ()


Ledger = Mapping[str, LedgerLine]  # by code, in their order


def place(settings: Settings) -> Path:
    return settings.content / FILE


def load(settings: Settings) -> tuple[Ledger, tuple[Problem, ...]]:
    """The site's ledger, empty where it has none yet; what cannot be read is a problem at its line."""
    path = place(settings)
    shown = path.relative_to(settings.root).as_posix()
    try:
        text, problems = plain.decode(path.read_bytes(), shown)
    except FileNotFoundError:
        return {}, ()
    except OSError as fault:
        return {}, (problem("unreadable", shown, reason=fault.strerror or ""),)
    return ({}, tuple(problems)) if problems else parse(text, shown)


def parse(text: str, file: str) -> tuple[Ledger, tuple[Problem, ...]]:
    """What a ledger's text says. `file` is its name in problems; a code that comes twice counts once, and is one."""
    found: dict[str, LedgerLine] = {}
    problems = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = LINE.fullmatch(line.rstrip())
        if match is None or match["code"] in found:
            problems.append(problem("bad-ledger", file, number, 1, line=line))
        else:
            shows = tuple(match["shows"].split())
            found[match["code"]] = LedgerLine(match["code"], match["address"], match["date"], shows)
    return found, tuple(problems)


def entered(ledger: Ledger, boards: Iterable[Board], settings: Settings, today: datetime.date) -> Ledger:
    """The ledger once artwork of some boards was made. A board that shows what it showed keeps its line and date.

    The address of a line never changes here: where the site's has changed, `check` has refused the print before.
    """
    lines = dict(ledger)
    for board in boards:
        former = lines.get(board.id)
        address = former.address if former else urls.printed_address(settings, board.id)
        if former is None or former.shows != board.show:
            lines[board.id] = LedgerLine(board.id, address, today.isoformat(), board.show)
    return {code: lines[code] for code in sorted(lines)}


def written(ledger: Ledger) -> str:
    """The ledger's text, in the order of codes."""
    lines = (" ".join((line.code, line.address, line.date, *line.shows)) for _, line in sorted(ledger.items()))
    return HEAD + "".join(f"{line}\n" for line in lines)


def save(settings: Settings, ledger: Ledger) -> None:
    """Puts the ledger in its place whole: a run that is cut off leaves the former one."""
    path = place(settings)
    temporary = path.with_name(f".{FILE}.tmp")
    temporary.write_text(written(ledger), "utf-8", newline="\n")
    temporary.replace(path)
