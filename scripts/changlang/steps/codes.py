"""Printed codes against records, history and the site that was built before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from changlang import history
from changlang.codes import ledger
from changlang.codes.compare import Kept, compare
from changlang.codes.ledger import LedgerLine
from changlang.model.catalogue import Catalogue
from changlang.model.records import Board
from changlang.problems import Problem, has_errors
from changlang.read.parse import Records
from changlang.read.places import of_record
from changlang.settings import Settings


def printed_codes(
    settings: Settings, records: Records, catalogue: Catalogue, found: Iterable[Problem], former: Iterable[Path]
) -> tuple[Problem, ...]:
    """Whatever would leave a printed code without a page. `found` is what reading found so far, `former` the folders
    that sites were built in before."""
    lines, unreadable = ledger.load(settings)
    every = {record.id: record for _, record in records.records if isinstance(record, Board)}
    boards = f"{settings.content.relative_to(settings.root).as_posix()}/boards/"
    kept = Kept(
        every=every,
        shown=catalogue.boards,
        readable=not has_errors(item for item in found if item.file.startswith(boards)),
        ledger=lines,
        file=ledger.name(settings),
        known=() if unreadable else tuple(_known(settings, former)),
    )
    return (*unreadable, *compare(kept, settings, partial(of_record, settings.root, "boards")))


def _known(settings: Settings, former: Iterable[Path]) -> Iterator[LedgerLine]:
    names = (ledger.FILE, *history.earlier(settings.content, ledger.FILE))
    yield from ledger.lines(history.added(settings.content, *names))
    for folder in former:
        yield from ledger.published(folder)
