"""A new site: a small city of placeholders that builds as it is, to be replaced page by page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

SKELETON = Path(__file__).parent / "skeleton"


def new_site() -> Mapping[str, str]:
    """Path below the new site's folder → text."""
    return {
        path.relative_to(SKELETON).as_posix(): path.read_text("utf-8")
        for path in sorted(SKELETON.rglob("*"))
        if path.is_file()
    }
