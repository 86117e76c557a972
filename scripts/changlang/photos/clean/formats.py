"""Which format a file is, by its content; its name only says whether it wants to be a picture."""

from __future__ import annotations

from collections.abc import Mapping

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


def is_picture(name: str, data: bytes) -> bool:
    """Whether a file is a picture by its content, or calls itself one."""
    return bool(format_of(data)) or name.lower().endswith(PICTURE_NAMES)
