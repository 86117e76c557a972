"""One address of every kind of page of Datong's site."""

from __future__ import annotations

from pathlib import Path

from changlang import urls

LISTS = (
    "columns",
    "events",
    "people",
    "photos",
    "figures",
    "timeline",
    "boards",
    "tags",
    "glossary",
    "about",
    "search",
    "search/a-z",
)
ONE_OF = ("columns", "events", "people", "photos", "tags")
KINDS = ("home", *LISTS, "about/sources", "events/year/2020", *(f"one of {folder}" for folder in ONE_OF))


def address_of(site: Path, kind: str, language: str) -> str:
    """The page's address below the site, in one of its languages."""
    prefix = "en/" if language == "en" else ""
    if kind == "home":
        return prefix
    if not kind.startswith("one of "):
        return f"{prefix}{kind}/"
    folder = kind.removeprefix("one of ")
    found = sorted(path.parent.name for path in (site / folder).glob("*/index.html"))
    return f"{prefix}{folder}/{next(name for name in found if name not in urls.RESERVED)}/"
