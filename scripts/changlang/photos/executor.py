"""Where pictures are derived: processes of this machine, or a cluster. Both are `concurrent.futures.Executor`."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager

LOCAL = "local"
CLUSTER = "dask://"


@contextmanager
def executor(address: str, jobs: int) -> Iterator[Executor]:
    """The executor at an address: `local`, or `dask://HOST:PORT` of a scheduler whose workers have changlang.

    Raises `ImportError` where the cluster's library is not installed, `OSError` where nothing answers.
    """
    if address == LOCAL:
        with processes(jobs) as pool:
            yield pool
        return
    from distributed import Client

    with Client(address.replace(CLUSTER, "tcp://", 1), timeout="20s", set_as_default=False) as client:  # type: ignore[no-untyped-call]
        yield client.get_executor(pure=False)


def processes(jobs: int) -> ProcessPoolExecutor:
    """Fresh processes: they inherit nothing of this one, so what a picture costs is all that they hold."""
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    return ProcessPoolExecutor(max(1, jobs), multiprocessing.get_context(method))
