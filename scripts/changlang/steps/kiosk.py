"""The kiosk between its stages: which issue it is, one page from its plan to its file, its pictures, its audit."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from changlang import __version__, urls
from changlang.editions.kiosk import SUMS, archive, kiosk_files, page_scripts, sums
from changlang.model.catalogue import Catalogue
from changlang.model.languages import Language
from changlang.model.pages import Page
from changlang.model.pictures import Picture
from changlang.pages.colors import columns_css
from changlang.pages.kiosk.keys import keys_css
from changlang.pages.kiosk.render import Issue, KioskRenderer
from changlang.pages.pictures import smallest
from changlang.photos.pictures import Pictures
from changlang.problems import Problem
from changlang.publish import facts, release
from changlang.publish.confined import Confined, audit_kiosk, resolved
from changlang.settings import Settings
from changlang.steps.files import drawings
from changlang.steps.frames import shared_assets
from changlang.steps.media import Media, audit_media, write_media
from changlang.steps.pictures import audit_pictures, write_pictures
from changlang.steps.search import kiosk_search


@dataclass(frozen=True, slots=True)
class Written:
    """A page in the folder: its digest, and what the audit needs of it."""

    digest: str
    confined: Confined


def issue_of(catalogue: Catalogue, settings: Settings, epoch: str | None) -> Issue:
    """Which kiosk this is. Its day is that of `epoch` (seconds, as in SOURCE_DATE_EPOCH) or the newest of any record.

    Never the day of the run: the same records make the same bytes tomorrow.
    """
    kinds = ("columns", "events", "people", "photos", "figures", "boards", "quiz", "sources")
    records = [record for kind in kinds for record in catalogue.of(kind).values()]
    digest = hashlib.sha256(f"{__version__}{settings.site_url}{settings.kiosk}".encode())
    digest.update("".join(record.digest for record in records).encode())
    days = [when.last for record in records if (when := getattr(record, "date", None)) and when.precision == "day"]
    day = datetime.fromtimestamp(int(epoch), UTC).date() if epoch else max(days, default=None)
    return Issue(digest.hexdigest()[:12], day)


def write_shared(
    folder: Path, catalogue: Catalogue, settings: Settings
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Everything that is neither a page nor a picture, and the digests by path."""
    shared, notices = shared_assets(catalogue, settings)
    font = shared.files.get(shared.names.get("font", ""))
    files = kiosk_files((columns_css(catalogue.columns.values()), keys_css()), font)
    files[release.MARKER] = f"changlang {__version__}\n".encode()
    digests = _written(folder, files)
    for path in files:
        if path.endswith(".sh"):
            (folder / path).chmod(0o755)
    return digests, notices


def write_scripts(folder: Path, renderers: Mapping[Language, KioskRenderer]) -> dict[str, str]:
    """What every page runs, once a language, and the digests by path."""
    return _written(folder, page_scripts({language: made.sheets(language) for language, made in renderers.items()}))


def _written(folder: Path, files: Mapping[str, bytes]) -> dict[str, str]:
    for path, data in files.items():
        release.write(folder, path, data)
    return {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}


def kiosk_page_maker(
    renderers: Mapping[Language, KioskRenderer], folder: Path
) -> Callable[[Page], tuple[str, Written]]:
    """Renders and writes one page, and reads what the audit needs of it."""

    def make(page: Page) -> tuple[str, Written]:
        whole = renderers[page.language].render(page)
        path, data = urls.file(page.address), whole.html.encode()
        release.write(folder, path, data)
        confined = Confined(page, facts.read(whole.html), facts.exits(whole.html), whole.codes)
        return path, Written(hashlib.sha256(data).hexdigest(), confined)

    return make


def write_shown(
    folder: Path, settings: Settings, pictures: Pictures, media: Media, made: Mapping[str, Written]
) -> dict[str, str]:
    """The pictures and recordings that pages show, out of their stores, and their digests by path; nothing else."""
    drawn = drawings(settings)
    shown = {resolved(path, address) for path, one in made.items() for address in one.confined.facts.fetches}
    digests = _written(folder, {path: data for path, data in drawn.items() if path in shown})
    shown_pictures = {path: one for path, one in pictures.files.items() if path in shown}
    shown_media = replace(media, files={path: one for path, one in media.files.items() if path in shown})
    entries = write_pictures(folder, settings, shown_pictures, {}) | write_media(folder, settings, shown_media, {})
    return digests | {path: entry.key for path, entry in entries.items()}


def write_search(
    folder: Path,
    pages: Iterable[Page],
    catalogue: Catalogue,
    pictures: Mapping[str, Picture],
    digests: Mapping[str, str],
    jobs: int,
) -> dict[str, str]:
    """The search of the pages in the folder, and its digests by path; small pictures are those that are there."""
    small = {ident: picture for ident, picture in pictures.items() if smallest(picture).path in digests}
    return _written(folder, kiosk_search(folder, pages, catalogue, small, jobs))


def audit_folder(
    target: Path, folder: Path, made: Mapping[str, Written], digests: Mapping[str, str]
) -> Iterator[Problem]:
    """What may not be in the folder, read from what was written."""
    styles = {path: (folder / path).read_text("utf-8") for path in digests if path.endswith((".css", ".svg"))}
    yield from audit_kiosk((one.confined for one in made.values()), digests.keys(), styles, target.name)
    entries = {path: release.Entry("", "", "") for path in digests}
    yield from audit_media(target, folder, entries, {})
    yield from audit_pictures(target, folder, tuple(one.confined.page for one in made.values()), entries)


def seal(folder: Path, target: Path, digests: Mapping[str, str], day: date | None) -> Path:
    """Writes the sums, and the archive beside the target; returns where it waits to take the old one's place."""
    release.write(folder, SUMS, sums(digests))
    place = target.with_name(f".{target.name}.zip.new")
    archive(place, folder, (*digests, SUMS), target.name, day)
    return place
