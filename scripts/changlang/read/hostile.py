"""What must not stand in a body: scripts, addresses that run something, pictures of other hosts, strange HTML.

This looks at the source, so that the officer is told; what a page holds is sanitised all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from changlang.model import KINDS

SCHEMES = frozenset({"http", "https", "mailto", "tel", *(kind.word for kind in KINDS.values())})
# HTML that Markdown has no sign for; everything else is written in Markdown.
WELCOME = frozenset({"abbr", "br", "rp", "rt", "ruby", "sub", "sup"})

CODE = re.compile(r"```.*?(?:```|\Z)|~~~.*?(?:~~~|\Z)|(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
TARGET = re.compile(
    r"(?P<picture>!)?\[(?:[^\]\\]|\\.)*\]\(\s*<?(?P<inline>[^)>]*)"
    r"|^ {0,3}\[[^\]]+\]:\s*<?(?P<reference>\S+)"
    r"|<(?P<auto>[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*)>",
    re.MULTILINE,
)
TAG = re.compile(r"<(?P<close>/)?(?P<name>[A-Za-z][A-Za-z0-9:-]*)(?P<rest>[^>]*)>?|<[!?]")
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
HIDING = re.compile(r"[\s\x00-\x20]")


def hostile(text: str) -> Iterator[tuple[str, int, str]]:
    """(code, place in the text, what is written there) of everything in a body that must not be."""
    shown = CODE.sub(lambda match: " " * len(match[0]), text)
    for match in TARGET.finditer(shown):
        target = HIDING.sub("", unquote(unescape(match["inline"] or match["reference"] or match["auto"] or "")))
        scheme = SCHEME.match(target)
        if (scheme and scheme[1].lower() not in SCHEMES) or target.startswith(("//", "\\")):
            yield "unsafe-link", match.start(), target[:80]
        elif match["picture"] and scheme:
            yield "foreign-picture", match.start(), target[:80]
    for match in TAG.finditer(shown):
        if SCHEME.match(match["name"] or "") or ":" in (match["name"] or ""):
            continue  # an address in angle brackets, seen to above
        if (match["name"] or "").lower() not in WELCOME or re.search(r"\bon\w+\s*=|style\s*=", match["rest"] or ""):
            yield "unsafe-html", match.start(), match[0][:80]
