"""One order for a worker: an original and a wish in, derivatives in the store and a short list of them out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from changlang.photos.bounds import Bounds, bounded
from changlang.photos.decode import Refused
from changlang.photos.derive import derive
from changlang.photos.derived import LIST, Done, Wish, as_list
from changlang.photos.store import store_at


@dataclass(frozen=True, slots=True)
class Order:
    """`name` is the wish's in the store, `digest` that of the original, `original` a file to open, or its bytes."""

    name: str
    digest: str
    original: Path | bytes
    wish: Wish
    store: str
    bounds: Bounds = field(default_factory=Bounds)


def perform(order: Order) -> Done:
    """Derives one picture within its bounds. Whatever is wrong with the original is in what it returns.

    Raises `Unusable` where the store is.
    """
    try:
        with bounded(order.bounds):
            derived, files = derive(_bytes(order), order.wish)
    except Refused as refused:
        return Done(order.name, None, refused.code, refused.named)
    except MemoryError:
        return Done(order.name, None, "photo-too-costly")
    store = store_at(order.store)
    for name, made in files.items():
        store.write(f"{order.name}/{name}", made)
    store.write(f"{order.name}/{LIST}", as_list(derived))
    return Done(order.name, derived)


def _bytes(order: Order) -> bytes:
    """The original, if it still is what it was when it was ordered."""
    try:
        data = order.original if isinstance(order.original, bytes) else order.original.read_bytes()
    except OSError as fault:
        raise Refused("photo-unreadable", reason=fault.strerror or fault) from None
    if hashlib.sha256(data).hexdigest() != order.digest:
        raise Refused("photo-unreadable", reason="it changed while it was read")
    return data


def perform_all(orders: Iterable[Order], address: str, jobs: int) -> Iterator[Done]:
    """Every order, as they are done. Raises `Unusable` where the executor or the store is."""
    from changlang.photos.workers import run_all  # what workers themselves do without

    return run_all(perform, orders, _lost, address, jobs)


def _lost(order: Order) -> Done:
    return Done(order.name, None, "photo-too-costly")
