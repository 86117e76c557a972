"""Reads what was built before anybody else can: links, anchors, languages, titles, pictures, ways to every record."""

from __future__ import annotations

import posixpath
from collections import deque
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from changlang import urls
from changlang.model.languages import LANGUAGES, SPOKEN, Language
from changlang.problems import Problem, problem
from changlang.publish.facts import Facts

# Three clicks: the furthest that a record may be from the home page of its language.
CLICKS = 3
# Links that open something else than a page.
HANDED_ON = ("mailto:", "tel:", "http://", "https://", "data:")


@dataclass(frozen=True, slots=True)
class Built:
    """One built page: its address and language, the one it should say it is in, what its frame and its parts hold.

    `translated` says whether it and its counterpart are translations of one another.
    """

    address: str
    language: Language
    frame: Facts
    parts: Facts
    spoken: str
    translated: bool = True


@dataclass(frozen=True, slots=True)
class Release:
    """What is audited. `files` are all paths of the release, `records` the addresses that readers must reach.

    `light` are pages behind printed codes: in both languages at once, so only their links and pictures are looked at.
    """

    site_url: str
    site: str
    pages: Mapping[str, Built]
    files: Container[str]
    records: Iterable[str]
    light: Mapping[str, Built] = field(default_factory=dict)


def audit(release: Release) -> tuple[Problem, ...]:
    """Every fault of the built site; an empty result lets it out. Raises `Unsound` for a fault of ours."""
    found: list[Problem] = []
    base = urls.base_path(release.site_url)
    links = {address: _targets(page, base) for address, page in release.pages.items()}
    for address, page in release.pages.items():
        _addressed(release, page)
        found += _page(release, page)
        found += _links(release, page, links[address])
    for page in release.light.values():
        found += _named(release, page)
        found += _links(release, page, _targets(page, base))
    found += _distinct(release)
    found += _unreachable(release, links)
    return tuple(found)


def _fault(release: Release, page: Built, code: str, **args: object) -> Problem:
    return problem(code, f"{release.site}/{urls.file(page.address)}", **args)


def _page(release: Release, page: Built) -> Iterator[Problem]:
    """What a page must have by itself: its language, one main heading, names for its pictures."""
    if page.parts.lang != page.spoken:
        yield _fault(release, page, "audit-lang", lang=page.parts.lang, expected=page.spoken)
    headings = page.frame.headings + page.parts.headings
    if headings != 1:
        yield _fault(release, page, "audit-heading", count=headings)
    yield from _named(release, page)


def _named(release: Release, page: Built) -> Iterator[Problem]:
    for name in (*page.frame.nameless, *page.parts.nameless):
        yield _fault(release, page, "audit-alt", picture=name)


class Unsound(Exception):
    """A page misnames itself, its other language or nothing at all: no record can cause it, so it is a bug."""


def _addressed(release: Release, page: Built) -> None:
    """Every page has a title and a description, and names its address and its translation, no other page as one."""
    if not (page.parts.title.strip() and page.parts.description.strip()):
        raise Unsound(f"{page.address}: no title or description")
    if page.address == urls.NOT_FOUND:  # which has no address of its own
        return
    named = {language: address for language, address in page.parts.alternates}
    here = urls.absolute(release.site_url, page.address)
    other = urls.other(page.address, page.language)
    expected = {
        SPOKEN[page.language]: here,
        SPOKEN[_other(page.language)]: urls.absolute(release.site_url, other),
    }
    if not page.translated:
        if named:
            raise Unsound(f"{page.address}: alternates {named}")
        return
    if {key: named.get(key) for key in expected} != expected or other not in release.pages:
        raise Unsound(f"{page.address}: alternates {named}")
    if page.parts.canonical != here:
        raise Unsound(f"{page.address}: canonical {page.parts.canonical}")


def _other(language: Language) -> Language:
    return LANGUAGES[1 - LANGUAGES.index(language)]


def _targets(page: Built, site: str) -> list[tuple[str, str]]:
    """(target, fragment) of every link of a page; a target is an address below the site's root."""
    base = _base(page.address, site)
    found = []
    for link in (*page.frame.links, *page.parts.links):
        if link.startswith(HANDED_ON):
            continue
        path, _, fragment = link.partition("#")
        path = path.partition("?")[0]
        found.append((_resolve(page.address, base, path), fragment))
    return found


def _base(address: str, site: str) -> str:
    """What links of a page begin with: the way to the root; on the page for wrong addresses the site's folder."""
    if address == urls.NOT_FOUND:
        return site
    return urls.root(address) if address.count("/") else ""


def _resolve(here: str, base: str, path: str) -> str:
    """The address that a link of a page names; one that climbs above the site's root keeps its `../`."""
    if not path:
        return here
    below = path[len(base) :]
    if base and path.startswith(base) and ".." not in below:
        return "" if below == "." else unquote(below)
    resolved = posixpath.normpath(posixpath.join(here.rpartition("/")[0], unquote(path)))
    resolved = "" if resolved == "." else resolved
    return resolved + "/" if resolved and path.endswith(("/", "..", ".")) else resolved


def _links(release: Release, page: Built, links: list[tuple[str, str]]) -> Iterator[Problem]:
    """Links and anchors lead somewhere, and nothing is fetched from another host."""
    for target, fragment in links:
        if target not in release.pages and urls.file(target) not in release.files:
            yield _fault(release, page, "audit-link", address=target)
        elif fragment and target in release.pages and not _has(release.pages[target], unquote(fragment)):
            yield _fault(release, page, "audit-anchor", address=f"{target}#{fragment}")
    base = _base(page.address, urls.base_path(release.site_url))
    for address in (*page.frame.fetches, *page.parts.fetches):
        if address.startswith("data:"):
            continue
        if urlsplit(address).netloc:
            yield _fault(release, page, "audit-foreign", address=address)
        elif urls.file(_resolve(page.address, base, address.partition("#")[0])) not in release.files:
            yield _fault(release, page, "audit-link", address=address)


def _has(page: Built, ident: str) -> bool:
    return ident in page.parts.ids or ident in page.frame.ids


def _distinct(release: Release) -> Iterator[Problem]:
    """No two pages of a language share a title or a description."""
    for code, part in (("audit-same-title", "title"), ("audit-same-description", "description")):
        first: dict[tuple[str, str], Built] = {}
        for page in release.pages.values():
            text = getattr(page.parts, part).strip()
            former = first.setdefault((page.language, text), page)
            if text and former is not page:
                yield _fault(release, page, code, text=text, other=former.address)


def _unreachable(release: Release, links: Mapping[str, list[tuple[str, str]]]) -> Iterator[Problem]:
    """Every published record is at most three clicks from the home page of its language."""
    clicks = {urls.home(language): 0 for language in LANGUAGES}
    waiting = deque(clicks)
    while waiting:
        here = waiting.popleft()
        if here not in links or clicks[here] == CLICKS:
            continue
        for target, _ in links[here]:
            if target not in clicks and _language(target) == _language(here):
                clicks[target] = clicks[here] + 1
                waiting.append(target)
    for address in release.records:
        if address.partition("#")[0] not in clicks and address in release.pages:
            yield _fault(release, release.pages[address], "audit-unreachable", clicks=CLICKS)


def _language(address: str) -> Language:
    return "en" if address.startswith(urls.PREFIX["en"]) else "zh"
