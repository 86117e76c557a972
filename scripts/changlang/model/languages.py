"""The languages of a site, which every text is written in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
# How pages name their language (BCP 47).
SPOKEN: Mapping[Language, str] = {"zh": "zh-CN", "en": "en"}
# What stands where something is still to be written: no record that says so is published.
UNWRITTEN: Mapping[Language, str] = {"zh": "在此填写", "en": "To be written"}
