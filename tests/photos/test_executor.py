"""Executors by their address: processes of this machine, a cluster, or why there is none."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest

from changlang.photos.derived import Unusable
from changlang.photos.executor import LOCAL, executor
from tests.photos.clouds import local_cluster


@pytest.fixture
def cluster() -> Iterator[Any]:
    with local_cluster() as found:
        yield found


def address(cluster: Any) -> str:
    return str(cluster.scheduler_address).replace("tcp://", "dask://")


def test_processes_of_this_machine_are_an_executor() -> None:
    with executor(LOCAL, 3) as (pool, window):
        assert (list(pool.map(abs, [-1, -2])), window) == ([1, 2], 3)


def test_a_cluster_is_one_too(cluster: Any) -> None:
    with executor(address(cluster), 1) as (pool, window):
        assert (list(pool.map(abs, [-1, -2])), window) == ([1, 2], 4)


@pytest.mark.parametrize(
    "where", ["dask://127.0.0.1:1", "dask://no-such-host.invalid:8786", "dask://127.0.0.1:70000", "dask://127.0.0.1"]
)
def test_where_no_cluster_answers_it_is_unusable(where: str) -> None:
    with pytest.raises(Unusable) as fault, executor(where, 1):
        pass

    assert (fault.value.code, fault.value.address) == ("picture-cluster", where)
    assert fault.value.reason


def test_without_the_clusters_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)

    with pytest.raises(Unusable) as fault, executor("dask://127.0.0.1:8786", 1):
        pass

    assert "changlang[cluster]" in fault.value.reason
