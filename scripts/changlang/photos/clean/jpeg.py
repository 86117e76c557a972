"""What a JPEG carries: its segments, up to the end of the picture (ITU-T T.81, annex B)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from changlang.photos.clean.exif import exif
from changlang.photos.clean.names import TRAILING

# Table B.1: frames, tables, restart interval and scan; no application data, no comment.
PARTS = frozenset({*range(0xC0, 0xD0), 0xDA, 0xDB, 0xDC, 0xDD}) - {0xC8}
END, SCAN, COMMENT = 0xD9, 0xDA, 0xFE
NAMES: tuple[tuple[int, bytes, str], ...] = (
    (0xE1, b"Exif\0", "EXIF"),
    (0xE1, b"http://ns.adobe.com/x", "XMP"),
    (0xE2, b"ICC_PROFILE\0", "ICC profile"),
    (0xE2, b"MPF\0", "second picture"),
    (0xED, b"Photoshop 3.0\0", "IPTC"),
    (0xE0, b"JFXX\0", "thumbnail"),
)


def jpeg(data: bytes) -> Iterator[str]:
    """Names of what there is beside the picture. A broken one raises `struct.error`, `IndexError` or `ValueError`."""
    place = 2
    while True:
        marker, place = _marker(data, place)
        if marker == END:
            break
        (length,) = struct.unpack_from(">H", data, place)
        body = data[place + 2 : place + length]
        if length < 2 or len(body) != length - 2:
            raise ValueError(marker)
        yield from _segment(marker, body)
        place += length
        if marker == SCAN:
            place = _after_scan(data, place)
    if place < len(data):
        yield "second picture" if data.find(b"\xff\xd8\xff", place) >= 0 else TRAILING


def _marker(data: bytes, place: int) -> tuple[int, int]:
    """The marker at a place and the place after it; any number of fill bytes may stand before (T.81, B.1.1.2)."""
    if data[place] != 0xFF:
        raise ValueError(place)
    while data[place] == 0xFF:
        place += 1
    return data[place], place + 1


def _after_scan(data: bytes, place: int) -> int:
    """Where the next marker stands: stuffed zeros and restarts belong to the scan."""
    while True:
        place = data.index(0xFF, place)
        if data[place + 1] != 0x00 and not 0xD0 <= data[place + 1] <= 0xD7:
            return place
        place += 2


def _segment(marker: int, body: bytes) -> Iterator[str]:
    if marker in PARTS or (marker == 0xEE and body[:5] == b"Adobe" and len(body) == 12):
        return
    if marker == 0xE0 and body[:5] == b"JFIF\0":
        if len(body) != 14 or body[12:14] != b"\0\0":
            yield "thumbnail"
        return
    if marker == COMMENT:
        yield "comment"
        return
    known = [name for number, start, name in NAMES if number == marker and body.startswith(start)]
    yield known[0] if known else f"APP{marker - 0xE0}" if 0xE0 <= marker <= 0xEF else f"marker {marker:02X}"
    if known == ["EXIF"]:
        yield from exif(body[6:])
