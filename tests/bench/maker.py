"""What the benchmark needs to know of a program that makes sites."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.generate import Story


@dataclass(frozen=True, slots=True)
class Maker:
    """`write` lays out a site of some events in an empty folder; its pages are to have about so many bytes.

    `command` builds the site of a folder into its `output`. `made` is all that a cold build starts without.
    """

    name: str
    write: Callable[[Path, Sequence[Story], int], None]
    command: Callable[[Path], list[str]]
    chinese: Callable[[Story], str]
    output: str
    made: tuple[str, ...]

    def forget(self, folder: Path) -> None:
        """Takes away everything that former builds left."""
        for name in self.made:
            shutil.rmtree(folder / name, ignore_errors=True)

    def change(self, folder: Path, story: Story, number: int) -> None:
        """Adds a sentence to the Chinese text of one record, another one for each number."""
        path = folder / self.chinese(story)
        path.write_text(f"{path.read_text('utf-8')}\n本条记录补充说明之{number}。\n", "utf-8")


def write_files(folder: Path, files: Sequence[tuple[str, str]]) -> None:
    for path, text in files:
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
