"""Work on foreign files, each piece in a process that may die of it without taking anything else along."""

from __future__ import annotations

from asyncio import CancelledError
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from itertools import islice
from typing import TypeVar

from changlang.photos.derived import Unusable
from changlang.photos.executor import executor, processes

Order = TypeVar("Order")
Result = TypeVar("Result")


def run_all(
    work: Callable[[Order], Result],
    orders: Iterable[Order],
    lost: Callable[[Order], Result],
    address: str,
    jobs: int,
) -> Iterator[Result]:
    """The result of every order, as they are done; `lost` gives that of one whose worker died of it.

    Few more orders are under way than there are workers, so when one dies the culprit is among those; each of them is
    then tried alone, here. Raises `Unusable` where the executor is, and whatever else `work` raises.
    """
    waiting = iter(orders)
    more = True
    while more:
        suspects: list[Order] = []
        with executor(address, jobs) as (pool, window):
            more = yield from _window(pool, work, waiting, window, suspects)
        for order in suspects:
            yield _alone(work, order, lost)


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
        for order in islice(waiting, window - len(running)):
            running[pool.submit(work, order)] = order
        if not running:
            return False
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            order = running.pop(future)
            try:
                yield future.result()
            except Unusable:
                raise
            except (Exception, CancelledError):  # each kind of executor says in its own way that a worker is gone
                suspects += [order, *running.values()]
                return True


def _alone(work: Callable[[Order], Result], order: Order, lost: Callable[[Order], Result]) -> Result:
    """One order in a process of its own. What was a fault of ours, and no worker's end, is raised by it again."""
    with processes(1) as pool:
        try:
            return pool.submit(work, order).result()
        except BrokenExecutor:
            return lost(order)
