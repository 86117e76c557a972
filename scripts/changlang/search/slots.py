"""A number for every document that stays the same when others come and go."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def slots(addresses: Iterable[str]) -> tuple[dict[str, int], int]:
    """Address → number below the returned power of two, which is a third to two thirds full.

    An address keeps its number unless a neighbour's coming or going pushes it on, or the table grows, which it does
    whenever a site doubles.
    """
    hashes = sorted((int.from_bytes(hashlib.sha256(address.encode()).digest()[:8]), address) for address in addresses)
    size = 16
    while size * 2 < len(hashes) * 3:
        size *= 2
    taken: dict[int, str] = {}
    for number, address in hashes:
        slot = number % size
        while slot in taken:
            slot = (slot + 1) % size
        taken[slot] = address
    return {taken[slot]: slot for slot in sorted(taken)}, size
