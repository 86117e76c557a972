"""What a PNG carries: its chunks, their sums checked (PNG, third edition, clauses 5 and 11)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping

from changlang.photos.clean.exif import exif
from changlang.photos.clean.names import TRAILING, printed

# What is needed to show the pixels, and their size on paper.
PARTS = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"sRGB", b"gAMA", b"cHRM", b"pHYs", b"sBIT", b"bKGD"})
NAMES: Mapping[bytes, str] = {
    b"eXIf": "EXIF",
    b"iCCP": "ICC profile",
    b"tIME": "time",
    b"acTL": "animation",
    b"fcTL": "animation",
    b"fdAT": "animation",
}
TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt"})


def png(data: bytes) -> Iterator[str]:
    """Names of what there is beside the picture. A broken one raises `struct.error`, `IndexError` or `ValueError`."""
    place, name = 8, b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", data, place)
        body = data[place + 8 : place + 8 + length]
        (check,) = struct.unpack_from(">I", data, place + 8 + length)
        if zlib.crc32(body, zlib.crc32(name)) != check:
            raise ValueError(name)
        if name in TEXTS:
            yield _text(body)
        elif name not in PARTS:
            yield NAMES.get(name) or f"chunk {printed(name)}"
        if name == b"eXIf":
            yield from exif(body)
        place += 12 + length
    if place < len(data):
        yield TRAILING


def _text(body: bytes) -> str:
    keyword = body.partition(b"\0")[0].lower()
    wanted = {b"xml:com.adobe.xmp": "XMP", b"raw profile type exif": "EXIF", b"raw profile type iptc": "IPTC"}
    return wanted.get(keyword, "text")
