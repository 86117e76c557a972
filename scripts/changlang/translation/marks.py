"""What a translation has to keep of its Chinese, whatever else it says: figures, targets of links, pictures."""

from __future__ import annotations

import re
from typing import NamedTuple

FENCE = re.compile(r"\s*---\s*(\n|$)")
MARK = re.compile(
    r"(?P<figure>\{figure:[^}\s]*\})"
    r"|\]\(\s*<?(?P<link>[^\s<>()]*(?:\([^\s()]*\)[^\s()]*)*)"
    r"|^[ ]{0,3}\[[^\]\n]+\]:[ ]*<?(?P<defined>[^\s<>]+)"
    r"|<(?P<auto>https?://[^\s<>]+)>",
    re.MULTILINE,
)


class Marks(NamedTuple):
    """What is in one text and not in the other; both empty where a translation keeps everything."""

    lost: tuple[str, ...]
    added: tuple[str, ...]


def compared(zh: str, en: str) -> Marks:
    """The marks that a translation lost or added, front matter (`---`) among them; how often each stands is free."""
    old, new = _marks(zh), _marks(en)
    return Marks(tuple(sorted(old - new)), tuple(sorted(new - old)))


def _marks(text: str) -> set[str]:
    found = {next(filter(None, match.groups()), "") for match in MARK.finditer(text)}
    return (found | {"---"} if FENCE.match(text) else found) - {""}
