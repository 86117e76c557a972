"""What stands under a key: in which documents it is found, by field, with or without its places.

An entry is groups of a field's number, the length of what follows, and that. Documents are gaps between slots.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from changlang.search.numbers import packed, unpacked

# Field → slot → places, ascending.
Places = Mapping[int, Mapping[int, Sequence[int]]]
# Slots as the bits of a number, for each field that is the best one of those documents.
Found = Mapping[int, int]


def with_places(groups: Mapping[int, str]) -> str:
    """The entry of each field's gaps and then places, as many of one as of the other.

    A gap is to the slot before (from -1 on), or 0 for a further place in the same page.
    """
    return _grouped(groups)


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
    numbers = list(unpacked(group))
    half = len(numbers) // 2
    slot = -1
    found: list[int] = []
    for gap, place in zip(numbers[:half], numbers[half:], strict=True):
        if gap:
            slot, found = slot + gap, []
            yield slot, found
        found.append(place)


def slots_of_places(entry: str) -> Iterator[tuple[int, int]]:
    """Slot and field of an entry with places."""
    return ((slot, field) for field, by_slot in places(entry).items() for slot in by_slot)


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
