"""What a recording carries beside what is seen and heard: for the audit of what is to be published."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping

from changlang.media.captions import vtt
from changlang.media.formats import format_of
from changlang.media.mp3 import mp3
from changlang.media.mp4 import mp4

# What `carried` says of a file that is no recording it knows, or whose parts do not fit together.
UNKNOWN, BROKEN = "unknown format", "broken structure"
READERS: Mapping[str, Callable[[bytes], Iterator[str]]] = {"mp4": mp4, "mp3": mp3, "vtt": vtt}


def carried(data: bytes) -> tuple[str, ...]:
    """Names of everything that a recording carries beside itself, each once; () for a clean file.

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
