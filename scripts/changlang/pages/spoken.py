"""Words of another language within a page are marked as such, so that a screen reader says them in its voice.

WCAG 2.2, 3.1.2 (Language of Parts). An English page may hold Chinese: a name, or a title that nobody has translated.
"""

from __future__ import annotations

import re

from changlang.model.languages import SPOKEN

# A tag, or an element within which no `span` may stand; else text, whose element says its language or not.
PIECE = re.compile(
    r"(?P<whole><(?P<name>script|style|svg|option|title|textarea)\b.*?</(?P=name)>)|(?P<tag><[^>]*>)|[^<]+", re.DOTALL
)
HAN = "\u3400-\u9fff\uf900-\ufaff"
SIGNS = "\u3000-\u303f\uff00-\uffef\u2014\u2026\u201c\u201d\u00b7"
CHINESE = re.compile(rf"[{HAN}](?:[{HAN}{SIGNS}0-9\s]*[{HAN}{SIGNS}])?")
ENGLISH = re.compile(rf"^(?=.*[A-Za-z])[^{HAN}]+$", re.DOTALL)
FOREIGN = {SPOKEN["en"]: (CHINESE, SPOKEN["zh"]), SPOKEN["zh"]: (ENGLISH, SPOKEN["en"])}


def marked(html: str, spoken: str) -> str:
    """A page's body in the language `spoken` (BCP 47) with what is in the other one marked."""
    words, other = FOREIGN[spoken]
    own = False

    def piece(found: re.Match[str]) -> str:
        nonlocal own
        if found["whole"] or found["tag"]:
            own = " lang=" in found[0]
            return found[0]
        return found[0] if own else words.sub(rf'<span lang="{other}">\g<0></span>', found[0])

    return PIECE.sub(piece, html)
