"""What a picture may cost: beyond it its worker stops, and the worker's own process is as it was afterwards."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
import threading
import time

import pytest

from changlang.photos.bounds import Bounds, bounded


def test_too_much_memory_is_an_error_that_can_be_told() -> None:
    with pytest.raises(MemoryError), bounded(Bounds(memory=64 << 20)):
        bytearray(256 << 20)

    assert len(bytearray(256 << 20)) == 256 << 20


def test_afterwards_nothing_is_bounded_any_more() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGALRM)
    with bounded(Bounds(seconds=0.2)):
        assert resource.getrlimit(resource.RLIMIT_AS) != before[0]
    time.sleep(0.3)

    assert (resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGALRM)) == before


def test_what_takes_too_long_ends_its_process() -> None:
    """Even where no Python runs any more: the pattern below would keep the expression engine for years."""
    script = (
        "import re; from changlang.photos.bounds import Bounds, bounded\n"
        "with bounded(Bounds(seconds=0.2)): re.fullmatch('(a+)+b', 'a' * 60)"
    )

    done = subprocess.run([sys.executable, "-c", script], timeout=60)

    assert done.returncode == -signal.SIGALRM


def test_beside_other_threads_nothing_is_bounded() -> None:
    """Both bounds are a whole process's: a cluster's worker does other work in it."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    found: list[object] = []

    def work() -> None:
        with bounded(Bounds(memory=1 << 20)):
            found.append((resource.getrlimit(resource.RLIMIT_AS), len(bytearray(64 << 20))))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert found == [(before, 64 << 20)]
