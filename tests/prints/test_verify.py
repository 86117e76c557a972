"""What `boards verify` finds by the files alone: codes that do not read, that say something else or open nothing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from changlang import pipeline
from changlang.cli import main
from changlang.editions.print.artwork import Artwork
from changlang.editions.print.formats import FORMATS
from changlang.settings import Settings
from changlang.steps.artwork import Made, faults_of
from changlang.verify.wear import WEARS
from tests.conftest import settings_of
from tests.prints.conftest import DAY, out

STICKER = "YC001/YC001-sticker-zh"


@pytest.fixture
def printed(prints: Settings, tmp_path: Path) -> Settings:
    """The printed site with fewer files, so that it is quickly read, and pages behind its codes."""
    shutil.copytree(prints.root, tmp_path / "site")
    settings = settings_of(tmp_path / "site")
    for path in out(settings).glob("*/*"):
        if path.stem != "YC001-sticker-zh":
            path.unlink()
    for code in ("YC001", "YC002"):
        for spelling in ("b", "B"):
            page = settings.site_dir / spelling / code / "index.html"
            page.parent.mkdir(parents=True)
            page.write_text("<!doctype html>", "utf-8")
    return settings


def found(settings: Settings) -> list[tuple[str, str]]:
    tried = pipeline.verify_boards(settings, out(settings), DAY, jobs=1)
    return [(problem.code, problem.file) for problem in tried.problems]


def test_pdf_svg_and_labels_are_read_worn_and_reported(printed: Settings) -> None:
    tried = pipeline.verify_boards(printed, out(printed), DAY, jobs=1)

    assert tried.problems == ()
    assert [one.name for one in tried.artworks] == [
        f"{STICKER}.pdf",
        f"{STICKER}.svg",
        "labels.pdf YC001",
        "labels.pdf YC002",
    ]
    for one in tried.artworks:
        assert one.reads and one.address == f"HTTPS://YC.EXAMPLE/gfjy/B/{one.code}"
        assert set(one.trial.stood) == set(WEARS)
        assert one.trial.margin("slant") >= 35
    report = json.loads((out(printed) / "verify.json").read_text("utf-8"))
    assert report["checked"] == {"YC001": str(DAY), "YC002": str(DAY)}
    assert {row["code"] for row in report["artworks"]} == {"YC001", "YC002"}


@pytest.mark.parametrize(
    "broken",
    [
        lambda pdf, drawing: pdf.write_bytes(b"no PDF"),
        lambda pdf, drawing: pdf.write_bytes(pdf.read_bytes()[:2000]),
        lambda pdf, drawing: drawing.write_text("no SVG", "utf-8"),
        lambda pdf, drawing: drawing.write_bytes(b"\xff\xfe"),
        lambda pdf, drawing: drawing.write_text(drawing.read_text("utf-8")[:3000], "utf-8"),
    ],
    ids=["no-pdf", "half-a-pdf", "no-svg", "not-utf-8", "half-an-svg"],
)
def test_a_file_that_cannot_be_read_is_a_code_that_does_not_read(
    printed: Settings, broken: Callable[[Path, Path], object]
) -> None:
    pdf, drawing = (out(printed) / f"{STICKER}.{ending}" for ending in ("pdf", "svg"))
    before = pdf.read_bytes()
    broken(pdf, drawing)
    ending = "svg" if pdf.read_bytes() == before else "pdf"

    assert found(printed) == [("print-unread", f"print/{STICKER}.{ending}")]
    assert "YC001" not in json.loads((out(printed) / "verify.json").read_text("utf-8"))["checked"]


def test_artwork_of_another_board_under_a_name_is_found_out(prints: Settings, printed: Settings) -> None:
    shutil.copy(out(prints) / "YC002" / "YC002-A1-zh.pdf", out(printed) / f"{STICKER}.pdf")

    assert found(printed) == [("print-unread", f"print/{STICKER}.pdf")]


def test_labels_with_a_code_that_the_ledger_does_not_have_are_found_out(printed: Settings) -> None:
    ledger = printed.content / "boards.lock"
    lines = ledger.read_text("utf-8").splitlines(keepends=True)
    ledger.write_text("".join(line for line in lines if not line.startswith("YC002")), "utf-8")

    assert found(printed) == [("print-not-entered", "print/labels.pdf")]


@pytest.mark.parametrize("spelling", ["b", "B"])
def test_a_code_whose_page_the_build_has_not_is_found_out_in_either_spelling(
    printed: Settings, spelling: str
) -> None:
    shutil.rmtree(printed.site_dir / spelling / "YC002")

    assert found(printed) == [("print-no-page", "print/labels.pdf")]


def test_the_command_stops_a_release_with_a_code_that_fails(printed: Settings) -> None:
    words = ["--config-file", str(printed.root / "mkdocs.yml"), "--language", "en", "boards", "verify", "--jobs", "1"]
    fine = CliRunner().invoke(main, words)
    (out(printed) / f"{STICKER}.pdf").write_bytes(b"no PDF")
    stopped = CliRunner().invoke(main, words)

    assert fine.exit_code == 0 and "labels.pdf YC002" in fine.output and "read when worn" in fine.output
    assert stopped.exit_code == 1
    assert "print-unread the code on the sticker artwork of YC001 (zh) does not read as" in stopped.output


def test_a_print_whose_drawing_does_not_read_is_refused_by_its_file() -> None:
    artwork = Artwork("YC001", FORMATS["A3"], "zh", "HTTPS://YC.EXAMPLE/B/YC001", {}, {})
    made = Made(artwork, (), {"pdf": (artwork.address,), "svg": ()})
    unused = None

    assert [(problem.code, problem.file) for problem in faults_of(made, unused)] == [  # type: ignore[arg-type]
        ("print-unread", "YC001/YC001-A3-zh.svg")
    ]
    assert list(faults_of(replace(made, read={"pdf": made.read["pdf"]}), unused)) == []  # type: ignore[arg-type]
