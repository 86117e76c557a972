"""What an image file carries beside its pixels, read at the level of bytes: for the audit of what is to be published.

An allow-list: a part of the file that is not needed to show the picture is named, whether it is known or not.
Nothing is decoded, so a hostile file costs no more than its length.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Mapping
from urllib.parse import unquote_to_bytes

from changlang.carried import BROKEN, Reader, read_through
from changlang.photos.clean.avif import avif
from changlang.photos.clean.formats import format_of
from changlang.photos.clean.gif import gif
from changlang.photos.clean.jpeg import jpeg
from changlang.photos.clean.png import png
from changlang.photos.clean.svg import svg
from changlang.photos.clean.webp import webp

READERS: Mapping[str, Reader] = {
    "jpeg": jpeg,
    "png": png,
    "webp": webp,
    "avif": avif,
    "gif": gif,
    "svg": svg,
}

# Drawings stand in style sheets as they are, with spaces and quotes; everything else ends with its address.
INLINE_DRAWING = re.compile(rb"""data:image/svg\+xml(?:;[\w=-]+)*?,(.*?(?:</svg>|%3C/svg%3E|/>['"]))""", re.I | re.S)
INLINE = re.compile(
    rb"""data:image/(?!svg\+xml(?!;base64))[\w.+-]+(?:;(?!base64)[\w=-]+)*(;base64)?,([^"')\s<>]*)""", re.I
)


def carried(data: bytes) -> tuple[str, ...]:
    """Names of everything that an image file carries beside its pixels, as `read_through` gives them."""
    return read_through(data, READERS.get(format_of(data)))


def carried_inline(text: bytes) -> tuple[str, ...]:
    """What the pictures carry that stand within a page, style sheet or script as `data:` addresses (RFC 2397)."""
    found: list[str] = []
    for drawing in INLINE_DRAWING.findall(text):
        found += carried(unquote_to_bytes(drawing))
    for base64, content in INLINE.findall(text):
        try:
            found += carried(
                b64decode(unquote_to_bytes(content), validate=True) if base64 else unquote_to_bytes(content)
            )
        except ValueError:
            found.append(BROKEN)
    return tuple(dict.fromkeys(found))
