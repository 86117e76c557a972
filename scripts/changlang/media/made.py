"""What is asked of a recording and what came of it: the nouns of this room. Nothing here needs FFmpeg."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

# Changes whenever the same original would be packed into other bytes.
RECIPE = "1"
# The note of what was made of an original, written last: where it stands, the file stands too.
NOTE = "media.json"

Kind = Literal["audio", "video"]


@dataclass(frozen=True, slots=True)
class Made:
    """A file that can be published: its name in the store, media type, length in seconds, the bytes' SHA-256.

    `width` and `height` are the upright size in pixels, 0 for sound; `heard` says whether a film has sound.
    """

    name: str
    media: str
    seconds: float
    digest: str
    width: int = 0
    height: int = 0
    heard: bool = True


@dataclass(frozen=True, slots=True)
class Done:
    """What came of one order: what was made, or the code and arguments of a problem."""

    wish: str
    made: Made | None = None
    fault: str = ""
    named: Mapping[str, str] = field(default_factory=dict)


def unreadable(zh: str, en: str = "") -> Mapping[str, str]:
    """What the message of an unreadable file names: why, in both languages, or as the system says it."""
    return {"reason_zh": zh, "reason_en": en or zh}


EARLY = unreadable("没到结尾就断了", "it ends too early")
DAMAGED = unreadable("数据损坏", "damaged data")
COSTLY = unreadable("占用的内存或时间过多", "it takes too much memory or time")
CHANGED = unreadable("读的时候文件变了", "it changed while it was read")


class Refused(Exception):
    """A recording that cannot be used: the code of the problem and what its message names."""

    def __init__(self, code: str, **named: str) -> None:
        super().__init__(code)
        self.code, self.named = code, named


def wish(digest: str, kind: Kind) -> str:
    """The name in the store of what is made of an original that is asked for as sound or as film."""
    return f"{digest}-{kind}{RECIPE}"


def as_note(made: Made) -> bytes:
    return json.dumps(asdict(made)).encode()


def from_note(data: bytes) -> Made:
    """Raises `ValueError` or `TypeError` for what `as_note` did not write."""
    value: dict[str, Any] = json.loads(data)
    return Made(**value)
