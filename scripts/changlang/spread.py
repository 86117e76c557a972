"""Spreads independent work over processes that inherit what they need, so that nothing large is copied to them."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Forking costs some 30 ms a process; below this many items one process is done sooner.
WORTH_FORKING = 200

# What a child is to do; set before the fork and inherited, because a closure cannot be sent.
_inherited: list[tuple[Callable[..., Any], Sequence[Any]]] = []


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for garbage while a hundred thousand objects are made that all stay: it would double the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def cores() -> int:
    """How many processes may run at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(work: Callable[[Item], Result], items: Sequence[Item], jobs: int) -> Iterator[Result]:
    """`work` of every item, in the items' order. An exception of `work` is raised here and ends the rest.

    Runs in this process where there is little to do, one job is asked for or the system cannot fork.
    """
    if jobs < 2 or len(items) < WORTH_FORKING or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(work, items)
        return
    _inherited.append((work, items))
    gc.freeze()  # the parent's objects stay out of the children's collections, and so out of their copied pages
    try:
        with multiprocessing.get_context("fork").Pool(jobs) as pool:
            size = max(1, min(256, len(items) // (jobs * 4)))
            starts = range(0, len(items), size)
            for results in pool.imap(_work_on, [(start, start + size) for start in starts]):
                yield from results
    finally:
        gc.unfreeze()
        _inherited.pop()


def _work_on(slice_: tuple[int, int]) -> list[Any]:
    gc.disable()  # a child ends soon, and what it makes is let go by count
    work, items = _inherited[-1]
    return [work(item) for item in items[slice(*slice_)]]
