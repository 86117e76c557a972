"""What a kiosk of so many records weighs, and how soon its pages stand on the screen.

    python -m tests.bench.kiosk 2000

Pages are opened from the folder in a real browser, the home page in a fresh one: milliseconds from the address to
the first picture after everything has loaded. All home, list and search pages are opened, and records by chance.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import Browser, Page

from changlang import pipeline
from changlang.settings import load_settings
from tests.bench.generate import stories
from tests.bench.site import write_site
from tests.chromium import chromium

RECORDS, HOMES = 300, 5
MEGABYTE = 1_000_000
# From the beginning of the navigation to the frame after the load event.
OPENED = """() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.kiosk", description=__doc__)
    parser.add_argument("records", type=int, nargs="?", default=2000)
    count: int = parser.parse_args().records
    with tempfile.TemporaryDirectory(prefix="bench-kiosk-") as place:
        folder, seconds, pages = _built(Path(place), count)
        print(f"{count} records, {pages} pages, made in {seconds:.1f} s")
        for part, weight in _weights(folder).items():
            print(f"  {part:<28} {weight / MEGABYTE:8.2f} MB")
        with chromium() as browser:
            homes = [_home(browser, folder) for _ in range(HOMES)]
            print(f"home page in a fresh browser: {median(homes):.0f} ms (slowest of {HOMES}: {max(homes):.0f})")
            times = _times(browser, folder)
        slowest = sorted(times, key=lambda path: -times[path])[:5]
        print(f"{len(times)} other pages: median {median(times.values()):.0f} ms; the slowest:")
        print("\n".join(f"  {times[path]:6.0f} ms  {path}" for path in slowest))


def _built(place: Path, count: int) -> tuple[Path, float, int]:
    write_site(place / "site", stories(count))
    settings, problems = load_settings(place / "site" / "mkdocs.yml")
    assert settings is not None, problems
    started = perf_counter()
    outcome = pipeline.kiosk(replace(settings, cache=place / "cache"), place / "kiosk")
    assert outcome.written, outcome.problems
    return place / "kiosk", perf_counter() - started, outcome.pages


def _weights(folder: Path) -> Mapping[str, int]:
    """Bytes by what they are for; pictures are none of it."""
    found: dict[str, int] = {}
    for path in folder.rglob("*"):
        if not path.is_file() or path.relative_to(folder).parts[0] == "pictures":
            continue
        inside = path.relative_to(folder)
        part = "pages" if path.suffix == ".html" else inside.parts[0] if len(inside.parts) > 1 else "beside them"
        found[part] = found.get(part, 0) + path.stat().st_size
    return {**found, "all, without pictures": sum(found.values()), "the archive": _archive(folder)}


def _archive(folder: Path) -> int:
    return folder.with_name(f"{folder.name}.zip").stat().st_size


def _home(browser: Browser, folder: Path) -> float:
    context = browser.new_context(viewport={"width": 1080, "height": 1920}, has_touch=True)
    milliseconds = _opened(context.new_page(), folder / "index.html")
    context.close()
    return milliseconds


def _times(browser: Browser, folder: Path) -> dict[str, float]:
    """Milliseconds by path; one page of the browser after the other, as a visitor goes."""
    context = browser.new_context(viewport={"width": 1080, "height": 1920}, has_touch=True)
    page = context.new_page()
    _opened(page, folder / "index.html")
    times = {path.relative_to(folder).as_posix(): _opened(page, path) for path in _chosen(folder)}
    context.close()
    return times


def _chosen(folder: Path) -> Iterator[Path]:
    every = sorted(folder.rglob("*.html"))
    records = [path for path in every if path.parts[-3] == "events"]
    yield from (path for path in every if path not in set(records))
    yield from random.Random(6).sample(records, min(RECORDS, len(records)))


def _opened(page: Page, path: Path) -> float:
    page.goto(path.as_uri())
    return float(page.evaluate(OPENED))


if __name__ == "__main__":
    main()
