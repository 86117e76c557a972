"""`changlang agree PAIRS.tsv`: whether the numbers of sentence pairs agree, one JSON line a pair."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

import click

from changlang.commands.base import CONTENT, FINE, USE, Command, Session
from changlang.console import as_json

if TYPE_CHECKING:
    from changlang.language.numbers.agree import Reading
    from changlang.language.numbers.names import Names
    from changlang.language.numbers.quantity import Quantity

WORDS = {
    "encoding": {"zh": "{file}：不是 UTF-8 编码的文本", "en": "{file}: not UTF-8 text"},
    "header": {
        "zh": "{file}:1：第一行要有列名 zh 和 en，用制表符隔开",
        "en": "{file}:1: the first line must name the columns zh and en, with a tab between them",
    },
    "row": {"zh": "{file}:{line}：这一行缺少 {column}", "en": "{file}:{line}: this row has no {column}"},
}


class Row(NamedTuple):
    """One pair; `line` is its line in the file, `ident` its id where the file has such a column."""

    line: int
    zh: str
    en: str
    ident: str = ""


@click.command(cls=Command, examples=("changlang agree PAIRS.tsv", "changlang agree - < PAIRS.tsv"))
@click.argument("pairs", type=click.File("rb"), metavar="PAIRS.tsv")
@click.pass_obj
def agree(session: Session, pairs: BinaryIO) -> None:
    """Compare the numbers of sentence pairs (TSV with columns zh and en). 核对中英文句子里的数字。

    Prints one JSON line a pair. Exit code 0: all agree; 1: some do not; 2: a row or the file cannot be read.
    Within a site its terms say which numbers belong to names.
    """
    from changlang.language.numbers.agree import agree as compare

    file, names = getattr(pairs, "name", "-"), _names(session)
    code, out = FINE, sys.stdout
    for row in _rows(pairs.read()):
        if isinstance(row, Row):
            reading = compare(*names.hidden(row.zh, row.en))
            out.write(as_json(_line(row, reading)) + "\n")
            code = max(code, CONTENT if reading.faults else FINE)
        else:
            word, values = row
            click.echo(WORDS[word][session.language].format(file=file, **values), err=True)
            code = USE
    sys.exit(code)


def _names(session: Session) -> Names:
    """The terms of the site that the command is run in; none where it is run outside of one."""
    from changlang.language.numbers.names import Names
    from changlang.model.records import Term

    if not session.config_file.is_file():
        return Names()
    from changlang.read.parse import parse
    from changlang.read.survey import survey
    from changlang.settings import load_settings

    settings, _ = load_settings(session.config_file.absolute())
    if settings is None:
        return Names()
    sources, _ = survey(settings)
    records, _ = parse(sources, settings)
    return Names(record for _, record in records.records if isinstance(record, Term))


def _rows(data: bytes) -> Iterator[Row | tuple[str, Mapping[str, object]]]:
    """Every pair, or what is wrong with its row. A byte order mark, CRLF, quotes and more columns are all right."""
    try:
        lines = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    except UnicodeDecodeError:
        yield "encoding", {}
        return
    header = [cell.strip().lower() for cell in _cells(lines[0])]
    if "zh" not in header or "en" not in header:
        yield "header", {}
        return
    places: dict[str, int] = {name: header.index(name) for name in ("zh", "en", "id") if name in header}
    for number, line in enumerate(lines[1:], 2):
        if line.strip():
            cells = dict.fromkeys(places, "") | _named(_cells(line), places)
            missing = next((name for name in ("zh", "en") if not cells[name]), None)
            if missing:
                yield "row", {"line": number, "column": missing}
            else:
                yield Row(number, cells["zh"], cells["en"], cells.get("id", ""))


def _named(cells: list[str], places: Mapping[str, int]) -> dict[str, str]:
    return {name: cells[place].strip() for name, place in places.items() if place < len(cells)}


def _cells(line: str) -> list[str]:
    """The cells of a row; quotes around a whole cell are a spreadsheet's, doubled ones inside are single."""
    cells = line.split("\t")
    return [cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell for cell in cells]


def _line(row: Row, reading: Reading) -> Mapping[str, object]:
    from changlang.language.numbers.reasons import reason

    why = [{"code": one.code, "zh": reason(one, "zh"), "en": reason(one, "en")} for one in reading.faults]
    return {
        "line": row.line,
        **({"id": row.ident} if row.ident else {}),
        "agree": not reading.faults,
        "zh": [_shown(one, row.zh) for one in reading.zh],
        "en": [_shown(one, row.en) for one in reading.en],
        "why": why,
    }


def _shown(one: Quantity, text: str) -> Mapping[str, object]:
    from changlang.language.numbers.agree import value_of

    return {
        "text": text[one.start : one.end],
        "value": value_of(one),
        "unit": one.unit,
        "bound": one.bounds[0],
        "kind": one.kind,
    }
