"""What a recording carries beside what is seen and heard: for the audit of what is to be published."""

from __future__ import annotations

from collections.abc import Mapping

from changlang.carried import Reader, read_through
from changlang.media.captions import vtt
from changlang.media.formats import format_of
from changlang.media.mp3 import mp3
from changlang.media.mp4 import mp4

READERS: Mapping[str, Reader] = {"mp4": mp4, "mp3": mp3, "vtt": vtt}


def carried(data: bytes) -> tuple[str, ...]:
    """Names of everything that a recording carries beside itself, as `read_through` gives them."""
    return read_through(data, READERS.get(format_of(data)))
