"""No way out: every link of a kiosk's page leads to a page of the kiosk, or to a code to take along.

A page of the kiosk is named with its `index.html`, because nobody answers for a folder there. Any other address that
a phone can open becomes a link to its QR code at the end of the page; what only a program could open is its text.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import urljoin

from changlang import urls

# Templates and the cleaner of bodies write attributes in double quotes, or without a value.
ATTRIBUTE = r'(?: [a-z-]+(?:="[^"]*")?)'
LINK = re.compile(
    rf'<a(?P<before>{ATTRIBUTE}*?) href="(?P<href>[^"]*)"(?P<after>{ATTRIBUTE}*)>(?P<text>.*?)</a>', re.DOTALL
)
ONLY_OUTSIDE = re.compile(r' (?:target|rel|download|hreflang|ping)="[^"]*"| download(?=[ >]|$)')


@dataclass(frozen=True, slots=True)
class Inside:
    """What is inside: the addresses of the kiosk's pages, and those of the web edition that it has elsewhere."""

    site_url: str
    pages: Container[str]
    moved: Mapping[str, str]


def confined(html: str, here: str, inside: Inside) -> tuple[str, tuple[str, ...]]:
    """The page with its links kept inside, and the addresses that need a code, in order; `take-1` is the first's."""
    codes: dict[str, int] = {}

    def keep(link: re.Match[str]) -> str:
        href = _inside(unescape(link["href"]), here, inside, codes)
        attributes = ONLY_OUTSIDE.sub("", link["before"] + link["after"])
        return f'<a{attributes} href="{escape(href)}">{link["text"]}</a>' if href else link["text"]

    return LINK.sub(keep, html), tuple(codes)


def _inside(href: str, here: str, inside: Inside, codes: dict[str, int]) -> str:
    """Where a link leads now; "" for nowhere."""
    if href.startswith("#"):
        return href
    whole = urljoin(inside.site_url + here, href)
    if not whole.startswith(("http://", "https://")):
        return ""
    address = whole.removeprefix(inside.site_url)
    address = inside.moved.get(address, address)
    path, sign, place = address.partition("#")
    if path in inside.pages:
        return f"{sign}{place}" if path == here and place else urls.shortest(here, path) + sign + place
    return f"#take-{codes.setdefault(whole, len(codes) + 1)}"
