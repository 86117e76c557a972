"""Runs one command and tells what it cost. A small process: a child's peak counts its parent's memory.

`python -m tests.bench.measure [--tree] COMMAND …` prints one line of JSON: exit code, wall and CPU seconds,
and the peak memory of the largest process in megabytes. With `--tree` memory is sampled all along, shared
pages counted once, which slows the command a little; `tree` is then the peak of all its processes together.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from time import perf_counter

SAMPLE_SECONDS = 0.05
KILOBYTES = 1000  # in a megabyte, as the kernel's kB are near enough


def run(command: list[str], tree: bool) -> dict[str, float]:
    """What a command cost; its output is dropped, but for its errors."""
    started = perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    done, peak = threading.Event(), [0]
    sampler = threading.Thread(target=_sample, args=(process.pid, done, peak))
    if tree:
        sampler.start()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    done.set()
    if tree:
        sampler.join()
    return {
        "code": process.returncode,
        "wall": seconds,
        "cpu": usage.ru_utime + usage.ru_stime,
        "largest": usage.ru_maxrss / KILOBYTES,
        "tree": peak[0] / KILOBYTES,
    }


def _sample(root: int, done: threading.Event, peak: list[int]) -> None:
    while not done.wait(SAMPLE_SECONDS):
        peak[0] = max(peak[0], sum(map(_proportional, tree(root))))


def tree(root: int) -> list[int]:
    """A process and all its descendants."""
    found = [root]
    for pid in found:
        try:
            tasks = list(Path(f"/proc/{pid}/task").iterdir())
            found += [int(child) for task in tasks for child in (task / "children").read_text().split()]
        except OSError:
            continue  # ended in the meantime
    return found


def _proportional(pid: int) -> int:
    """Kilobytes of a process, each shared page divided among those that share it."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    arguments = sys.argv[1:]
    sampled = arguments[0] == "--tree"
    print(json.dumps(run(arguments[sampled:], sampled)))
