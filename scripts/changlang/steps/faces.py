"""Faces that might be hidden: proposed picture by picture, shown on a sheet, written only where a person agrees."""

from __future__ import annotations

import base64
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from changlang.model.records import Photo
from changlang.pages.contact import Entry
from changlang.photos.derived import Rectangle
from changlang.photos.executor import LOCAL
from changlang.photos.faces import FaceOrder, find_faces, lost
from changlang.photos.originals import originals
from changlang.photos.workers import run_all
from changlang.problems import Problem, in_order, problem
from changlang.read.parse import parse
from changlang.read.places import of_record
from changlang.read.survey import survey
from changlang.settings import Settings
from changlang.translation.edit import set_value
from changlang.translation.write import rewrite


@dataclass(frozen=True, slots=True)
class Proposal:
    """Faces found in one picture. `picture` is a JPEG of our own in which what is hidden already is hidden."""

    photo: Photo
    faces: tuple[Rectangle, ...]
    picture: bytes

    @property
    def hide(self) -> str:
        """The record's whole `hide`, as YAML: what it has and what is proposed."""
        return f"hide: {_flow((*self.photo.hide, *self.faces))}"


def photo_records(settings: Settings) -> dict[str, Photo]:
    """The photo records with a picture that may ever be shown, by id."""
    records = parse(survey(settings)[0], settings)[0].records
    photos = (record for _, record in records if isinstance(record, Photo))
    return {photo.id: photo for photo in photos if photo.file and photo.status != "withdrawn"}


def propose(
    settings: Settings, photos: Collection[Photo], jobs: int, progress: Callable[[int, int], None]
) -> tuple[tuple[Proposal, ...], tuple[Problem, ...]]:
    """Looks through the pictures of some records; those without a face that the program sees are left out."""
    where = partial(of_record, settings.root, "photos")
    found, problems = originals(photos, photos, settings.photos, settings.cache / "faces.json", where)
    orders = [FaceOrder(one.id, found[one.id].path, one.hide) for one in photos if one.id in found]
    by_id, faults, made = {one.id: one for one in photos}, list(problems), []
    for done, faces in enumerate(run_all(find_faces, orders, lost, LOCAL, jobs), 1):
        photo = by_id[faces.name]
        if faces.fault:
            faults.append(problem(faces.fault, *where(photo, ("file",)), path=photo.file, **faces.named))
        elif faces.rectangles:
            made.append(Proposal(photo, faces.rectangles, faces.picture))
        progress(done, len(orders))
    return tuple(sorted(made, key=lambda one: one.photo.id)), in_order(faults)


def entries(proposals: Iterable[Proposal]) -> list[Entry]:
    """The sheet that shows each proposal on its picture."""
    return [
        Entry(
            one.photo,
            f"data:image/jpeg;base64,{base64.b64encode(one.picture).decode()}",
            one.faces,
            note=one.hide,
        )
        for one in proposals
    ]


def accept(settings: Settings, proposal: Proposal) -> Path:
    """Writes a proposal into its draft; all else in the file stays. Raises `Unwritable` where that cannot be done."""
    photo = proposal.photo
    assert photo.status == "draft" and photo.origin.index is not None
    path = settings.root / photo.origin.file
    value = [[_number(side) for side in rectangle] for rectangle in (*photo.hide, *proposal.faces)]
    rewrite(path, set_value(path.read_bytes().decode("utf-8"), (photo.origin.index, "hide"), value))
    return path


def _flow(rectangles: Iterable[Rectangle]) -> str:
    return "[" + ", ".join(f"[{', '.join(map(_number, one))}]" for one in rectangles) + "]"


def _number(side: float) -> str:
    return f"{side:.6f}".rstrip("0").rstrip(".")
