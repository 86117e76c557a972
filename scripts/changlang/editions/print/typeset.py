"""Artwork set in type: PDF and SVG from one template, and what did not fit. Only Typst here.

Records reach a template as data (`sys.inputs`), never as source. Equal data gives equal bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

TEMPLATES = Path(__file__).parents[2] / "theme" / "print"
# Families for simplified Chinese under the SIL Open Font License, as their publishers name them; the first one found.
FAMILIES: Mapping[str, tuple[str, ...]] = {
    "serif": ("Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Source Han Serif CN"),
    "sans": ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN"),
}


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Where fonts are, which families are used for `serif` and `sans`, and the folder that templates stand in.

    A photo that artwork shows stands in that folder too: Typst reads nothing outside of it.
    """

    folders: tuple[str, ...]
    families: Mapping[str, str]
    root: Path


@dataclass(frozen=True, slots=True)
class Typeset:
    """`misfits` names the texts that did not fit, by part; then the files are not to be used."""

    pdf: bytes
    svg: tuple[str, ...]
    misfits: tuple[str, ...]


def find_fonts(folders: Iterable[Path]) -> tuple[tuple[str, ...], Mapping[str, str]]:
    """The folders below some folders that hold a font we can use, and what is used; a missing one is left out."""
    marks = ("serif", "sans", "思源")
    holding = sorted(
        {
            str(path.parent)
            for folder in folders
            for path in folder.rglob("*")
            if path.suffix.lower() in (".otf", ".ttf", ".ttc") and any(mark in path.name.lower() for mark in marks)
        }
    )
    found = set(_fonts(tuple(holding)).families()) if holding else set()
    chosen = {role: next((name for name in names if name in found), "") for role, names in FAMILIES.items()}
    return tuple(holding), {role: name for role, name in chosen.items() if name}


@lru_cache(maxsize=2)
def _fonts(folders: tuple[str, ...]) -> Any:
    """Read once in each process: it takes as long as a page."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))


@lru_cache(maxsize=8)
def _compiler(typesetter: _Key, template: str) -> Any:
    import typst

    folders, root = typesetter
    return typst.Compiler(root / template, root=root, font_paths=_fonts(folders), ignore_system_fonts=True)


_Key = tuple[tuple[str, ...], Path]


def typeset(template: str, data: Mapping[str, Any], typesetter: Typesetter, *, svg: bool = True) -> Typeset:
    """A template filled with data. Raises `RuntimeError` for what is a fault of the template."""
    compiler = _compiler((typesetter.folders, typesetter.root), template)
    inputs = {"data": json.dumps({**data, "fonts": dict(typesetter.families)}, ensure_ascii=False)}
    pdf = compiler.compile(format="pdf", sys_inputs=inputs, timestamp=0)
    misfits = json.loads(compiler.query("<misfit>", field="value"))
    drawn = compiler.compile(format="svg", sys_inputs=inputs) if svg else ()
    pages = drawn if isinstance(drawn, list) else [drawn] if drawn else []
    return Typeset(pdf, tuple(page.decode() for page in pages), tuple(dict.fromkeys(misfits)))
