"""What every command shares: where its site is, in which language it speaks, and the exit codes.

0 fine; 1 the content has errors and nothing was written; 2 wrong use or settings; 3 a fault of changlang's own.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from changlang.console import Console
from changlang.problems import has_errors
from changlang.settings import Settings, load_settings

FINE, CONTENT, USE, FAULT = 0, 1, 2, 3
# Problems of how a command was used, not of the content: the same records would do elsewhere.
WRONG_USE = frozenset({"target-busy", "target-not-ours", "picture-store", "picture-cluster", "print-no-board"})


@dataclass(frozen=True, slots=True)
class Session:
    config_file: Path
    language: str


class Command(click.Command):
    """A command whose help ends with examples, printed as they are written."""

    def __init__(self, *args: Any, examples: tuple[str, ...] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.examples = examples

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if self.examples:
            with formatter.section("Examples 示例"):
                formatter.write("".join(f"  {line}\n" for line in self.examples))


def settings_of(session: Session, console: Console) -> Settings:
    """The site's settings, or exit code 2 with what is wrong with them."""
    settings, problems = load_settings(session.config_file.absolute())
    console.report(problems)
    if settings is None or has_errors(problems):
        sys.exit(USE)
    return settings


def write_new(console: Console, folder: Path, files: Mapping[str, str]) -> None:
    """Writes files that are not there yet; an existing one is wrong use and nothing is written."""
    for path in files:
        if (folder / path).exists():
            raise click.UsageError(f"{folder / path} exists already · 已有这个文件")
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
        console.say("created", path=place)
