"""What the contact sheet shows: every photo record, a thumbnail of our own making, and what the check says of it."""

from __future__ import annotations

import base64
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from changlang.model.languages import Language
from changlang.model.records import Photo
from changlang.pages.contact import Entry
from changlang.photos.pictures import Pictures, Workshop, pictures, workshop
from changlang.photos.recipe import JPEG, Recipe
from changlang.photos.store import fetched, store_at
from changlang.problems import Problem, in_order, message
from changlang.read.link import link
from changlang.read.parse import parse
from changlang.read.places import of_record
from changlang.read.survey import survey
from changlang.settings import Settings

THUMBNAIL = Recipe(widths=(400,), cards=(), social=None, encodings=(JPEG,))
# What the sheet says in its own way.
SAID = frozenset({"missing-alt"})
LAST = "\U0010ffff"  # comes after every id


@dataclass(frozen=True, slots=True)
class Archive:
    """Every photo record of a site, linked where it can be; the thumbnails; what is wrong with any of them.

    `unread` are the problems of records that could not be read and so are not among the photos.
    """

    photos: tuple[Photo, ...]
    thumbnails: Pictures
    shop: Workshop
    problems: tuple[Problem, ...]
    unread: tuple[Problem, ...]


def archive(settings: Settings, jobs: int, progress: Callable[[int, int], None]) -> Archive:
    """Reads the records as a preview does, drafts too, and makes the thumbnails that are not there yet."""
    preview = replace(settings, drafts=True)
    sources, found = survey(preview)
    records, more = parse(sources, preview)
    catalogue, unlinked = link(records, preview)
    written = [record for _, record in records.records if isinstance(record, Photo)]
    shop = replace(
        workshop(settings, jobs),
        store=str(settings.cache / "thumbnails"),
        memory=settings.cache / "thumbnails.json",
        recipe=THUMBNAIL,
    )
    where = partial(of_record, settings.root, "photos")
    made, unpictured = pictures(catalogue.photos.values(), written, shop, where, progress)
    own = {source.file for source in sources if source.kind == "photos"}
    faults, unread = (
        in_order(fault for fault in some if fault.file in own and fault.code not in SAID)
        for some in ((*unlinked, *unpictured), (*found, *more))
    )
    shown = tuple(catalogue.photos.get(photo.id, photo) for photo in written)
    return Archive(shown, made, shop, faults, unread)


def entries(found: Archive, settings: Settings, language: Language) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """The sheet's entries, and what is wrong with records that could not be read."""
    starts = {photo.id: of_record(settings.root, "photos", photo, ()) for photo in found.photos}
    faults = _by_photo(found.problems, starts)
    made = tuple(
        Entry(
            photo, thumbnail(found, photo), photo.hide, [message(one, language) for one in faults.get(photo.id, ())]
        )
        for photo in found.photos
    )
    return made, tuple(f"{one.file}:{one.line} {message(one, language)}" for one in found.unread)


def thumbnail(found: Archive, photo: Photo) -> str:
    """A photo's picture as a `data:` address, with what is hidden hidden; "" where there is none."""
    picture = found.thumbnails.of.get(photo.id)
    if picture is None:
        return ""
    data = fetched(store_at(found.shop.store), found.thumbnails.files[picture.whole[0].path])
    return f"data:image/jpeg;base64,{base64.b64encode(data).decode()}"


def _by_photo(problems: Iterable[Problem], starts: Mapping[str, tuple[str, int, int]]) -> Mapping[str, list[Problem]]:
    """Problems by the photo within whose lines they stand."""
    ordered = sorted((file, line, ident) for ident, (file, line, _) in starts.items())
    found: dict[str, list[Problem]] = {}
    for one in problems:
        place = bisect_right(ordered, (one.file, one.line, LAST)) - 1
        found.setdefault(ordered[place][2], []).append(one)
    return found
