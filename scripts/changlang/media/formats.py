"""What recordings are by their content, and what browsers play of them everywhere. The only names that count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Format = Literal["mp4", "mp3", "vtt", ""]

# Brands of ISO base media files that hold still pictures (ISO/IEC 23008-12, AVIF).
STILL = (b"avif", b"avis", b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"heif")
NAMES = (
    ".mp4",
    ".m4v",
    ".m4a",
    ".mov",
    ".mp3",
    ".vtt",
    ".wav",
    ".aac",
    ".ogg",
    ".oga",
    ".webm",
    ".mkv",
    ".avi",
    ".flac",
)
# What is published: H.264 in 8 bits with AAC in MP4; MP3, or AAC in MP4, for sound alone.
PLAYED: Mapping[str, tuple[str, ...]] = {"video": ("h264",), "audio": ("aac",)}
LARGEST = 3840 * 2160
PIXELS = ("yuv420p", "yuvj420p")


def format_of(data: bytes) -> Format:
    """The first bytes are enough: ISO base media, MPEG audio layer III with or without ID3, WebVTT, or none."""
    if data[4:8] == b"ftyp":
        return "" if data[8:12] in STILL else "mp4"
    if data.startswith(b"ID3") or (data[:1] == b"\xff" and len(data) > 1 and data[1] & 0xE6 == 0xE2):
        return "mp3"
    return "vtt" if data.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT") else ""


def is_recording(name: str, data: bytes) -> bool:
    """Whether a file is a recording or captions by its content, or calls itself one."""
    return bool(format_of(data)) or name.lower().endswith(NAMES)
