"""The headings' serif: a font of this machine reduced to the characters of headings. Only fontTools here."""

from __future__ import annotations

import hashlib
import io
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from changlang.model.catalogue import Catalogue
from changlang.model.fields import Prose, Text
from changlang.problems import Problem, problem

FAMILY = "Changlang Serif"
# Serif faces for simplified Chinese under the SIL Open Font License, by file name. Headings are bold.
STEM = r"(?:NotoSerifCJK(?:sc)?|NotoSerif(?:SC|CJKsc)|SourceHanSerif(?:SC|CN)?)"
STYLES = {"Bold": 700, "SemiBold": 600, "Black": 900, "Heavy": 900, "Medium": 500, "Regular": 400}
FACE = re.compile(rf"{STEM}-(?P<style>{'|'.join(STYLES)})\.(?:otf|ttf|ttc)")
SIMPLIFIED = re.compile(r"\b(?:SC|CN)\b")

FEATURES = ["kern", "vert", "ccmp", "mark", "mkmk"]
# Copyright, licence and its address must stay with the font (OFL, condition 2); the other names become ours.
NAMES = {1: FAMILY, 4: FAMILY, 6: FAMILY.replace(" ", "")}
KEPT_NAMES = [0, 2, 13, 14, *NAMES]

# What comes from this font: Chinese, and the digits and marks that stand among it. Latin letters come from a
# Latin serif in both languages; English pages name that serif first and so take the rest from it too.
RANGES = (
    (0x25, 0x25),  # %
    (0x2C, 0x2E),  # the marks inside numbers
    (0x30, 0x39),
    (0xB7, 0xB7),  # the dot in foreign names
    (0x2010, 0x2027),  # dashes, quotation marks, the ellipsis: full-width in Chinese
    (0x2E80, 0x9FFF),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
    (0x20000, 0x3FFFF),
)
UNICODE_RANGE = ",".join(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in RANGES)
ALWAYS = "0123456789,.%·—…“”‘’〇零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾余近约"
# Lines of a body that are set as headings or quotations.
DISPLAYED = re.compile(r"^ {0,3}[#>].*|^.+(?=\n(?:=+|-+) *$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FontFile:
    """A WOFF file and what a style sheet says of it. `name` changes exactly when `data` does."""

    data: bytes
    name: str
    weight: int
    family: str = FAMILY
    unicode_range: str = UNICODE_RANGE


@dataclass(frozen=True, slots=True)
class Face:
    """A font file of this machine that can be reduced."""

    path: Path
    weight: int


def font_folders() -> tuple[Path, ...]:
    """Where fonts are on Linux, macOS and Windows, and in the package `mplfonts` if it is installed."""
    home, windows = Path.home(), os.environ.get("WINDIR", "")
    local = os.environ.get("LOCALAPPDATA", "")
    package = find_spec("mplfonts")
    return (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local/share/fonts",
        home / ".fonts",
        Path("/Library/Fonts"),
        home / "Library/Fonts",
        *([Path(windows) / "Fonts"] if windows else []),
        *([Path(local) / "Microsoft/Windows/Fonts"] if local else []),
        *(map(Path, package.submodule_search_locations or ()) if package else ()),
    )


def find_face(folders: Iterable[Path]) -> Face | None:
    """The best face below some folders: bold before regular, then by name, whatever the folders' order."""
    found = []
    for folder in folders:
        for path in folder.rglob("*"):
            match = FACE.fullmatch(path.name)
            if match:
                found.append(Face(path, STYLES[match["style"]]))
    weights = list(STYLES.values())
    return min(found, key=lambda face: (weights.index(face.weight), face.path.name, face.path), default=None)


def heading_font(face: Face | None, characters: Iterable[str]) -> tuple[FontFile | None, tuple[Problem, ...]]:
    """The face reduced to some characters; without one, or with one that cannot be read, a notice."""
    data = face and _reduce(face.path, "".join(sorted(set(characters))))
    if not face or not data:
        return None, (problem("no-serif-font", "mkdocs.yml"),)
    digest = hashlib.sha256(data).hexdigest()[:12]
    return FontFile(data, f"changlang-serif-{digest}.woff", face.weight), ()


def _reduce(path: Path, characters: str) -> bytes | None:
    """WOFF bytes, the same for the same file and characters; nothing for a file that is no such font.

    WOFF and not WOFF2: outlines without subroutines are a twentieth larger in it, and take a hundredth of the time.
    """
    # Slow to import, and most builds find their font in the cache.
    import uharfbuzz
    from fontTools import ttLib  # type: ignore[import-untyped]

    try:
        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)), in_collection(path))
        font = ttLib.TTFont(io.BytesIO(_subset(face, characters)), recalcTimestamp=False)
        for name in font["name"].names:
            name.string = NAMES.get(name.nameID, name.toUnicode())
        font.flavor = "woff"
        written = io.BytesIO()
        font.save(written)
    except Exception:  # a damaged file makes the libraries raise whatever they stumble over
        return None
    return written.getvalue()


def _subset(face: Any, characters: str) -> bytes:
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    for chosen, values in (
        (wanted.unicode_set, set(map(ord, characters))),
        (wanted.layout_feature_tag_set, {int.from_bytes(tag.encode()) for tag in FEATURES}),
        (wanted.name_id_set, set(KEPT_NAMES)),
        (wanted.name_lang_id_set, {0x409}),
    ):
        chosen.clear()
        chosen.update(values)
    flags = uharfbuzz.SubsetFlags
    wanted.flags = flags.NO_HINTING | flags.DESUBROUTINIZE | flags.NOTDEF_OUTLINE
    data: bytes = uharfbuzz.subset(face, wanted).blob.data
    return data


def in_collection(path: Path) -> int:
    """Which face of a font file is the one for simplified Chinese: 0 but in collections. Raises for no font."""
    from fontTools import ttLib

    if path.suffix != ".ttc":
        return 0
    with path.open("rb") as file:
        return _simplified(ttLib.TTCollection(file, lazy=True).fonts)


def _simplified(fonts: Iterable[Any]) -> int:
    """Which face of a collection is the one for simplified Chinese; the first where none says so."""
    named = (number for number, font in enumerate(fonts) if SIMPLIFIED.search(font["name"].getDebugName(1) or ""))
    return next(named, 0)


def heading_characters(catalogue: Catalogue, words: Iterable[str]) -> frozenset[str]:
    """Every character that headings may show in this font: those of the records, and those of `words`.

    `words` are texts that no record holds: the interface's, and figures in words.
    """
    used = set(ALWAYS).union(*words)
    for text in _texts(catalogue):
        used.update(text.zh, text.en)
    for prose in _bodies(catalogue):
        for body in (prose.zh, prose.en):
            if "#" in body or ">" in body or "\n=" in body or "\n-" in body:
                used.update(*DISPLAYED.findall(body))
    return frozenset(sign for sign in used if any(first <= ord(sign) <= last for first, last in RANGES))


def _texts(catalogue: Catalogue) -> Iterator[Text]:
    """The texts of records that pages set as headings: titles, captions, honours, names, questions."""
    for kind in (catalogue.columns, catalogue.events, catalogue.people, catalogue.boards, catalogue.sources):
        for record in kind.values():
            yield record.title
    for tag in catalogue.tags.values():
        yield tag.title
    for page in catalogue.hand.values():
        yield page.title
    for person in catalogue.people.values():
        yield from (honour.title for honour in person.honours)
    for photo in catalogue.photos.values():
        yield photo.caption
    for term in catalogue.terms.values():
        yield Text(zh=term.zh, en=term.en)
    for question in catalogue.quiz.values():
        yield question.question
    if catalogue.home:
        yield catalogue.home.title


def _bodies(catalogue: Catalogue) -> Iterator[Prose]:
    for kind in (catalogue.columns, catalogue.events, catalogue.people, catalogue.hand):
        yield from (record.body for record in kind.values())
    if catalogue.home:
        yield catalogue.home.body
