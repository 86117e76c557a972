"""One order for a worker: whatever its original is, it ends in whole derivatives in the store or in a reason."""

from __future__ import annotations

import hashlib
import struct
import zlib
from pathlib import Path

import pytest

from changlang.photos.bounds import Bounds
from changlang.photos.derived import LIST, Unusable, Wish, from_list
from changlang.photos.executor import LOCAL
from changlang.photos.perform import Order, perform, perform_all
from changlang.photos.recipe import JPEG, Recipe
from changlang.photos.store import store_at
from tests import pictures

WISH = Wish(Recipe(widths=(40,), cards=(), social=None, encodings=(JPEG,)))


def order(data: bytes, store: Path, name: str = "wish", original: Path | None = None, **bounds: float) -> Order:
    digest = hashlib.sha256(data).hexdigest()
    return Order(name, digest, original or data, WISH, str(store), Bounds(**bounds))  # type: ignore[arg-type]


def photograph() -> bytes:
    return pictures.jpeg(pictures.landscape(120, 90))


def large_png(width: int = 9000, height: int = 9000) -> bytes:
    """A small file that fills 300 MB."""
    rows = zlib.compressobj(1)
    body = b"".join(rows.compress(bytes(1 + 3 * width)) for _ in range(height)) + rows.flush()
    found = b"\x89PNG\r\n\x1a\n"
    for kind, part in (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", body),
        (b"IEND", b""),
    ):
        found += struct.pack(">I4s", len(part), kind) + part + struct.pack(">I", zlib.crc32(part, zlib.crc32(kind)))
    return found


def test_what_was_derived_stands_in_the_store_with_its_list(tmp_path: Path) -> None:
    done = perform(order(photograph(), tmp_path))

    store = store_at(str(tmp_path))
    assert done.derived and from_list(store.read(f"wish/{LIST}")) == done.derived
    for one in done.derived.whole:
        assert hashlib.sha256(store.read(f"wish/{one.name}")).hexdigest() == one.digest


@pytest.mark.parametrize(
    ("data", "code"),
    [(photograph()[:-900], "photo-unreadable"), (b"%!PS-Adobe-3.0 EPSF-3.0", "photo-unknown-format")],
)
def test_what_is_wrong_with_an_original_is_in_what_comes_back_and_nothing_is_stored(
    data: bytes, code: str, tmp_path: Path
) -> None:
    done = perform(order(data, tmp_path))

    assert (done.derived, done.fault) == (None, code)
    assert list(tmp_path.iterdir()) == []


def test_a_picture_that_fills_the_memory_is_told(tmp_path: Path) -> None:
    done = perform(order(large_png(), tmp_path, memory=100 << 20))

    assert done.fault == "photo-too-costly"
    assert perform(order(photograph(), tmp_path)).derived


def test_a_picture_that_takes_too_long_is_told_and_the_others_are_made(tmp_path: Path) -> None:
    orders = [order(photograph(), tmp_path, f"wish{number}") for number in range(3)]
    orders.insert(1, order(large_png(), tmp_path, "slow", seconds=0.05))

    done = {one.name: one for one in perform_all(orders, LOCAL, 2)}

    assert done["slow"].fault == "photo-too-costly"
    assert all(done[f"wish{number}"].derived for number in range(3))
    assert not (tmp_path / "slow").exists()


def test_a_file_that_changed_since_it_was_known_is_not_taken_for_what_it_was(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(photograph())

    assert perform(order(b"what it was", tmp_path / "store", original=file)).fault == "photo-unreadable"
    assert not (tmp_path / "store").exists()


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    done = perform(order(photograph(), tmp_path / "store", original=tmp_path / "gone.jpg"))

    assert (done.fault, done.named) == ("photo-unreadable", {"reason": "No such file or directory"})


def test_a_store_that_cannot_be_used_is_no_fault_of_the_picture(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file where the folder should be")

    with pytest.raises(Unusable):
        list(perform_all([order(photograph(), tmp_path / "store")], LOCAL, 1))
