"""Sound and films for tests: invented tones and moving colours, and files with everything that must go.

What is encoded here differs from one version of the encoder to the next; nothing may hang on its bytes.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

SECRET = "SECRET-PLACE"
# As a phone writes it (ISO 6709): a place in the open sea.
PLACE = "+00.1172-024.1172/"
TAGS = {
    "title": SECRET,
    "comment": SECRET,
    "location": PLACE,
    "make": "Invented Camera",
    "creation_time": "2020-04-12T09:30:00",
}
CHAPTER: Any = {"id": 1, "start": 0, "end": 1000, "time_base": Fraction(1, 1000), "metadata": {"title": SECRET}}
# The mark of the block in which cameras write time and place among H.264 pictures.
MDPM = "17ee8c60f84d11d98cd60800200c9a66"
RATE, STEP = 44100, 1024


def film(
    place: Path,
    seconds: float = 2,
    size: tuple[int, int] = (160, 90),
    codec: str = "libx264",
    pixels: str = "yuv420p",
    heard: bool = True,
    turned: int = 0,
    format: str = "mov",
    **options: str,
) -> Path:
    """A film as a phone makes it: tags with place and date, notes within the pictures, tracks of data and text.

    `turned` is in degrees.
    """
    with av.open(str(place), "w", format=format, options=options) as target:
        target.metadata.update(TAGS)
        video: Any = target.add_stream(codec, rate=10, options={"x264-params": "keyint=10"})
        video.width, video.height, video.pix_fmt = *size, pixels
        if format == "mov":
            video.metadata["timecode"] = "01:00:00:00"
            target.set_chapters([CHAPTER])
        if turned:
            video.set_display_rotation(turned)
        audio: Any = _tone(target, "aac") if heard else None
        pictures = (_picture(number, size) for number in range(int(seconds * 10)))
        for packet in (*(one for picture in pictures for one in video.encode(picture)), *video.encode()):
            target.mux(_noted(packet) if codec == "libx264" else packet)
        if audio:
            _sing(target, audio, seconds)
    return place


def _noted(packet: av.Packet[Any]) -> av.Packet[Any]:
    """A packet of H.264 with a note before its picture (Rec. ITU-T H.264, D.1.6)."""
    note = bytes.fromhex(MDPM) + SECRET.encode()
    made: av.Packet[Any] = av.Packet(b"\0\0\0\1\x06\x05" + bytes([len(note)]) + note + b"\x80" + bytes(packet))
    made.pts, made.dts, made.time_base, made.stream = packet.pts, packet.dts, packet.time_base, packet.stream
    made.duration, made.is_keyframe = packet.duration, packet.is_keyframe
    return made


def _picture(number: int, size: tuple[int, int]) -> av.VideoFrame:
    across, down = np.meshgrid(np.arange(size[0]), np.arange(size[1]))
    parts = (across * 255 // size[0], down * 255 // size[1], np.full_like(across, number * 12 % 256))
    frame = av.VideoFrame.from_ndarray(np.stack(parts, axis=-1).astype("uint8"), format="rgb24")
    frame.pts, frame.time_base = number, Fraction(1, 10)
    return frame


def sound(place: Path, seconds: float = 2, format: str = "mp3", codec: str = "libmp3lame") -> Path:
    """A tone with tags, as a recorder makes it."""
    with av.open(str(place), "w", format=format) as target:
        target.metadata.update(TAGS)
        _sing(target, _tone(target, codec), seconds)
    return place


def _tone(target: Any, codec: str) -> Any:
    stream = target.add_stream(codec, rate=RATE)
    stream.layout, stream.bit_rate = "mono", 64_000
    return stream


def _sing(target: Any, stream: Any, seconds: float) -> None:
    wave = (np.sin(np.arange(int(RATE * seconds)) * 0.06) * 0.2).astype("float32").reshape(1, -1)
    for start in range(0, wave.shape[1], STEP):
        frame = av.AudioFrame.from_ndarray(wave[:, start : start + STEP].copy(), format="fltp", layout="mono")
        frame.sample_rate, frame.pts = RATE, start
        for packet in stream.encode(frame):
            target.mux(packet)
    for packet in stream.encode():
        target.mux(packet)


def box(name: bytes, content: bytes) -> bytes:
    """A box of ISO/IEC 14496-12."""
    return (len(content) + 8).to_bytes(4) + name + content


def id3(picture: bytes) -> bytes:
    """An ID3v2.3 tag with a comment and a cover picture."""
    frames = b"".join(
        name + len(content).to_bytes(4) + b"\0\0" + content
        for name, content in (
            (b"COMM", b"\0eng\0" + SECRET.encode()),
            (b"APIC", b"\0image/jpeg\0\x03\0" + picture),
        )
    )
    size = bytes(len(frames) >> shift & 127 for shift in (21, 14, 7, 0))
    return b"ID3\x03\0\0" + size + frames


CAPTIONS = """WEBVTT

NOTE typed by {secret}

1
00:00.000 --> 00:01.000 line:80%
<v {secret}>{first}

00:01.000 --> 00:02.000
{second}
"""


def captions(first: str, second: str) -> str:
    """Two cues, with a comment and the name of who speaks."""
    return CAPTIONS.format(secret=SECRET, first=first, second=second)
