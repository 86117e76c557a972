"""How long the codes of many boards and the pages behind them take, and how heavy the heaviest page is.

    python -m tests.bench.board_pages [--boards 1000]

The site is Yunchuan's small one. It is built as it is, then with all the boards, then after one of them has changed.
"""

from __future__ import annotations

import argparse
import gzip
import tempfile
from pathlib import Path
from time import perf_counter

from changlang import pipeline
from changlang.pipeline import Outcome
from changlang.settings import Settings
from changlang.spread import cores
from tests.bench.boards import codes_of, site_with


def main() -> None:
    count = _count()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        alone, _ = _built(site_with(Path(folder, "alone"), codes_of(1)))
        started = perf_counter()
        codes = codes_of(count)
        coded = perf_counter() - started
        settings = site_with(Path(folder, "many"), codes)
        total, outcome = _built(settings)
        _rename_one(settings)
        again, _ = _built(settings)
        heaviest = max(len(gzip.compress(path.read_bytes())) for path in settings.site_dir.glob("B/*/index.html"))
    print(f"{count} boards, {cores()} at once")
    print(f"  their codes                         {coded:6.2f} s")
    print(f"  their pages, both languages         {outcome.seconds['boards']:6.2f} s")
    print(f"  the whole site from nothing         {total:6.2f} s; with one board {alone:.2f} s")
    print(f"  the whole site, one board changed   {again:6.2f} s")
    print(f"  the heaviest page, compressed       {heaviest / 1024:6.1f} KiB")


def _count() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.board_pages", description=__doc__)
    parser.add_argument("--boards", type=int, default=1000, help="how many boards (default: 1000)")
    return int(parser.parse_args().boards)


def _built(settings: Settings) -> tuple[float, Outcome]:
    started = perf_counter()
    outcome = pipeline.build(settings, settings.site_dir)
    if outcome.written is None:
        raise SystemExit("\n".join(map(str, outcome.problems)))
    return perf_counter() - started, outcome


def _rename_one(settings: Settings) -> None:
    path = settings.content / "boards" / "boards.yml"
    path.write_text(path.read_text("utf-8").replace("水坝上的人们", "水坝上的人", 1), "utf-8")


if __name__ == "__main__":
    main()
