"""The boxes of the ISO base media file format (ISO/IEC 14496-12, 4.2): AVIF, HEIF and MP4 are made of them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple


class Box(NamedTuple):
    """`start` and `end` are those of its content, as indexes into the file."""

    name: bytes
    start: int
    end: int


def boxes(data: bytes | memoryview, start: int, end: int) -> Iterator[Box]:
    """The boxes of a stretch of a file. Raises `struct.error` or `ValueError` where one does not fit into it."""
    while start < end:
        size, name = struct.unpack_from(">I4s", data, start)
        head = 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, start + 8)
            head = 16
        size = size or end - start
        if size < head or start + size > end:
            raise ValueError(name)
        yield Box(name, start + head, start + size)
        start += size
