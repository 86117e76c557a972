"""A column's colour as the page behind a code uses it: read in the sun, and at night."""

from __future__ import annotations

from functools import cache

from changlang.pages.colors import PAPER, darkened, lightened, mixed

# WCAG 2.2, success criterion 1.4.6: contrast of text with its ground (enhanced, level AAA).
STRONG = 7.0
# The lightest ground that text stands on in the dark: that of boxes and buttons.
DARK_PAPER = "#231f19"


@cache
def style(color: str) -> str:
    """The page's custom properties: `--li` and `--dk` for text on light and dark paper, `--g` and `--d` for grounds.

    The grounds carry white text, `--d` at the dark end. Every pair has a contrast of at least seven.
    """
    ground = darkened(color, "#ffffff", STRONG)
    return (
        f"--li:{darkened(color, PAPER, STRONG)};--dk:{lightened(color, DARK_PAPER, STRONG)};"
        f"--g:{ground};--d:{mixed(ground, '#000000', 0.3)}"
    )
