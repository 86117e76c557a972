"""Two builds of one target never run at once."""

from __future__ import annotations

import multiprocessing
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from changlang.publish.lock import Busy, lock


def hold(target: Path, held: Event, leave: Event) -> None:
    with lock(target):
        held.set()
        leave.wait(20)


def test_a_second_build_of_the_same_target_is_refused_until_the_first_has_ended(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    held, leave = context.Event(), context.Event()
    other = context.Process(target=hold, args=(tmp_path / "site", held, leave))
    other.start()
    assert held.wait(20)

    with pytest.raises(Busy), lock(tmp_path / "site"):
        pass
    with lock(tmp_path / "another"):
        pass
    leave.set()
    other.join(20)
    with lock(tmp_path / "site"):
        pass


def test_a_killed_build_leaves_no_lock_behind(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    held, leave = context.Event(), context.Event()
    other = context.Process(target=hold, args=(tmp_path / "site", held, leave))
    other.start()
    assert held.wait(20)
    other.kill()
    other.join(20)

    with lock(tmp_path / "site"):
        pass
