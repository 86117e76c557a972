"""What changed in a record's Chinese, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff
from typing import NamedTuple

from changlang.translation.memory import Texts
from changlang.translation.state import normal

SENTENCE = re.compile(r"(?<=[。！？；\n])(?![”’」』）])")


class Change(NamedTuple):
    """One field: its lines with `-` before what went, `+` before what came and a space before what stayed."""

    field: str
    lines: tuple[str, ...]


def changes(former: Texts, now: Texts) -> tuple[Change, ...]:
    """The fields whose Chinese is not what it was. A field of several texts (`honours.title`) is compared whole."""
    old, new = _by_field(former), _by_field(now)
    return tuple(
        Change(field, tuple(_lines(old.get(field, ""), new.get(field, ""))))
        for field in dict.fromkeys((*new, *old))
        if old.get(field) != new.get(field)
    )


def _by_field(texts: Texts) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for field, text in texts:
        found.setdefault(field, []).append(normal(text))
    return {field: "\n".join(parts) for field, parts in found.items()}


def _lines(old: str, new: str) -> Iterator[str]:
    """Sentences, each on a line: a Chinese paragraph is one line of its file, and too much to compare at a glance."""
    before, after = ([part.rstrip("\n") for part in SENTENCE.split(text) if part] for text in (old, new))
    for line in list(unified_diff(before, after, lineterm="", n=1))[2:]:
        if not line.startswith("@@"):
            yield line
