"""ICC profiles of wide colour spaces, made from their published primaries, and what colours are in them."""

from __future__ import annotations

import struct

Matrix = tuple[tuple[float, float, float], ...]

# Red, green and blue as XYZ under D50 (ICC.1, annex E; IEC 61966-2-1, SMPTE EG 432-1, Adobe RGB (1998)).
SRGB: Matrix = ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410))
DISPLAY_P3: Matrix = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))
ADOBE_RGB: Matrix = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
ADOBE_GAMMA = 563 / 256


def linear(value: float) -> float:
    """An sRGB value of 0–1 as light."""
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def coded(light: float) -> float:
    return light * 12.92 if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)


def written_in(colour: tuple[int, int, int], primaries: Matrix, gamma: float = 0) -> tuple[int, int, int]:
    """The numbers that an sRGB colour has in another space; its curve is that of sRGB where `gamma` is 0."""
    light = [linear(value / 255) for value in colour]
    place = [sum(part * SRGB[channel][axis] for channel, part in enumerate(light)) for axis in range(3)]
    parts = _solved(primaries, place)
    coding = [max(0.0, part) ** (1 / gamma) if gamma else coded(part) for part in parts]
    red, green, blue = (round(255 * value) for value in coding)
    return red, green, blue


def _solved(primaries: Matrix, place: list[float]) -> list[float]:
    """Cramer's rule: how much of each primary gives a place in XYZ."""
    columns = [list(primary) for primary in primaries]
    whole = _determinant(columns)
    return [_determinant([place if at == number else column for at, column in enumerate(columns)]) / whole
            for number in range(3)]  # fmt: skip


def _determinant(columns: list[list[float]]) -> float:
    (a, d, g), (b, e, h), (c, f, i) = columns
    return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)


def profile(primaries: Matrix, gamma: float = 0) -> bytes:
    """A display profile of ICC.1:2001-04 with three primaries and one curve."""
    curve = (
        struct.pack(">4sIIH", b"curv", 0, 1, round(gamma * 256))
        if gamma
        else struct.pack(
            ">4sII1024H", b"curv", 0, 1024, *(round(65535 * linear(step / 1023)) for step in range(1024))
        )
    )
    tags = {
        b"desc": struct.pack(">4sII5sII", b"desc", 0, 5, b"test\0", 0, 0) + bytes(70),
        b"cprt": b"text\0\0\0\0none\0",
        b"wtpt": _xyz((0.9642, 1.0, 0.8249)),
        **{name: _xyz(primary) for name, primary in zip((b"rXYZ", b"gXYZ", b"bXYZ"), primaries, strict=True)},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    table, bodies, start = b"", b"", 128 + 4 + 12 * len(tags)
    for name, body in tags.items():
        table += struct.pack(">4sII", name, start + len(bodies), len(body))
        bodies += body + bytes(-len(body) % 4)
    size = start + len(bodies)
    head = struct.pack(
        ">I4sI4s4s4s12s4s4sIIIII12s", size, b"\0\0\0\0", 0x02400000, b"mntr", b"RGB ", b"XYZ ", bytes(12), b"acsp",
        b"\0\0\0\0", 0, 0, 0, 0, 0, struct.pack(">iii", *(round(part * 65536) for part in (0.9642, 1.0, 0.8249))),
    )  # fmt: skip
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + bodies


def _xyz(value: tuple[float, ...]) -> bytes:
    return struct.pack(">4sIiii", b"XYZ ", 0, *(round(part * 65536) for part in value))
