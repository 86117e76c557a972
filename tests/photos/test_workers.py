"""Work over processes or a cluster: every order comes back, and one that ends its worker takes no other with it."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator

import pytest

from changlang.photos.executor import LOCAL
from changlang.photos.workers import run_all


def double(number: int) -> tuple[int, int]:
    """Ends its process for 13, and has a fault for 0."""
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return number, 2 * number if number else number // number


def lost(number: int) -> tuple[int, int]:
    return number, -1


def doubled(numbers: Iterable[int]) -> dict[int, int]:
    return dict(run_all(double, numbers, lost, LOCAL, 2))


def loud(text: str) -> int:
    os.write(2, text.encode())
    return len(text)


def test_every_order_comes_back_with_its_result() -> None:
    assert doubled(range(1, 12)) == {number: 2 * number for number in range(1, 12)}


def test_an_order_that_ends_its_worker_is_told_and_all_others_are_done() -> None:
    numbers = [5, 13, 7, 8, 13 + 1, 9]

    assert doubled(numbers) == {5: 10, 13: -1, 7: 14, 8: 16, 14: 28, 9: 18}


def test_a_fault_of_ours_is_raised_and_not_told_as_an_officers() -> None:
    with pytest.raises(ZeroDivisionError):
        doubled([1, 0, 2])


def test_orders_are_not_made_before_there_is_a_worker_for_them() -> None:
    """An order of a cluster holds its original's bytes: an archive of them would not fit into memory."""
    waiting = 0

    def orders() -> Iterator[int]:
        nonlocal waiting
        for number in range(1, 41):
            waiting += 1
            yield number

    for count, _ in enumerate(run_all(double, orders(), lost, LOCAL, 2)):
        assert waiting - count <= 3


def test_what_decoders_print_stays_off_the_screen(capfd: pytest.CaptureFixture[str]) -> None:
    assert list(run_all(loud, ["TIFFReadDirectory: nonsense"], len, LOCAL, 1)) == [27]
    assert capfd.readouterr().err == ""
