"""What an MP4 file carries beside pictures and sound: ISO/IEC 14496-12 (boxes), 14496-14 (MP4), 14496-15 (H.264).

An allow-list: whatever is not needed to play is named, known or not, down to the units within the pictures. Nothing
is decoded.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from itertools import islice, pairwise, repeat

from changlang.bmff import Box, boxes

# The boxes that a box may hold.
WITHIN: Mapping[bytes, frozenset[bytes]] = {
    b"": frozenset({b"ftyp", b"moov", b"mdat"}),
    b"moov": frozenset({b"mvhd", b"trak"}),
    b"trak": frozenset({b"tkhd", b"edts", b"mdia"}),
    b"edts": frozenset({b"elst"}),
    b"mdia": frozenset({b"mdhd", b"hdlr", b"minf"}),
    b"minf": frozenset({b"vmhd", b"smhd", b"dinf", b"stbl"}),
    b"dinf": frozenset({b"dref"}),
    b"stbl": frozenset(
        {b"stsd", b"stts", b"stss", b"ctts", b"stsc", b"stsz", b"stco", b"co64", b"sgpd", b"sbgp", b"sdtp"}
    ),
    b"avc1": frozenset({b"avcC", b"pasp", b"colr", b"btrt", b"fiel"}),
    b"mp4a": frozenset({b"esds", b"btrt"}),
}
NAMES: Mapping[bytes, str] = {
    b"udta": "private data",
    b"meta": "metadata",
    b"uuid": "private data",
    b"free": "free space",
    b"skip": "free space",
    b"wide": "free space",
    b"moof": "fragments",
    b"gmhd": "a track of data",
    b"nmhd": "a track of data",
}
# Where a sample entry's own boxes begin (14496-12, 12.1.3 and 12.2.3).
ENTRIES: Mapping[bytes, int] = {b"avc1": 78, b"mp4a": 28}
DATED = frozenset({b"mvhd", b"tkhd", b"mdhd"})
HANDLERS: Mapping[bytes, bytes] = {b"vide": b"VideoHandler", b"soun": b"SoundHandler"}
# An empty list of tags, which FFmpeg writes where there is none.
NO_TAGS = b"\0\0\0\x35meta\0\0\0\0\0\0\0\x21hdlr\0\0\0\0\0\0\0\0mdirappl" + bytes(9) + b"\0\0\0\x08ilst"
# Units of H.264 that pictures are made of (Rec. ITU-T H.264, table 7-1); 6 is supplemental information.
UNITS = frozenset({1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 13, 19})
NOTES = 6


def mp4(data: bytes) -> Iterator[str]:
    """Names of what there is beside pictures and sound. Raises `struct.error` or `ValueError` for a broken file."""
    whole = Box(b"", 0, len(data))
    yield from _walked(data, whole)
    top = [box for box in boxes(data, 0, len(data)) if box.name in WITHIN[b""]]
    if [box.name for box in top] != [b"ftyp", b"moov", b"mdat"]:
        raise ValueError("order")
    moov, mdat = top[1:]
    claimed = 0
    for trak in _children(data, moov, b"trak"):
        samples = list(_samples(data, trak))
        if any(not mdat.start <= start <= start + size <= mdat.end for start, size in samples):
            raise ValueError("sample")
        claimed += sum(size for _, size in samples)
        yield from _units(data, trak, samples)
    if claimed != mdat.end - mdat.start:
        yield "bytes that belong to no track"


def _walked(data: bytes, holder: Box) -> Iterator[str]:
    for box in boxes(data, holder.start, holder.end):
        if box.name not in WITHIN[holder.name]:
            if not _empty(data, box):
                yield NAMES.get(box.name) or f"box {box.name.decode('ascii', 'replace')}"
        elif box.name in WITHIN:
            yield from _walked(data, box)
        elif box.name in DATED and any(data[box.start + 4 : box.start + (20 if data[box.start] else 12)]):
            yield "date"
        elif box.name == b"hdlr":
            yield from _handler(data[box.start : box.end])
        elif box.name == b"stsd":
            yield from _entries(data, box)


def _empty(data: bytes, box: Box) -> bool:
    """Space without length, and a list of tags without a tag: nothing, which FFmpeg writes down."""
    content = data[box.start : box.end]
    return (box.name == b"free" and not content) or (box.name == b"udta" and content == NO_TAGS)


def _handler(content: bytes) -> Iterator[str]:
    kind, name = content[8:12], content[24:].rstrip(b"\0")
    if kind not in HANDLERS:
        yield "a track of data"
    elif name not in (b"", HANDLERS[kind]):
        yield "names"


def _entries(data: bytes, stsd: Box) -> Iterator[str]:
    for entry in boxes(data, stsd.start + 8, stsd.end):
        if entry.name not in ENTRIES:
            yield f"codec {entry.name.decode('ascii', 'replace')}"
            continue
        if entry.name == b"avc1" and any(data[entry.start + 42 : entry.start + 74]):
            yield "names"  # of the program that compressed it
        yield from _walked(data, Box(entry.name, entry.start + ENTRIES[entry.name], entry.end))


def _children(data: bytes, holder: Box, name: bytes) -> Iterator[Box]:
    return (box for box in boxes(data, holder.start, holder.end) if box.name == name)


def _found(data: bytes, box: Box, *path: bytes) -> Box:
    """The first box along a path. Raises `ValueError` where there is none."""
    for name in path:
        box = next(_children(data, box, name), Box(b"", 0, 0))
        if not box.name:
            raise ValueError(name)
    return box


def _table(data: bytes, box: Box, form: str) -> list[tuple[int, ...]]:
    """The rows of a table: flags, a count, so many rows. Raises `struct.error` where fewer are there."""
    (count,) = struct.unpack_from(">I", data, box.start + 4)
    size = struct.calcsize(form)
    if box.start + 8 + count * size > box.end:
        raise ValueError(box.name)
    return list(struct.iter_unpack(form, data[box.start + 8 : box.start + 8 + count * size]))


def _samples(data: bytes, trak: Box) -> Iterator[tuple[int, int]]:
    """Where each sample of a track stands, and how long it is (14496-12, 8.7.3 to 8.7.5)."""
    stbl = _found(data, trak, b"mdia", b"minf", b"stbl")
    sizes = iter(_sizes(data, _found(data, stbl, b"stsz")))
    wide = next(_children(data, stbl, b"co64"), None)
    places = _table(data, wide, ">Q") if wide else _table(data, _found(data, stbl, b"stco"), ">I")
    runs = [(first, count) for first, count, _ in _table(data, _found(data, stbl, b"stsc"), ">III")]
    for (first, count), (after, _) in pairwise([*runs, (len(places) + 1, 0)]):
        for (place,) in places[first - 1 : after - 1]:
            for size in islice(sizes, count):
                yield place, size
                place += size


def _sizes(data: bytes, stsz: Box) -> Iterator[int]:
    each, count = struct.unpack_from(">II", data, stsz.start + 4)
    if each:
        return repeat(each, min(count, len(data)))
    if stsz.start + 12 + 4 * count > stsz.end:
        raise ValueError(stsz.name)
    return iter(struct.unpack_from(f">{count}I", data, stsz.start + 12))


def _units(data: bytes, trak: Box, samples: list[tuple[int, int]]) -> Iterator[str]:
    """What stands between the pictures of a film: each sample is units with their lengths before them."""
    stsd = _found(data, trak, b"mdia", b"minf", b"stbl", b"stsd")
    entry = next(_children(data, Box(b"", stsd.start + 8, stsd.end), b"avc1"), None)
    if entry is None:
        return
    config = _found(data, Box(b"", entry.start + ENTRIES[b"avc1"], entry.end), b"avcC")
    length = (data[config.start + 4] & 3) + 1
    kinds = set()
    for start, size in samples:
        end = start + size
        while start < end:
            unit = start + length
            kinds.add(data[unit] & 31)
            start = unit + int.from_bytes(data[start:unit])
        if start != end:
            raise ValueError("unit")
    if NOTES in kinds:
        yield "notes within the pictures"
    yield from (f"unit {kind}" for kind in sorted(kinds - UNITS - {NOTES}))
