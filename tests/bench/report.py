"""What was measured, as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cost:
    """Medians of a case: wall and CPU seconds; peaks in megabytes, of the largest process and of all."""

    wall: float
    cpu: float
    largest: float
    tree: float


@dataclass(frozen=True, slots=True)
class Output:
    """What a maker made: its HTML pages, all files, their bytes, and the median bytes of an event's page."""

    pages: int
    files: int
    bytes: int
    page_bytes: int


@dataclass(frozen=True, slots=True)
class Result:
    """One size of site. `costs` is by (maker, case), `stages` by case; the first of `makers` is ours."""

    records: int
    runs: int
    makers: tuple[str, ...]
    cases: tuple[str, ...]
    costs: Mapping[tuple[str, str], Cost]
    outputs: Mapping[str, Output]
    stages: Mapping[str, Mapping[str, float]]


def report(result: Result) -> str:
    """The tables of one size."""
    return "\n".join(
        [
            f"\n## {result.records:,} records, median of {result.runs}\n",
            *_table(("maker", "pages", "files", "MB", "bytes an event page"), _outputs(result)),
            "",
            *_table(
                ("maker", "case", "seconds", "CPU s", "largest process MB", "all processes MB", "times ours"),
                _costs(result),
            ),
            "",
            *_table(("stage, seconds", *result.cases), _stages(result)),
        ]
    )


def _table(head: Sequence[str], rows: Iterator[Sequence[str]]) -> Iterator[str]:
    yield _row(head)
    yield _row(["---", *["---:"] * (len(head) - 1)])
    yield from map(_row, rows)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _outputs(result: Result) -> Iterator[Sequence[str]]:
    for maker in result.makers:
        made = result.outputs[maker]
        yield maker, f"{made.pages:,}", f"{made.files:,}", f"{made.bytes / 1e6:.1f}", f"{made.page_bytes:,}"


def _costs(result: Result) -> Iterator[Sequence[str]]:
    for case in result.cases:
        own = result.costs[result.makers[0], case]
        for maker in result.makers:
            cost = result.costs[maker, case]
            numbers = (f"{cost.wall:.2f}", f"{cost.cpu:.2f}", f"{cost.largest:.0f}", f"{cost.tree:.0f}")
            yield maker, case, *numbers, f"{cost.wall / own.wall:.2f}"


def _stages(result: Result) -> Iterator[Sequence[str]]:
    names = dict.fromkeys(name for stages in result.stages.values() for name in stages)
    for name in names:
        yield name, *(f"{result.stages[case].get(name, 0):.3f}" for case in result.cases)
    yield "all", *(f"{sum(result.stages[case].values()):.3f}" for case in result.cases)
