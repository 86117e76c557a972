"""Artwork of boards: what it is made from, made by fresh processes, and read back before anything is printed."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from changlang import svg, urls
from changlang.editions.print.artwork import Artwork, Look, Print, Site
from changlang.editions.print.boxes import with_boxes, with_edge
from changlang.editions.print.formats import BLEED, FORMATS, MARKS, photo_box, pixels
from changlang.editions.print.typeset import FAMILIES, TEMPLATES, Typesetter, find_fonts, typeset
from changlang.language.figures import FigureTexts
from changlang.language.segment import WORD_JOINER, kept_whole
from changlang.model.catalogue import Catalogue
from changlang.model.records import Board
from changlang.pages import fonts
from changlang.pages.colors import darkened, mixed
from changlang.pages.render import NUMERALS
from changlang.photos.executor import processes
from changlang.photos.pictures import pictures, workshop
from changlang.photos.recipe import Encoding, Recipe
from changlang.photos.store import fetched, store_at
from changlang.problems import Problem, problem
from changlang.publish import release
from changlang.read.places import of_record
from changlang.settings import Settings
from changlang.verify.raster import drawn
from changlang.verify.scan import scan

# Of boards without a column: the vermilion of the gallery.
HOUSE = "#a8201a"
WHITE, BLACK = "#ffffff", "#000000"
# Photos are cut once, for the largest board; baseline JPEG, which every print shop's software reads.
JPEG = Encoding("JPEG", "jpg", "image/jpeg", (("quality", 92), ("optimize", True)))
BOX = photo_box(FORMATS["A1"])
RECIPE = Recipe(widths=(), cards=(pixels(BOX[0]),), card=BOX, social=None, encodings=(JPEG,))
# Pixels across a page that is read back: a millimetre and a half of A1 to two of them.
SEEN = 2000


def printable(catalogue: Catalogue, codes: Sequence[str]) -> tuple[tuple[Board, ...], tuple[Problem, ...]]:
    """The boards of some codes, of all where none are named; what was retired or moved is not printed again."""
    standing = {board.id: board for board in catalogue.boards.values() if not (board.retired or board.moved_to)}
    faults = tuple(_unknown(code, standing) for code in codes if code not in standing)
    return tuple(board for code, board in standing.items() if not codes or code in codes), faults


def _unknown(code: str, standing: Iterable[str]) -> Problem:
    near = get_close_matches(code, standing, 1, 0.6)
    return problem(
        "print-no-board",
        "content/boards",
        code=code,
        nearest_zh=f"；最接近的是 {near[0]}" if near else "",
        nearest_en=f"; the nearest is {near[0]}" if near else "",
    )


@contextmanager
def workroom() -> Iterator[Path]:
    """A folder with the templates, where photos for artwork are put too: Typst reads nothing outside of it."""
    with TemporaryDirectory(prefix="changlang-") as name:
        shutil.copytree(TEMPLATES, name, dirs_exist_ok=True)
        yield Path(name)


def typesetter(root: Path) -> tuple[Typesetter, tuple[Problem, ...]]:
    """The typesetter with this machine's fonts; one that is missing is a problem that names what to install."""
    folders, families = find_fonts(fonts.font_folders())
    missing = [names[0] for role, names in FAMILIES.items() if role not in families]
    faults = tuple(problem("print-no-font", "mkdocs.yml", family=family) for family in missing)
    return Typesetter(folders, families, root), faults


def site_of(
    catalogue: Catalogue, figures: FigureTexts, boards: Iterable[Board], settings: Settings, root: Path, jobs: int
) -> tuple[Site, tuple[Problem, ...]]:
    """All that the artwork of some boards needs of a site."""
    prints, faults = _prints(catalogue, boards, settings, root, jobs)
    site = Site(
        catalogue=catalogue,
        name=settings.site_name,
        figures=figures,
        addresses={code: urls.printed_address(settings, code) for code in catalogue.boards},
        looks={"": _look("", HOUSE)}
        | {one.id: _look(numeral(one.order), one.color) for one in catalogue.columns.values()},
        prints=prints,
        where=partial(of_record, settings.root),
        whole=kept_whole,
    )
    return site, faults


def numeral(number: int) -> str:
    return NUMERALS[number] if number < len(NUMERALS) else str(number)


def _look(ornament: str, color: str) -> Look:
    light = darkened(color, WHITE)
    return Look(ornament, light, mixed(light, BLACK, 0.35))


def _prints(
    catalogue: Catalogue, boards: Iterable[Board], settings: Settings, root: Path, jobs: int
) -> tuple[Mapping[str, Print], tuple[Problem, ...]]:
    """Photos that boards show, cut for print by the room of photos: without hidden parts, without metadata."""
    links = {link.removeprefix("photo:") for board in boards for link in board.show if link.startswith("photo:")}
    shown = [photo for photo in catalogue.photos.values() if photo.id in links and photo.file]
    if not shown:
        return {}, ()
    shop = replace(
        workshop(settings, jobs),
        store=str(settings.cache / "prints"),
        memory=settings.cache / "prints.json",
        recipe=RECIPE,
    )
    made, faults = pictures(shown, shown, shop, partial(of_record, settings.root, "photos"), lambda done, total: None)
    store = store_at(shop.store)
    prints = {}
    for ident, picture in made.of.items():
        card = picture.cards[0]
        stored = made.files[card.path]
        prints[ident] = Print(f"{stored.digest[:20]}.jpg", card.width, card.height)
        (root / prints[ident].file).write_bytes(fetched(store, stored))
    return prints, faults


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one artwork: texts that did not fit, and what the codes of its files say, by their ending."""

    artwork: Artwork
    misfits: tuple[str, ...]
    read: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Press:
    """Makes one artwork in a folder and reads it back. Goes to other processes as it is."""

    typesetter: Typesetter
    folder: Path

    def __call__(self, artwork: Artwork) -> Made:
        made = typeset(artwork.format.template, artwork.data, self.typesetter)
        if made.misfits:
            return Made(artwork, made.misfits)
        pdf, drawing = with_boxes(made.pdf, BLEED), with_edge(made.svg[0], BLEED + MARKS)
        release.write(self.folder, f"{artwork.name}.pdf", pdf)
        release.write(self.folder, f"{artwork.name}.svg", drawing.encode())
        return Made(artwork, (), {"pdf": _said(drawn(pdf, SEEN)), "svg": _said([svg.drawn(drawing, _seen(artwork))])})


def _said(pages: Iterable[Image.Image]) -> tuple[str, ...]:
    return tuple(seen.text for page in pages for seen in scan(page))


def _seen(artwork: Artwork) -> int:
    """How wide a drawing is read back: six pixels a module are enough for a phone, and a drawing takes its time."""
    module = float(artwork.data["side"]) / len(artwork.data["rows"])
    return min(SEEN, round(6 / module * (artwork.format.width + 2 * (BLEED + MARKS))))


def pressed(press: Press, wanted: Sequence[Artwork], jobs: int) -> Iterator[Made]:
    """Every artwork. Typst runs threads of its own, which a fork would cut off: fresh processes share the work."""
    if jobs < 2 or len(wanted) < 2 * jobs:
        yield from map(press, wanted)
        return
    with processes(jobs) as pool:
        yield from pool.map(press, wanted, chunksize=max(1, min(16, len(wanted) // (jobs * 4))))


def faults_of(made: Made, site: Site) -> Iterator[Problem]:
    """What is wrong with a finished artwork: a text that does not fit, a code that does not say its address."""
    artwork = made.artwork
    named = {"code": artwork.code, "format": artwork.format.name, "language": artwork.language}
    for part in made.misfits:
        place = site.where(*artwork.parts[part]) if part in artwork.parts else ("mkdocs.yml", 0, 0)
        yield problem("print-text-long", *place, **named, text=_text(artwork, part))
    for ending, read in made.read.items():
        if read != (artwork.address,):
            yield problem("print-unread", f"{artwork.name}.{ending}", **named, address=artwork.address)


def _text(artwork: Artwork, part: str) -> str:
    data = artwork.data
    if part.startswith("figure:"):
        found = next(one["label"] for one in data["figures"] if one["id"] == part.removeprefix("figure:"))
    else:
        found = data["photo"]["credit"] if part == "credit" else data["kicker" if part == "site" else part]
    return str(found).replace(WORD_JOINER, "")
