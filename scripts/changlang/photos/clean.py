"""What an image file carries beside its pixels, read at the level of bytes: for the audit of what is to be published.

An allow-list: a part of the file that is not needed to show the picture is named, whether it is known or not.
Nothing is decoded, so a hostile file costs no more than its length.
"""

from __future__ import annotations

import re
import struct
import zlib
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote_to_bytes

from changlang.photos.boxes import avif

# What `carried` says of a file that is no image it knows, or whose parts do not fit together.
UNKNOWN, BROKEN = "unknown format", "broken structure"
TRAILING = "bytes after the picture"

# JPEG (ITU-T T.81, table B.1): frames, tables, restart interval and scan; no application data, no comment.
JPEG_PARTS = frozenset({*range(0xC0, 0xD0), 0xDA, 0xDB, 0xDC, 0xDD}) - {0xC8}
JPEG_START, JPEG_END, JPEG_SCAN, JPEG_COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
JPEG_NAMES: tuple[tuple[int, bytes, str], ...] = (
    (0xE1, b"Exif\0", "EXIF"),
    (0xE1, b"http://ns.adobe.com/x", "XMP"),
    (0xE2, b"ICC_PROFILE\0", "ICC profile"),
    (0xE2, b"MPF\0", "second picture"),
    (0xED, b"Photoshop 3.0\0", "IPTC"),
    (0xE0, b"JFXX\0", "thumbnail"),
)
# PNG (third edition, clause 11): what is needed to show the pixels, and their size on paper.
PNG_PARTS = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"sRGB", b"gAMA", b"cHRM", b"pHYs", b"sBIT", b"bKGD"}
)
PNG_NAMES: Mapping[bytes, str] = {
    b"eXIf": "EXIF",
    b"iCCP": "ICC profile",
    b"tIME": "time",
    b"acTL": "animation",
    b"fcTL": "animation",
    b"fdAT": "animation",
}
PNG_TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt"})
WEBP_PARTS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH"})
WEBP_NAMES: Mapping[bytes, str] = {
    b"EXIF": "EXIF",
    b"XMP ": "XMP",
    b"ICCP": "ICC profile",
    b"ANIM": "animation",
    b"ANMF": "animation",
}
GIF_CONTROL, GIF_COMMENT, GIF_APPLICATION = 0xF9, 0xFE, 0xFF
# Tags of TIFF 6.0 and Exif 2.32 that say more than "EXIF": place, maker's notes, embedded preview.
EXIF_TAGS: Mapping[int, str] = {
    0x8825: "GPS",
    0x927C: "maker notes",
    0x0201: "thumbnail",
    0x02BC: "XMP",
    0x83BB: "IPTC",
}
EXIF_FOLDER = 0x8769
SVG_CARRIERS: Mapping[bytes, str] = {
    b"<metadata": "metadata",
    b"<image": "embedded picture",
    b"inkscape:": "editor's data",
    b"sodipodi:": "editor's data",
    b"<!--": "comment",
}


# Drawings stand in style sheets as they are, with spaces and quotes; everything else ends with its address.
INLINE_DRAWING = re.compile(rb"""data:image/svg\+xml(?:;[\w=-]+)*?,(.*?(?:</svg>|%3C/svg%3E|/>['"]))""", re.I | re.S)
INLINE = re.compile(
    rb"""data:image/(?!svg\+xml(?!;base64))[\w.+-]+(?:;(?!base64)[\w=-]+)*(;base64)?,([^"')\s<>]*)""", re.I
)


def format_of(data: bytes) -> str:
    """`jpeg`, `png`, `webp`, `avif`, `gif`, `svg`, `other` for a picture of another kind, or "" for no picture.

    The first 512 bytes are enough.
    """
    if data[4:8] == b"ftyp":
        brands = data[8 : 8 + max(0, min(504, int.from_bytes(data[:4]) - 8))]
        if b"avif" in brands or b"avis" in brands:
            return "avif"
        return "other" if any(brand in brands for brand in STILL) else ""  # a film, which is looked at as one
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    for name, starts in STARTS.items():
        if data.startswith(starts):
            return name
    return "svg" if b"<svg" in data[:512] else ""


# Brands of files of still pictures in ISO base media boxes (ISO/IEC 23008-12).
STILL = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"heif")
STARTS: Mapping[str, tuple[bytes, ...]] = {
    "jpeg": (b"\xff\xd8\xff",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "gif": (b"GIF87a", b"GIF89a"),
    "other": (
        b"II*\0",
        b"MM\0*",
        b"II+\0",
        b"MM\0+",
        b"BM",
        b"\0\0\1\0",
        b"\xff\x0a",
        b"\0\0\0\x0cJXL ",
        b"8BPS",
        b"%!PS",
    ),
}


# Names that promise a picture: such a file is none of ours if its content is something else.
PICTURE_NAMES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".svg", ".tif", ".tiff", ".heic", ".heif", ".bmp")


def is_picture(name: str, data: bytes) -> bool:
    """Whether a file is a picture by its content, or calls itself one."""
    return bool(format_of(data)) or name.lower().endswith(PICTURE_NAMES)


def carried(data: bytes) -> tuple[str, ...]:
    """Names of everything that an image file carries beside its pixels, each once; () for a clean file.

    A file that cannot be followed to its end carries `BROKEN`, one of another format `UNKNOWN`: neither is clean.
    """
    reader = READERS.get(format_of(data))
    if reader is None:
        return (UNKNOWN,)
    found: list[str] = []
    try:
        found.extend(reader(data))
    except (struct.error, IndexError, ValueError):
        found.append(BROKEN)
    return tuple(dict.fromkeys(found))


def carried_inline(text: bytes) -> tuple[str, ...]:
    """What the pictures carry that stand within a page, style sheet or script as `data:` addresses (RFC 2397)."""
    found: list[str] = []
    for drawing in INLINE_DRAWING.findall(text):
        found += carried(unquote_to_bytes(drawing))
    for base64, content in INLINE.findall(text):
        try:
            found += carried(
                b64decode(unquote_to_bytes(content), validate=True) if base64 else unquote_to_bytes(content)
            )
        except ValueError:
            found.append(BROKEN)
    return tuple(dict.fromkeys(found))


def _jpeg(data: bytes) -> Iterator[str]:
    place = 2
    while True:
        marker, place = _marker(data, place)
        if marker == JPEG_END:
            break
        (length,) = struct.unpack_from(">H", data, place)
        body = data[place + 2 : place + length]
        if length < 2 or len(body) != length - 2:
            raise ValueError(marker)
        yield from _jpeg_part(marker, body)
        place += length
        if marker == JPEG_SCAN:
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


def _jpeg_part(marker: int, body: bytes) -> Iterator[str]:
    if marker in JPEG_PARTS or (marker == 0xEE and body[:5] == b"Adobe" and len(body) == 12):
        return
    if marker == 0xE0 and body[:5] == b"JFIF\0":
        if len(body) != 14 or body[12:14] != b"\0\0":
            yield "thumbnail"
        return
    if marker == JPEG_COMMENT:
        yield "comment"
        return
    known = [name for number, start, name in JPEG_NAMES if number == marker and body.startswith(start)]
    yield known[0] if known else f"APP{marker - 0xE0}" if 0xE0 <= marker <= 0xEF else f"marker {marker:02X}"
    if known == ["EXIF"]:
        yield from _exif(body[6:])


def _exif(tiff: bytes) -> Iterator[str]:
    """What of an Exif block deserves a name of its own; a block that cannot be read has said "EXIF" already."""
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
                if tag in EXIF_TAGS:
                    yield EXIF_TAGS[tag]
                if tag == EXIF_FOLDER:
                    waiting.append(value)
            waiting += struct.unpack_from(f"{order}I", tiff, place + 2 + 12 * count)
    except struct.error:
        return


def _png(data: bytes) -> Iterator[str]:
    place, name = 8, b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", data, place)
        body = data[place + 8 : place + 8 + length]
        (check,) = struct.unpack_from(">I", data, place + 8 + length)
        if zlib.crc32(body, zlib.crc32(name)) != check:
            raise ValueError(name)
        if name in PNG_TEXTS:
            yield _png_text(body)
        elif name not in PNG_PARTS:
            yield PNG_NAMES.get(name) or f"chunk {_printed(name)}"
        if name == b"eXIf":
            yield from _exif(body)
        place += 12 + length
    if place < len(data):
        yield TRAILING


def _png_text(body: bytes) -> str:
    keyword = body.partition(b"\0")[0].lower()
    wanted = {b"xml:com.adobe.xmp": "XMP", b"raw profile type exif": "EXIF", b"raw profile type iptc": "IPTC"}
    return wanted.get(keyword, "text")


def _webp(data: bytes) -> Iterator[str]:
    (size,) = struct.unpack_from("<I", data, 4)
    end, place = size + 8, 12
    if end > len(data):
        raise ValueError(end)
    while place < end:
        name, length = struct.unpack_from("<4sI", data, place)
        if place + 8 + length > end:
            raise ValueError(name)
        if name not in WEBP_PARTS:
            yield WEBP_NAMES.get(name) or f"chunk {_printed(name)}"
        if name == b"EXIF":
            yield from _exif(data[place + 8 : place + 8 + length].removeprefix(b"Exif\0\0"))
        place += 8 + length + length % 2
    if end < len(data):
        yield TRAILING


def _gif(data: bytes) -> Iterator[str]:
    place, pictures = 13 + _gif_colours(data[10]), 0
    while data[place] != 0x3B:
        if data[place] == 0x2C:
            pictures += 1
            place += 10 + _gif_colours(data[place + 9]) + 1
        elif data[place] == 0x21:
            kind = data[place + 1]
            if kind == GIF_APPLICATION:
                yield _gif_application(data[place + 3 : place + 14])
            elif kind != GIF_CONTROL:
                yield "comment" if kind == GIF_COMMENT else "text"
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


def _gif_colours(flags: int) -> int:
    """Bytes of the colour table that a byte of flags tells of."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _gif_application(name: bytes) -> str:
    wanted = {b"NETSCAPE2.0": "animation", b"XMP DataXMP": "XMP", b"ICCRGBG1012": "ICC profile"}
    return wanted.get(name, "application data")


def _svg(data: bytes) -> Iterator[str]:
    yield from (name for sign, name in SVG_CARRIERS.items() if sign in data)


def _printed(name: bytes) -> str:
    return "".join(chr(byte) if 0x20 <= byte < 0x7F else "�" for byte in name)


READERS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    "jpeg": _jpeg,
    "png": _png,
    "webp": _webp,
    "avif": avif,
    "gif": _gif,
    "svg": _svg,
}
