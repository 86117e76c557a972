"""Files that every page shares: style sheets, scripts, the heading font. Named by content, for caches."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import rjsmin

THEME = Path(__file__).parents[1] / "theme" / "assets"
# In the order of the cascade: names and sizes first, paper last.
SHEETS = ("tokens", "base", "parts", "pages", "search", "pictures", "media", "print")


@dataclass(frozen=True, slots=True)
class Assets:
    """`files` by path below the site; `names` by what the theme calls them (`style`, `material`, `wall`, `icon`)."""

    files: Mapping[str, bytes]
    names: Mapping[str, str]


def assets(columns_css: str, material: Path, font: bytes | None) -> Assets:
    """The shared files of the web edition. `columns_css` holds the columns' colours, `font` is a WOFF or none."""
    files: dict[str, bytes] = {}
    names: dict[str, str] = {}

    def put(name: str, stem: str, suffix: str, data: bytes) -> str:
        path = f"assets/{stem}.{hashlib.sha256(data).hexdigest()[:8]}{suffix}"
        files[path], names[name] = data, path
        return path

    face = _font_face(put("font", "heading", ".woff", font)) if font else ""
    sheets = "\n".join((THEME / f"{name}.css").read_text("utf-8") for name in SHEETS)
    put("style", "changlang", ".css", f"{face}{sheets}\n{columns_css}".encode())
    put("material", "material", ".css", _without_map(material.read_bytes()))
    put("icon", "icon", ".svg", (THEME / "favicon.svg").read_bytes())
    for path in _scripts():
        put(path.stem, path.stem, ".js", script(path))
    return Assets(files, names)


def script(path: Path) -> bytes:
    """A script without its comments and indents, which readers need not load."""
    small: str = rjsmin.jsmin(path.read_text("utf-8"))
    return small.encode()


def _scripts() -> Iterable[Path]:
    return sorted(THEME.glob("*.js"))


def _font_face(path: str) -> str:
    """The rule for the heading font; its address is relative to the style sheet beside it."""
    return (
        '@font-face{font-family:"Changlang Serif";font-weight:400 900;font-display:swap;'
        f'src:url({path.removeprefix("assets/")}) format("woff")}}\n'
    )


def _without_map(css: bytes) -> bytes:
    """A style sheet without the address of its source map, which is not published."""
    return css.partition(b"/*# sourceMappingURL=")[0]
