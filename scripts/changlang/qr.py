"""QR codes of addresses, for screens (ISO/IEC 18004). The only file that imports segno."""

from __future__ import annotations

from functools import lru_cache

import segno

# Modules of white around a code (ISO/IEC 18004, 9.1).
QUIET = 4


@lru_cache(maxsize=4096)
def svg(address: str) -> str:
    """A code as inline SVG without a size of its own; the same text for the same address.

    Error correction M: a screen is neither dirty nor worn. Raises `ValueError` for what no code can hold.
    """
    code = segno.make_qr(address, error="m", boost_error=False)
    return code.svg_inline(border=QUIET, omitsize=True, svgclass="qr", lineclass=None, light="#fff")
