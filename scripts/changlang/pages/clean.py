"""HTML reduced to what a body may hold. The only file that imports nh3."""

from __future__ import annotations

import re

import nh3

from changlang.model.kinds import KINDS

# What a body may hold, and what for. All else is dropped, scripts and styles with what stands in them.
TAGS = {
    *("p", "br", "hr", "blockquote", "pre", "code"),  # running text, quotations, text shown letter by letter
    *("h1", "h2", "h3", "h4", "h5", "h6"),  # headings; `_headings` sees to it that none stays an h1
    *("em", "strong", "sub", "sup"),  # emphasis; m² and the numbers of footnotes
    *("abbr", "ruby", "rt", "rp"),  # a term explained where it stands; the reading of a rare character
    *("ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td"),  # lists and tables
    *("a", "img"),  # where to and from where: see `_address`
    "data",  # a number with its exact value for machines
    "div",  # what holds the footnotes
}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
ATTRIBUTES = {
    **{tag: {"id"} for tag in (*HEADINGS, "li", "sup")},  # what a link in the text leads to: headings, footnotes
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height"},
    "abbr": {"title"},
    "data": {"value"},
    "ol": {"start"},
    "td": {"style"},  # Markdown's way to say that a column of numbers stands to the right
    "th": {"style"},
}
CLASSES = {"div": {"footnote"}, "a": {"footnote-ref", "footnote-backref"}}
# Links to records (`event:ID`) pass; `markup.py` resolves them.
SCHEMES = {"http", "https", "mailto", "tel", *(kind.word for kind in KINDS.values())}

SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.ASCII | re.IGNORECASE)
# An address of this site as written on the page it stands on: not `/x`, not `//host`, no hidden scheme.
OWN = re.compile(r"#[^\s\\]*|[^\s\\:?#/][^\s\\:?#]*(?:[?#][^\s\\]*)?")

# A photo by its record; `markup.py` puts its picture there.
PHOTO = re.compile(r"photo:[a-z0-9-]+")


def _address(_tag: str, name: str, value: str) -> str | None:
    """Pictures of this site or its records only. Links within it, or with a scheme held against `SCHEMES`."""
    if name == "src":
        return value if OWN.fullmatch(value) or PHOTO.fullmatch(value) else None
    if name == "href":
        return value if SCHEME.match(value) or OWN.fullmatch(value) else None
    return value


CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    attribute_filter=_address,
    allowed_classes=CLASSES,
    set_tag_attribute_values={"th": {"scope": "col"}},
    filter_style_properties={"text-align"},
    url_schemes=SCHEMES,
    link_rel=None,
)

# nh3 writes every attribute in double quotes and every `<` of a text as `&lt;`: these meet tags, never text.
ATTRIBUTE = r'(?: [a-z]+="[^"]*")'
HEADING = re.compile(r"(</?h)([1-6])")
ELSEWHERE = re.compile(rf'<a({ATTRIBUTE}*? href="https?:[^"]*"{ATTRIBUTE}*)>', re.IGNORECASE)
LITERAL = re.compile(r"(<pre>.*?</pre>)", re.DOTALL)
LAST_TAGS, FIRST_TAGS = re.compile(r"(?:<[^<>]*>)+$"), re.compile(r"^(?:<[^<>]*>)+")

HAN = re.compile("[\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
FULL_WIDTH = re.compile("[\u3001-\u3003\u3008-\u3020\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]")


def clean(html: str) -> str:
    """Safe HTML: no script, no style but a column's alignment, no picture of another host, no `h1`.

    Headings move together so that the highest is an `h2`. Links to other hosts hand them nothing (`rel`).
    Line breaks that would show as gaps in Chinese are closed.
    """
    safe = CLEANER.clean(html)
    if "<h" in safe:
        safe = _headings(safe)
    if "<a" in safe:
        safe = ELSEWHERE.sub(r'<a\1 rel="noopener noreferrer">', safe)
    if "\n" not in safe or safe.isascii():
        return safe
    return "".join(piece if index % 2 else _close_gaps(piece) for index, piece in enumerate(LITERAL.split(safe)))


def _headings(html: str) -> str:
    shift = 2 - min((int(level) for _, level in HEADING.findall(html)), default=2)
    return HEADING.sub(lambda tag: f"{tag[1]}{min(int(tag[2]) + shift, 6)}", html) if shift else html


def _close_gaps(html: str) -> str:
    """Takes out line breaks between Chinese characters and beside full-width punctuation."""
    first, *rest = html.split("\n")
    lines = [first]
    for line in rest:
        lines += ["" if _adjoin(lines[-1], line) else "\n", line]
    return "".join(lines)


def _adjoin(left: str, right: str) -> bool:
    before = (LAST_TAGS.sub("", left) if left.endswith(">") else left)[-1:]
    after = (FIRST_TAGS.sub("", right) if right.startswith("<") else right)[:1]
    if not before or not after:
        return False
    if FULL_WIDTH.match(before) or FULL_WIDTH.match(after):
        return True
    return bool(HAN.match(before) and HAN.match(after))
