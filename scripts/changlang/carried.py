"""What a file carries beside what it is for, told by a reader of its format: pictures and recordings alike."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

# What is said of a file of no format that is known, and of one whose parts do not fit together.
UNKNOWN, BROKEN = "unknown format", "broken structure"

# Names what a file carries, part by part. Raises `struct.error`, `IndexError` or `ValueError` where it cannot go on.
Reader = Callable[[bytes], Iterator[str]]


def read_through(data: bytes, reader: Reader | None) -> tuple[str, ...]:
    """Names of everything that a file carries, each once; () for a clean file.

    A file that cannot be followed to its end carries `BROKEN`, one without a reader `UNKNOWN`: neither is clean.
    """
    if reader is None:
        return (UNKNOWN,)
    found: list[str] = []
    try:
        found.extend(reader(data))
    except (struct.error, IndexError, ValueError):
        found.append(BROKEN)
    return tuple(dict.fromkeys(found))
