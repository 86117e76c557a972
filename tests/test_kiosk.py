"""The kiosk's folder: the same bytes from the same records, sums that hold, nothing in it that it does not show."""

from __future__ import annotations

import hashlib
import re
import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from changlang import pipeline
from changlang.model.catalogue import Catalogue
from changlang.settings import Settings
from changlang.steps.kiosk import issue_of
from tests.conftest import SITES


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def made(good: Settings) -> Path:
    outcome = pipeline.kiosk(good, good.root / "dist" / "kiosk")
    assert outcome.written, outcome.problems
    return good.root / "dist" / "kiosk"


def test_the_same_records_make_the_same_folder_and_the_same_archive(good: Settings, made: Path) -> None:
    elsewhere = good.root / "other" / "kiosk"
    shutil.rmtree(good.cache)
    assert pipeline.kiosk(good, elsewhere, jobs=2).written

    assert files(elsewhere) == files(made)
    assert (elsewhere.with_name("kiosk.zip")).read_bytes() == made.with_name("kiosk.zip").read_bytes()


def test_the_sums_name_every_file_and_hold(made: Path) -> None:
    found = files(made)
    listed = {line[66:]: line[:64] for line in found.pop("SHA256SUMS").decode().splitlines()}

    assert listed == {path: hashlib.sha256(data).hexdigest() for path, data in found.items()}
    assert all(found.values()), "an empty file has no sum in some versions of certutil"


def test_the_archive_is_the_folder(made: Path) -> None:
    with zipfile.ZipFile(made.with_name("kiosk.zip")) as archive:
        assert {name.removeprefix("kiosk/"): archive.read(name) for name in archive.namelist()} == files(made)


def test_only_pictures_that_pages_show_are_in_the_folder(made: Path) -> None:
    text = "".join(path.read_text("utf-8") for path in made.rglob("*.html"))
    pictures = list((made / "pictures").iterdir())

    assert pictures
    assert [path.name for path in pictures if path.name not in text] == []


def test_nothing_in_the_folder_needs_a_server(made: Path) -> None:
    text = {path: data.decode() for path, data in files(made).items() if path.endswith((".js", ".html"))}
    needs = re.compile(r"\bfetch\(|XMLHttpRequest|\bimport\b ?[({*'\"]|Worker\(|serviceWorker|type=.module")
    links = {path: re.findall(r'<a [^>]*href="[^"#]*(?<!\.html)"', page) for path, page in text.items()}

    assert [path for path, content in text.items() if needs.search(content)] == []
    assert {path: found for path, found in links.items() if found} == {}


def test_with_a_fault_the_former_kiosk_stays(good: Settings, made: Path) -> None:
    before = files(made)
    (good.content / "tags" / "bad.yml").write_text("- id: sea\n", "utf-8")

    assert pipeline.kiosk(good, made).written is None

    assert files(made) == before
    assert sorted(path.name for path in made.parent.iterdir() if not path.name.endswith(".lock")) == [
        "kiosk",
        "kiosk.zip",
    ]


def test_wherever_a_picture_is_shown_it_says_whose_it_is(good: Settings, made: Path) -> None:
    own = hashlib.sha256((good.photos / "2019/dam.jpg").read_bytes()).hexdigest()[:12]
    shown = [LexborHTMLParser(path.read_text("utf-8")) for path in made.rglob("*.html")]
    shown = [tree for tree in shown if tree.css(f'img[src*="{own}"]')]

    assert len(shown) > 5
    assert all("云川照相馆" in tree.text() or "Yunchuan Photo Studio" in tree.text() for tree in shown)


def test_withdrawn_records_and_drafts_are_not_in_the_folder(made: Path) -> None:
    assert not [path for path in files(made) if "2022-" in path]


def test_the_day_of_issue_is_the_one_asked_for_or_that_of_the_newest_record(good: Settings) -> None:
    catalogue: Catalogue = pipeline.check(good).catalogue

    assert issue_of(catalogue, good, "1790000000").day == date(2026, 9, 21)
    assert issue_of(catalogue, good, None).day == date(2021, 5, 4)
    assert issue_of(catalogue, good, None).digest == issue_of(catalogue, good, "1").digest


def test_what_has_no_english_is_hidden_or_says_so(written: Callable[[dict[str, str]], Settings]) -> None:
    options = (SITES / "good" / "mkdocs.yml").read_text("utf-8")
    page = "events/2021-05-04-run/index.html"
    found = {}
    for policy in ("hide", "notice"):
        settings = written({"mkdocs.yml": f"{options}      translation: {{default: {policy}}}\n"})
        (settings.content / "events" / "2021-05-04-run.en.md").unlink()
        target = settings.root / "dist" / policy
        assert pipeline.kiosk(settings, target).written
        found[policy] = {path: data.decode() for path, data in files(target).items() if path.endswith(".html")}

    assert f"en/{page}" not in found["hide"]
    assert " data-alone" in found["hide"][page] and 'lang="en" href="../../en/index.html"' in found["hide"][page]
    assert '<html lang="zh-CN">' in found["notice"][f"en/{page}"]
    assert "Not yet translated" in found["notice"][f"en/{page}"]
