"""What stands in a store and goes into a release: pictures and recordings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from changlang.photos.store import Altered, Stored, fetched, store_at
from changlang.publish import release
from changlang.publish.release import Entry


def write_stored(
    folder: Path, address: str, files: Mapping[str, Stored], kept: Mapping[str, Entry]
) -> dict[str, Entry]:
    """Files by their path come out of the store one at a time, so that an archive need not fit into memory.

    `address` is the store's; what is `kept` stands in the folder already. Raises `Altered`.
    """
    store = store_at(address)
    return {
        path: Entry(one.digest, release.write(folder, path, fetched(store, one)), "")
        for path, one in files.items()
        if path not in kept
    }


def drop_altered(address: str, files: Iterable[Stored]) -> None:
    """Takes every file out of the store that is not what was put there, so that it is made anew."""
    store = store_at(address)
    for stored in files:
        with suppress(Altered):
            fetched(store, stored)
