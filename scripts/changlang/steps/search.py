"""The search of a release: an index of what its pages say, read from the files that are to be published."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from changlang import urls
from changlang.model.catalogue import Catalogue
from changlang.model.kinds import KINDS
from changlang.model.languages import LANGUAGES, Language
from changlang.model.pages import Page
from changlang.model.pictures import Picture
from changlang.pages import dates
from changlang.pages.pictures import smallest
from changlang.problems import Problem, problem
from changlang.publish.audit import Unsound
from changlang.publish.facts import OwnText, own_texts
from changlang.publish.release import Manifest
from changlang.search import pieces
from changlang.search.ask import Answer, ask
from changlang.search.document import Document
from changlang.search.index import index, shown
from changlang.search.trace import traces
from changlang.search.words import words
from changlang.spread import spread

# Kinds of page that are searched, and the folder of the records that they are about. Lists say nothing that is not
# on other pages, and lead there.
SEARCHED: Mapping[str, str] = {
    "event": "events",
    "person": "people",
    "photo": "photos",
    "column": "columns",
    "home": "",
    "hand": "",
    "figures": "",
    "glossary": "",
    "sources": "",
    "boards": "",
    "quiz": "",
}
# The kind of pages that are no record.
PAGE = "page"


@dataclass(frozen=True, slots=True)
class Indexed:
    """The pieces of an index by path, the key of each, and what they are made of.

    `documents` is None where every page is what it was, so that the former release's index still holds.
    """

    files: Mapping[str, bytes]
    documents: tuple[Document, ...] | None

    @property
    def wanted(self) -> dict[str, str]:
        return {path: _key(data) for path, data in self.files.items()}


def only_pieces(manifest: Manifest) -> Manifest:
    return {path: entry for path, entry in manifest.items() if pieces.is_piece(path)}


def without_pieces(manifest: Manifest) -> Manifest:
    return {path: entry for path, entry in manifest.items() if not pieces.is_piece(path)}


def search_index(
    folder: Path,
    pages: Iterable[Page],
    catalogue: Catalogue,
    pictures: Mapping[str, Picture],
    former: Mapping[str, bytes] | None,
    jobs: int,
) -> Indexed:
    """The index of the pages that stand in `folder`; `former` are the pieces of the same pages if known."""
    if former is not None:
        return Indexed(former, None)
    searched = [page for page in pages if page.frame in SEARCHED and not _continued(page)]
    read = spread(_reader(folder), searched, jobs)
    documents = tuple(
        _document(page, own, catalogue, pictures)
        for page, found in zip(searched, read, strict=True)
        for own in found
        if own.fields
    )
    return Indexed(index(documents), documents)


def former_pieces(target: Path, entries: Manifest, last: Manifest) -> Mapping[str, bytes] | None:
    """The last release's pieces, where it has the very pages that this one has and none of its pieces was harmed."""
    if _pages(entries) != _pages(last):
        return None
    found = {}
    for path, entry in only_pieces(last).items():
        place = target / path
        found[path] = place.read_bytes() if place.is_file() else b""
        if _key(found[path]) != entry.key:
            return None
    return found


def kiosk_search(
    folder: Path, pages: Iterable[Page], catalogue: Catalogue, pictures: Mapping[str, Picture], jobs: int
) -> Mapping[str, bytes]:
    """The pieces of a kiosk's index by path, with the words that its letters offer.

    `pages` stand in `folder`; `pictures` are those whose small crops stand there too.
    """
    made = search_index(folder, pages, catalogue, pictures, None, jobs)
    return {**made.files, **words(made.documents or ())}


def audit_search(folder: Path, indexed: Indexed, entries: Manifest) -> None:
    """Reads the index as it was written: it answers with the pages of this release and their words, nothing else.

    Raises `Unsound`, because no record can cause a piece of another index or a page that is not there.
    """
    files = {path.relative_to(folder).as_posix(): path for path in (folder / pieces.FOLDER).rglob("*.js")}
    written = {path: _key(place.read_bytes()) for path, place in files.items()}
    if written != {path: entry.key for path, entry in only_pieces(entries).items()} or written != indexed.wanted:
        raise Unsound("pieces of another index stand among those of this release")
    for language in LANGUAGES if indexed.documents is not None else ():
        found = traces(lambda path: files[path].read_bytes(), language)
        expected = {one.address: shown(one) for one in indexed.documents or () if one.language == language}
        if found != expected:
            raise Unsound(f"the index of {language} answers with other pages than this release has")


def answer(
    site: Path, language: Language, question: str, limit: int, chosen: Mapping[str, str]
) -> tuple[Answer | None, tuple[Problem, ...]]:
    """What a built site's index answers, or that it has none that can be read."""

    def read(path: str) -> bytes | None:
        place = site / path
        return place.read_bytes() if place.is_file() else None

    try:
        return ask(read, language, question, limit=limit, chosen=chosen), ()
    except (OSError, ValueError, KeyError):
        return None, (problem("no-search-index", str(site)),)


def _key(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _pages(manifest: Manifest) -> Mapping[str, str]:
    return {path: entry.key for path, entry in manifest.items() if path.endswith(".html")}


def _continued(page: Page) -> bool:
    """Further pages of a column, which only go on with its list."""
    return page.frame == "column" and not page.subject.endswith("|1")


def _reader(folder: Path) -> Callable[[Page], Sequence[OwnText]]:
    def read(page: Page) -> Sequence[OwnText]:
        return tuple(own_texts((folder / urls.file(page.address)).read_text("utf-8")))

    return read


def _document(page: Page, own: OwnText, catalogue: Catalogue, pictures: Mapping[str, Picture]) -> Document:
    """One page, or one entry of it, with the facts of its record."""
    folder, ident = _subject(page, own)
    record = catalogue.of(folder)[ident] if folder else None
    title, *further = own.fields.get("title", "").split("\n")
    fields = {name: text for name, text in own.fields.items() if name != "title"}
    summary = getattr(record, "summary", None) if folder != "columns" else None
    if summary:  # which lists show, and search engines
        fields["caption"] = "\n".join(filter(None, (summary[page.language], fields.get("caption", ""))))
    when = next(filter(None, (getattr(record, name, None) for name in ("date", "period", "installed"))), None)
    return Document(
        address=page.address + (f"#{ident}" if own.entry else ""),
        language=page.language,
        kind=KINDS[folder].word if folder else PAGE,
        title=" ".join((title, *further)),
        column=ident if folder == "columns" else getattr(record, "column", None) or "",
        year=str(when.last.year) if when else "",
        date=dates.short(when) if when else "",
        thumbnail=next(_thumbnails(record, folder, pictures), ""),
        **fields,
    )


def _subject(page: Page, own: OwnText) -> tuple[str, str]:
    """Folder and id of the record that a page or entry is about; two empty ones where it is about none."""
    if own.entry:
        folder, _, ident = own.entry.partition("#")
        return folder, ident
    folder = SEARCHED[page.frame]
    return folder, page.subject.split("/")[1] if folder == "columns" else page.subject if folder else ""


def _thumbnails(record: Any, folder: str, pictures: Mapping[str, Picture]) -> Iterator[str]:
    """Paths of small pictures that show a record, the best first."""
    own = (record.id,) if folder == "photos" else ()
    for photo in (*own, *getattr(record, "photos", ()), getattr(record, "portrait", None)):
        if photo in pictures:
            yield smallest(pictures[photo]).path
