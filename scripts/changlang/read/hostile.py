"""What must not stand in a body: scripts, addresses that run something, pictures of other hosts, strange HTML.

This looks at the source, so that the officer is told; what a page holds is sanitised all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from changlang.model.kinds import KINDS

SCHEMES = frozenset({"http", "https", "mailto", "tel", *(kind.word for kind in KINDS.values())})
# HTML that Markdown has no sign for; everything else is written in Markdown.
WELCOME = frozenset({"abbr", "br", "rp", "rt", "ruby", "sub", "sup"})

CODE = re.compile(r"```.*?(?:```|\Z)|~~~.*?(?:~~~|\Z)|(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
# Repetitions are bounded, so that no text takes more time than in step with its length.
TARGET = re.compile(
    r"(?P<picture>!\[[^\[\]]{0,500})?\]\(\s{0,9}<?(?P<inline>[^)>\[]{0,300})"
    r"|^ {0,3}\[[^\[\]]{1,300}\]:\s{0,9}<?(?P<reference>\S{1,300})"
    r"|<(?P<auto>[A-Za-z][A-Za-z0-9+.-]{0,30}:[^<>\s]{0,300})>",
    re.MULTILINE,
)
TAG = re.compile(r"</?(?P<name>[A-Za-z][A-Za-z0-9-]{0,30})(?P<rest>[^<>]{0,2000})|<[!?]")
AUTO = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]{0,30}:[^<>\s]{0,300}>|<[^<>\s@]{1,100}@[^<>\s@]{1,100}>")
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
HIDING = re.compile(r"[\s\x00-\x20]")
RUNS = re.compile(r"\b(?:on\w+|style)\s*=", re.IGNORECASE)


def without_code(text: str) -> str:
    """A body with blanks in the place of code, where nothing means what it would elsewhere."""
    return CODE.sub(lambda code: " " * len(code[0]), text) if "`" in text or "~~~" in text else text


def hostile(text: str) -> Iterator[tuple[str, int, str]]:
    """(code, place in the text, what is written there) of everything in a body that must not be."""
    shown = without_code(text)
    for match in TARGET.finditer(shown):
        group = next(name for name in ("inline", "reference", "auto") if match[name] is not None)
        target = HIDING.sub("", unquote(unescape(match[group])))
        scheme = SCHEME.match(target)
        if (scheme and scheme[1].lower() not in SCHEMES) or target.startswith(("//", "\\")):
            yield "unsafe-link", match.start(group), target[:80]
        elif match["picture"] and scheme:
            yield "foreign-picture", match.start(group), target[:80]
    for match in TAG.finditer(shown) if "<" in shown else ():
        if AUTO.match(shown, match.start()):
            continue  # an address in angle brackets, seen to above
        if (match["name"] or "").lower() not in WELCOME or RUNS.search(match["rest"]):
            yield "unsafe-html", match.start(), shown[match.start() : match.end() + 1][:80]
