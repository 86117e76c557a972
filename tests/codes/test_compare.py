"""No records pass with a printed code that has no page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from changlang.codes.compare import Kept, compare
from changlang.codes.ledger import LedgerLine
from changlang.model.fields import Text
from changlang.model.records import Board
from changlang.problems import has_errors
from changlang.settings import load_settings

FOUND, _ = load_settings(Path(__file__).parents[1] / "sites" / "good" / "mkdocs.yml")
assert FOUND is not None
SITE = replace(FOUND, site_url="https://yc.example/")
CODES = ("YC001", "YC002", "YC003")
ANY = st.sets(st.sampled_from(CODES))


def board(code: str) -> Board:
    return Board(id=code, title=Text(zh=code, en=code), show=("event:dam",))


def line(code: str) -> LedgerLine:
    return LedgerLine(code, f"HTTPS://YC.EXAMPLE/B/{code}", "2026-11-23")


@given(ANY, ANY, ANY, ANY)
def test_what_passes_has_a_page_for_every_code_ever_printed(
    every: set[str], hidden: set[str], printed: set[str], known: set[str]
) -> None:
    boards = {code: board(code) for code in sorted(every)}
    shown = {code: one for code, one in boards.items() if code not in hidden}
    ledger = {code: line(code) for code in sorted(printed)}
    kept = Kept(boards, shown, True, ledger, "content/boards.lock", [line(code) for code in known])

    found = compare(kept, SITE, lambda record, path: ("boards.yml", 1, 1))

    assert has_errors(found) == (not (printed <= shown.keys() and known <= printed))
