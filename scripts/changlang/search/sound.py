"""How titles and names are typed in letters: their pinyin from any syllable on, whole or by initials."""

from __future__ import annotations

from collections.abc import Iterator

from changlang.pinyin import syllables
from changlang.search.fold import ALONE

# More letters than these of one question are not compared.
LONGEST = 24


def sounds(text: str) -> Iterator[str]:
    """Everything that the beginning of a question may be: for 张光华 zhangguanghua, guanghua, hua, zgh, gh.

    `text` is folded. Letters and digits among the characters are typed as they stand.
    """
    for part in text.split():
        if any(character >= ALONE for character in part):
            found = _syllables(part)
            for start in range(len(found)):
                rest = found[start : start + LONGEST]
                yield "".join(rest)[:LONGEST]
                if len(rest) > 1:
                    yield "".join(syllable[0] for syllable in rest)


def spelt(word: str) -> str:
    """A word as it is typed, its syllables apart: `guo fang` for 国防."""
    return " ".join(_syllables(word)) if word >= ALONE else word


def _syllables(part: str) -> list[str]:
    return [syllable for syllable in syllables(part) if syllable.isascii()]
