"""A small site with boards, and what a phone gets of it. It is the one that `changlang new site` makes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from changlang.scaffold.site import new_site
from changlang.settings import Settings, load_settings

SITE = "https://example.org/gfjy/"
BOARDS = "content/boards/boards.yml"
SHOWS = 'show: ["event:first", "figure:meetings"]'


def laid_out(root: Path, cache: Path | None = None) -> Settings:
    """The files of the small site below `root`, without boards."""
    for path, text in new_site().items():
        write(root, path, text)
    return settled(root, cache)


def settled(root: Path, cache: Path | None = None) -> Settings:
    """The settings that the site has now."""
    settings, problems = load_settings(root / "mkdocs.yml")
    assert settings is not None, problems
    return replace(settings, cache=cache) if cache else settings


def write(root: Path, path: str, text: str) -> None:
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")


def record(code: str, *fields: str) -> str:
    """A board's record, as an officer writes it."""
    rows = [f"- code: {code}", f"title: {{zh: 牌{code}, en: Board {code}}}", "column: first", *fields]
    return "\n  ".join(rows) + "\n"


def opened(site: Path, code: str, base: str, printed: str) -> str:
    """The page that a printed address opens in a site that is deployed at `base`, at every spelling the same."""
    assert printed.lower().startswith(base.lower()), (printed, base)
    as_printed = site / printed[len(base) :] / "index.html"
    html = as_printed.read_text("utf-8")
    assert html == (site / "b" / code / "index.html").read_text("utf-8")
    for folder in "bB":
        small = (site / folder / code.lower() / "index.html").read_text("utf-8")
        assert html == small or f"url=../../B/{code}/" in small
    assert re.search(rf'rel="canonical" href="[^"]*/b/{code}/"', html)
    assert html.count("<h1>") == 2
    return html


def leads_on(html: str) -> str:
    """The code of the board that took over, as the page says it to both languages; "" where none did."""
    found = re.findall(r'class="notice">[^<]*<a href="\.\./\.\./b/(\w+)/#(?:zh|en)"', html)
    assert len(found) in (0, 2) and len(set(found)) <= 1, found
    return found[0] if found else ""
