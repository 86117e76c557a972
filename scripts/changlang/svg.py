"""SVG drawn from Vega-Lite, and SVG as pixels (resvg). The only file that imports vl-convert."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from PIL import Image

WIDTH = re.compile(r'<svg\b[^>]*?\bwidth="(?P<number>[0-9.]+)(?P<unit>mm|pt|px)?"')
PIXELS = {"": 1, "px": 1, "pt": 96 / 72, "mm": 96 / 25.4}  # CSS Values 4, 6.2


class NoDrawing(Exception):
    """A text that is no SVG, or a broken one."""


def chart(spec: dict[str, Any]) -> str:
    """The chart of a Vega-Lite specification: same specification, same text."""
    from vl_convert import vegalite_to_svg

    return str(vegalite_to_svg(spec))


def drawn(svg: str, wide: int) -> Image.Image:
    """The drawing in grey on white, `wide` pixels wide. Raises `NoDrawing` for what is no SVG with a width."""
    from vl_convert import svg_to_png

    head = WIDTH.search(svg)
    if head is None:
        raise NoDrawing("no width")
    width = float(head["number"]) * PIXELS[head["unit"] or ""]
    try:
        picture = Image.open(BytesIO(svg_to_png(svg, scale=wide / width))).convert("RGBA")
    except (ValueError, RuntimeError) as fault:
        raise NoDrawing(str(fault).partition("\n")[0]) from fault
    paper = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(paper, picture).convert("L")
