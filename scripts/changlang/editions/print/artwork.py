"""What each artwork says and shows, and how large its code is. Pure: nothing is typeset here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from typing import Any

from changlang import urls
from changlang.editions.print.formats import BLEED, DPI, MARKS, Format, photo_box, pixels, short_side
from changlang.editions.print.sizes import FINEST, least_side, read_from
from changlang.editions.print.words import WORDS
from changlang.model.catalogue import Catalogue
from changlang.model.fields import Text
from changlang.model.figure_text import FigureText
from changlang.model.languages import LANGUAGES, Language
from changlang.model.records import Board, Photo, Record
from changlang.problems import Problem, problem
from changlang.qr import QUIET, Symbol, symbol

# From a kind, a record and a path in it to file, line and column.
Where = Callable[[str, Record, tuple[Any, ...]], tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class Look:
    """A column as it is printed: its numeral, and two shades of its colour that white text can be read on."""

    numeral: str
    light: str
    deep: str


@dataclass(frozen=True, slots=True)
class Print:
    """A photo cut for boards: its file in the workroom, its size in pixels."""

    file: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Site:
    """What artwork needs of a site: all of it is at hand before anything is typeset.

    `addresses` are those that are printed, by code; `looks` by column, "" for boards without one; `prints` by photo.
    `whole` keeps the words of a Chinese text whole where its lines are broken.
    """

    catalogue: Catalogue
    name: Text
    figures: Mapping[str, Mapping[Language, FigureText]]
    addresses: Mapping[str, str]
    looks: Mapping[str, Look]
    prints: Mapping[str, Print]
    where: Where
    whole: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Artwork:
    """One artwork. `data` is what its template is given; `parts` says which part
    of which record each text is that might not fit."""

    code: str
    format: Format
    language: Language
    address: str
    data: Mapping[str, Any]
    parts: Mapping[str, tuple[str, Record, tuple[Any, ...]]]

    @property
    def name(self) -> str:
        """Its file below the folder of prints, without ending."""
        return f"{self.code}/{self.code}-{self.format.name}-{self.language}"


def artworks(
    boards: Iterable[Board], formats: Iterable[Format], site: Site
) -> tuple[tuple[Artwork, ...], tuple[Problem, ...]]:
    """The artwork of some boards in some formats and both languages, and what of it cannot be printed well."""
    made: list[Artwork] = []
    problems: list[Problem] = []
    sizes = tuple(formats)
    for board in boards:
        found = symbol(site.addresses[board.id])
        if found is None:
            address = site.addresses[board.id]
            problems.append(problem("print-no-code", *site.where("boards", board, ("code",)), address=address))
            continue
        for form in sizes:
            side, faults = code_side(board, form, found, site.where)
            problems += [*faults, *_coarse(board, form, site)]
            made += [_artwork(board, form, language, found, side, site) for language in LANGUAGES]
    return tuple(made), tuple(problems)


def code_side(board: Board, form: Format, found: Symbol, where: Where) -> tuple[Decimal, tuple[Problem, ...]]:
    """The side of a board's code in a format, in millimetres: its usual one, or more where readers stand far away.

    `distance` is that of the board in its own size; a print half as large is read from half as far.
    """
    scale = Decimal(form.height) / short_side(board.size)
    needed = Decimal(least_side(found, (board.distance or Decimal(0)) * scale))
    room = (form.room * found.modules / (found.modules + 2 * QUIET)).quantize(Decimal("0.1"), ROUND_DOWN)
    side = min(max(needed, form.code), room)
    if needed <= room:
        return side, ()
    named = {"code": board.id, "format": form.name, "needed": needed, "room": room}
    if side < FINEST * found.modules:
        return side, (problem("print-code-fine", *where("boards", board, ("code",)), **named, finest=FINEST),)
    farthest = (read_from(found, room) / scale).quantize(Decimal("0.1"), ROUND_DOWN)
    place = where("boards", board, ("distance",))
    return side, (problem("print-code-small", *place, **named, distance=board.distance, farthest=farthest),)


def _coarse(board: Board, form: Format, site: Site) -> Iterator[Problem]:
    """A photo that has too few pixels for its size on paper, after it was cut to the board's proportion."""
    photo = _photo(board, site)
    if photo is None or form.template != "board.typ":
        return
    wide, high = photo_box(form)
    shown = site.prints[photo.id]
    if shown.width < pixels(wide) or shown.height < pixels(high):
        yield problem(
            "print-photo-small",
            *site.where("photos", photo, ("file",)),
            path=photo.file,
            code=board.id,
            format=form.name,
            size=f"{wide} × {high} mm",
            has=f"{shown.width} × {shown.height}",
            needed=f"{pixels(wide)} × {pixels(high)}",
            dpi=DPI,
        )


def _photo(board: Board, site: Site) -> Photo | None:
    """The first photo of a board that has arrived."""
    shown = (link.removeprefix("photo:") for link in board.show if link.startswith("photo:"))
    return next((site.catalogue.photos[ident] for ident in shown if ident in site.prints), None)


def _artwork(board: Board, form: Format, language: Language, found: Symbol, side: Decimal, site: Site) -> Artwork:
    figures = [link.removeprefix("figure:") for link in board.show if link.startswith("figure:")]
    look = site.looks[board.column or ""]
    photo = _photo(board, site)
    other = LANGUAGES[1 - LANGUAGES.index(language)]
    data = {
        "width": form.width,
        "height": form.height,
        "bleed": BLEED,
        "marks": MARKS,
        "side": float(side),
        "rows": found.rows,
        "language": language,
        "site": site.name[language],
        "kicker": " · ".join(part for part in (site.name[language], look.numeral) if part),
        "numeral": look.numeral,
        "colors": {"light": look.light, "deep": look.deep},
        "name": board.title[language],
        "title": _said(board.title, language, site),
        "subtitle": _said(board.title, other, site),
        "place": board.place[language] if board.place else "",
        "figures": [_figure(ident, language, site) for ident in figures],
        "photo": _shown(photo, form, language, site) if photo else None,
        "code": board.id,
        "address": urls.in_letters(site.addresses[board.id]),
        "call": WORDS["call"][language],
        "notes": _notes(read_from(found, side), language),
        "slug": _slug(board, form, language, found, side),
        "description": f"{board.id} · {site.addresses[board.id]}",
        "alt": f"{WORDS['code'][language]} {site.addresses[board.id]}",
    }
    return Artwork(
        board.id, form, language, site.addresses[board.id], data, _parts(board, photo, figures, language, site)
    )


def _said(text: Text, language: Language, site: Site) -> str:
    return site.whole(text.zh) if language == "zh" else text[language]


def _figure(ident: str, language: Language, site: Site) -> Mapping[str, str]:
    """A figure in words. English labels often name what is counted, and then the unit is not said twice."""
    text, label = site.figures[ident][language], _said(site.catalogue.figures[ident].label, language, site)
    said = language == "en" and text.unit.strip().lower() in label.lower()
    return {
        "id": ident,
        "before": text.before,
        "number": text.number,
        "after": text.after,
        "unit": "" if said else text.unit.strip(),
        "label": label,
    }


def _shown(photo: Photo, form: Format, language: Language, site: Site) -> Mapping[str, Any]:
    credit = f"{WORDS['photo'][language]}{photo.credit[language]}" if photo.credit else ""
    alt = photo.alt or photo.caption
    height = photo_box(form)[1] - BLEED
    return {"file": f"/{site.prints[photo.id].file}", "height": height, "credit": credit, "alt": alt[language]}


def _notes(metres: Decimal, language: Language) -> list[Mapping[str, str]]:
    """What stands below the code: first in the artwork's language, then in the other one."""
    near = WORDS["near"][language].format(metres=f"{metres.quantize(Decimal('0.1')).normalize():f}")
    languages = WORDS["languages"]
    other: Language = "en" if language == "zh" else "zh"
    return [{"text": near, "language": language}, {"text": languages[other], "language": other}]


def _slug(board: Board, form: Format, language: Language, found: Symbol, side: Decimal) -> str:
    """The line outside the trimmed edge that tells the print shop what it has before it."""
    return (
        f"{board.id} · {form.name} · {language} · {form.width} × {form.height} mm + {BLEED} mm · "
        f"QR {side:f} mm, {found.version}-{found.level} {found.mode}"
    )


def _parts(
    board: Board, photo: Photo | None, figures: Iterable[str], language: Language, site: Site
) -> Mapping[str, tuple[str, Record, tuple[Any, ...]]]:
    other = LANGUAGES[1 - LANGUAGES.index(language)]
    return {
        "title": ("boards", board, ("title", language)),
        "subtitle": ("boards", board, ("title", other)),
        "place": ("boards", board, ("place", language)),
        **({"credit": ("photos", photo, ("credit", language))} if photo else {}),
        **{f"figure:{one}": ("figures", site.catalogue.figures[one], ("label", language)) for one in figures},
    }
