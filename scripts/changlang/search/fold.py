"""What is compared is folded text: width, case, accents, script and punctuation make no difference.

The browser's script folds questions in the same way, from the same `SIGNS` and the table of `traditional()`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import opencc

# All that separates words, but for the point between digits: a run of these is one space. JavaScript has the same.
SIGNS = (
    r"\u0000-\u002d\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u02c2-\u02df\u2000-\u2bff\u2e00-\u2e7f"
    r"\u3000-\u3004\u3008-\u3020\u3030\u303d-\u303f\u30fb\ufe00-\ufe6f\uff00-\uff0f\uffe0-\uffff"
)
# Below the first Chinese sign (radicals) letters and digits make words; from it on each character stands alone.
ALONE = "\u2e80"
BORDER = "\n"
_BREAK = re.compile(rf"(?:[{SIGNS}]|(?<![0-9])\.|\.(?![0-9]))+")
# The ideographs of the basic plane: what lies beyond it is rarer than a reader's script should pay for.
_IDEOGRAPHS = ((0x3400, 0x4DC0), (0x4E00, 0xA000))
_GROUPED = re.compile(r"(?<![0-9,.])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")


@cache
def traditional() -> str:
    """Traditional characters and their simplified forms by turns (`國国紅红…`), one character each, in order."""
    known = [chr(code) for start, end in _IDEOGRAPHS for code in range(start, end)]
    simple = opencc.OpenCC("t2s").convert("\n".join(known)).split("\n")
    table = {
        old: new
        for old, new in zip(known, simple, strict=True)
        if old != new and len(new) == 1 and new < "\U00010000"
    }
    return "".join(old + table.get(new, new) for old, new in table.items())


@cache
def _simplified() -> dict[str, str]:
    table = traditional()
    return dict(zip(table[::2], table[1::2], strict=True))


@cache
def folded_character(character: str) -> str:
    """One character for one: half width, lower case, without accent, simplified."""
    plain = unicodedata.normalize("NFKC", character)
    plain = plain if len(plain) == 1 else character
    parts = unicodedata.normalize("NFD", plain)
    plain = parts[0] if parts[0] < "\x80" else plain
    lower = plain.lower()
    plain = lower if len(lower) == 1 else plain
    return _simplified().get(plain, plain)


def fold(text: str) -> str:
    """`text` as it is compared: folded characters, one space for every run of signs, none at either end of a line.

    A point between digits stays and the comma of thousands goes, so that 33,431.6 and 33431.6 are one number.
    Line breaks stay as the border that nothing matches across.
    """
    lines = (_folded_line(line) for line in unicodedata.normalize("NFC", text).splitlines())
    return BORDER.join(line for line in lines if line)


def _folded_line(line: str) -> str:
    plain = "".join(map(folded_character, line))
    plain = _GROUPED.sub(lambda found: found[0].replace(",", ""), plain)
    return _BREAK.sub(" ", plain).strip(" ")
