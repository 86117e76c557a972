"""What the audit needs to know of HTML that was built, read once: of a frame, or of the parts poured into it.

And what the search finds a page by: the text that is its own, as readers see it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
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


NONE = Facts("", "", "", "", [], [], [], [], 0, [])


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
        links=list(dict.fromkeys(_targets(tree))),
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


def _targets(tree: LexborHTMLParser) -> Iterator[str]:
    """Where links lead, and forms that are not answered by their own page."""
    for node in tree.css("a[href],area[href]"):
        yield _attribute(node, "href")
    for node in tree.css("form[action]"):
        yield _attribute(node, "action")


def _fetches(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css(",".join(FETCHING)):
        if node.tag == "link" and PASSIVE & set(_attribute(node, "rel").split()):
            continue
        for name in FETCHING[node.tag or ""]:
            value = _attribute(node, name)
            yield from _candidates(value) if name == "srcset" else [value] if value else []


def _candidates(srcset: str) -> list[str]:
    return [part.split()[0] for part in srcset.split(",") if part.strip()]


# What is no text of a page's own: menus, what is not shown, and what templates mark as leading to other pages.
NOT_OWN = "nav,dialog,script,style,template,svg,[aria-hidden=true],[role=status],[data-search-exclude]"
# Elements that need no mark in a template to say which field they are.
TITLE, CAPTION, BODY = "title", "caption", "body"
FIELD_OF = {"h1": TITLE, "figcaption": CAPTION}
FIELD = ",".join(("[data-search-field]", *FIELD_OF))
ATTRIBUTES = r'[^>"]*(?:"[^"]*"[^>"]*)*'
TAG = re.compile(rf"<{ATTRIBUTES}>")
# Where one of these begins or ends, a line ends; all other elements stand within a line.
BLOCKS = (
    "address|article|aside|blockquote|br|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|ol|p"
    "|pre|section|small|summary|table|tbody|td|tfoot|th|thead|time|tr|ul"
)
LINES = re.compile(rf"</?(?:{BLOCKS})\b{ATTRIBUTES}>|<span class={ATTRIBUTES}>")
SPACES = re.compile(r"[ \t\r\f\xa0]+")


class OwnText(NamedTuple):
    """What a page, or one entry of a page, says by itself: field → lines. `entry` is `kind#id`, "" for the page."""

    entry: str
    fields: Mapping[str, str]


def own_texts(html: str) -> Iterator[OwnText]:
    """The own text of a whole page by field: of each of its entries, then of what is left of it."""
    tree = LexborHTMLParser(html)
    main = tree.css_first("main")
    if main is None:
        return
    language = _attribute(tree.css_first("html"), "lang")
    for node in reversed(main.css(NOT_OWN)):  # from the last: what stands within another is gone before that is
        node.decompose()
    for node in reversed(main.css(".number")):  # parts of one number, set apart by style alone
        node.replace_with(node.text(separator=" " if language == "en" else ""))
    entries = []
    for node in reversed(main.css("[data-search-entry]")):
        entries.append(OwnText(f"{_attribute(node, 'data-search-entry')}#{_attribute(node, 'id')}", _fields(node)))
        node.decompose()
    yield from reversed(entries)
    yield OwnText("", _fields(main))


def _each(node: LexborNode, selector: str) -> Iterator[LexborNode]:
    """Elements that are taken away one by one: what stands within one is gone with it."""
    while (found := node.css_first(selector)) is not None:
        yield found


def _fields(node: LexborNode) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for part in _each(node, FIELD):
        field = _attribute(part, "data-search-field") or FIELD_OF[part.tag or ""]
        found.setdefault(field, []).extend(_lines(part))
        part.decompose()
    found.setdefault(BODY, []).extend(_lines(node))
    return {field: "\n".join(lines) for field, lines in found.items() if lines}


def _lines(node: LexborNode) -> Iterator[str]:
    """The lines that readers see of an element."""
    text = unescape(TAG.sub("", LINES.sub("\n", (node.html or "").replace("\n", " "))))
    yield from filter(None, (SPACES.sub(" ", line).strip() for line in text.split("\n")))


# What leads out of a page, or lets a visitor write into it, whatever its address.
EXITS = (
    "a[target],area,a[download],base,form,iframe,object,embed,meta[http-equiv],link[rel~=canonical],"
    "link[rel~=alternate],link[rel~=preconnect],link[rel~=dns-prefetch],link[rel~=prefetch],textarea,select,"
    "input:not([type=radio],[type=checkbox],[type=button],[readonly][inputmode=none]),[contenteditable],[onclick]"
)


def exits(html: str) -> tuple[str, ...]:
    """The elements of a page that a kiosk may not have, as their opening tags."""
    tree = LexborHTMLParser(html)
    return tuple((node.html or "").partition(">")[0] + ">" for node in tree.css(EXITS))
