"""Chinese texts cut into words, and kept whole where lines are broken. Only rjieba here."""

from __future__ import annotations

import re

# No line is broken on either side of it (UAX 14, LB11).
WORD_JOINER = "\u2060"
HAN = "[㐀-䶿一-鿿豈-﫿]"
BETWEEN = re.compile(f"(?<={HAN})(?={HAN})")
# Signs that are a word of their own and lean on what follows; others lean on what stands before them.
LEADING = frozenset("和与及并或在从向对为被把将再不")
# As long as a line may be kept together.
LONGEST = 6


def words(text: str, *, guess: bool = False) -> list[str]:
    """The text's words, as the dictionary has them; with `guess` also such as are likely ones."""
    import rjieba

    return list(rjieba.cut(text, guess))


def kept_whole(text: str) -> str:
    """The text with word joiners in its words, so that lines are broken only between them. It reads as it did."""
    groups: list[str] = []
    leading = False
    for word in words(text, guess=True):
        leans = leading or (len(word) == 1 and word not in LEADING)
        if groups and leans and len(groups[-1]) + len(word) <= LONGEST:
            groups[-1] += word
        else:
            groups.append(word)
        leading = word in LEADING
    return "".join(BETWEEN.sub(WORD_JOINER, group) for group in groups)
