"""What is printed beside the records' own words, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from changlang.model.languages import Language

WORDS: Mapping[str, Mapping[Language, str]] = {
    "call": {"zh": "扫一扫，听故事", "en": "Scan for the story"},
    "near": {"zh": "{metres} 米内可扫 · 无需下载", "en": "From up to {metres} m · nothing to install"},
    "languages": {"zh": "扫码阅读，中文、英文任选", "en": "Scan to read in 中文 or English"},
    "code": {"zh": "二维码", "en": "QR code"},
    "photo": {"zh": "图：", "en": "Photo: "},
}
