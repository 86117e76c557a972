"""Finished artwork read back: by its file alone, held against the ledger and against the pages of the build."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PIL import Image

from changlang import svg, urls
from changlang.photos.executor import processes
from changlang.problems import Problem, problem
from changlang.steps.sheets import REPORT, checked_on
from changlang.svg import NoDrawing
from changlang.verify.raster import NoArtwork, drawn, letters
from changlang.verify.scan import scan
from changlang.verify.trial import Trial, tried, worn
from changlang.verify.wear import WEARS

NAME = re.compile(r"(?P<code>[A-Z0-9]{3,20})-(?P<format>\w+)-(?P<language>zh|en)\.(?:pdf|svg)", re.ASCII)
LABELS = "labels.pdf"
# Pixels across a page: a module is four of them or more, on an A1 as on a sheet of labels.
WIDE = 2400


@dataclass(frozen=True, slots=True)
class Verified:
    """One code and its trial. `file` is its path below the folder of prints, `address` what it has to say."""

    file: str
    code: str
    format: str
    language: str
    address: str
    trial: Trial

    @property
    def name(self) -> str:
        """Its file, and which code of it where there are many."""
        return f"{self.file} {self.code}" if self.file == LABELS else self.file

    @property
    def reads(self) -> bool:
        return self.trial.read == (self.address,)


def verified(out: Path, addresses: Mapping[str, str], jobs: int) -> Iterator[tuple[tuple[Verified, ...], int]]:
    """File by file every code in a folder of prints, tried, and how many files there are.

    `addresses` are those of the ledger, by code; a code that is not in it never passes.
    """
    artworks = [path for path in sorted(out.glob("*/*.*")) if NAME.fullmatch(path.name)]
    todo = [*artworks, *(path for path in [out / LABELS] if path.is_file())]
    for found in _shared(partial(_verified, out=out, addresses=addresses), todo, jobs):
        yield found, len(todo)


def _shared(
    work: Callable[[Path], tuple[Verified, ...]], todo: list[Path], jobs: int
) -> Iterator[tuple[Verified, ...]]:
    if jobs < 2 or len(todo) < 2 * jobs:
        yield from map(work, todo)
        return
    with processes(jobs) as pool:
        yield from pool.map(work, todo, chunksize=max(1, min(16, len(todo) // (jobs * 4))))


def _verified(path: Path, out: Path, addresses: Mapping[str, str]) -> tuple[Verified, ...]:
    file = path.relative_to(out).as_posix()
    named = NAME.fullmatch(path.name)
    if named is None:
        return tuple(_labels(path, file, addresses))
    address = addresses.get(named["code"], "")
    trial = next((tried(page, address, path.name) for page in _pages(path)), Trial(()))
    return (Verified(file, named["code"], named["format"], named["language"], address, trial),)


def _labels(path: Path, file: str, addresses: Mapping[str, str]) -> Iterator[Verified]:
    """A sheet says in letters which codes it should have; each has to be there, and none beside them."""
    for page, said in zip(_pages(path), letters(path.read_bytes()), strict=True):
        seen = {one.text: one for one in scan(page)}
        for code, address in addresses.items():
            if address in seen or urls.in_letters(address) in said.split():
                found = seen.pop(address, None)
                trial = worn(page, found, f"{file} {code}") if found else Trial(())
                yield Verified(file, code, "A4", "zh, en", address, trial)
        for text in seen:
            yield Verified(file, text.rpartition("/")[2], "A4", "zh, en", "", Trial((text,)))


def _pages(path: Path) -> Iterator[Image.Image]:
    """The pages of a file; none where it is no artwork or cannot be read: then it says nothing."""
    with suppress(NoArtwork, NoDrawing, OSError, ValueError):
        if path.suffix == ".svg":
            yield svg.drawn(path.read_text("utf-8"), WIDE)
        else:
            yield from drawn(path.read_bytes(), WIDE)


def verify_faults(done: Sequence[Verified], out: Path, site_dir: Path) -> Iterator[Problem]:
    """Codes that do not say their address as printed, and addresses that lead to no page of the build."""
    missing: set[str] = set()
    if not done:
        yield problem("print-nothing", out.name)
    for one in done:
        if not one.address:
            yield problem("print-not-entered", f"{out.name}/{one.file}", code=one.code)
        elif not one.reads:
            named = {"code": one.code, "format": one.format, "language": one.language}
            yield problem("print-unread", f"{out.name}/{one.file}", **named, address=one.address)
        elif one.code not in missing and (page := _missing(one.code, site_dir)):
            missing.add(one.code)
            yield problem("print-no-page", f"{out.name}/{one.file}", code=one.code, page=page)


def _missing(code: str, site_dir: Path) -> str:
    """The first address of a code that the build has no page for; "" where it has both spellings."""
    return next((page for page in urls.spellings(code) if not (site_dir / urls.file(page)).is_file()), "")


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
        "code": one.code,
        "reads": one.reads,
        "read": list(one.trial.read),
        "margin": {name: one.trial.margin(name) for name in WEARS},
        "required": {name: wear.required[-1] for name, wear in WEARS.items()},
    }
