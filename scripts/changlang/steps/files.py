"""Files of a release that are not pages, and what need not be made again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from changlang import __version__, urls
from changlang.editions.assets import Assets
from changlang.editions.pour import Moulds
from changlang.model.catalogue import Catalogues
from changlang.model.languages import LANGUAGES, Language
from changlang.model.pages import Page
from changlang.pages import feeds
from changlang.publish import release
from changlang.publish.release import Entry, Manifest
from changlang.settings import Settings


def shared_files(
    pages: tuple[Page, ...], catalogues: Catalogues, settings: Settings, shared: Assets
) -> Mapping[str, bytes]:
    """Everything of the release that is not a page, by path."""
    texts = dict(feeds.feed(catalogues[language], settings, language) for language in LANGUAGES)
    texts |= feeds.sitemap(pages, settings)
    texts |= {"robots.txt": feeds.robots(settings), release.MARKER: f"changlang {__version__}\n"}
    return {**shared.files, **drawings(settings), **{path: text.encode() for path, text in texts.items()}}


def drawings(settings: Settings) -> Mapping[str, bytes]:
    """The SVG drawings of hand-written pages, beside the pages of each language."""
    folder = settings.docs["zh"].parent / "assets"
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.svg"))}
    return {f"{urls.PREFIX[language]}assets/{name}": data for language in LANGUAGES for name, data in found.items()}


def wanted_keys(
    pages: tuple[Page, ...],
    files: Mapping[str, bytes],
    shapes: Moulds,
    hand: Mapping[Language, Mapping[str, str]],
) -> dict[str, str]:
    """Path → key of every file of the release. A page's key takes in its frame and a body that the host rendered."""
    frames = {place: hashlib.sha256("\0".join(mould).encode()).hexdigest()[:16] for place, mould in shapes.items()}
    wanted = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    for page in pages:
        frame = frames[page.language, page.frame, page.address.count("/")]
        body = hand[page.language].get(page.subject, "") if page.frame == "hand" else ""
        wanted[urls.file(page.address)] = f"{page.key}-{frame}" + (
            hashlib.sha256(body.encode()).hexdigest()[:16] if body else ""
        )
    return wanted


def taken_over(
    target: Path, folder: Path, last: Manifest, there: Manifest, wanted: Mapping[str, str]
) -> dict[str, Entry]:
    """What need not be made again: files that are in the folder already, and links to those of the last release."""
    entries = {path: entry for path, entry in there.items() if wanted.get(path) == entry.key}
    release.drop(folder, there.keys() - entries.keys())
    missing = {path: key for path, key in wanted.items() if path not in entries}
    linked = release.unchanged(target, last, missing)
    release.keep(target, folder, linked)
    return entries | {path: last[path] for path in linked}


def write_files(
    folder: Path, files: Mapping[str, bytes], wanted: Mapping[str, str], kept: Mapping[str, Entry]
) -> dict[str, Entry]:
    return {
        path: Entry(wanted[path], release.write(folder, path, data), "")
        for path, data in files.items()
        if path not in kept
    }
