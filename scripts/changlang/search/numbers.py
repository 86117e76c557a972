"""Lists of whole numbers as text: one character a number, which UTF-8 then makes one to three bytes.

A script reads such a text with `charCodeAt` alone, and it compresses as well as bytes would.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

# Numbers below LARGE are one unit above the control characters; larger ones are two, the first above the surrogates.
FIRST, LARGE, HIGH, BITS = 32, 0xD000, 0xE000, 15


def units(number: int) -> tuple[int, ...]:
    """The UTF-16 units of one number of 0 to 2**27."""
    if number < LARGE:
        return (FIRST + number,)
    return HIGH + (number >> BITS), FIRST + (number & (1 << BITS) - 1)


def packed(numbers: Iterable[int]) -> str:
    return "".join([_CHARACTERS[number] for number in numbers])


def unpacked(packed: str) -> Iterator[int]:
    """The numbers of `packed`."""
    high = -1
    for code in map(ord, packed):
        if code >= HIGH:
            high = code - HIGH
        elif high < 0:
            yield code - FIRST
        else:
            yield high << BITS | code - FIRST
            high = -1


class _Characters(dict[int, str]):
    def __missing__(self, number: int) -> str:
        self[number] = found = "".join(map(chr, units(number)))
        return found


_CHARACTERS = _Characters()
