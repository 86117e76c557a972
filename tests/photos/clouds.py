"""A province's machines within the test run: an object store of moto's server, a cluster of two processes."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

BUCKET = "yunchuan"


@dataclass(frozen=True, slots=True)
class ObjectStore:
    """Where it answers. `folder` is an address that nobody has used yet."""

    endpoint: str

    def folder(self) -> str:
        return f"s3://{BUCKET}/{uuid.uuid4().hex}"


def local_cluster() -> Any:
    """A scheduler and two workers of this machine, as a context."""
    from distributed import LocalCluster

    workers: Any = LocalCluster
    return workers(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50)
