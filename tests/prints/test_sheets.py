"""Labels, twelve to a page, and the inventory that goes with them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from changlang import pipeline, urls
from changlang.editions.print.artwork import Look, Site
from changlang.editions.print.inventory import Row, as_csv, inventory_data, sheet_data
from changlang.editions.print.typeset import Typesetter, typeset
from changlang.model.fields import Text
from changlang.model.records import Board
from changlang.settings import Settings
from changlang.steps.artwork import typesetter, workroom
from tests.prints.conftest import DAY, out

MM = 72 / 25.4


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    with workroom() as root:
        made, faults = typesetter(root)
        assert not faults
        return Typesetter(made.folders, made.families, Path(pipeline.__file__).parent / "theme" / "print")


@pytest.fixture
def site(prints: Settings) -> Site:
    boards = {f"YC{number:03}": board(number) for number in range(1, 14)}
    return Site(
        catalogue=replace(pipeline.check(prints).catalogue, boards=boards),
        name=prints.site_name,
        figures={},
        addresses={code: urls.printed_address(prints, code) for code in boards},
        looks={"": Look("", "#a8201a", "#6d1511")},
        prints={},
        where=lambda *_: ("content/boards/boards.yml", 1, 1),
        whole=str,
    )


def board(number: int) -> Board:
    return Board(id=f"YC{number:03}", title=Text(zh=f"第{number}块牌", en=f"Board {number}"))


def test_labels_are_twelve_to_a_page_of_a4_and_each_reads_and_says_its_address(
    site: Site, setter: Typesetter
) -> None:
    given, problems = sheet_data(site.catalogue.boards.values(), site)
    made = typeset("sheet.typ", given, setter, svg=False)
    sheets = list(pypdfium2.PdfDocument(made.pdf))

    assert problems == () and made.misfits == () and made.svg == ()
    assert [tuple(round(side / MM) for side in page.get_size()) for page in sheets] == [(210, 297)] * 2
    read = [sorted(seen.text for seen in zxingcpp.read_barcodes(_drawn(page))) for page in sheets]
    addresses = sorted(site.addresses.values())
    assert read == [addresses[:12], addresses[12:]]
    said = sheets[0].get_textpage().get_text_range().split()
    assert {urls.in_letters(address) for address in addresses[:12]} <= set(said)


def _drawn(page: pypdfium2.PdfPage) -> Image.Image:
    found: Image.Image = page.render(scale=6, grayscale=True).to_pil()
    return found


def test_a_label_has_room_for_its_code_or_says_how_large_it_must_be(site: Site) -> None:
    far = site.catalogue.boards["YC001"].model_copy(update={"distance": 20})
    _, [problem] = sheet_data([far], site)

    assert problem.code == "print-code-small"
    assert dict(problem.args)["format"] == "label"


def test_the_inventory_of_a_print_has_its_columns_and_every_board(prints: Settings) -> None:
    data = (out(prints) / "boards.csv").read_bytes()
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig")))

    assert data.startswith(b"\xef\xbb\xbf")
    assert [name.split(" ", 1)[1] for name in head] == [
        "code",
        "title",
        "place",
        "column",
        "printed",
        "installed",
        "last checked",
    ]
    assert rows == [
        [
            "YC001",
            "坝上的牌 · The board on the dam",
            "云川水坝 · Yunchuan dam",
            "共建 · Building together",
            str(DAY),
            "2026-02",
            "",
        ],
        ["YC002", "走访牌 · The board of visits", "", "", str(DAY), "", ""],
        ["YC003", "撤下的牌 · The board that came down", "", "", "", "", ""],
    ]
    page = pypdfium2.PdfDocument(out(prints) / "boards.pdf")[0].get_textpage().get_text_range()
    assert "YC001" in page and "云川水坝" in page and "The board of visits" in page


def test_a_cell_that_a_spreadsheet_would_run_is_only_text() -> None:
    row = Row("YC001", ("=1+1", "@SUM(A1)"), ("-1",), (), "", "", "")
    [_, cells] = csv.reader(io.StringIO(as_csv([row]).decode("utf-8-sig")))

    assert cells[1:3] == ["'=1+1 · @SUM(A1)", "'-1"]


def test_the_inventory_breaks_over_pages_and_heads_each(site: Site, setter: Typesetter) -> None:
    rows = [Row(f"YC{number:03}", ("牌", "Board"), (), (), str(date.min), "", "") for number in range(60)]
    pages = list(pypdfium2.PdfDocument(typeset("inventory.typ", inventory_data(rows, site), setter, svg=False).pdf))

    assert len(pages) > 1
    assert all("last checked" in page.get_textpage().get_text_range() for page in pages)


def test_only_standing_boards_that_were_printed_have_a_label(prints: Settings) -> None:
    said = pypdfium2.PdfDocument(out(prints) / "labels.pdf")[0].get_textpage().get_text_range().split()

    assert {"YC001", "YC002"} <= set(said) and "YC003" not in said
