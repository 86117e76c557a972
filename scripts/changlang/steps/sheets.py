"""What stands beside the artwork: labels of all printed codes, the inventory, and the artwork of other boards."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from changlang import __version__, urls
from changlang.codes.ledger import Ledger
from changlang.editions.print.artwork import Site
from changlang.editions.print.inventory import as_csv, inventory, inventory_data, sheet_data
from changlang.editions.print.typeset import Typesetter, typeset
from changlang.model.catalogue import Catalogue
from changlang.model.languages import Language
from changlang.problems import Problem, problem
from changlang.publish import release
from changlang.steps.artwork import printable
from changlang.verify.raster import drawn
from changlang.verify.scan import scan

REPORT = "verify.json"
# Pixels across an A4 sheet: a module of a label is four of them or more.
SEEN = 2400


def sheets(folder: Path, former: Path, site: Site, setter: Typesetter, printed: Ledger) -> Iterator[Problem]:
    """Writes labels and inventory. Labels are of standing boards in the ledger only: they are printed codes too."""
    boards = [board for board in printable(site.catalogue, ())[0] if board.id in printed]
    given, faults = sheet_data(boards, site)
    yield from faults
    labels = typeset("sheet.typ", given, setter, svg=False)
    yield from (_misfit(part, site) for part in labels.misfits)
    read = [seen.text for page in drawn(labels.pdf, SEEN) for seen in scan(page)]
    for board in boards:
        if site.addresses[board.id] not in read:
            named = {"code": board.id, "format": "A4", "language": "zh, en"}
            yield problem("print-unread", "labels.pdf", **named, address=site.addresses[board.id])
    rows = inventory(
        site.catalogue.boards.values(), site, {code: line.date for code, line in printed.items()}, checked_on(former)
    )
    listed = typeset("inventory.typ", inventory_data(rows, site), setter, svg=False)
    for path, data in {
        release.MARKER: f"changlang {__version__}\n".encode(),
        "labels.pdf": labels.pdf,
        "boards.csv": as_csv(rows),
        "boards.pdf": listed.pdf,
    }.items():
        release.write(folder, path, data)


def _misfit(part: str, site: Site) -> Problem:
    """A text that a label has no room for, `title:YC001:zh` or `address:YC001:en`, where it stands."""
    kind, code, language = part.split(":")
    board, title = site.catalogue.boards[code], kind == "title"
    spoken: Language = "zh" if language == "zh" else "en"
    place = site.where("boards", board, ("title", language)) if title else ("mkdocs.yml", 0, 0)
    text = board.title[spoken] if title else urls.in_letters(site.addresses[code])
    return problem("print-text-long", *place, code=code, format="A4", language=language, text=text)


def checked_on(out: Path) -> Mapping[str, str]:
    """When each code was last read back without fault, by the report that `boards verify` left with the artwork."""
    try:
        report = json.loads((out / REPORT).read_text("utf-8"))
        return {str(code): str(date) for code, date in report["checked"].items()}
    except (OSError, ValueError, KeyError, AttributeError):
        return {}


def keep_others(out: Path, folder: Path, catalogue: Catalogue) -> None:
    """Takes over what was made before and not now: other sizes, other boards that the site still has, the report."""
    if not out.is_dir():
        return
    made = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
    former = [path.relative_to(out) for path in out.rglob("*") if path.is_file() and not path.is_symlink()]
    wanted = [path for path in former if path not in made and path.parts[0] in {*catalogue.boards, REPORT}]
    release.keep(out, folder, [path.as_posix() for path in wanted])
