"""How large a code has to be on paper."""

from __future__ import annotations

import math
from decimal import Decimal

from changlang.qr import Symbol

# A rule of the trade: a code is read from ten times its side.
READ_FROM = 10
FINEST = Decimal("0.4")  # mm: what a module measures at least


def least_side(found: Symbol, distance: Decimal) -> int:
    """The side in whole millimetres, without quiet zone, that a reader `distance` metres away needs (0: near by)."""
    return math.ceil(max(distance * 1000 / READ_FROM, FINEST * found.modules))
