"""Finished artwork read back: by its file alone, held against the ledger and against the pages of the build."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from changlang import urls
from changlang.photos.executor import processes
from changlang.problems import Problem, problem
from changlang.steps.sheets import REPORT, checked_on
from changlang.verify.raster import NoArtwork
from changlang.verify.trial import Trial, tried
from changlang.verify.wear import WEARS

NAME = re.compile(r"(?P<code>[A-Z0-9]{3,20})-(?P<format>\w+)-(?P<language>zh|en)\.pdf", re.ASCII)


@dataclass(frozen=True, slots=True)
class Verified:
    """One artwork and its trial. `file` is its path below the folder of prints; `address` what it has to say."""

    file: str
    code: str
    format: str
    language: str
    address: str
    trial: Trial


def verified(out: Path, addresses: Mapping[str, str], jobs: int) -> Iterator[tuple[Verified, int]]:
    """Every artwork in a folder, tried, and how many there are. A code that is not in the ledger never passes."""
    todo = [(path, match) for path in sorted(out.glob("*/*.pdf")) if (match := NAME.fullmatch(path.name))]
    orders = [(str(path), addresses.get(match["code"], "")) for path, match in todo]
    for (path, match), trial in zip(todo, _trials(orders, jobs), strict=True):
        address = addresses.get(match["code"], "")
        file = path.relative_to(out).as_posix()
        yield Verified(file, match["code"], match["format"], match["language"], address, trial), len(todo)


def _trials(orders: list[tuple[str, str]], jobs: int) -> Iterator[Trial]:
    if jobs < 2 or len(orders) < 2 * jobs:
        yield from map(_trial, orders)
        return
    with processes(jobs) as pool:
        yield from pool.map(_trial, orders, chunksize=max(1, min(16, len(orders) // (jobs * 4))))


def _trial(order: tuple[str, str]) -> Trial:
    """A file that is no PDF, or cannot be read, says nothing."""
    path = Path(order[0])
    try:
        return tried(path.read_bytes(), order[1], path.name)
    except (NoArtwork, OSError):
        return Trial(())


def verify_faults(done: Iterable[Verified], out: Path, site_dir: Path) -> Iterator[Problem]:
    """Codes that do not say their address as printed, and addresses that lead to no page of the build."""
    missing: set[str] = set()
    for one in done:
        if not one.address:
            yield problem("print-not-entered", f"{out.name}/{one.file}", code=one.code)
        elif one.trial.read != (one.address,):
            named = {"code": one.code, "format": one.format, "language": one.language}
            yield problem("print-unread", f"{out.name}/{one.file}", **named, address=one.address)
        elif one.code not in missing and not (site_dir / urls.file(urls.board(one.code))).is_file():
            missing.add(one.code)
            yield problem("print-no-page", f"{out.name}/{one.file}", code=one.code, page=urls.board(one.code))


def save_report(out: Path, done: Iterable[Verified], problems: Iterable[Problem], today: datetime.date) -> None:
    """The report for machines, beside the artwork. `checked` is kept for codes that were not looked at this time."""
    done = list(done)
    bad = {dict(found.args).get("code") for found in problems}
    codes = {one.code for one in done}
    checked = {code: date for code, date in checked_on(out).items() if code not in codes}
    checked |= {code: today.isoformat() for code in codes - bad}
    report = {"checked": dict(sorted(checked.items())), "artworks": [as_row(one) for one in done]}
    if out.is_dir():
        unfinished = out / f".{REPORT}"
        unfinished.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", "utf-8")
        unfinished.replace(out / REPORT)


def as_row(one: Verified) -> Mapping[str, object]:
    """One artwork's trial in plain values: whether it reads, and the margin of each wear beside what is required."""
    return {
        "file": one.file,
        "address": one.address,
        "reads": one.trial.read == (one.address,),
        "read": list(one.trial.read),
        "margin": {name: one.trial.margin(name) for name in WEARS},
        "required": {name: wear.required[-1] for name, wear in WEARS.items()},
    }
