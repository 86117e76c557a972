"""Where pictures are derived: processes of this machine, or a cluster. Both are `concurrent.futures.Executor`."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from changlang.photos.derived import Unusable

if TYPE_CHECKING:
    from concurrent.futures import Executor, ProcessPoolExecutor

LOCAL = "local"
CLUSTER = "dask://"
# How long a scheduler may take to answer, in seconds.
PATIENCE = 20
# What every worker needs; loaded once, in the process that workers are forked from.
NEEDED = "changlang.photos.perform"


@contextmanager
def executor(address: str, jobs: int) -> Iterator[tuple[Executor, int]]:
    """The executor at an address, and how many orders keep it busy.

    The address is `local`, or `dask://HOST:PORT` of a scheduler whose workers have changlang. Raises `Unusable` where
    the cluster's library is not installed or nothing answers.
    """
    if address == LOCAL:
        with processes(jobs) as pool:
            yield pool, jobs
        return
    with _cluster(address) as found:
        yield found


@contextmanager
def _cluster(address: str) -> Iterator[tuple[Executor, int]]:
    try:
        from distributed import Client
    except ImportError as fault:
        raise Unusable("picture-cluster", address, f"{fault}; pip install changlang[cluster]") from None
    host, _, port = address.removeprefix(CLUSTER).rpartition(":")
    try:
        socket.create_connection((host, int(port)), PATIENCE).close()  # says at once what the client waits out
        client: Any = Client(f"tcp://{host}:{port}", timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, OverflowError) as fault:
        raise Unusable("picture-cluster", address, getattr(fault, "strerror", None) or str(fault)) from None
    with client:
        cores = sum(client.ncores().values())
        yield client.get_executor(pure=False), 2 * max(1, cores)  # two each, so that none waits for bytes to arrive


def processes(jobs: int) -> ProcessPoolExecutor:
    """Fresh processes: they inherit nothing of this one, so what a picture costs is all that they hold."""
    import multiprocessing  # loaded where it is needed: most runs make no picture
    from concurrent.futures import ProcessPoolExecutor

    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload([NEEDED])
    return ProcessPoolExecutor(max(1, jobs), context, _silenced)


def _silenced() -> None:
    """What decoders written in C print of a foreign file is not for an officer's screen; its problem says it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
