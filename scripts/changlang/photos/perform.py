"""One order for a worker: an original and a wish in, derivatives in the store and a short list of them out."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from changlang.photos.bounds import Bounds, bounded
from changlang.photos.decode import Refused
from changlang.photos.derive import derive
from changlang.photos.derived import LIST, Done, Wish, as_list
from changlang.photos.executor import LOCAL, executor, processes
from changlang.photos.store import store_at

# How many orders a cluster is given at once: its scheduler shares them out.
CLUSTER_WINDOW = 512


@dataclass(frozen=True, slots=True)
class Order:
    """`name` is `<original>/<wish>`; `original` a file that the worker can open, or its bytes."""

    name: str
    original: Path | bytes
    wish: Wish
    store: str
    bounds: Bounds = field(default_factory=Bounds)


def perform(order: Order) -> Done:
    """Derives one picture within its bounds. Whatever is wrong with the original is in what it returns."""
    try:
        with bounded(order.bounds):
            data = order.original if isinstance(order.original, bytes) else order.original.read_bytes()
            derived, files = derive(data, order.wish)
    except Refused as refused:
        return Done(order.name, None, refused.code, refused.named)
    except MemoryError:
        return Done(order.name, None, "photo-too-costly")
    except OSError as fault:
        return Done(order.name, None, "photo-unreadable", {"reason": fault.strerror or str(fault)})
    store = store_at(order.store)
    for name, made in files.items():
        store.write(f"{order.name}/{name}", made)
    store.write(f"{order.name}/{LIST}", as_list(derived))
    return Done(order.name, derived)


def perform_all(orders: Iterable[Order], address: str, jobs: int) -> Iterator[Done]:
    """Every order, as they are done. A worker that ends takes only its own picture with it.

    No more orders are under way than there are workers, so when one dies the culprit is among those few; each of
    them is then tried alone.
    """
    waiting = iter(orders)
    window = jobs if address == LOCAL else CLUSTER_WINDOW
    suspects: list[Order] = []
    more = True
    while more:
        with executor(address, jobs) as pool:
            more = yield from _window(pool, waiting, window, suspects)
        for order in suspects:
            yield _alone(order)
        suspects.clear()


def _window(
    pool: Executor, waiting: Iterator[Order], window: int, suspects: list[Order]
) -> Generator[Done, None, bool]:
    """Runs orders until none are left (and returns False) or a worker died (True, and `suspects` says with what)."""
    running: dict[Future[Done], Order] = {}
    while True:
        fresh = list(islice(waiting, window - len(running)))
        running |= {pool.submit(perform, order): order for order in fresh}
        if not running:
            return False
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            order = running.pop(future)
            try:
                yield future.result()
            except (BrokenExecutor, MemoryError):
                suspects += [order, *running.values()]
                return True


def _alone(order: Order) -> Done:
    with processes(1) as pool:
        try:
            return pool.submit(perform, order).result()
        except BrokenExecutor:
            return Done(order.name, None, "photo-too-costly")
