"""From records to pictures: made once, named by content, gone when nobody asks for them, each fault with its name."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from changlang.model.records import Photo
from changlang.photos import originals as original_files
from changlang.photos import pictures as module
from changlang.photos.pictures import Pictures, Workshop, pictures, workshop
from changlang.photos.recipe import JPEG, WEBP, Recipe
from changlang.problems import Problem
from changlang.settings import Settings
from tests import pictures as made
from tests.photos.clouds import ObjectStore, local_cluster

RECIPE = Recipe(widths=(40, 90), cards=(60,), social=(120, 63), encodings=(WEBP, JPEG))


def photo(ident: str, file: str = "dam.jpg", **fields: Any) -> Photo:
    text = {"zh": "图", "en": "P"}
    return Photo.model_validate({"id": ident, "caption": text, "alt": text, "file": file} | fields)


def where(photo: Photo, field: tuple[str, ...]) -> tuple[str, int, int]:
    return f"{photo.id}.yml", 1, 1


@dataclass(frozen=True, slots=True)
class Site:
    """A workshop in a folder, whose photos are made with `add`."""

    shop: Workshop

    def add(self, name: str, data: bytes | None = None, seed: int = 1) -> None:
        place = self.shop.photos / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(made.jpeg(made.landscape(120, 90, seed)) if data is None else data)

    def run(self, shown: Iterable[Photo], records: Iterable[Photo] | None = None) -> tuple[Pictures, list[Problem]]:
        some = list(shown)
        told: list[tuple[int, int]] = []
        found, problems = pictures(
            some, list(records or some), self.shop, where, lambda done, total: told.append((done, total))
        )
        assert [done for done, _ in told] == list(range(len(told)))
        assert all(total == len(told) - 1 for _, total in told) or "picture-store" in {one.code for one in problems}
        return found, list(problems)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    found = Site(
        Workshop(tmp_path / "photos", str(tmp_path / "store"), tmp_path / "memory.json", recipe=RECIPE, jobs=2)
    )
    found.add("dam.jpg")
    return found


def stored(site: Site) -> list[str]:
    root = Path(site.shop.store)
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def test_a_photo_gets_its_pictures_under_names_of_content_and_recipe(site: Site) -> None:
    found, problems = site.run([photo("dam")])

    picture = found.of["dam"]
    assert problems == []
    assert (picture.width, picture.height) == (120, 90)
    assert {one.path for one in (*picture.whole, *picture.cards)} == set(found.files)
    assert all(path.startswith("pictures/") and path.isascii() for path in found.files)
    other, _ = Site(replace(site.shop, recipe=replace(RECIPE, widths=(40,)))).run([photo("dam")])
    assert not set(other.files) & set(found.files)


def test_another_focus_or_hidden_part_is_another_picture(site: Site) -> None:
    found = [
        set(site.run([photo("dam", **fields)])[0].files)
        for fields in ({}, {"focus": [0.2, 0.2]}, {"hide": [[0.1, 0.1, 0.2, 0.2]]})
    ]

    assert not found[0] & found[1] and not found[0] & found[2] and not found[1] & found[2]


def test_a_second_run_reads_neither_originals_nor_pixels(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.add("run.jpg", seed=2)
    photos = [photo("dam"), photo("run", "run.jpg")]
    first = site.run(photos)
    times = {path: path.stat().st_atime_ns for path in site.shop.photos.iterdir()}

    def opened(*_: object, **__: object) -> None:
        raise AssertionError("an original or a decoder was opened")

    monkeypatch.setattr(original_files, "digest_of", opened)
    monkeypatch.setattr(module, "_order", opened)
    monkeypatch.setattr(Image, "open", opened)

    assert site.run(photos) == first
    assert {path: path.stat().st_atime_ns for path in site.shop.photos.iterdir()} == times


def test_only_what_changed_is_made_anew(site: Site) -> None:
    site.add("run.jpg", seed=2)
    site.run([photo("dam"), photo("run", "run.jpg")])
    before = {name: (Path(site.shop.store) / name).stat().st_ino for name in stored(site)}
    site.add("run.jpg", seed=3)

    site.run([photo("dam"), photo("run", "run.jpg")])

    after = {name: (Path(site.shop.store) / name).stat().st_ino for name in stored(site)}
    kept = {name for name in before if before[name] == after.get(name)}
    assert len(kept) == len(before) // 2 and len(after) == len(before)


def test_what_was_withdrawn_leaves_the_store(site: Site) -> None:
    site.run([photo("dam")])
    assert stored(site)

    gone = photo("dam", status="withdrawn")
    found, problems = site.run([], [gone])

    assert stored(site) == [] and found.files == {} and problems == []


def test_what_was_withdrawn_is_not_shown_by_another_record_either(site: Site) -> None:
    site.add("again.jpg", (site.shop.photos / "dam.jpg").read_bytes())
    once, again = photo("dam", status="withdrawn"), photo("again", "again.jpg")

    _, problems = site.run([again], [once, again])

    assert [(one.code, one.file) for one in problems] == [("photo-withdrawn-twin", "again.yml")]


def test_a_draft_keeps_its_pictures_in_the_store(site: Site) -> None:
    draft = photo("dam", status="draft")
    site.run([draft])
    before = stored(site)

    site.run([], [draft])

    assert stored(site) == before != []


def test_what_one_record_hides_another_must_hide_too(site: Site) -> None:
    hiding, showing = photo("hiding", hide=[[0.1, 0.1, 0.2, 0.2]]), photo("showing")

    _, problems = site.run([hiding, showing])

    assert [(one.code, one.file) for one in problems] == [("photo-hide-differs", "showing.yml")]


def test_one_bad_file_is_named_and_all_others_are_made(site: Site) -> None:
    site.add("run.jpg", seed=2)
    bad = {
        "half.jpg": made.jpeg(made.landscape(120, 90))[:-500],
        "eps.jpg": b"%!PS-Adobe-3.0 EPSF-3.0\n",
        "empty.png": b"",
        "bomb.png": b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\xff\xff\0\0\xff\xff\x08\x02\0\0\0" + bytes(4),
    }
    for name, data in bad.items():
        site.add(name, data)
    photos = [photo("dam"), *(photo(name.partition(".")[0], name) for name in bad), photo("run", "run.jpg")]

    found, problems = site.run(photos)

    assert set(found.of) == {"dam", "run"}
    assert {(one.file, one.code) for one in problems} == {
        ("half.yml", "photo-unreadable"),
        ("eps.yml", "photo-unknown-format"),
        ("empty.yml", "photo-unknown-format"),
        ("bomb.yml", "photo-unreadable"),
    }
    assert all(
        name.split("/")[0] in {one.name.split("/")[0] for one in found.files.values()} for name in stored(site)
    )


def test_a_store_that_cannot_be_used_is_one_problem(site: Site) -> None:
    shop = replace(site.shop, store="nowhere://bucket")

    found, problems = Site(shop).run([photo("dam")])

    assert found.files == {} and [one.code for one in problems] == ["picture-store"]


def test_a_list_that_cannot_be_read_is_made_anew(site: Site) -> None:
    first = site.run([photo("dam")])
    for path in Path(site.shop.store).glob("*/picture.json"):
        path.write_text('{"whole": 3}')

    assert site.run([photo("dam")]) == first


def test_a_cluster_and_an_object_store_give_the_same_as_this_machine(site: Site, cloud: ObjectStore) -> None:
    site.add("run.jpg", seed=2)
    site.add("half.jpg", made.jpeg(made.landscape(120, 90))[:-500])
    photos = [photo("dam"), photo("run", "run.jpg"), photo("half", "half.jpg")]
    here = site.run(photos)
    with local_cluster() as cluster:
        address = str(cluster.scheduler_address).replace("tcp://", "dask://")
        far = Site(replace(site.shop, store=cloud.folder(), executor=address))

        there = far.run(photos)

    assert there == here and [one.code for one in there[1]] == ["photo-unreadable"]
    shutil.rmtree(site.shop.store)
    assert Site(replace(far.shop, executor="local")).run(photos[:2])[0].files == here[0].files
    assert stored(site) == []


def test_a_folder_for_the_store_is_named_from_the_site(good: Settings) -> None:
    assert workshop(replace(good, picture_cache="kept"), 1).store == str(good.root / "kept")
    assert workshop(replace(good, picture_cache="s3://bucket/kept"), 1).store == "s3://bucket/kept"
    assert workshop(good, 1).store == str(good.cache / "pictures")
