"""Artwork as pictures: PDF drawn by PDFium, which shares nothing with what set it. Only pypdfium2 here."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pypdfium2
from PIL import Image

POINTS_PER_MM = 72 / 25.4
Box = tuple[float, float, float, float]  # left, top, right, bottom


class NoArtwork(Exception):
    """A file that is no PDF, or a broken one."""


def drawn(pdf: bytes, wide: int) -> Iterator[Image.Image]:
    """Every page in grey, `wide` pixels wide. Raises `NoArtwork` for what is no PDF."""
    with _opened(pdf) as document:
        for page in document:
            yield _grey(page, wide / page.get_width())


def detail(pdf: bytes, number: int, box: Box, wide: int) -> Image.Image:
    """A part of a page (counted from 0), `wide` pixels wide; `box` is in shares of the page's sides."""
    with _opened(pdf) as document:
        page = document[number]
        width, height = page.get_size()
        scale = wide / ((box[2] - box[0]) * width)
        left, top, right, bottom = box[0] * width, box[1] * height, (1 - box[2]) * width, (1 - box[3]) * height
        return _grey(page, scale, (left, bottom, right, top))


def _opened(pdf: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(BytesIO(pdf))
    except pypdfium2.PdfiumError as fault:
        raise NoArtwork(str(fault)) from fault


def _grey(page: pypdfium2.PdfPage, scale: float, crop: Box = (0, 0, 0, 0)) -> Image.Image:
    found: Image.Image = page.render(scale=scale, crop=crop, grayscale=True).to_pil()
    return found.convert("L")
