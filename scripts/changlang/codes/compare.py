"""The ledger against the records: whatever would leave a printed code without a page is an error."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from changlang import urls
from changlang.codes.code import check_sign, is_mistyped
from changlang.codes.ledger import Ledger, LedgerLine
from changlang.model.records import Board
from changlang.plain import Path as Within
from changlang.problems import Problem, problem
from changlang.settings import Settings

Where = Callable[[Board, Within], tuple[str, int, int]]


class Kept(NamedTuple):
    """What is compared: every board on record as it is written, those that are shown, the ledger and its file's name.

    `readable` says whether every file of boards could be read; where not, a missing record is not called gone.
    `known` are lines that the ledger once had: of its history, and of the site that was built before.
    """

    every: Mapping[str, Board]
    shown: Mapping[str, Board]
    readable: bool
    ledger: Ledger
    file: str
    known: Iterable[LedgerLine]


def compare(kept: Kept, settings: Settings, where: Where) -> tuple[Problem, ...]:
    """Every fault, of printed codes and of boards that cannot be printed. `where` finds a part of a record."""
    return (
        *_lost(kept),
        *(found for line in kept.ledger.values() for found in _printed(kept, settings, where, line)),
        *(found for board in kept.shown.values() for found in _board(kept, settings, where, board)),
    )


def _lost(kept: Kept) -> Iterator[Problem]:
    """Lines that were in the ledger once and are no longer, or name another address now."""
    for code, address in sorted({(line.code, line.address) for line in kept.known}):
        line = kept.ledger.get(code)
        if line is None or line.address != address:
            yield problem("ledger-line-lost", kept.file, line.number if line else 0, 0, id=code, address=address)


def _printed(kept: Kept, settings: Settings, where: Where, line: LedgerLine) -> Iterator[Problem]:
    """A printed code has a record that is shown, and the address that it was printed with."""
    address = urls.printed_address(settings, line.code)
    if address != line.address:
        yield problem("board-address", kept.file, line.number, 1, id=line.code, printed=line.address, now=address)
    if line.code in kept.shown:
        return
    hidden = kept.every.get(line.code)
    if hidden:
        place = where(hidden, ("status",))
        yield problem("board-hidden", *place, id=line.code, status=hidden.status, date=line.date)
    elif kept.readable:
        yield problem("board-gone", kept.file, line.number, 1, id=line.code, date=line.date)


def _board(kept: Kept, settings: Settings, where: Where, board: Board) -> Iterator[Problem]:
    """A board shows something, or says where that has gone."""
    written = kept.every[board.id]
    if written.moved_to:
        chain = _chain(kept.shown, board)
        if len(set(chain)) < len(chain) or kept.shown[chain[-1]].retired:
            yield problem("board-moved", *where(board, ("moved_to",)), id=board.id, chain=" → ".join(chain))
    elif not written.show and not written.retired:
        yield problem("board-empty", *where(board, ("code",)), id=board.id)
    if is_mistyped(board.id, settings.board_prefix) and board.id not in kept.ledger:
        right = board.id[:-1] + check_sign(board.id[:-1])
        yield problem("board-mistyped", *where(board, ("code",)), id=board.id, right=right)


def _chain(shown: Mapping[str, Board], board: Board) -> list[str]:
    """The codes that `moved_to` leads through, up to one that leads no further or has been there before.

    Every code in it is that of a board that is shown: linking has left out the others, and said so.
    """
    chain = [board.id]
    while (following := shown[chain[-1]].moved_to) and len(set(chain)) == len(chain):
        chain.append(following)
    return chain
