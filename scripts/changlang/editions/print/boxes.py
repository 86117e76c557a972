"""The boxes of a page that a print shop's software reads. Only pypdf here.

ISO 32000-2, 14.11.2: what is trimmed to, and how far colour reaches beyond it. Typst writes the first one.
"""

from __future__ import annotations

from io import BytesIO

POINTS_PER_MM = 72 / 25.4


def with_boxes(pdf: bytes, bleed: int) -> bytes:
    """The document with a bleed box on every page, `bleed` millimetres around its trim box."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import RectangleObject

    document = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    for page in document.pages:
        left, bottom, right, top = map(float, page.trimbox)
        beyond = bleed * POINTS_PER_MM
        page.bleedbox = RectangleObject((left - beyond, bottom - beyond, right + beyond, top + beyond))
    made = BytesIO()
    document.write(made)
    return made.getvalue()
