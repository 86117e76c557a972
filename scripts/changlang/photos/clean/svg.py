"""What a drawing carries that draws nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

CARRIERS: Mapping[bytes, str] = {
    b"<metadata": "metadata",
    b"<image": "embedded picture",
    b"inkscape:": "editor's data",
    b"sodipodi:": "editor's data",
    b"<!--": "comment",
}


def svg(data: bytes) -> Iterator[str]:
    yield from (name for sign, name in CARRIERS.items() if sign in data)
