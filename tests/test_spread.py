"""Work over processes: the same results in the same order, and no lost exception."""

from __future__ import annotations

import gc
import os

import pytest

from changlang.spread import WORTH_FORKING, spread, uncollected


def test_results_come_in_the_items_order_from_more_than_one_process() -> None:
    items = list(range(WORTH_FORKING * 3))
    parent = os.getpid()

    results = list(spread(lambda item: (item * 2, os.getpid()), items, jobs=2))

    assert [value for value, _ in results] == [item * 2 for item in items]
    assert all(process != parent for _, process in results)


def test_few_items_stay_in_this_process() -> None:
    assert set(spread(lambda _: os.getpid(), [1, 2, 3], jobs=8)) == {os.getpid()}


def test_an_exception_of_the_work_reaches_the_caller() -> None:
    def work(item: int) -> int:
        raise LookupError(item)

    with pytest.raises(LookupError):
        list(spread(work, list(range(WORTH_FORKING)), jobs=2))


def test_garbage_is_searched_for_again_afterwards_even_after_a_fault() -> None:
    with pytest.raises(LookupError), uncollected():
        assert not gc.isenabled()
        raise LookupError

    assert gc.isenabled()


def test_where_nobody_searches_for_garbage_nobody_begins_to() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
