"""Jinja as every template of ours is read: what is printed is escaped, and a name that there is not is a fault."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).parent / "templates"


def jinja(folders: Iterable[Path] = (TEMPLATES,)) -> Environment:
    """An environment for the templates of some folders; the first that has one wins."""
    return Environment(
        loader=FileSystemLoader(list(folders)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
