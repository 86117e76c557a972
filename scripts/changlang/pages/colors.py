"""Shades of a column's colour that text can be read on, whatever colour the officer chose."""

from __future__ import annotations

from collections.abc import Iterable

from changlang.model.records import Column

# WCAG 2.2, success criterion 1.4.3: contrast of text with its ground.
READABLE = 4.5
PAPER = "#faf7f1"

Rgb = tuple[float, float, float]


def columns_css(columns: Iterable[Column]) -> str:
    """A rule for each column: `--c` as chosen, `--c-ink` for text on paper, three grounds for white text."""
    return "\n".join(_rule(column) for column in columns)


def _rule(column: Column) -> str:
    ground = darkened(column.color, "#ffffff")
    return (
        f".col-{column.id}{{--c:{column.color};--c-ink:{darkened(column.color, PAPER)};"
        f"--c-light:{darkened(mixed(ground, '#ffffff', 0.12), '#ffffff')};--c-ground:{ground};"
        f"--c-deep:{mixed(ground, '#000000', 0.3)}}}"
    )


def darkened(color: str, ground: str, ratio: float = READABLE) -> str:
    """The colour, as little darkened as gives it that contrast with `ground` behind or before it."""
    return _toward("#000000", color, ground, ratio)


def lightened(color: str, ground: str, ratio: float = READABLE) -> str:
    """The same for dark grounds: as little white in it as is needed."""
    return _toward("#ffffff", color, ground, ratio)


def _toward(end: str, color: str, ground: str, ratio: float) -> str:
    shades = (mixed(color, end, step / 100) for step in range(101))
    return next((shade for shade in shades if contrast(shade, ground) >= ratio), end)


def mixed(color: str, other: str, share: float) -> str:
    """`color` with a share (0 to 1) of another in it."""
    pairs = zip(_rgb(color), _rgb(other), strict=True)
    return "#" + "".join(f"{round(255 * (a + (b - a) * share)):02x}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _rgb(color: str) -> Rgb:
    red, green, blue = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _luminance(color: str) -> float:
    """Relative luminance of sRGB (WCAG 2.2, definition of relative luminance)."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _rgb(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
