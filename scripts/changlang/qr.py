"""QR codes of addresses (ISO/IEC 18004): pictures for screens, modules for print. Only this file imports segno."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import segno

# Modules of white around a code (ISO/IEC 18004, 9.1).
QUIET = 4
# Boards stand outdoors. H restores three tenths of a symbol; that its modules are a little finer costs less than what
# it bears of dirt. Q restores a quarter, for addresses of which H makes too many modules.
PRINTED = ("H", "Q")
# Modules on a side that a phone tells apart from ten sides away, a little shaken: four pixels each.
SEEN_FROM_TEN = 41


@lru_cache(maxsize=4096)
def pixels(address: str) -> str:
    """A code as the address of a picture with one pixel a module: a `data:` PNG, a seventh of what its SVG weighs.

    Error correction M: a screen is neither dirty nor worn. Raises `ValueError` for what no code can hold.
    """
    code = segno.make_qr(address, error="m", boost_error=False)
    return code.png_data_uri(border=QUIET)


@dataclass(frozen=True, slots=True)
class Symbol:
    """A QR code without its quiet zone. `rows` are of "0" and "1", 1 is dark; `version` is 1 to 40.

    `mode` is how its text is kept (ISO/IEC 18004, 7.4): `alphanumeric` takes fewer modules than `byte`.
    """

    rows: tuple[str, ...]
    version: int
    level: str
    mode: str

    @property
    def modules(self) -> int:
        """Modules on a side, without the quiet zone."""
        return len(self.rows)


def symbol(address: str) -> Symbol | None:
    """The code of a printed address, always the same for the same address; None where it is too long for any."""
    made = None
    for level in PRINTED:
        try:
            code = segno.make_qr(address, error=level, boost_error=False)
        except segno.DataOverflowError:
            continue
        rows = tuple("".join("1" if dark else "0" for dark in row) for row in code.matrix)
        made = Symbol(rows, int(code.version), str(code.error), str(code.mode))
        if made.modules <= SEEN_FROM_TEN:
            break
    return made
