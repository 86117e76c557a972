"""Where derivatives are kept between runs: a folder here, or an address that `fsspec` knows (`s3://bucket/folder`).

Names are `<wish>/<file>`; a wish is named by the digests of its original and of what is asked of it, a social card
by that of its words and its picture, so nothing is ever written twice with other contents.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from changlang.photos.derived import Unusable

# How wishes for social cards are named; all others are for pictures.
CARD = "card-"


class Store(Protocol):
    """What both kinds do. `read` raises `KeyError` for what is not there; `write` is all or nothing.

    Whatever else goes wrong is `Unusable`: no room, no right to write, an address where nothing answers.
    """

    def read(self, name: str) -> bytes: ...

    def read_all(self, names: Iterable[str]) -> Mapping[str, bytes]:
        """Those of the files that are there, by name."""

    def write(self, name: str, data: bytes) -> None: ...

    def wishes(self) -> Iterator[str]:
        """Every wish that has anything."""

    def remove(self, wish: str) -> None:
        """Everything of a wish; nothing where there is none."""


def store_at(address: str) -> Store:
    """The store at an address. Raises `Unusable` for one that nothing is installed for."""
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


def prune(store: Store, wanted: Iterable[str], kind: str = "") -> int:
    """Removes all that no record asks for any more, of pictures or (`CARD`) of cards, and says how many that were."""
    gone = {wish for wish in store.wishes() if wish.startswith(CARD) == (kind == CARD)} - set(wanted)
    for wish in gone:
        store.remove(wish)
    return len(gone)


@contextmanager
def _usable(address: str, *faults: type[Exception]) -> Iterator[None]:
    """The store's faults, as one that an officer can be told."""
    try:
        yield
    except KeyError:
        raise
    except faults as fault:
        raise Unusable("picture-store", address, getattr(fault, "strerror", None) or str(fault)) from None


class _Folder:
    def __init__(self, root: Path) -> None:
        self.root = root

    def read(self, name: str) -> bytes:
        try:
            return (self.root / name).read_bytes()
        except OSError:
            raise KeyError(name) from None

    def read_all(self, names: Iterable[str]) -> Mapping[str, bytes]:
        return dict(_there(self.read, names))

    def write(self, name: str, data: bytes) -> None:
        place = self.root / name
        with _usable(str(self.root), OSError):
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
            yield from (path.name for path in self.root.iterdir())

    def remove(self, wish: str) -> None:
        with _usable(str(self.root), OSError), suppress(FileNotFoundError):
            shutil.rmtree(self.root / wish)


def _there(read: Callable[[str], bytes], names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    for name in names:
        try:
            yield name, read(name)
        except KeyError:
            continue


class _Remote:
    """An object store; its access keys and its host come from where its own tools look for them."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")
        try:
            import fsspec
        except ImportError as fault:
            raise Unusable("picture-store", self.address, f"{fault}; pip install changlang[cluster]") from None
        self.files: Any
        with self._usable():
            self.files, self.root = fsspec.core.url_to_fs(self.address)

    def _usable(self) -> Any:
        return _usable(self.address, Exception)  # every protocol's library has faults of its own

    def read(self, name: str) -> bytes:
        with self._usable():
            try:
                return bytes(self.files.cat_file(f"{self.root}/{name}"))
            except FileNotFoundError:
                raise KeyError(name) from None

    def read_all(self, names: Iterable[str]) -> Mapping[str, bytes]:
        by_path = {f"{self.root}/{name}": name for name in names}
        with self._usable():
            found = self.files.cat(list(by_path), on_error="return") if by_path else {}
            faults = [one for one in found.values() if isinstance(one, Exception)]
            for fault in faults:
                if not isinstance(fault, FileNotFoundError):
                    raise fault
        return {by_path[path]: bytes(one) for path, one in found.items() if not isinstance(one, Exception)}

    def write(self, name: str, data: bytes) -> None:
        with self._usable():
            self.files.pipe_file(f"{self.root}/{name}", data)

    def wishes(self) -> Iterator[str]:
        with self._usable():
            self.files.invalidate_cache()
            try:
                found = self.files.ls(self.root, detail=False)
            except FileNotFoundError:
                found = []
        yield from (path.rstrip("/").rpartition("/")[2] for path in found)

    def remove(self, wish: str) -> None:
        with self._usable(), suppress(FileNotFoundError):
            self.files.rm(f"{self.root}/{wish}", recursive=True)
