"""What stands under a key: in which documents it is found, by field, with or without its places.

An entry is groups of a field's number, the length of what follows, and that. Documents are gaps between slots.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

from changlang.search.numbers import packed, text, units, unpacked

# Field → slot → places, ascending.
Places = Mapping[int, Mapping[int, Sequence[int]]]
# Slots as the bits of a number, for each field that is the best one of those documents.
Found = Mapping[int, int]


class Written:
    """Places in one field under one key, as they are found: slots have to come in order."""

    __slots__ = ("last", "units")

    def __init__(self) -> None:
        self.units = array("H")
        self.last = -1

    def add(self, slot: int, places: Sequence[int]) -> None:
        """Gap and whether there are more than one place; how many; the first; gaps to the others."""
        gap = slot - self.last - 1 << 1
        self.last = slot
        if len(places) == 1:
            self.units.extend(_UNITS[gap] + _UNITS[places[0]])
            return
        written = _UNITS[gap | 1] + _UNITS[len(places) - 2]
        before = -1
        for place in places:
            written += _UNITS[place - before - 1]
            before = place
        self.units.extend(written)


class _Units(dict[int, tuple[int, ...]]):
    def __missing__(self, number: int) -> tuple[int, ...]:
        self[number] = found = units(number)
        return found


_UNITS = _Units()


def with_places(fields: Mapping[int, Written]) -> str:
    return _grouped({field: text(written.units) for field, written in fields.items()})


def without_places(found: Found) -> str:
    return _grouped({field: packed(_gaps(slots)) for field, slots in found.items() if slots})


def _grouped(groups: Mapping[int, str]) -> str:
    return "".join(packed((field, len(groups[field]))) + groups[field] for field in sorted(groups))


def _gaps(slots: int) -> list[int]:
    return [len(run) for run in bin(slots)[:1:-1].split("1")[:-1]]


def groups(entry: str) -> Iterator[tuple[int, str]]:
    """Field and group by turns; a group's length takes one or two characters."""
    place = 0
    while place < len(entry):
        size = 2 if ord(entry[place + 1]) >= 0xE000 else 1
        field, length = unpacked(entry[place : place + 1 + size])
        place += 1 + size
        yield field, entry[place : place + length]
        place += length


def places(entry: str) -> Places:
    return {field: dict(_places(group)) for field, group in groups(entry)}


def _places(group: str) -> Iterator[tuple[int, Sequence[int]]]:
    numbers = unpacked(group)
    slot = -1
    for gap in numbers:
        slot += (gap >> 1) + 1
        place, found = -1, []
        for _ in range(next(numbers) + 2 if gap & 1 else 1):
            place += next(numbers) + 1
            found.append(place)
        yield slot, found


def slots(entry: str) -> Iterator[tuple[int, int]]:
    """Slot and best field of an entry without places."""
    for field, group in groups(entry):
        slot = -1
        for gap in unpacked(group):
            slot += gap + 1
            yield slot, field


def bits(slots: Iterable[int], size: int) -> int:
    """Slots below `size` as the bits of a number."""
    written = bytearray(size + 7 >> 3)
    for slot in slots:
        written[slot >> 3] |= 1 << (slot & 7)
    return int.from_bytes(written, "little")


def best(found: Iterable[Found]) -> Found:
    """Several findings as one: each slot only under the lowest field that has it."""
    merged: dict[int, int] = {}
    for one in found:
        for field, slots in one.items():
            merged[field] = merged.get(field, 0) | slots
    seen, result = 0, {}
    for field in sorted(merged):
        result[field] = merged[field] & ~seen
        seen |= merged[field]
    return result
