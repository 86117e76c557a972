"""What a GIF carries: its blocks (GIF89a, clauses 15 to 27)."""

from __future__ import annotations

from collections.abc import Iterator

from changlang.photos.clean.names import TRAILING

CONTROL, COMMENT, APPLICATION = 0xF9, 0xFE, 0xFF


def gif(data: bytes) -> Iterator[str]:
    """Names of what there is beside the picture. Raises `IndexError` or `ValueError` for a broken one."""
    place, pictures = 13 + _colours(data[10]), 0
    while data[place] != 0x3B:
        if data[place] == 0x2C:
            pictures += 1
            place += 10 + _colours(data[place + 9]) + 1
        elif data[place] == 0x21:
            kind = data[place + 1]
            if kind == APPLICATION:
                yield _application(data[place + 3 : place + 14])
            elif kind != CONTROL:
                yield "comment" if kind == COMMENT else "text"
            place += 2
        else:
            raise ValueError(place)
        while data[place]:
            place += 1 + data[place]
        place += 1
    if pictures > 1:
        yield "animation"
    if place + 1 < len(data):
        yield TRAILING


def _colours(flags: int) -> int:
    """Bytes of the colour table that a byte of flags tells of."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _application(name: bytes) -> str:
    wanted = {b"NETSCAPE2.0": "animation", b"XMP DataXMP": "XMP", b"ICCRGBG1012": "ICC profile"}
    return wanted.get(name, "application data")
