"""What an AVIF file carries beside its picture: the boxes of ISO/IEC 14496-12, the items of ISO/IEC 23008-12."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from changlang.bmff import Box, boxes

# Boxes needed to show one still picture with its transparency; all others are named.
TOP = frozenset({b"ftyp", b"meta", b"mdat"})
META = frozenset({b"hdlr", b"pitm", b"iloc", b"iinf", b"iprp", b"iref", b"idat", b"dinf"})
PROPERTIES = frozenset(
    {b"ispe", b"pixi", b"av1C", b"colr", b"auxC", b"irot", b"imir", b"clap", b"pasp", b"a1op", b"lsel", b"a1lx"}
)
NAMES = {
    b"moov": "animation",
    b"moof": "animation",
    b"uuid": "private data",
    b"free": "free space",
    b"skip": "free space",
    b"udta": "private data",
}
ITEMS = frozenset({b"av01", b"grid"})


def avif(data: bytes) -> Iterator[str]:
    """Names of what there is beside the picture. Raises `struct.error` or `ValueError` where boxes do not fit."""
    claimed: list[tuple[int, int]] = []
    stored: list[Box] = []
    for box in boxes(data, 0, len(data)):
        if box.name == b"meta":
            yield from _meta(data, box, claimed)
        elif box.name == b"mdat":
            stored.append(box)
        elif box.name not in TOP:
            yield _name(box)
    if any(not _covered(box.start, box.end, claimed) for box in stored):
        yield "bytes that belong to no item"


def _name(box: Box) -> str:
    return NAMES.get(box.name) or f"box {box.name.decode('ascii', 'replace')}"


def _meta(data: bytes, meta: Box, claimed: list[tuple[int, int]]) -> Iterator[str]:
    for box in boxes(data, meta.start + 4, meta.end):
        if box.name not in META:
            yield _name(box)
        elif box.name == b"iinf":
            yield from _items(data, box)
        elif box.name == b"iref":
            kinds = {reference.name for reference in boxes(data, box.start + 4, box.end)}
            if b"thmb" in kinds:
                yield "thumbnail"
        elif box.name == b"iprp":
            yield from _properties(data, box)
        elif box.name == b"iloc":
            claimed += _extents(data, box)


def _items(data: bytes, iinf: Box) -> Iterator[str]:
    start = iinf.start + (6 if data[iinf.start] == 0 else 8)
    for box in boxes(data, start, iinf.end):
        version = data[box.start]
        if box.name != b"infe" or version < 2:
            raise ValueError(box.name)
        kind = data[box.start + (8 if version == 2 else 10) :][:4]
        if kind == b"Exif":
            yield "EXIF"
        elif kind == b"mime":
            yield "XMP" if b"rdf+xml" in data[box.start : box.end] else "text"
        elif kind not in ITEMS:
            yield f"item {kind.decode('ascii', 'replace')}"


def _properties(data: bytes, iprp: Box) -> Iterator[str]:
    for container in boxes(data, iprp.start, iprp.end):
        if container.name != b"ipco":
            continue
        for box in boxes(data, container.start, container.end):
            if box.name not in PROPERTIES:
                yield _name(box)
            elif box.name == b"colr" and data[box.start : box.start + 4] != b"nclx":
                yield "ICC profile"


def _extents(data: bytes, iloc: Box) -> Iterator[tuple[int, int]]:
    """Where in the file items lie (ISO/IEC 14496-12, 8.11.3), as first byte and byte after the last."""
    version, sizes = data[iloc.start], struct.unpack_from(">H", data, iloc.start + 4)[0]
    offset, length, base, index = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15, sizes & 15 if version else 0
    wide = 4 if version == 2 else 2
    reader = _Reader(data, iloc.start + 6, iloc.end)
    for _ in range(reader.number(wide)):
        reader.number(wide)
        method = reader.number(2) & 15 if version else 0
        reader.number(2)
        origin = reader.number(base)
        for _ in range(reader.number(2)):
            reader.number(index)
            first = origin + reader.number(offset)
            size = reader.number(length)
            if method == 0:
                yield first, first + size


class _Reader:
    """Numbers of so many bytes, one after the other."""

    def __init__(self, data: bytes, place: int, end: int) -> None:
        self.data, self.place, self.end = data, place, end

    def number(self, size: int) -> int:
        start, self.place = self.place, self.place + size
        if self.place > self.end:
            raise ValueError(start)
        return int.from_bytes(self.data[start : self.place])


def _covered(start: int, end: int, claimed: list[tuple[int, int]]) -> bool:
    for first, after in sorted(claimed):
        if first > start:
            break
        start = max(start, after)
    return start >= end
