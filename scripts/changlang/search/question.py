"""What somebody asks: phrases that all have to be there."""

from __future__ import annotations

import re

from changlang.search.fold import BORDER, fold

_OPENING, _CLOSING = '"“”„«「『', '"”“»」』'
_PHRASE = re.compile(rf"[{_OPENING}]([^{_CLOSING}]*)[{_CLOSING}]?|[^\s{_OPENING}]+")


def phrases(question: str) -> tuple[str, ...]:
    """The folded phrases of a question: what stands in quotation marks, and every other word, once each.

    A quotation mark that was not closed yet reaches to the end.
    """
    found = (fold(match[0] if match[1] is None else match[1]) for match in _PHRASE.finditer(question))
    return tuple(dict.fromkeys(phrase.replace(BORDER, " ") for phrase in found if phrase))
