"""What readers could open and now cannot, for it was withdrawn, hidden or renamed, stays in nothing that was built.

The release before the last one is there to go back to, and going back must not bring a name back that had to go. So
what such a release shows, and this one does not, takes it along; and so it does with all else that was built of it.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from changlang.media.plan import FOLDER as RECORDINGS
from changlang.photos.pictures import FOLDER
from changlang.publish import facts, manifest, release
from changlang.publish.lock import Busy, lock
from changlang.publish.release import Entry, Manifest
from changlang.settings import Settings

# Stores of small pictures that other commands keep in the cache; they are filled again when one of these runs.
STORES = ("thumbnails", "prints")
# What other commands build of the same records: previews in the cache, the kiosk with its archive, sheets.
PREVIEWS = ("preview", "mkdocs")
KIOSK = "kiosk"
SHEETS = ("photos.html", "faces.html")


def taken_back(target: Path, held: Manifest, entries: Manifest) -> frozenset[str]:
    """Pages, pictures and recordings of the target's release that the one about to replace it has no more, by path.

    A page counts too where a place in it that could be linked to is gone: a figure, a question, a term. `held` is the
    list of the target's release; without it, as after a deleted cache, only what is there by name can be told.
    """
    paths = held or [path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()]
    shown = (path for path in paths if path.endswith(".html") or path.startswith((f"{FOLDER}/", f"{RECORDINGS}/")))
    return frozenset(path for path in shown if path not in entries or _lost_places(held.get(path), entries[path]))


def _lost_places(former: Entry | None, now: Entry) -> bool:
    if former is None or former.facts in ("", now.facts):
        return False
    return not set(facts.from_line(former.facts).ids) <= set(facts.from_line(now.facts).ids)


def forget(settings: Settings, target: Path, gone: Collection[str]) -> tuple[Path, ...]:
    """Deletes whatever was built with what is gone, and returns what of it somebody may miss.

    The target's former release goes whole: its other pages name what is gone. A preview of drafts lets go of its own
    former release only, for nobody else sees it.
    """
    release.forget(target)
    manifest.before(manifest.place(settings.cache, target)).unlink(missing_ok=True)
    if settings.drafts:
        return ()
    for preview in PREVIEWS:
        _deleted(settings, settings.cache / preview, gone)
    pictures = any(path.startswith(f"{FOLDER}/") for path in gone)
    for store in STORES if pictures else ():
        shutil.rmtree(settings.cache / store, ignore_errors=True)
    return tuple(_forget_made(settings, gone, pictures))


def _deleted(settings: Settings, folder: Path, gone: Collection[str]) -> bool:
    """Whether a bundle held any of what is gone and was deleted. One being built just now is built without it."""
    if not any((folder / path).is_file() for path in gone) or not release.is_ours(folder):
        return False
    listed = manifest.place(settings.cache, folder)
    with suppress(Busy), lock(folder):
        shutil.rmtree(folder)
        release.forget(folder)
        for path in (listed, manifest.before(listed)):
            path.unlink(missing_ok=True)
        return True
    return False


def _forget_made(settings: Settings, gone: Collection[str], pictures: bool) -> Iterator[Path]:
    dist = settings.root / "dist"
    if _deleted(settings, dist / KIOSK, gone):
        (dist / f"{KIOSK}.zip").unlink(missing_ok=True)
        yield dist / KIOSK
    for sheet in SHEETS if pictures else ():
        if (dist / sheet).is_file():
            (dist / sheet).unlink()
            yield dist / sheet
