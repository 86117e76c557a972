"""One row of the tables: a problem's severity, and what it says and advises in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "notice"]


class Message(NamedTuple):
    severity: Severity
    message: Mapping[str, str]
    hint: Mapping[str, str]


Rows = Mapping[str, Message]


def row(severity: Severity, zh: str, en: str, hint_zh: str, hint_en: str) -> Message:
    return Message(severity, {"zh": zh, "en": en}, {"zh": hint_zh, "en": hint_en})
