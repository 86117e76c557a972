"""How far a page reaches beyond what is trimmed. Only pypdf here.

ISO 32000-2, 14.11.2, for the boxes of a PDF. Typst writes all of them but the bleed's; its SVG ends at the
trimmed edge.
"""

from __future__ import annotations

import re
from io import BytesIO

POINTS_PER_MM = 72 / 25.4
HEAD = re.compile(r'<svg viewBox="0 0 ([0-9.]+) ([0-9.]+)" width="[0-9.]+pt" height="[0-9.]+pt"')


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


def with_edge(svg: str, edge: int) -> str:
    """The drawing with `edge` millimetres around its trimmed page, where colour bleeds and marks are.

    Its size is in millimetres. Raises `ValueError` for what Typst did not draw.
    """
    head = HEAD.match(svg)
    if head is None:
        raise ValueError(svg[:100])
    beyond = edge * POINTS_PER_MM
    wide, high = (float(long) + 2 * beyond for long in head.groups())
    size = f'width="{wide / POINTS_PER_MM:.3f}mm" height="{high / POINTS_PER_MM:.3f}mm"'
    return f'<svg viewBox="{-beyond:.6f} {-beyond:.6f} {wide:.6f} {high:.6f}" {size}{svg[head.end() :]}'
