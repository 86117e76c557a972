"""JPEG, decoded strictly: Pillow passes over what libjpeg warns of, and would show half a picture as a whole one."""

from __future__ import annotations

from collections.abc import Mapping

import simplejpeg
from PIL import Image

# Pillow's modes, and what libjpeg-turbo calls them.
SPACES: Mapping[str, str] = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK"}


def decode(data: bytes, mode: str, least: tuple[int, int]) -> Image.Image:
    """The first picture of a JPEG at the smallest scale (an eighth of its size or a multiple) that covers `least`.

    Raises `ValueError` for a file that ends early, holds less than its header says, or is damaged so that the
    decoder notices.
    """
    rows = simplejpeg.decode_jpeg(data, SPACES[mode], min_width=least[0], min_height=least[1], strict=True)
    if mode == "CMYK":
        rows = 255 - rows  # stored inverted, as Adobe began it
    return Image.fromarray(rows[..., 0] if mode == "L" else rows, mode)
