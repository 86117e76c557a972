"""The ledger of printed codes: what is written can be read, sorted, and no line of it is lost by a print."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from changlang import urls
from changlang.codes import ledger as ledgers
from changlang.codes.ledger import Ledger, LedgerLine, entered, parse, written
from changlang.model.fields import Text
from changlang.model.records import Board
from changlang.qr import symbol
from changlang.settings import Settings, load_settings

SETTINGS, _ = load_settings(Path(__file__).parents[1] / "sites" / "good" / "mkdocs.yml")
assert SETTINGS is not None
YUNCHUAN = replace(SETTINGS, site_url="https://yc.example/")
MONDAY, TUESDAY = datetime.date(2026, 11, 23), datetime.date(2026, 11, 24)
CODES = st.from_regex(r"[A-Z0-9]{3,20}", fullmatch=True)
LINES = st.builds(
    LedgerLine,
    CODES,
    CODES.map(lambda code: f"HTTPS://YC.EXAMPLE/B/{code}"),
    st.dates().map(str),
    st.lists(st.from_regex(r"(event|figure|photo):[a-z0-9]{1,9}", fullmatch=True), max_size=4).map(tuple),
)
LEDGERS = st.lists(LINES, max_size=6).map(lambda lines: {line.code: line for line in lines})


def board(code: str, *show: str) -> Board:
    return Board(id=code, title=Text(zh=f"牌{code}", en=f"Board {code}"), show=show)


def mode(address: str) -> str | None:
    """How a QR code keeps an address."""
    found = symbol(address)
    return found.mode if found else None


@given(LEDGERS)
def test_a_ledger_that_was_written_is_read_as_it_was_and_sorted(ledger: Ledger) -> None:
    text = written(ledger)
    found, problems = parse(text, "content/boards.lock")

    assert (found, problems) == (ledger, ())
    assert list(found) == sorted(ledger)
    assert written(found) == text


@given(LEDGERS, st.lists(CODES, max_size=4))
def test_a_print_adds_codes_and_never_loses_one_or_its_address(ledger: Ledger, codes: list[str]) -> None:
    after = entered(ledger, [board(code, "event:dam") for code in codes], YUNCHUAN, MONDAY)

    assert after.keys() == {*ledger, *codes}
    assert all(after[code].address == line.address for code, line in ledger.items())
    assert list(after) == sorted(after)


def test_a_line_keeps_its_date_until_the_board_shows_something_else() -> None:
    first = entered({}, [board("YC001", "event:dam")], YUNCHUAN, MONDAY)
    assert first["YC001"] == LedgerLine("YC001", "HTTPS://YC.EXAMPLE/B/YC001", "2026-11-23", ("event:dam",))

    assert entered(first, [board("YC001", "event:dam")], YUNCHUAN, TUESDAY) == first
    changed = entered(first, [board("YC001", "event:fair")], YUNCHUAN, TUESDAY)["YC001"]
    assert (changed.date, changed.shows) == ("2026-11-24", ("event:fair",))


def test_what_is_no_line_of_a_ledger_is_said_with_its_number() -> None:
    text = (
        "# a comment\n\nYC001 HTTPS://YC.EXAMPLE/B/YC001 2026-11-23\n"
        "<<<<<<< HEAD\nYC001 HTTPS://YC.EXAMPLE/B/YC001 2026-11-24\n"
    )
    found, problems = parse(text, "content/boards.lock")

    assert list(found) == ["YC001"]
    assert [(item.code, item.line) for item in problems] == [("bad-ledger", 4), ("bad-ledger", 5)]


def test_a_ledger_is_saved_and_loaded_and_an_absent_one_is_empty(good: Settings) -> None:
    assert ledgers.load(good) == ({}, ())
    ledger = entered({}, [board("YC001", "photo:dam")], good, MONDAY)
    ledgers.save(good, ledger)

    assert ledgers.load(good) == (ledger, ())
    assert [path.name for path in good.content.glob("*boards*")] == ["boards", "boards.lock"]


def test_the_printed_address_is_in_capitals_but_for_the_folder_of_the_site() -> None:
    for site, printed in (
        ("https://yc.example/", "HTTPS://YC.EXAMPLE/B/YC001"),
        ("http://yc.example:8080/", "HTTP://YC.EXAMPLE:8080/B/YC001"),
        ("https://云川.example/", "HTTPS://XN--9KQU68A.EXAMPLE/B/YC001"),
    ):
        address = urls.printed_address(replace(YUNCHUAN, site_url=site), "YC001")
        assert address == printed
        assert mode(address) == "alphanumeric"

    folder = urls.printed_address(replace(YUNCHUAN, site_url="https://yc.example/gfjy/"), "YC001")
    assert folder == "HTTPS://YC.EXAMPLE/gfjy/B/YC001"
    assert mode(folder) == "byte"
    own = replace(YUNCHUAN, site_url="https://yc.example/gfjy/", board_url="https://yc.example/")
    assert urls.printed_address(own, "YC001") == "HTTPS://YC.EXAMPLE/B/YC001"
