"""The pages behind printed codes, from their plan to their files."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from changlang import urls
from changlang.codes import ledger
from changlang.editions.boards import board_page, shell_digest, signpost
from changlang.model.pages import Page
from changlang.model.pictures import Picture, Rendition
from changlang.model.records import Board
from changlang.pages.board.render import BoardRenderer
from changlang.problems import Problem, problem
from changlang.publish import facts, release
from changlang.publish.release import Entry
from changlang.read.places import of_record
from changlang.settings import Settings
from changlang.spread import spread

# What the first picture of a board's page may weigh on a weak network, in bytes.
LIGHT = 60_000
# What a board's page may weigh without its pictures, compressed as servers do, in bytes: with the answer's head it
# comes in ten packets, which is all that a server sends before it hears from the phone (RFC 6928).
HEAVY = 14 * 1024
# Ends the key of a page that only leads on.
ON = "-on"


def board_keys(boards: Iterable[Page], tells_case: bool) -> dict[str, str]:
    """Path → key of every file of every board: where the disk takes `b` for `B`, only of the printed spelling."""
    found = (item for page in boards for item in _files(page).items())
    return {path: key for path, key in found if tells_case or (path.startswith("B/") and not key.endswith(ON))}


def _files(page: Page) -> Mapping[str, str]:
    """Path → key: the page at both its addresses, and what leads on to it from those in small letters."""
    key = f"{page.key}-{shell_digest()}"
    whole = {urls.file(address): key for address in urls.spellings(page.subject)}
    return whole | {urls.file(address): key + ON for address in urls.typed(page.subject)}


def board_files(
    boards: Iterable[Page],
    renderer: BoardRenderer,
    site_url: str,
    folder: Path,
    wanted: Mapping[str, str],
    kept: Mapping[str, Entry],
    jobs: int,
) -> Mapping[str, Entry]:
    """Writes each board's page to those of its addresses where it is wanted and not kept.

    Beside the whole pages is what the audit needs of them.
    """

    def make(page: Page) -> Mapping[str, Entry]:
        html = board_page(renderer.render(page), urls.absolute(site_url, page.address))
        read = facts.as_line(facts.read(html))
        made = {}
        for path in _files(page):
            if path in wanted and path not in kept:
                text, said = (signpost(page.subject), "") if wanted[path].endswith(ON) else (html, read)
                made[path] = Entry(wanted[path], release.write(folder, path, text.encode()), said)
        return made

    todo = [page for page in boards if any(path in wanted and path not in kept for path in _files(page))]
    return {path: entry for made in spread(make, todo, jobs) for path, entry in made.items()}


def audit_boards(
    settings: Settings,
    folder: Path,
    boards: Iterable[Board],
    entries: Mapping[str, Entry],
    former: Mapping[str, Entry],
) -> Iterator[Problem]:
    """Boards whose page is too heavy for a weak network. One that stands as it did in the former release passed."""
    for board in boards:
        path = urls.file(urls.spellings(board.id)[1])
        if former.get(path) == entries[path]:
            continue
        weight = len(gzip.compress((folder / path).read_bytes()))
        if weight > HEAVY:
            place = of_record(settings.root, "boards", board, ("show",))
            yield problem("board-heavy", *place, id=board.id, weight=_kilobytes(weight), most=_kilobytes(HEAVY))


def _kilobytes(weight: int) -> str:
    return f"{weight / 1024:.1f}".removesuffix(".0")


def ledger_copy(settings: Settings) -> Mapping[str, bytes]:
    """The site's own copy of the ledger, which the next build is held against."""
    lines, _ = ledger.load(settings)
    return {urls.LEDGER: ledger.copy(lines).encode()} if lines else {}


def light_pictures(pictures: Mapping[str, Picture], folder: Path) -> Mapping[str, tuple[Rendition, ...]]:
    """The crops of each picture that are light enough for a board's page, as their files in `folder` weigh."""
    return {
        ident: tuple(one for one in picture.cards if (folder / one.path).stat().st_size <= LIGHT)
        for ident, picture in pictures.items()
    }


def tells_case(folder: Path) -> bool:
    """Whether the disk that a folder is on takes `b` and `B` for two names."""
    probe = folder / "b.probe"
    probe.touch()
    try:
        return not (folder / "B.probe").exists()
    finally:
        probe.unlink()
