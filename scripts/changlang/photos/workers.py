"""Work on foreign files, each piece in a process that may die of it without taking anything else along."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from itertools import islice
from typing import TypeVar

from changlang.photos.executor import LOCAL, executor, processes

Order = TypeVar("Order")
Result = TypeVar("Result")

# How many orders a cluster is given at once: its scheduler shares them out.
CLUSTER_WINDOW = 512


def run_all(
    work: Callable[[Order], Result],
    orders: Iterable[Order],
    lost: Callable[[Order], Result],
    address: str,
    jobs: int,
) -> Iterator[Result]:
    """The result of every order, as they are done; `lost` gives that of one whose worker died of it.

    No more orders are under way than there are workers, so when one dies the culprit is among those few; each of
    them is then tried alone.
    """
    waiting = iter(orders)
    window = jobs if address == LOCAL else CLUSTER_WINDOW
    suspects: list[Order] = []
    more = True
    while more:
        with executor(address, jobs) as pool:
            more = yield from _window(pool, work, waiting, window, suspects)
        for order in suspects:
            yield _alone(work, order, lost)
        suspects.clear()


def _window(
    pool: Executor,
    work: Callable[[Order], Result],
    waiting: Iterator[Order],
    window: int,
    suspects: list[Order],
) -> Generator[Result, None, bool]:
    """Runs orders until none are left (and returns False) or a worker died (True, and `suspects` says with what)."""
    running: dict[Future[Result], Order] = {}
    while True:
        fresh = list(islice(waiting, window - len(running)))
        running |= {pool.submit(work, order): order for order in fresh}
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


def _alone(work: Callable[[Order], Result], order: Order, lost: Callable[[Order], Result]) -> Result:
    with processes(1) as pool:
        try:
            return pool.submit(work, order).result()
        except BrokenExecutor:
            return lost(order)
