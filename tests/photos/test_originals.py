"""The files that records name: found below their folder only, known by content, read once."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from changlang.model.records import Photo
from changlang.photos import originals as module
from changlang.photos.originals import Original, originals
from changlang.problems import Problem, hint, message


def photo(file: str, **fields: Any) -> Photo:
    return Photo.model_validate(
        {
            "id": file.replace("/", "-").replace(".", "-").lower() or "x",
            "caption": {"zh": "图", "en": "P"},
            "file": file,
        }
        | fields
    )


def where(photo: Photo, field: tuple[str, ...]) -> tuple[str, int, int]:
    return "photos.yml", 3, 9


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "photos"
    (place / "2020").mkdir(parents=True)
    (place / "2020" / "dam.jpg").write_bytes(b"dam")
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    return place


def found(folder: Path, photos: Iterable[Photo]) -> tuple[dict[str, Original], tuple[Problem, ...]]:
    some = list(photos)
    known, problems = originals(some, some, folder, folder.parent / "memory.json", where)
    return dict(known), problems


def test_a_file_is_known_by_its_content(folder: Path) -> None:
    known, problems = found(folder, [photo("2020/dam.jpg")])

    assert problems == ()
    assert known == {"2020-dam-jpg": Original(folder / "2020/dam.jpg", hashlib.sha256(b"dam").hexdigest())}


@pytest.mark.parametrize(
    "name", ["../secret.jpg", "2020/../../secret.jpg", "/etc/passwd", "2020\\dam.jpg", "2020/dam.jpg\0.png"]
)
def test_a_name_that_leads_out_of_the_folder_is_refused(folder: Path, name: str) -> None:
    # The schema refuses some of these before; here nothing relies on it.
    known, problems = found(folder, [photo("x").model_copy(update={"file": name})])

    assert known == {} and [one.code for one in problems] == ["photo-outside"]


def test_a_link_out_of_the_folder_is_refused_whether_of_a_file_or_of_a_folder(folder: Path) -> None:
    (folder / "link.jpg").symlink_to(folder.parent / "secret.jpg")
    (folder / "elsewhere").symlink_to(folder.parent)

    known, problems = found(folder, [photo("link.jpg"), photo("elsewhere/secret.jpg")])

    assert known == {} and [one.code for one in problems] == ["photo-outside"] * 2


def test_what_is_not_there_is_named_with_the_nearest_name(folder: Path) -> None:
    _, (near, far) = found(folder, [photo("2020/dan.jpg"), photo("nothing-like-it.png")])

    assert near.code == far.code == "photo-no-file"
    assert (near.file, near.line, near.column) == ("photos.yml", 3, 9)
    assert "2020/dam.jpg" in hint(near, "en") and "nearest" not in hint(far, "en")


@pytest.mark.parametrize("kind", ["folder", "pipe", "broken link"])
def test_what_is_no_file_is_not_there(folder: Path, kind: str) -> None:
    place = folder / "odd.jpg"
    if kind == "folder":
        place.mkdir()
    elif kind == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to(folder / "gone.jpg")

    assert [one.code for one in found(folder, [photo("odd.jpg")])[1]] == ["photo-no-file"]


def test_a_file_that_may_not_be_read_is_a_problem(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(path: Path) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(module, "digest_of", forbidden)  # whoever runs the tests may be allowed everything

    (problem,) = found(folder, [photo("2020/dam.jpg")])[1]

    assert problem.code == "photo-unreadable" and "Permission denied" in message(problem, "en")


def test_of_a_record_that_is_not_shown_the_file_may_be_gone(folder: Path) -> None:
    shown, gone = photo("2020/dam.jpg"), photo("gone.jpg", status="withdrawn")

    known, problems = originals([shown], [shown, gone], folder, folder.parent / "memory.json", where)

    assert list(known) == [shown.id] and problems == ()


def test_an_unchanged_file_is_not_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = found(folder, [photo("2020/dam.jpg")])
    monkeypatch.setattr(module, "digest_of", None)

    assert found(folder, [photo("2020/dam.jpg")]) == first


def test_a_changed_file_is_read_again_even_if_its_size_and_date_are_as_before(folder: Path) -> None:
    file = folder / "2020/dam.jpg"
    before = file.stat()
    found(folder, [photo("2020/dam.jpg")])
    file.write_bytes(b"new")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

    known, _ = found(folder, [photo("2020/dam.jpg")])

    assert known["2020-dam-jpg"].digest == hashlib.sha256(b"new").hexdigest()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"2020/dam.jpg": 3}', '{"2020/dam.jpg": [1, 2]}', "\xff"])
def test_a_memory_that_cannot_be_read_is_as_none(folder: Path, text: str) -> None:
    (folder.parent / "memory.json").write_text(text, "latin-1")

    assert found(folder, [photo("2020/dam.jpg")])[1] == ()
