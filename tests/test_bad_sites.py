"""Every problem code has a bad site, and every bad site gives exactly the report that stands beside it.

A bad site is a copy of the good one with some files written over and some taken away (`remove.txt`). Where it has a
folder `inbox` the report is what `changlang photos add inbox` says, where it has `print.txt` what `changlang boards`
says of the codes and sizes in it (and `boards verify`, where it says so); else what a build does.
`python -m pytest tests/test_bad_sites.py --remake` writes the reports anew: read what changed before you commit it.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from changlang import pipeline
from changlang.editions.print.formats import FORMATS
from changlang.messages import MESSAGES
from changlang.pages import fonts
from changlang.problems import Problem, as_text, has_errors, in_order
from changlang.publish.lock import lock
from changlang.settings import Settings, load_settings
from changlang.steps import intake
from changlang.steps.search import answer

SITES = Path(__file__).parent / "sites"
BAD = sorted(folder for folder in (SITES / "bad").iterdir() if folder.is_dir())
MANUAL = Path(__file__).parents[1] / "docs" / "manual" / "problems.md"
OURS = {
    "remove.txt",
    "lock.txt",
    "no-fonts.txt",
    "kiosk.txt",
    "executor.txt",
    "print.txt",
    "report.zh.txt",
    "report.en.txt",
}


def lay_out(sample: Path, root: Path) -> None:
    """The good site with what the sample changes."""
    shutil.copytree(SITES / "good", root)
    removed = sample / "remove.txt"
    for name in removed.read_text("utf-8").split() if removed.is_file() else []:
        place = root / name
        shutil.rmtree(place) if place.is_dir() else place.unlink()
    for path in sorted(sample.rglob("*")):
        place = root / path.relative_to(sample)
        if path.name in OURS or (path.is_dir() and not path.is_symlink()):
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".repeat":
            count, text = path.read_text("utf-8").split("\n", 1)
            place.with_suffix("").write_text(text * int(count), "utf-8")
        else:
            shutil.copy2(path, place, follow_symlinks=False)


def problems_of(root: Path, sample: Path) -> tuple[Problem, ...]:
    settings, found = load_settings(root / "mkdocs.yml")
    if settings is None:
        return found
    if (sample / "print.txt").is_file():
        return printed(settings, set((sample / "print.txt").read_text("utf-8").split()))
    if (root / "inbox").is_dir():
        return intake.add(settings, root / "inbox", None, date(2026, 1, 1), 1, pipeline.silent).problems
    if (root / "search.txt").is_file():
        return answer(settings.site_dir, "zh", (root / "search.txt").read_text("utf-8"), 1, {})[1]
    address = sample / "executor.txt"
    executor = address.read_text("utf-8").strip() if address.exists() else "local"
    with lock(settings.site_dir) if (sample / "lock.txt").exists() else nullcontext():
        run = pipeline.kiosk if (sample / "kiosk.txt").exists() else pipeline.build
        outcome = run(replace(settings, executor=executor), settings.site_dir, jobs=1)
    assert (outcome.written is None) == has_errors(outcome.problems)
    return outcome.problems


def printed(settings: Settings, words: set[str]) -> tuple[Problem, ...]:
    """What printing some codes in some sizes says; and reading back, where a word is `verify`."""
    target, today = settings.root / "dist" / "print", date(2026, 1, 1)
    sizes, codes = sorted(words & FORMATS.keys()), sorted(words - FORMATS.keys() - {"verify"})
    found: tuple[Problem, ...] = ()
    if sizes:
        found = pipeline.print_boards(settings, target, today, codes=codes, formats=sizes, jobs=1).problems
    if "verify" in words:
        found += pipeline.verify_boards(settings, target, today, jobs=1).problems
    return found


@contextmanager
def fonts_of(sample: Path) -> Iterator[None]:
    """A machine without fonts, where the sample says so; else with a font whatever this one has."""
    with pytest.MonkeyPatch.context() as patch:
        if (sample / "no-fonts.txt").exists():
            patch.setattr(fonts, "font_folders", tuple)
        else:
            patch.setattr(fonts, "heading_font", lambda face, characters: (None, ()))
        yield


@pytest.mark.parametrize("sample", BAD, ids=lambda sample: sample.name)
def test_a_bad_site_gives_its_report(sample: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    lay_out(sample, tmp_path / "site")
    with fonts_of(sample):
        found = problems_of(tmp_path / "site", sample)

    for language in ("zh", "en"):
        report = "".join(f"{as_text(item, language)}\n" for item in in_order(found))
        report = report.replace(str(tmp_path), "")
        expected = sample / f"report.{language}.txt"
        if request.config.getoption("--remake"):
            expected.write_text(report, "utf-8")
        assert report == expected.read_text("utf-8")
    assert sample.name in {item.code for item in found}


def test_codes_samples_and_manual_are_one_list() -> None:
    explained = re.findall(r"^## (\S+)$", MANUAL.read_text("utf-8"), re.MULTILINE)

    assert sorted(MESSAGES) == [sample.name for sample in BAD]
    assert sorted(MESSAGES) == sorted(explained)


@pytest.mark.parametrize("code", MESSAGES)
def test_every_problem_speaks_both_languages_and_says_what_to_do(code: str) -> None:
    row = MESSAGES[code]
    for text in (row.message, row.hint):
        assert set(text) == {"zh", "en"}
        assert text["zh"] != text["en"]
        places = [set(re.findall(r"(?<!\{)\{(\w+?)(?:_zh|_en)?\}", side)) for side in text.values()]
        assert places[0] == places[1]


@pytest.mark.parametrize("code", MESSAGES)
def test_the_manual_explains_every_code_in_both_languages(code: str) -> None:
    entry = MANUAL.read_text("utf-8").partition(f"\n## {code}\n")[2].partition("\n## ")[0]
    chinese, english = re.findall(r"[\u4e00-\u9fff]", entry), re.findall(r"[A-Za-z]{2,}", entry)

    assert len(chinese) >= 12 and len(english) >= 12
