"""Icons of the set that comes with Material for MkDocs, as inline SVG."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

DEFAULT = "material/image-outline"
# What stands for a record without a picture, by the word that links to its kind.
KIND_ICONS: Mapping[str, str] = {
    "event": "material/calendar-star-outline",
    "person": "material/account-outline",
    "photo": "material/image-outline",
    "column": "material/bookshelf",
    "figure": "material/chart-bar",
    "term": "material/book-alphabet",
    "source": "material/file-document-outline",
    "board": "material/sign-real-estate",
    "quiz": "material/help-circle-outline",
    "page": "material/text-box-outline",
}
NAME = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)+")


@cache
def icon(name: str | None) -> str:
    """The drawing of an icon (`material/ferry`) without its frame; an unknown name gives the default's."""
    path = _folder() / f"{name}.svg"
    if not name or not NAME.fullmatch(name) or not path.is_file():
        path = _folder() / f"{DEFAULT}.svg"
    return path.read_text("utf-8").replace("<svg ", '<svg class="icon" aria-hidden="true" ', 1)


@cache
def _folder() -> Path:
    spec = find_spec("material")
    assert spec is not None and spec.origin is not None
    return Path(spec.origin).parent / "templates" / ".icons"
