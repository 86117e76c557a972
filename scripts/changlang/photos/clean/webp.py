"""What a WebP carries: its RIFF chunks."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping

from changlang.photos.clean.exif import exif
from changlang.photos.clean.names import TRAILING, printed

PARTS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH"})
NAMES: Mapping[bytes, str] = {
    b"EXIF": "EXIF",
    b"XMP ": "XMP",
    b"ICCP": "ICC profile",
    b"ANIM": "animation",
    b"ANMF": "animation",
}


def webp(data: bytes) -> Iterator[str]:
    """Names of what there is beside the picture. Raises `struct.error` or `ValueError` for a broken one."""
    (size,) = struct.unpack_from("<I", data, 4)
    end, place = size + 8, 12
    if end > len(data):
        raise ValueError(end)
    while place < end:
        name, length = struct.unpack_from("<4sI", data, place)
        if place + 8 + length > end:
            raise ValueError(name)
        if name not in PARTS:
            yield NAMES.get(name) or f"chunk {printed(name)}"
        if name == b"EXIF":
            yield from exif(data[place + 8 : place + 8 + length].removeprefix(b"Exif\0\0"))
        place += 8 + length + length % 2
    if end < len(data):
        yield TRAILING
