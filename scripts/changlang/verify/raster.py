"""Artwork as pictures, drawn by libraries that set none of it: PDF by PDFium. Only pypdfium2 here."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pypdfium2
from PIL import Image


class NoArtwork(Exception):
    """A file that is no PDF or SVG, or a broken one."""


def drawn(pdf: bytes, wide: int, *, color: bool = False) -> Iterator[Image.Image]:
    """Every page in grey or in colour, `wide` pixels wide. Raises `NoArtwork` for what is no PDF."""
    with _opened(pdf) as document:
        for page in document:
            picture: Image.Image = page.render(scale=wide / page.get_width(), grayscale=not color).to_pil()
            yield picture.convert("RGB" if color else "L")


def letters(pdf: bytes) -> Iterator[str]:
    """What every page says in letters, as it can be selected. Raises `NoArtwork` for what is no PDF."""
    with _opened(pdf) as document:
        for page in document:
            yield page.get_textpage().get_text_range()


def _opened(pdf: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(BytesIO(pdf))
    except pypdfium2.PdfiumError as fault:
        raise NoArtwork(str(fault)) from fault
