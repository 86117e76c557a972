"""What of an Exif block deserves a name of its own."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping

# Tags of TIFF 6.0 and Exif 2.32 that say more than "EXIF": place, maker's notes, embedded preview.
TAGS: Mapping[int, str] = {
    0x8825: "GPS",
    0x927C: "maker notes",
    0x0201: "thumbnail",
    0x02BC: "XMP",
    0x83BB: "IPTC",
}
FOLDER = 0x8769


def exif(tiff: bytes) -> Iterator[str]:
    """Place, maker's notes and the like in an Exif block; one that cannot be read has said "EXIF" already."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    try:
        waiting = list(struct.unpack_from(f"{order}I", tiff, 4)) if order else []
        seen: set[int] = set()
        while waiting:
            place = waiting.pop()
            if place in seen or not place:
                continue
            seen.add(place)
            (count,) = struct.unpack_from(f"{order}H", tiff, place)
            for number in range(count):
                tag, _, _, value = struct.unpack_from(f"{order}HHII", tiff, place + 2 + 12 * number)
                if tag in TAGS:
                    yield TAGS[tag]
                if tag == FOLDER:
                    waiting.append(value)
            waiting += struct.unpack_from(f"{order}I", tiff, place + 2 + 12 * count)
    except struct.error:
        return
