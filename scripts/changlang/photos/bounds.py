"""What one picture may cost its worker: seconds and memory. Beyond it the worker ends, and nobody else with it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

try:
    import resource
except ImportError:  # Windows: workers are bounded by the number of pixels alone
    resource = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Bounds:
    """`memory` is bytes beyond what the worker has already; `pixels` is checked before anything is decoded."""

    seconds: float = 180.0
    memory: int = 1 << 30
    pixels: int = 100_000_000


@contextmanager
def bounded(bounds: Bounds) -> Iterator[None]:
    """Runs its block within bounds: too much memory raises `MemoryError`, too long ends the process.

    A decoder that hangs runs no Python, so nothing but the end of its process stops it; whoever waits for it learns
    that from the executor. Both bounds are a whole process's, so they are set for one that does nothing else: off the
    main thread (a cluster's worker) the cluster's own limits hold.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    with _memory(bounds.memory), _clock(bounds.seconds):
        yield


@contextmanager
def _clock(seconds: float) -> Iterator[None]:
    if not hasattr(signal, "setitimer"):  # Windows
        yield
        return
    former = signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, former)


@contextmanager
def _memory(beyond: int) -> Iterator[None]:
    size = _address_space()
    if resource is None or size is None:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = size + beyond
    resource.setrlimit(resource.RLIMIT_AS, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _address_space() -> int | None:
    """Bytes of address space that this process has (proc(5), statm); None where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * (resource.getpagesize() if resource else 0)
    except OSError:
        return None
