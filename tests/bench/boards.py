"""What printed codes stand, beside segno's defaults at the same printed size, and how long artwork takes.

    python -m tests.bench.boards [--codes 200] [--boards 50]

Every code is set in type twice in the same artwork: as we print it, and as `segno.make` makes it of the same address.
Both are drawn, worn and read alike: the same mud falls on both. Codes and wear are the same in every run.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter

import segno

from changlang import pipeline
from changlang.codes.code import free_code
from changlang.editions.print.artwork import Artwork, artworks
from changlang.editions.print.formats import FORMATS
from changlang.editions.print.typeset import Typesetter, typeset
from changlang.photos.executor import processes
from changlang.problems import has_errors
from changlang.settings import Settings
from changlang.spread import cores
from changlang.steps.artwork import site_of, typesetter, workroom
from changlang.verify.raster import drawn
from changlang.verify.trial import Trial, tried
from changlang.verify.wear import WEARS
from tests.conftest import SITES, settings_of

WIDE = 1200
DAY = date(2026, 1, 1)
OURS, PEER = "changlang", "segno"


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        codes = codes_of(options.codes)
        settings = site_with(Path(folder), codes)
        print(_artwork_seconds(settings, codes[: options.boards]), flush=True)
        for line in _table(_trials(settings, codes)):
            print(line, flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.boards", description=__doc__)
    parser.add_argument("--codes", type=int, default=200, help="how many codes are tried (default: 200)")
    parser.add_argument("--boards", type=int, default=50, help="how many boards are printed (default: 50)")
    return parser.parse_args()


def codes_of(count: int) -> list[str]:
    """So many codes, the same in every run."""
    dice, made = random.Random(5), list[str]()
    while len(made) < count:
        made.append(free_code("YC", made, dice.choice))
    return made


def site_with(folder: Path, codes: Sequence[str]) -> Settings:
    """Yunchuan with a board for each code, whose addresses stand at the root of its host."""
    shutil.copytree(SITES / "good", folder, dirs_exist_ok=True)
    options = (folder / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(f"{options}      board_url: https://yc.example/\n", "utf-8")
    boards = [
        {
            "code": code,
            "title": {"zh": "水坝上的人们", "en": "The people on the dam"},
            "column": "together",
            "show": ["figure:visits", "event:2019-07-dam"],
            "distance": "2",
        }
        for code in codes
    ]
    (folder / "content" / "boards" / "boards.yml").write_text(json.dumps(boards, ensure_ascii=False), "utf-8")
    return settings_of(folder)


def _artwork_seconds(settings: Settings, codes: Sequence[str]) -> str:
    started = perf_counter()
    outcome = pipeline.print_boards(settings, settings.root / "dist" / "print", DAY, codes=codes)
    seconds = perf_counter() - started
    if outcome.written is None:
        raise SystemExit("\n".join(map(str, outcome.problems)))
    return (
        f"artwork of {len(codes)} boards: {outcome.pages} artworks (PDF and SVG, each read back) in {seconds:.1f} s, "
        f"{cores()} at once"
    )


@dataclass(frozen=True, slots=True)
class _Tried:
    """A code as it is printed by someone, how many modules it has on a side, and its trial."""

    maker: str
    modules: int
    trial: Trial


@dataclass(frozen=True, slots=True)
class _Bench:
    """Prints a code both ways and tries both. Goes to other processes as it is."""

    setter: Typesetter

    def __call__(self, artwork: Artwork) -> tuple[_Tried, ...]:
        return tuple(self._tried(maker, artwork, rows) for maker, rows in _ways(artwork).items())

    def _tried(self, maker: str, artwork: Artwork, rows: Sequence[str]) -> _Tried:
        made = typeset(artwork.format.template, {**artwork.data, "rows": rows}, self.setter, svg=False)
        page = next(drawn(made.pdf, WIDE))
        return _Tried(maker, len(rows), tried(page, artwork.address, artwork.code))


def _ways(artwork: Artwork) -> Mapping[str, Sequence[str]]:
    default = segno.make(artwork.address)
    return {OURS: artwork.data["rows"], PEER: ["".join(map(str, map(int, row))) for row in default.matrix]}


def _trials(settings: Settings, codes: Sequence[str]) -> Iterator[_Tried]:
    checked = pipeline.check(settings)
    if has_errors(checked.problems):
        raise SystemExit("\n".join(map(str, checked.problems)))
    boards = [checked.catalogue.boards[code] for code in codes]
    with workroom() as root, processes(cores()) as pool:
        setter, _ = typesetter(root)
        site, _ = site_of(checked.catalogue, checked.figures, boards, settings, root, 1)
        wanted, _ = artworks(boards, [FORMATS["sticker"]], site)
        chinese = [artwork for artwork in wanted if artwork.language == "zh"]
        for pair in pool.map(_Bench(setter), chinese, chunksize=4):
            yield from pair


def _table(trials: Iterator[_Tried]) -> Iterator[str]:
    """How many codes were read at every strength of every wear, and how many of them at the first look; what has to
    be stood is marked."""
    found = list(trials)
    makers = {maker: [one.trial for one in found if one.maker == maker] for maker in (OURS, PEER)}
    modules = {one.maker: one.modules for one in found}
    yield ""
    yield f"{'codes read (at once)':22}" + "".join(f"{maker:>18}" for maker in makers)
    yield f"{'modules on a side':22}" + "".join(f"{modules[maker]:>18}" for maker in makers)
    printed = {maker: sum(bool(trial.stood) for trial in some) for maker, some in makers.items()}
    yield _row("as printed *", len(makers[OURS]), printed, printed)
    all_read, all_at_once = Counter[str](), Counter[str]()
    for name, wear in WEARS.items():
        for strength in wear.strengths:
            read = {maker: sum(strength in one.stood.get(name, ()) for one in some) for maker, some in makers.items()}
            at_once = {
                maker: sum(strength in one.at_once.get(name, ()) for one in some) for maker, some in makers.items()
            }
            if strength in wear.required:
                all_read.update(read)
                all_at_once.update(at_once)
            yield _row(f"{name} {strength:g}{' *' * (strength in wear.required)}", len(makers[OURS]), read, at_once)
    worn = sum(len(wear.required) for wear in WEARS.values()) * len(makers[OURS])
    yield _row("all * but as printed", worn, all_read, all_at_once)
    yield f"{'':22}" + "".join(f"{all_read[maker] / worn:>18.1%}" for maker in makers)


def _row(name: str, count: int, read: Mapping[str, int], at_once: Mapping[str, int]) -> str:
    return f"{name:22}" + "".join(f"{f'{read[maker]} / {count} ({at_once[maker]})':>18}" for maker in read)


if __name__ == "__main__":
    main()
