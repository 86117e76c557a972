"""What an MP3 file carries beside sound: ISO/IEC 11172-3 and 13818-3, layer III. Every byte belongs to a frame."""

from __future__ import annotations

from collections.abc import Iterator

# Bits a second in thousands by index: MPEG-1, and the lower rates of MPEG-2 and 2.5.
RATES = (
    (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
)
# Samples a second of MPEG-1; half of it in MPEG-2 (bits 10), a quarter in MPEG-2.5 (bits 00).
SAMPLES = (44100, 48000, 32000)
HALVES = {3: 0, 2: 1, 0: 2}
# What FFmpeg writes where encoders write their name.
NO_NAME = b"Lavf\0\0\0\0\0"


def mp3(data: bytes) -> Iterator[str]:
    """Names of what there is beside frames of sound. Raises `IndexError` or `ValueError` for a broken frame."""
    if data.startswith(b"ID3"):
        yield "ID3"
        return
    place = 0
    while place < len(data):
        if data[place : place + 3] == b"TAG":
            yield "ID3"
            return
        if data[place : place + 8] == b"APETAGEX":
            yield "APE"
            return
        size = _frame(data, place)
        for sign in (b"Xing", b"Info") if place == 0 else ():
            at = data.find(sign, 4, 40)
            if at >= 0 and data[at + 120 : at + 129] != NO_NAME:
                yield "names"
        place += size
    if place != len(data):
        raise ValueError(place)


def _frame(data: bytes, place: int) -> int:
    """Bytes of the frame at a place, by its header (11172-3, 2.4.1.3 and 2.4.2.3)."""
    version, layer = data[place + 1] >> 3 & 3, data[place + 1] >> 1 & 3
    rate, samples = data[place + 2] >> 4, data[place + 2] >> 2 & 3
    if data[place] != 0xFF or data[place + 1] & 0xE0 != 0xE0 or layer != 1 or version not in HALVES:
        raise ValueError(place)
    if not 0 < rate < 15 or samples == 3:
        raise ValueError(place)
    lower = version != 3
    frequency = SAMPLES[samples] >> HALVES[version]
    return (72 if lower else 144) * RATES[lower][rate] * 1000 // frequency + (data[place + 2] >> 1 & 1)
