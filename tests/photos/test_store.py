"""Where derivatives are kept: a folder, or an object store (a real S3 protocol, served within the test)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from s3fs import S3FileSystem

from changlang.photos.derived import Unusable
from changlang.photos.store import Altered, Store, Stored, fetched, prune, store_at
from tests.photos.clouds import ObjectStore


@pytest.fixture(params=["folder", "s3"])
def store(request: pytest.FixtureRequest, tmp_path: Path, cloud: ObjectStore) -> Store:
    return store_at(str(tmp_path / "deep" / "store") if request.param == "folder" else cloud.folder())


def test_what_was_written_is_read_again(store: Store) -> None:
    store.write("wish/320.jpg", b"bytes")
    store.write("wish/picture.json", b"{}")

    assert store.read("wish/320.jpg") == b"bytes"
    assert store.read_all(["wish/320.jpg", "wish/none", "other/none"]) == {"wish/320.jpg": b"bytes"}
    assert store.read_all([]) == {}


def test_what_is_not_there_is_a_key_error(store: Store) -> None:
    with pytest.raises(KeyError):
        store.read("wish/320.jpg")


def test_what_nobody_asks_for_any_more_is_removed(store: Store) -> None:
    assert list(store.wishes()) == [] and prune(store, {"kept"}) == 0
    for name in ("kept/320.jpg", "gone/320.jpg", "gone/640.jpg"):
        store.write(name, b"bytes")

    assert prune(store, {"kept", "never made"}) == 1
    assert list(store.wishes()) == ["kept"]
    assert store.read("kept/320.jpg") == b"bytes"
    with pytest.raises(KeyError):
        store.read("gone/640.jpg")


@pytest.mark.parametrize("found", [b"altered", None])
def test_a_file_that_is_not_as_it_was_made_leaves_with_its_picture(store: Store, found: bytes | None) -> None:
    wanted = Stored("wish/320.jpg", hashlib.sha256(b"bytes").hexdigest())
    store.write("wish/picture.json", b"{}")
    store.write("wish/320.jpg", b"bytes")
    assert fetched(store, wanted) == b"bytes"
    if found is None:
        wanted = Stored("wish/640.jpg", wanted.digest)
    else:
        store.write("wish/320.jpg", found)

    with pytest.raises(Altered):
        fetched(store, wanted)

    assert list(store.wishes()) == []


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = store_at(str(tmp_path))
    store.write("wish/320.jpg", b"first")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(Unusable) as fault:
        store.write("wish/320.jpg", b"second")

    assert (fault.value.code, fault.value.reason) == ("picture-store", "No space left on device")
    assert [path.name for path in (tmp_path / "wish").iterdir()] == ["320.jpg"]
    assert store.read("wish/320.jpg") == b"first"


def test_a_folder_that_is_a_file_is_unusable(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("no folder")

    with pytest.raises(Unusable):
        store_at(str(tmp_path / "store")).write("wish/320.jpg", b"bytes")


def test_an_address_of_no_known_kind_is_unusable() -> None:
    with pytest.raises(Unusable) as fault:
        store_at("nowhere://bucket")

    assert fault.value.address == "nowhere://bucket" and "nowhere" in fault.value.reason


def operations(store: Store) -> Iterator[object]:
    yield lambda: store.read("wish/320.jpg")
    yield lambda: store.read_all(["wish/320.jpg"])
    yield lambda: store.write("wish/320.jpg", b"bytes")
    yield lambda: list(store.wishes())


@pytest.mark.parametrize("number", range(4))
def test_a_store_that_does_not_answer_is_unusable(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    S3FileSystem.clear_instance_cache()  # it keeps its connections, to wherever they lead
    store = store_at("s3://yunchuan/pictures")

    with pytest.raises(Unusable) as fault:
        list(operations(store))[number]()  # type: ignore[operator]

    assert fault.value.code == "picture-store" and fault.value.reason


def test_a_bucket_that_does_not_exist_is_unusable(cloud: ObjectStore) -> None:
    with pytest.raises(Unusable):
        store_at("s3://no-such-bucket/pictures").write("wish/320.jpg", b"bytes")
