"""Packs a recording anew: the very pictures and sounds of the original, and nothing else of it.

Whatever a phone, a camera or a cutting program wrote beside them stays behind: place, date, device, names, cover
pictures, chapters, tracks of a sensor, notes within the stream. The only file that imports av, the binding of FFmpeg.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
from av.audio.stream import AudioStream
from av.bitstream import BitStreamFilterContext
from av.container import InputContainer, OutputContainer
from av.packet import Packet
from av.video.stream import VideoStream

from changlang.media.formats import LARGEST, PIXELS, PLAYED, format_of
from changlang.media.made import DAMAGED, EARLY, Kind, Made, Refused

DEMUXERS = {"mp4": "mov", "mp3": "mp3"}
# No tag, no date, no name of the program; the index first, so that a browser plays while it loads.
PLAIN = {"fflags": "+bitexact"}
MUXERS: dict[str, dict[str, str]] = {
    "mp4": {**PLAIN, "movflags": "+faststart"},
    "mp3": {**PLAIN, "id3v2_version": "0", "write_id3v1": "0"},
}
KNOWN = {"mp3": "MP3", "vtt": "WebVTT"}
WANTED: dict[Kind, str] = {"video": "MP4 (H.264 + AAC)", "audio": "MP3, M4A (AAC)"}
# Rec. ITU-T H.264, table 7-1: supplemental information, where cameras write place and time, and filling.
WITHOUT_NOTES = "filter_units=remove_types=6|12"


@dataclass(slots=True)
class _Look:
    """What decoding every frame found out."""

    seconds: float = 0.0
    size: tuple[int, int] = (0, 0)
    frames: int = 0


def remux(original: Path, kind: Kind, folder: Path) -> Made:
    """Writes what can be published of an original into a folder. Same original, same bytes.

    Every frame is decoded on the way, so that a file which is cut short or damaged is found here and not by a
    visitor. Raises `Refused`.
    """
    with original.open("rb") as file:
        format = format_of(file.read(512))
    if format not in DEMUXERS or (kind, format) == ("video", "mp3"):
        raise _unplayable(kind, KNOWN.get(format, ""))
    with _readable(), av.open(str(original), format=DEMUXERS[format]) as source:
        streams = _streams(source, kind)
        place = folder / f"whole.{format}"
        with av.open(str(place), "w", format=format, options=MUXERS[format]) as target:
            look = _copied(source, streams, target)
        if format == "mp3" and look.seconds + 1 < _promised(original, streams[0]):
            raise Refused("media-unreadable", **EARLY)
    suffix, media = {"mp3": ("mp3", "audio/mpeg")}.get(
        format, ("m4a", "audio/mp4") if kind == "audio" else ("mp4", "video/mp4")
    )
    data = place.read_bytes()
    named = place.replace(folder / f"media.{suffix}").name
    digest = hashlib.sha256(data).hexdigest()
    return Made(named, media, round(look.seconds, 2), digest, *look.size, heard=len(streams) > 1 or kind == "audio")


def _promised(original: Path, stream: Any) -> float:
    """Seconds that an MP3 says it has in its first frame (Xing, Info); 0 where it says nothing."""
    with original.open("rb") as file:
        place = 0
        while (head := file.read(10)).startswith(b"ID3"):  # its length in four times seven bits (ID3v2.3, 3.1)
            place += 10 + sum((byte & 127) << 7 * power for power, byte in enumerate(head[:5:-1]))
            file.seek(place)
        first = head + file.read(64)
    said = b"Xing" in first or b"Info" in first
    return float(stream.duration * stream.time_base) if said and stream.duration else 0.0


def _unplayable(kind: Kind, found: str) -> Refused:
    """What is said of a format or codec that not every browser plays; "" is one that has no name here."""
    named = {"found_zh": found or "未知格式", "found_en": found or "an unknown format"}
    return Refused("media-format", **named, wanted=WANTED[kind])


@contextmanager
def _readable() -> Iterator[None]:
    """Whatever the library says of a broken file, as one refusal. A missing codec of ours would be a bug."""
    try:
        yield
    except MemoryError:
        raise
    except (av.FFmpegError, ValueError):
        raise Refused("media-unreadable", **DAMAGED) from None


def _streams(source: InputContainer, kind: Kind) -> list[VideoStream | AudioStream]:
    """The first picture and sound track. Tracks of other kinds, cover pictures, further tracks stay behind."""
    films = [one for one in source.streams.video if not one.disposition & av.stream.Disposition.attached_pic]
    sounds = list(source.streams.audio)
    if kind == "video":
        if not films:
            raise _unplayable(kind, _codecs(sounds))
        _allow(films[:1], "video", PLAYED["video"], kind)
        _allow(sounds[:1], "audio", PLAYED["audio"], kind)
        return [*films[:1], *sounds[:1]]
    if films or not sounds:
        raise _unplayable(kind, _codecs(films))
    _allow(sounds[:1], "audio", ("mp3",) if source.format.name == "mp3" else PLAYED["audio"], kind)
    return [*sounds[:1]]


def _codecs(streams: list[Any]) -> str:
    return "、".join(one.codec_context.codec.canonical_name for one in streams)


def _allow(streams: list[Any], part: str, codecs: tuple[str, ...], kind: Kind) -> None:
    for stream in streams:
        context = stream.codec_context
        found = context.codec.canonical_name if context else ""
        if part == "video" and found in codecs and context.pix_fmt not in PIXELS:
            found = f"{found} {context.pix_fmt}"
        elif part == "video" and found in codecs and context.width * context.height > LARGEST:
            found = f"{found} {context.width}×{context.height}"
        elif found in codecs:
            continue
        raise _unplayable(kind, found)


def _copied(source: InputContainer, streams: list[Any], target: OutputContainer) -> _Look:
    """Every packet of the streams, decoded to see that it is whole, and written as it is but for notes in it."""
    look = _Look()
    outputs = {stream.index: target.add_stream_from_template(stream) for stream in streams}
    filters = {
        stream.index: BitStreamFilterContext(WITHOUT_NOTES, stream, outputs[stream.index])
        for stream in streams
        if stream.type == "video"
    }
    counts = dict.fromkeys(outputs, 0)
    for packet in source.demux(streams):
        _look(look, packet)
        if packet.dts is None:
            continue
        index = packet.stream.index
        counts[index] += 1
        for clean in filters[index].filter(packet) if index in filters else (packet,):
            clean.stream = outputs[index]
            target.mux(clean)
    if not look.frames or any(stream.frames > counts[stream.index] for stream in streams):
        raise Refused("media-unreadable", **EARLY)
    return look


def _look(look: _Look, packet: Packet[Any]) -> None:
    """Decodes one packet; one that its own track calls damaged, or a frame that had to be patched up, is refused."""
    frames: list[Any] = packet.decode()
    if packet.is_corrupt or any(frame.is_corrupt for frame in frames):
        raise Refused("media-unreadable", **DAMAGED)
    for frame in frames:
        look.frames += 1
        if isinstance(frame, av.VideoFrame) and look.size == (0, 0):
            turned = frame.rotation % 180 != 0
            look.size = (frame.height, frame.width) if turned else (frame.width, frame.height)
    if packet.pts is not None and packet.duration and packet.time_base:
        look.seconds = max(look.seconds, float((packet.pts + packet.duration) * packet.time_base))
