"""The inventory of boards and the sheet of codes: what is put before those who print, hang and inspect."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from changlang import urls
from changlang.editions.print.artwork import Site, code_side
from changlang.editions.print.formats import LABEL
from changlang.model.fields import Text
from changlang.model.languages import LANGUAGES
from changlang.model.records import Board
from changlang.problems import Problem
from changlang.qr import symbol

HEAD = (
    "编号 code",
    "牌上文字 title",
    "位置 place",
    "专栏 column",
    "制作 printed",
    "安装 installed",
    "检查 last checked",
)
# A cell that begins so would be run as a formula by spreadsheets.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Row:
    """One board. Dates are as people wrote them, "" where there is none; of texts the Chinese, then the English."""

    code: str
    title: tuple[str, ...]
    place: tuple[str, ...]
    column: tuple[str, ...]
    printed: str
    installed: str
    checked: str

    def cells(self) -> tuple[tuple[str, ...], ...]:
        """What stands in its columns: a text in each language, or one for both."""
        return (self.code,), self.title, self.place, self.column, (self.printed,), (self.installed,), (self.checked,)


def inventory(
    boards: Iterable[Board], site: Site, printed: Mapping[str, str], checked: Mapping[str, str]
) -> tuple[Row, ...]:
    """A row for every board in the order of codes. `printed` and `checked` are dates by code."""
    columns = site.catalogue.columns
    return tuple(
        Row(
            code=board.id,
            title=_both(board.title),
            place=_both(board.place),
            column=_both(columns[board.column].title if board.column else None),
            printed=printed.get(board.id, ""),
            installed=board.installed.edtf if board.installed else "",
            checked=checked.get(board.id, ""),
        )
        for board in sorted(boards, key=lambda board: board.id)
    )


def _both(text: Text | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text[language] for language in LANGUAGES)) if text else ()


def as_csv(rows: Iterable[Row]) -> bytes:
    """The inventory for a spreadsheet: UTF-8 with the mark that Excel looks for, lines as RFC 4180 has them."""
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow(HEAD)
    writer.writerows([_harmless(" · ".join(cell)) for cell in row.cells()] for row in rows)
    return made.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def inventory_data(rows: Sequence[Row], site: Site) -> Mapping[str, Any]:
    """What `inventory.typ` is given."""
    return {
        "site": [site.name[language] for language in LANGUAGES],
        "head": [cell.split(" ", 1) for cell in HEAD],
        "rows": [row.cells() for row in rows],
    }


def sheet_data(boards: Iterable[Board], site: Site) -> tuple[Mapping[str, Any], tuple[Problem, ...]]:
    """What `sheet.typ` is given, a label for each board in the order of codes; and codes too fine for one."""
    labels: list[Mapping[str, Any]] = []
    problems: list[Problem] = []
    for board in sorted(boards, key=lambda board: board.id):
        found = symbol(site.addresses[board.id])
        if found is None:
            continue
        side, faults = code_side(board, LABEL, found, site.where)
        problems += faults
        labels.append(
            {
                "code": board.id,
                "title": [board.title[language] for language in LANGUAGES],
                "address": urls.in_letters(site.addresses[board.id]),
                "alt": site.addresses[board.id],
                "rows": found.rows,
                "side": float(side),
                "color": site.looks[board.column or ""].deep,
            }
        )
    names = [site.name[language] for language in LANGUAGES]
    return {"site": names, "width": LABEL.width, "height": LABEL.height, "labels": labels}, tuple(problems)
