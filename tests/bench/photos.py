"""What pictures cost: twelve-megapixel photographs to several widths and formats, beside Eleventy's (sharp, libvips).

    python -m tests.bench.photos [--pictures 60] [--runs 3]

Both are whole processes that take turns, given the same originals, widths, formats and qualities; what is shown is
the median of the runs. AVIF is compared on fewer pictures, because the peer takes its time over it. SSIM is told as
what is lost against the best that could be done: every size made from the whole picture with Lanczos and written by
our encoder. The peer's package is fetched when the benchmark runs.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import cv2
import numpy as np
from PIL import Image, ImageOps

from changlang.photos.executor import processes
from changlang.photos.recipe import AVIF, JPEG, WEBP, Encoding, Recipe
from changlang.spread import cores
from tests.bench.derive import RECIPES
from tests.bench.measure import tree
from tests.pictures import jpeg, landscape

CACHE = Path(__file__).parents[2] / ".cache" / "bench-photos"
PEER = "@11ty/eleventy-img"
TWELVE, TWENTY_FOUR = (4000, 3000), (6000, 4000)
UPRIGHT, MIXED = (6,), (1, 1, 1, 6, 8)  # how the camera was held (EXIF)
FEWER = 6  # pictures where AVIF is compared
JUDGED = 4  # pictures whose SSIM is taken
# What is to be reached.
FASTER, AGAIN, MEGABYTES, LOST = 1.4, 0.02, 200, 0.005
SAMPLE_SECONDS = 0.02
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock and of all processes together; the largest process's peak memory in megabytes."""

    wall: float
    cpu: float
    largest: float


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its name, what it runs, and the folder that its pictures come to stand in."""

    name: str
    command: tuple[str, ...]
    output: Path


def main() -> None:
    options = _options()
    peer = _peer()
    for title, count in (("WebP and JPEG", options.pictures), ("AVIF, WebP and JPEG", min(FEWER, options.pictures))):
        _compare(title, RECIPES[title], _originals(count, TWELVE, MIXED), peer, options.runs)
    _large("across", _originals(cores(), TWENTY_FOUR, (1,)))
    _large("upright", _originals(cores(), TWENTY_FOUR, UPRIGHT))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.photos", description=__doc__)
    parser.add_argument("--pictures", type=int, default=60, help="how many originals (default: 60)")
    parser.add_argument("--runs", type=int, default=3, help="timed runs of each side (default: 3)")
    return parser.parse_args()


def _originals(count: int, size: tuple[int, int], turns: tuple[int, ...]) -> Path:
    """A folder of so many photographs with EXIF, GPS and XMP, held in `turns` one after the other; made once."""
    folder = CACHE / f"{size[0]}x{size[1]}-{count}-{''.join(map(str, turns))}"
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    if not folder.is_dir():
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        orders = [
            (unfinished / f"{number:03}.jpg", size, number, turns[number % len(turns)]) for number in range(count)
        ]
        with processes(cores()) as pool:
            list(pool.map(_taken, orders))
        unfinished.rename(folder)
    return folder


def _taken(order: tuple[Path, tuple[int, int], int, int]) -> None:
    path, size, seed, turn = order
    path.write_bytes(jpeg(landscape(*size, seed), turn, 92))


def _peer() -> Path:
    """The folder that the peer is installed in, with the script that runs it."""
    folder = CACHE / "peer"
    if not (folder / "node_modules").is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--silent", "--no-save", "--prefix", str(folder), PEER], check=True)
    shutil.copy(Path(__file__).with_name("eleventy.mjs"), folder)
    return folder


def _compare(title: str, recipe: Recipe, originals: Path, peer: Path, runs: int) -> None:
    ours, theirs = _sides(title, recipe, originals, peer)
    costs: dict[str, list[Cost]] = {ours.name: [], theirs.name: [], "unchanged": []}
    for _ in range(runs):
        for side in (ours, theirs):
            shutil.rmtree(side.output, ignore_errors=True)
            side.output.with_suffix(".json").unlink(missing_ok=True)
            costs[side.name].append(_cost(side.command))
        costs["unchanged"].append(_cost(ours.command))
    count = sum(1 for _ in originals.iterdir())
    print(f"\n{title}: {count} originals, widths {', '.join(map(str, recipe.widths))}, {runs} runs, {cores()} cores")
    print(f"{'':24}{'s':>8}{'pictures/s':>12}{'CPU s':>8}{'MB a process':>14}{'MB out':>8}")
    for side in (ours, theirs):
        size = sum(path.stat().st_size for path in side.output.rglob("*.*") if path.suffix != ".json") / 1e6
        print(f"{side.name:24}{_row(costs[side.name], count)}{size:8.1f}")
    print(f"{'changlang, unchanged':24}{_row(costs['unchanged'], count)}")
    cold, again = (median(cost.wall for cost in costs[name]) for name in (ours.name, "unchanged"))
    ratio = median(cost.wall for cost in costs[theirs.name]) / cold
    print(f"{ratio:.2f} times the pictures per second of {PEER} (to reach: {FASTER})")
    print(f"unchanged in {again / cold:.1%} of the cold time (to reach: {AGAIN:.0%})")
    for line in _losses(recipe, originals, ours, theirs):
        print(line, flush=True)


def _sides(title: str, recipe: Recipe, originals: Path, peer: Path) -> tuple[Side, Side]:
    store, output = CACHE / "store", CACHE / "eleventy"
    wanted = {made.format.lower(): dict(made.options)["quality"] for made in (AVIF, WEBP, JPEG)}
    asked = {"widths": recipe.widths, "formats": [made.format.lower() for made in recipe.encodings], **wanted}
    us = (sys.executable, "-m", "tests.bench.derive", str(originals), str(store), title)
    them = ("node", str(peer / "eleventy.mjs"), str(originals), str(output), json.dumps(asked))
    return Side("changlang", us, store), Side(PEER, them, output)


def _row(costs: Sequence[Cost], count: int) -> str:
    wall, cpu = median(cost.wall for cost in costs), median(cost.cpu for cost in costs)
    return f"{wall:8.2f}{count / wall:12.2f}{cpu:8.2f}{max(cost.largest for cost in costs):14.0f}"


def _cost(command: Sequence[str]) -> Cost:
    """One run. Its processes are looked at all along: some are nobody's children when they end."""
    os.sync()
    started, seen = perf_counter(), dict[int, tuple[float, float]]()
    process = subprocess.Popen(command, cwd=Path(__file__).parents[2])
    done = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, done, seen))
    watcher.start()
    code = process.wait()
    wall = perf_counter() - started
    done.set()
    watcher.join()
    if code:
        raise SystemExit(f"{command[0]} ended with {code}")
    return Cost(wall, sum(cpu for cpu, _ in seen.values()), max(peak for _, peak in seen.values()))


def _watch(root: int, done: threading.Event, seen: dict[int, tuple[float, float]]) -> None:
    while not done.wait(SAMPLE_SECONDS):
        for pid in tree(root):
            try:
                ticks = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
                status = Path(f"/proc/{pid}/status").read_text().partition("VmHWM:")[2]
                seen[pid] = sum(map(int, ticks)) / TICKS, int(status.split()[0]) / 1024
            except (OSError, IndexError):
                continue  # it ended in the meantime


def _losses(recipe: Recipe, originals: Path, ours: Side, theirs: Side) -> Iterator[str]:
    """By format and side: how far its SSIM is below the best that could be done, the median and the worst."""
    found: dict[tuple[str, str], list[float]] = {}
    for path in sorted(originals.iterdir())[:JUDGED]:
        whole = ImageOps.exif_transpose(Image.open(path)).convert("RGB")
        for width in recipe.widths:
            best = whole.resize((width, round(whole.height * width / whole.width)), Image.Resampling.LANCZOS)
            for made in recipe.encodings:
                ceiling = ssim(best, _written(best, made))
                for side, shown in ((ours, _ours), (theirs, _theirs)):
                    lost = ceiling - ssim(best, Image.open(shown(side.output, path, width, made)))
                    found.setdefault((made.format, side.name), []).append(lost)
    for (name, whose), losses in sorted(found.items()):
        told = f"{median(losses):+.4f} median, {max(losses):+.4f} at worst"
        yield f"SSIM of {name:5} {whose:20} {told} below the best (to reach: {LOST})"


def _written(image: Image.Image, made: Encoding) -> Image.Image:
    data = BytesIO()
    image.save(data, made.format, **dict(made.options))
    return Image.open(data)


def _ours(store: Path, original: Path, width: int, made: Encoding) -> Path:
    (found,) = store.glob(f"{_digest(original)}-*/{width}.{made.suffix}")
    return found


def _theirs(output: Path, original: Path, width: int, made: Encoding) -> Path:
    """Theirs are named by digests of their own: the one of this width that is most like the original."""
    small = ImageOps.exif_transpose(Image.open(original)).convert("RGB").resize((32, 24))
    ending = "jpeg" if made.suffix == "jpg" else made.suffix
    shown = {path: Image.open(path).convert("RGB").resize((32, 24)) for path in output.glob(f"*-{width}.{ending}")}
    return min(shown, key=partial(_unlike, small, shown))


def _unlike(small: Image.Image, shown: dict[Path, Image.Image], path: Path) -> float:
    return float(np.abs(np.asarray(small, np.float32) - np.asarray(shown[path], np.float32)).mean())


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def ssim(one: Image.Image, other: Image.Image) -> float:
    """Structural similarity of two pictures' luma (Wang et al. 2004: Gaussian window of 11, sigma 1.5)."""
    a, b = (np.asarray(image.convert("L"), np.float64) for image in (one, other))

    def blur(values: Any) -> Any:
        return cv2.GaussianBlur(values, (11, 11), 1.5)

    mean_a, mean_b = blur(a), blur(b)
    variance_a, variance_b = blur(a * a) - mean_a**2, blur(b * b) - mean_b**2
    covariance = blur(a * b) - mean_a * mean_b
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    upper = (2 * mean_a * mean_b + c1) * (2 * covariance + c2)
    lower = (mean_a**2 + mean_b**2 + c1) * (variance_a + variance_b + c2)
    return float((upper / lower).mean())


def _large(held: str, originals: Path) -> None:
    """The most that a worker holds of twenty-four megapixels, with everything that a page gets."""
    store = CACHE / "large"
    shutil.rmtree(store, ignore_errors=True)
    command = (sys.executable, "-m", "tests.bench.derive", str(originals), str(store), "standard")
    most = _cost(command).largest
    print(f"24 megapixels, {held}, all sizes, formats and crops: {most:.0f} MB a process (to reach: {MEGABYTES})")


if __name__ == "__main__":
    main()
