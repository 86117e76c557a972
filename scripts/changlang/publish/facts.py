"""What the audit needs to know of HTML that was built, read once: of a frame, or of the parts poured into it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

# Elements and attributes that make a browser ask for something; `a` only offers to.
FETCHING = {
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
# A `link` of these kinds names an address without asking for it.
PASSIVE = frozenset({"alternate", "canonical", "next", "prev"})


class Facts(NamedTuple):
    """Plain lists, so that they are equal after a journey through JSON. `alternates` holds [language, address]."""

    lang: str
    title: str
    description: str
    canonical: str
    alternates: list[list[str]]
    links: list[str]
    fetches: list[str]
    ids: list[str]
    headings: int
    nameless: list[str]


def read(html: str) -> Facts:
    """Reads a whole page, or a page's parts; what is missing is empty. Nothing is judged here."""
    tree = LexborHTMLParser(html)
    root = tree.root
    return Facts(
        lang=_attribute(tree.css_first("html"), "lang"),
        title=_text(tree.css_first("title")),
        description=_attribute(tree.css_first("meta[name=description]"), "content"),
        canonical=_attribute(tree.css_first("link[rel=canonical]"), "href"),
        alternates=[[_attribute(node, "hreflang"), _attribute(node, "href")] for node in tree.css("link[hreflang]")],
        links=list(dict.fromkeys(_attribute(node, "href") for node in tree.css("a[href],area[href]"))),
        fetches=list(dict.fromkeys(_fetches(tree))) if root is not None else [],
        ids=[_attribute(node, "id") for node in tree.css("[id]")],
        headings=len(tree.css("h1")),
        nameless=[_attribute(node, "src") or "svg" for node in tree.css(NAMELESS)],
    )


# Pictures that a screen reader cannot name.
NAMELESS = "img:not([alt]),[role=img]:not([aria-label]):not([aria-labelledby])"


def as_line(facts: Facts) -> str:
    """Facts as one line of JSON, equal for equal facts."""
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":"))


def from_line(line: str) -> Facts:
    return Facts(*json.loads(line))


def _attribute(node: LexborNode | None, name: str) -> str:
    return (node.attributes.get(name) or "") if node is not None else ""


def _text(node: LexborNode | None) -> str:
    return node.text() if node is not None else ""


def _fetches(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css(",".join(FETCHING)):
        if node.tag == "link" and PASSIVE & set(_attribute(node, "rel").split()):
            continue
        for name in FETCHING[node.tag or ""]:
            value = _attribute(node, name)
            yield from _candidates(value) if name == "srcset" else [value] if value else []


def _candidates(srcset: str) -> list[str]:
    return [part.split()[0] for part in srcset.split(",") if part.strip()]
