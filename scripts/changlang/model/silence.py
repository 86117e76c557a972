"""What an officer says about numbers that disagree and are right."""

from __future__ import annotations

from typing import NamedTuple


class Silence(NamedTuple):
    """`# numbers: ok – reason` in a file: numbers that disagree from there to line `last` are right."""

    file: str
    line: int
    last: int
    reason: str
