"""The boards edition: for each printed code one file that holds all it needs, at every address asked for."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import quote

from changlang import urls
from changlang.model.languages import Language
from changlang.model.pages import Parts

THEME = Path(__file__).parents[1] / "theme"
MARK = re.compile(r"x0(\w+?)x0")
IN_SHEET = re.compile(r"/\*.*?\*/\n?", re.DOTALL)
IN_SCRIPT = re.compile(r"^ *//.*\n|^ +", re.MULTILINE)


@cache
def shell() -> tuple[str, ...]:
    """The page without what a board shows, cut at its marks; style and script are in it."""
    folder = THEME / "board"
    own = {
        "sheet": IN_SHEET.sub("", (folder / "page.css").read_text("utf-8")),
        "script": IN_SCRIPT.sub("", (folder / "page.js").read_text("utf-8")),
        "icon": "data:image/svg+xml," + quote((THEME / "assets" / "favicon.svg").read_text("utf-8"), safe="/ =:"),
    }
    page = (folder / "page.html").read_text("utf-8")
    return tuple(MARK.split(MARK.sub(lambda mark: own.get(mark[1], mark[0]), page)))


@cache
def shell_digest() -> str:
    return hashlib.sha256("\0".join(shell()).encode()).hexdigest()[:16]


def board_page(parts: Mapping[Language, Parts], canonical: str) -> str:
    """The whole file, the same for every address: they are equally deep, and its links are relative."""
    zh, en = parts["zh"], parts["en"]
    filling = {
        "title": escape(f"{zh.title} · {en.title}"),
        "description": escape(f"{zh.description} {en.description}"),
        "canonical": escape(canonical),
        "zh": zh.body,
        "en": en.body,
    }
    return "".join(filling[piece] if index % 2 else piece for index, piece in enumerate(shell()))


def signpost(code: str) -> str:
    """What stands at an address in small letters: it leads on to the board's page, in any browser."""
    there = f"../../{urls.spellings(code)[1]}"
    return (
        f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{code}</title>'
        f'<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0;url={there}">'
        f'<a href="{there}">{code}</a></html>\n'
    )
