"""The audit of a release, from the facts of its pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from changlang import host, urls
from changlang.model.languages import Language
from changlang.model.pages import Page
from changlang.problems import Problem
from changlang.publish import facts
from changlang.publish.audit import Built, Release, audit
from changlang.publish.facts import Facts
from changlang.publish.release import Entry
from changlang.settings import Settings

# Kinds of page that are one record each; readers must reach them in three clicks.
RECORD_PAGES = frozenset({"event", "person", "photo", "column"})


def audit_release(
    settings: Settings,
    target: Path,
    pages: tuple[Page, ...],
    boards: tuple[Page, ...],
    rendered: tuple[tuple[host.Order, host.Rendered], ...],
    entries: Mapping[str, Entry],
    former: Mapping[str, Entry],
) -> tuple[Problem, ...]:
    """Audits the release, unless every page says to the audit just what it said in the former one, which passed."""
    frames = [frame for _, made in rendered for frame in made.frames]
    if former.keys() == entries.keys() and all(
        entry.facts == former[path].facts and entry.key.partition("-")[2] == former[path].key.partition("-")[2]
        for path, entry in entries.items()
        if entry != former[path]
    ):
        return ()
    read: Mapping[tuple[Language, str, int], Facts] = {
        (frame.language, frame.kind, frame.depth): _frame_facts(frame.html) for frame in frames
    }
    built = {}
    for page in pages:
        frame = read[page.language, page.frame, page.address.count("/")]
        parts = facts.from_line(entries[urls.file(page.address)].facts)
        built[page.address] = Built(page.address, page.language, frame, parts, page.spoken, page.translated)
    records = [page.address for page in pages if page.frame in RECORD_PAGES]
    light = {
        page.address: Built(page.address, page.language, facts.NONE, _of_board(page, entries), "") for page in boards
    }
    files = {*entries, *(urls.file(address) for address in light)}
    return audit(Release(settings.site_url, target.name, built, files, records, light))


def _of_board(page: Page, entries: Mapping[str, Entry]) -> Facts:
    """Facts of a board's page, from whichever of its files is there."""
    found = (entries.get(urls.file(address)) for address in urls.spellings(page.subject))
    return facts.from_line(next(entry for entry in found if entry).facts)


def _frame_facts(html: str) -> Facts:
    """Facts of a frame, but for the link to the other language: every page's own is checked with its alternates."""
    read = facts.read(html)
    return read._replace(links=[link for link in read.links if link != host.OTHER])
