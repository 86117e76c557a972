"""All folded texts of one language as one row of places, field by field and page by page."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import sub

from changlang.search.entries import Found, bits, with_places
from changlang.search.numbers import packed

# Field → slot → folded text. Fields and slots are in order, and no text is empty.
Fields = Mapping[int, Mapping[int, str]]


class Texts:
    """Where the texts lie in the row. `add` takes them in the order of fields, and of slots within a field."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._slots: list[int] = []
        self._starts: list[int] = []
        self._owners = array("I")
        # Field → the number of its first text.
        self._fields: dict[int, int] = {}

    def add(self, field: int, slot: int, length: int) -> int:
        """Makes room for a text of so many places and a border; its first place."""
        start = len(self._owners)
        self._owners.extend(array("I", [len(self._starts)]) * (length + 1))
        self._fields.setdefault(field, len(self._starts))
        self._slots.append(slot)
        self._starts.append(start)
        return start

    def with_places(self, row: Sequence[int]) -> str:
        """The entry of what stands at these places of the row, which are in order."""
        return with_places({field: self._group(owners, some) for field, owners, some in self._by_field(row)})

    def _group(self, owners: Sequence[int], row: Sequence[int]) -> str:
        """A gap and a place for each; where the gap is 0, the page is the same."""
        slots = list(map(self._slots.__getitem__, owners))
        return packed(map(sub, slots, (-1, *slots))) + packed(map(sub, row, map(self._starts.__getitem__, owners)))

    def found(self, row: Sequence[int]) -> Found:
        """The pages that these places are in."""
        return {
            field: bits(map(self._slots.__getitem__, owners), self.size) for field, owners, _ in self._by_field(row)
        }

    def _by_field(self, row: Sequence[int]) -> Iterator[tuple[int, Sequence[int], Sequence[int]]]:
        """Field, the numbers of its texts, and its places."""
        owners = list(map(self._owners.__getitem__, row))
        start = 0
        for field, following in zip(self._fields, (*list(self._fields.values())[1:], len(self._starts)), strict=True):
            end = bisect_left(owners, following, start)
            if end > start:
                yield field, owners[start:end], row[start:end]
            start = end
