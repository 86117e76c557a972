"""Where derivatives are kept between runs: a folder here, or an address that `fsspec` knows (`s3://bucket/folder`).

Names are `<original>/<wish>/<file>`, both parts digests, so nothing is ever written twice with other bytes.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol


class Store(Protocol):
    """What both kinds do. `read` raises `KeyError` for what is not there; `write` is all or nothing."""

    def read(self, name: str) -> bytes: ...

    def write(self, name: str, data: bytes) -> None: ...

    def wishes(self) -> Iterator[str]:
        """Every `<original>/<wish>` that has anything."""

    def remove(self, wish: str) -> None: ...


def store_at(address: str) -> Store:
    """The store at an address. Raises `ImportError` where what its protocol needs is not installed."""
    return _Remote(address) if "://" in address else _Folder(Path(address))


@dataclass(frozen=True, slots=True)
class Stored:
    """A file of the store: its name there, and the SHA-256 that its bytes must have."""

    name: str
    digest: str


class Altered(Exception):
    """A file of the store is not what was put there; its picture has left the store, to be made anew."""


def fetched(store: Store, wanted: Stored) -> bytes:
    """A file just as it was made. One that was altered since is taken out with its picture, which is then made anew.

    Raises `Altered` for one that is not there any more or was altered.
    """
    try:
        data = store.read(wanted.name)
    except KeyError:
        data = b""
    if hashlib.sha256(data).hexdigest() != wanted.digest:
        store.remove(wanted.name.rpartition("/")[0])
        raise Altered(wanted.name)
    return data


def prune(store: Store, wanted: Iterable[str]) -> int:
    """Removes every derivative that no record asks for any more, and says how many pictures that were."""
    gone = set(store.wishes()) - set(wanted)
    for wish in gone:
        store.remove(wish)
    return len(gone)


class _Folder:
    def __init__(self, root: Path) -> None:
        self.root = root

    def read(self, name: str) -> bytes:
        try:
            return (self.root / name).read_bytes()
        except OSError:
            raise KeyError(name) from None

    def write(self, name: str, data: bytes) -> None:
        place = self.root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=place.parent, prefix=".")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(unfinished).replace(place)
        except BaseException:
            Path(unfinished).unlink(missing_ok=True)
            raise

    def wishes(self) -> Iterator[str]:
        if self.root.is_dir():
            yield from (path.relative_to(self.root).as_posix() for path in self.root.glob("*/*"))

    def remove(self, wish: str) -> None:
        place = self.root / wish
        shutil.rmtree(place, ignore_errors=True)
        if place.parent.is_dir() and not any(place.parent.iterdir()):
            place.parent.rmdir()


class _Remote:
    """An object store; its access keys and its host come from where its own tools look for them."""

    def __init__(self, address: str) -> None:
        import fsspec

        self.files: Any
        self.files, self.root = fsspec.core.url_to_fs(address.rstrip("/"))

    def read(self, name: str) -> bytes:
        try:
            return bytes(self.files.cat_file(f"{self.root}/{name}"))
        except FileNotFoundError:
            raise KeyError(name) from None

    def write(self, name: str, data: bytes) -> None:
        self.files.pipe_file(f"{self.root}/{name}", data)

    def wishes(self) -> Iterator[str]:
        self.files.invalidate_cache()
        found = self.files.find(self.root)
        yield from {"/".join(path.removeprefix(f"{self.root}/").split("/")[:2]) for path in found}

    def remove(self, wish: str) -> None:
        self.files.rm(f"{self.root}/{wish}", recursive=True)
