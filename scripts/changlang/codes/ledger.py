"""The ledger `content/boards.lock`: every code that was ever printed, a line each, sorted, so that a diff reads.

A line is code, printed address, date of the last print and what the board showed then, with a space between:

    YC001 HTTPS://YC.EXAMPLE/B/YC001 2026-11-25 figure:visits event:2019-07-dam

`changlang boards` writes it when artwork is made. A line is never taken out again: its code stands in a street.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from changlang import plain, urls
from changlang.model.records import Board
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


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """`address` is as printed, `date` (ISO 8601) that of the last print, `shows` what the board showed then.

    `number` is where the line stands in the file, from 1; 0 for one that is not in it yet.
    """

    code: str
    address: str
    date: str
    shows: tuple[str, ...] = ()
    number: int = field(default=0, compare=False)


Ledger = Mapping[str, LedgerLine]  # by code, in their order


def place(settings: Settings) -> Path:
    return settings.content / FILE


def name(settings: Settings) -> str:
    """The ledger's name in problems."""
    return place(settings).relative_to(settings.root).as_posix()


def load(settings: Settings) -> tuple[Ledger, tuple[Problem, ...]]:
    """The site's ledger, empty where it has none yet; what cannot be read is a problem at its line."""
    path = place(settings)
    shown = name(settings)
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
    for number, text_line in enumerate(text.splitlines(), 1):
        if not text_line.strip() or text_line.startswith("#"):
            continue
        line = _line(text_line, number)
        if line is None or line.code in found:
            problems.append(problem("bad-ledger", file, number, 1, line=text_line))
        else:
            found[line.code] = line
    return found, tuple(problems)


def _line(text: str, number: int) -> LedgerLine | None:
    match = LINE.fullmatch(text.rstrip())
    if match is None:
        return None
    return LedgerLine(match["code"], match["address"], match["date"], tuple(match["shows"].split()), number)


def lines(texts: Iterable[str]) -> Iterator[LedgerLine]:
    """Whatever of some lines of text is a line of a ledger."""
    return (line for text in texts if (line := _line(text, 0)))


def published(site: Path) -> Iterator[LedgerLine]:
    """The lines that a built site keeps of the ledger, so that it is known by whoever has the site alone."""
    with suppress(OSError, ValueError):
        yield from lines((site / urls.LEDGER).read_text("utf-8").splitlines())


def entered(ledger: Ledger, boards: Iterable[Board], settings: Settings, today: datetime.date) -> Ledger:
    """The ledger once artwork of some boards was made. A board that shows what it showed keeps its line and date.

    The address of a line never changes here: where the site's has changed, `check` has refused the print before.
    """
    kept = dict(ledger)
    for board in boards:
        former = kept.get(board.id)
        address = former.address if former else urls.printed_address(settings, board.id)
        if former is None or former.shows != board.show:
            kept[board.id] = LedgerLine(board.id, address, today.isoformat(), board.show)
    return {code: kept[code] for code in sorted(kept)}


def written(ledger: Ledger) -> str:
    """The ledger's text, in the order of codes."""
    return HEAD + "".join(
        " ".join((line.code, line.address, line.date, *line.shows)) + "\n"
        for line in sorted(ledger.values(), key=lambda line: line.code)
    )


def copy(ledger: Ledger) -> str:
    """What a built site keeps of the ledger: its lines without what the boards show."""
    return "".join(f"{line.code} {line.address} {line.date}\n" for _, line in sorted(ledger.items()))


def save(settings: Settings, ledger: Ledger) -> None:
    """Puts the ledger in its place whole: a run that is cut off leaves the former one."""
    path = place(settings)
    temporary = path.with_name(f".{FILE}.tmp")
    temporary.write_text(written(ledger), "utf-8", newline="\n")
    temporary.replace(path)
