"""Reads what a kiosk's folder holds: every link stays inside and leads to a file, and nothing is asked of outside."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from changlang import urls
from changlang.model.pages import Page
from changlang.problems import Problem, problem
from changlang.publish.facts import Facts

# As many signs as a code of version 10 holds at level M (ISO/IEC 18004, table 7): phones read it from a screen.
LONGEST = 213
OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|\\", re.IGNORECASE)
STYLE_OUTSIDE = re.compile(r"""@import|url\(\s*["']?(?!data:)(?:[a-z][a-z0-9+.-]*:|/)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Confined:
    """A page of the kiosk as it was written: what the audit reads of it, its ways out, the addresses of its codes."""

    page: Page
    facts: Facts
    exits: tuple[str, ...]
    codes: tuple[str, ...]


def resolved(path: str, href: str) -> str:
    """The file that an address in the file at `path` means; one that climbs above the folder begins with `..`."""
    there = unquote(href.partition("#")[0].partition("?")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), there)) if there else path


def audit_kiosk(
    pages: Iterable[Confined], files: Container[str], styles: Mapping[str, str], folder: str
) -> Iterator[Problem]:
    """Every fault of a kiosk that was built. `styles` are its style sheets by path, `folder` is its name."""
    found = {urls.file(one.page.address): one for one in pages}
    for path, one in found.items():
        where = f"{folder}/{path}"
        yield from _itself(one, where)
        yield from (problem("kiosk-outside", where, address=exit) for exit in one.exits)
        yield from _links(path, one, found, where)
        for address in one.facts.fetches:
            if address.startswith("data:"):
                continue
            if OUTSIDE.match(address):
                yield problem("kiosk-outside", where, address=address)
            elif resolved(path, address) not in files:
                yield problem("kiosk-link", where, address=address)
        for address in one.codes:
            if len(address) > LONGEST:
                yield problem("kiosk-code", where, address=address, length=len(address), longest=LONGEST)
    for path, text in styles.items():
        yield from (problem("kiosk-outside", f"{folder}/{path}", address=way) for way in STYLE_OUTSIDE.findall(text))


def _itself(one: Confined, where: str) -> Iterator[Problem]:
    if one.facts.lang != one.page.spoken:
        yield problem("audit-lang", where, lang=one.facts.lang, expected=one.page.spoken)
    if one.facts.headings != 1:
        yield problem("audit-heading", where, count=one.facts.headings)
    for name in one.facts.nameless:
        yield problem("audit-alt", where, picture=name)


def _links(path: str, one: Confined, pages: Mapping[str, Confined], where: str) -> Iterator[Problem]:
    """Links name a page of the kiosk with its `index.html`, and places that it has."""
    for href in one.facts.links:
        there, place = resolved(path, href), unquote(href.partition("#")[2])
        if OUTSIDE.match(href):
            yield problem("kiosk-outside", where, address=href)
        elif there not in pages or href.partition("#")[0].endswith("/") or not _has(pages[there].facts, place):
            yield problem("kiosk-link", where, address=href)


def _has(facts: Facts, place: str) -> bool:
    return not place or place in facts.ids
