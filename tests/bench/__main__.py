"""The benchmark: sites of so many records, built cold, after one changed record, and unchanged.

Every build is a whole process, as an officer starts it. Makers take turns within a run, so that a slow moment
of the machine meets all of them; what is shown is the median of the runs.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from tests.bench.generate import Story, stories
from tests.bench.maker import Maker
from tests.bench.peers import MKDOCS, PEERS
from tests.bench.report import Cost, Output, Result, report
from tests.bench.site import CHANGLANG

ROOT = Path(__file__).parents[2]
CASES = ("cold", "one changed", "unchanged")


def main() -> None:
    options = _options()
    makers = (CHANGLANG, *(PEERS if options.peers else ()))
    for count in options.records:
        chosen = [maker for maker in makers if maker is not MKDOCS or count <= options.mkdocs_up_to]
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            result = _measured(Path(folder), count, chosen, options.runs)
        print(report(result), flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("records", type=int, nargs="+", help="how many records a site has")
    parser.add_argument("--peers", action="store_true", help="build the same records with Hugo and MkDocs too")
    parser.add_argument("--runs", type=_positive, default=3, help="timed runs; one more measures memory (default: 3)")
    parser.add_argument("--mkdocs-up-to", type=int, default=1000, help="the largest site for MkDocs (default: 1000)")
    return parser.parse_args()


def _positive(text: str) -> int:
    if int(text) < 1:
        raise ValueError(text)
    return int(text)


def _measured(folder: Path, count: int, makers: Sequence[Maker], runs: int) -> Result:
    """Every maker's costs, case by case, and our own stages."""
    told = stories(count)
    places = {maker.name: folder / str(number) for number, maker in enumerate(makers)}
    page_bytes = 0
    for maker in makers:
        place = places[maker.name]
        maker.write(place, told, page_bytes)
        if maker is CHANGLANG:
            _cost(maker, place, tree=False)
            page_bytes = _page_bytes(place / maker.output, told)
    costs: dict[tuple[str, str], list[Cost]] = {}
    for run in range(runs + 1):
        for case in CASES:
            for maker in makers:
                _prepare(maker, places[maker.name], case, told[count // 2], run)
                costs.setdefault((maker.name, case), []).append(_cost(maker, places[maker.name], tree=run == 0))
    return Result(
        records=count,
        runs=runs,
        makers=tuple(maker.name for maker in makers),
        cases=CASES,
        costs={key: _middle(found) for key, found in costs.items()},
        outputs={maker.name: _output(places[maker.name] / maker.output, told) for maker in makers},
        stages=dict(_stages(places[CHANGLANG.name], told[count // 2])),
    )


def _prepare(maker: Maker, place: Path, case: str, story: Story, run: int) -> None:
    if case == "cold":
        maker.forget(place)
    elif case == "one changed":
        maker.change(place, story, run)


def _cost(maker: Maker, place: Path, tree: bool) -> Cost:
    """One build. The disk first finishes what is left to write, so that nobody pays for the one before."""
    os.sync()
    found = _told("tests.bench.measure", *(["--tree"] if tree else []), *maker.command(place))
    if found["code"]:
        raise SystemExit(f"{maker.name} failed in {place}")
    return Cost(found["wall"], found["cpu"], found["largest"], found["tree"])


def _told(module: str, *arguments: str) -> dict[str, float]:
    """What another process of the benchmark prints."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, cwd=ROOT)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _middle(found: Sequence[Cost]) -> Cost:
    """Medians of the timed runs; the first run was for memory."""
    sampled, *timed = found
    return Cost(
        median(cost.wall for cost in timed),
        median(cost.cpu for cost in timed),
        max(cost.largest for cost in timed),
        sampled.tree,
    )


def _output(folder: Path, told: Sequence[Story]) -> Output:
    files = [path for path in folder.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    return Output(pages, len(files), sum(path.stat().st_size for path in files), _page_bytes(folder, told))


def _page_bytes(folder: Path, told: Sequence[Story]) -> int:
    return round(median((folder / f"events/{story.ident}/index.html").stat().st_size for story in told))


def _stages(place: Path, story: Story) -> Iterator[tuple[str, dict[str, float]]]:
    for case in CASES:
        _prepare(CHANGLANG, place, case, story, -1)
        yield case, _told("tests.bench.stages", str(place / "mkdocs.yml"))


if __name__ == "__main__":
    main()
