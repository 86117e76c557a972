"""Whether what was decoded is the whole picture, where decoders fill up what is missing and say nothing."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from PIL import Image, ImageFile, PngImagePlugin, TiffImagePlugin

# So many zeros end no compressed picture; a copy that was broken off in space set aside for it does end so.
NOTHING = bytes(4096)
UNCHECKED = frozenset({"WEBP", "AVIF", "HEIF"})
# Width and height of the steps of Adam7, and where each begins (PNG, third edition, clause 8.1).
ADAM7 = ((8, 8, 0, 0), (8, 8, 4, 0), (4, 8, 0, 4), (4, 4, 2, 0), (2, 4, 0, 2), (2, 2, 1, 0), (1, 2, 0, 1))
SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def must_be(data: bytes, image: ImageFile.ImageFile, name: str) -> None:
    """Raises `ValueError` where a file of the format `name`, decoded into `image`, held less than it said."""
    if name in UNCHECKED and data.endswith(NOTHING):
        raise ValueError("the file ends in zeros")
    if (
        isinstance(image, TiffImagePlugin.TiffImageFile)
        and _strips(image) < image.tag_v2[TiffImagePlugin.IMAGELENGTH]
    ):
        raise ValueError("fewer rows than the header says")
    if isinstance(image, PngImagePlugin.PngImageFile) and _ends_blank(image) and _held(data) < _said(data):
        raise ValueError("fewer rows than the header says")


def _strips(image: TiffImagePlugin.TiffImageFile) -> int:
    """How many rows the strips or tiles of a TIFF hold (TIFF 6.0, sections 3 and 15)."""
    tags = image.tag_v2
    if TiffImagePlugin.STRIPOFFSETS in tags:
        rows = int(tags.get(TiffImagePlugin.ROWSPERSTRIP, tags[TiffImagePlugin.IMAGELENGTH]))
        return len(tags[TiffImagePlugin.STRIPOFFSETS]) * rows
    across = -(-int(tags[TiffImagePlugin.IMAGEWIDTH]) // int(tags[TiffImagePlugin.TILEWIDTH]))
    return len(tags[TiffImagePlugin.TILEOFFSETS]) // across * int(tags[TiffImagePlugin.TILELENGTH])


def _ends_blank(image: Image.Image) -> bool:
    """Whether the last row is what memory is before anything is decoded into it. Few pictures end so."""
    return not image.crop((0, image.height - 1, image.width, image.height)).getbbox(alpha_only=False)


def _held(data: bytes) -> int:
    """How many bytes of rows a PNG's data comes to; nothing is kept of them."""
    stream, total = zlib.decompressobj(), 0
    for body in _idat(data):
        while body:
            total += len(stream.decompress(body, 1 << 20))
            body = stream.unconsumed_tail
    return total + len(stream.flush())


def _idat(data: bytes) -> Iterator[bytes]:
    place = 8
    while place + 8 <= len(data):
        length, name = struct.unpack_from(">I4s", data, place)
        if name == b"IDAT":
            yield data[place + 8 : place + 8 + length]
        place += 12 + length


def _said(data: bytes) -> int:
    """How many bytes of rows a PNG's header asks for: each row is whole bytes and one for its filter (clause 9)."""
    width, height, depth, colour, _, _, interlaced = struct.unpack_from(">IIBBBBB", data, 16)
    steps = ADAM7 if interlaced else ((1, 1, 0, 0),)
    total = 0
    for across, down, left, top in steps:
        wide, high = (
            -(-(size - first) // step) for size, first, step in ((width, left, across), (height, top, down))
        )
        if wide > 0 and high > 0:
            total += high * (1 + -(-wide * depth * SAMPLES[colour] // 8))
    return total
