"""How large a code has to be on paper, and from where it is read."""

from __future__ import annotations

import math
from decimal import Decimal

from changlang.qr import SEEN_FROM_TEN, Symbol

# A rule of the trade: a code is read from ten times its side.
READ_FROM = 10
FINEST = Decimal("0.4")  # mm: what a module measures at least


def least_side(found: Symbol, distance: Decimal) -> int:
    """The side in whole millimetres, without quiet zone, that a reader `distance` metres away needs (0: near by)."""
    return math.ceil(max(distance * 1000 / _sides(found), FINEST * found.modules))


def read_from(found: Symbol, side: Decimal) -> Decimal:
    """How many metres away a code of a side in millimetres is read."""
    return side * _sides(found) / 1000


def _sides(found: Symbol) -> Decimal:
    """From how many of its sides away a code is read: ten, or fewer where its modules are too fine for that."""
    return min(Decimal(READ_FROM), Decimal(READ_FROM * SEEN_FROM_TEN) / found.modules)
