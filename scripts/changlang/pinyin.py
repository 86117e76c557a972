"""Chinese in letters. Only this file imports pypinyin, and only when asked: its dictionaries take a while to load."""

from __future__ import annotations


def syllables(text: str) -> list[str]:
    """A syllable a character, without tones, as its word is read; what is no Chinese in one piece, as it is."""
    from pypinyin import lazy_pinyin

    return lazy_pinyin(text)


def readings(sign: str) -> list[str]:
    """Every way in which one character is read, without tones."""
    from pypinyin import Style, pinyin

    return list(pinyin(sign, style=Style.NORMAL, heteronym=True)[0])
