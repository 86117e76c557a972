"""What every page of the kiosk has and none should have to carry: the drawings on its keys, the sheets over it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import quote

from changlang.pages.icons import icon

ICONS: Mapping[str, str] = {
    "back": "material/arrow-left",
    "home": "material/home",
    "search": "material/magnify",
    "size": "material/format-size",
    "take": "material/qrcode",
    "language": "material/translate",
}


def keys_css() -> str:
    """A rule for each key's drawing; of a file, a browser shows no part from another file of the same folder."""
    return "\n".join(_rule(key, f"url(data:image/svg+xml,{quote(icon(name))})") for key, name in ICONS.items())


def _rule(key: str, drawing: str) -> str:
    """A hall's computer has no network and may have a browser of 2022, which knows masks by their former name."""
    return f".key-{key}::before{{-webkit-mask-image:{drawing};mask-image:{drawing}}}"


def sheets_js(html: str) -> str:
    """A script that puts the sheets into the page that loads it."""
    return f'document.body.insertAdjacentHTML("beforeend", {json.dumps(html, ensure_ascii=False)});\n'
