"""Boards of Yunchuan 云川, an invented city, printed once for all tests of this folder."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from changlang import pipeline
from changlang.settings import Settings
from tests import pictures
from tests.conftest import SITES, settings_of

DAY = date(2026, 1, 1)
BOARDS = """\
- code: YC001
  title: {zh: 坝上的牌, en: The board on the dam}
  column: together
  place: {zh: 云川水坝, en: Yunchuan dam}
  show: ["figure:visits", "photo:dam"]
  installed: 2026-02
- code: YC002
  title: {zh: 走访牌, en: The board of visits}
  show: ["figure:visits", "figure:trees"]
  distance: 3
- code: YC003
  title: {zh: 撤下的牌, en: The board that came down}
  retired: true
"""
# Wide enough for an A3 at 150 dots an inch and not for an A1.
WIDE, HIGH = 1800, 960
HIDDEN = (0.4, 0.4, 0.2, 0.2)  # left, top, width and height of what the photo must not show, in shares of it


def yunchuan(root: Path) -> Settings:
    """The small sound site with boards to print, one of them with a photo as a phone takes it."""
    shutil.copytree(SITES / "good", root)
    (root / "content" / "boards" / "boards.yml").write_text(BOARDS, "utf-8")
    photos = root / "content" / "photos" / "photos.yml"
    hidden = f"  file: 2019/dam.jpg\n  hide: [{list(HIDDEN)}]\n"
    photos.write_text(photos.read_text("utf-8").replace("  file: 2019/dam.jpg\n", hidden), "utf-8")
    (root / "photos" / "2019" / "dam.jpg").write_bytes(pictures.jpeg(pictures.landscape(WIDE, HIGH)))
    return settings_of(root)


@pytest.fixture(scope="session")
def prints(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A site whose boards were printed: YC001 as A3 and sticker, YC002 as A1."""
    settings = yunchuan(tmp_path_factory.mktemp("prints") / "site")
    for code, formats in (("YC001", ("A3", "sticker")), ("YC002", ("A1",))):
        outcome = pipeline.print_boards(settings, out(settings), DAY, codes=[code], formats=formats, jobs=1)
        assert outcome.written is not None, outcome.problems
    return settings


def out(settings: Settings) -> Path:
    return settings.root / "dist" / "print"
