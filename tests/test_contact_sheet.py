"""`changlang photos sheet`: every photo record at one glance. Yunchuan 云川 and its pictures are invented."""

from __future__ import annotations

import base64
import re
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image, ImageChops
from selectolax.lexbor import LexborHTMLParser, LexborNode

from changlang.cli import main
from changlang.photos.clean.carried import carried
from changlang.settings import Settings
from tests.pictures import jpeg, landscape

MORE = """\
- id: again
  caption: {zh: 坝上的第二幅, en: Another picture on the dam}
  alt: {zh: 在此填写, en: A dam under a wide sky}
  file: 2020/red.jpg
  consent: 本人书面同意，2020-01-31
  hide: [[0.25, 0.25, 0.5, 0.5]]
  status: draft
- id: gone
  caption: {zh: 撤下的照片, en: A picture that was withdrawn}
  file: 2021/run.jpg
  status: withdrawn
- id: lost
  caption: {zh: 没有这幅, en: There is none}
  alt: {zh: 一道门, en: A gate}
  file: 2019/damm.jpg
- id: half
  caption: {zh: 没有英文}
"""


@pytest.fixture
def mixed(good: Settings) -> Settings:
    """The sound site with a draft, a withdrawn record, one whose file is not there, and one that cannot be read."""
    (good.content / "photos" / "more.yml").write_text(MORE, "utf-8")
    picture = landscape(800, 600, 5)
    picture.paste((255, 0, 0), (240, 180, 560, 420))
    (good.photos / "2020").mkdir()
    (good.photos / "2020" / "red.jpg").write_bytes(jpeg(picture))
    return good


def run(settings: Settings, language: str, *words: str | Path) -> Result:
    start = ["--config-file", str(settings.config_file), "--language", language, "photos", "sheet"]
    return CliRunner().invoke(main, [*start, *map(str, words)])


def sheet(settings: Settings, language: str = "en") -> LexborHTMLParser:
    result = run(settings, language)
    assert result.exit_code == 0, result.output
    return LexborHTMLParser((settings.root / "dist" / "photos.html").read_text("utf-8"))


def only(tree: LexborHTMLParser, selector: str) -> LexborNode:
    (found,) = tree.css(selector)
    return found


def entry(tree: LexborHTMLParser, ident: str) -> LexborNode:
    return only(tree, f'[id="{ident}"]')


def reds(node: LexborNode) -> list[str]:
    return [found.text(strip=True) for found in node.css(".missing, .fault, .none:not(.gone)")]


def test_every_record_is_there_by_year_with_what_it_says(mixed: Settings) -> None:
    tree = sheet(mixed)

    assert [found.text() for found in tree.css("h2")] == [
        "Records that could not be read",
        "2021",
        "2019",
        "Without a date",
    ]
    assert {found.attributes["id"] for found in tree.css(".entry")} == {"dam", "run", "hall", "again", "gone", "lost"}
    said = entry(tree, "dam").text()
    for text in ("水坝上的人群", "People on the dam", "A dam with people standing on it", "云川照相馆", "July 2019"):
        assert text in said


def test_what_is_missing_is_in_red_and_nothing_else_is(mixed: Settings) -> None:
    tree = sheet(mixed)

    consent = "missing; needed where people can be recognised"
    assert reds(entry(tree, "dam")) == [consent]
    assert reds(entry(tree, "again")) == ["Chinese missing", "missing", "missing"]
    assert reds(entry(tree, "hall")) == ["The picture has not arrived", "missing", "missing", consent, "missing"]
    assert "there is no “2019/damm.jpg” below photos/" in reds(entry(tree, "lost"))
    assert reds(entry(tree, "gone")) == []
    assert reds(only(tree, "body"))[0] == "content/photos/more.yml:17 “caption” lacks its text in “en”"


def test_pictures_are_our_own_and_what_is_hidden_is_hidden_and_outlined(mixed: Settings) -> None:
    tree = sheet(mixed)

    sources = [found.attributes["src"] or "" for found in tree.css("img")]
    pictures = [base64.b64decode(source.removeprefix("data:image/jpeg;base64,")) for source in sources]
    assert len(pictures) == 3
    assert [carried(data) for data in pictures] == [()] * 3
    shot = only(tree, "[id=again] img").attributes["src"] or ""
    shown = Image.open(BytesIO(base64.b64decode(shot.partition(",")[2]))).convert("RGB")
    red, green, _ = shown.split()
    assert max(ImageChops.subtract(red, green).tobytes()) < 100
    assert [found.attributes["style"] for found in tree.css(".shot i")] == [
        "left:25.0%;top:25.0%;width:50.0%;height:50.0%"
    ]


def test_a_withdrawn_picture_is_not_shown(mixed: Settings) -> None:
    assert not entry(sheet(mixed), "gone").css("img")


def test_the_sheet_speaks_both_languages_and_asks_nobody(mixed: Settings) -> None:
    chinese = sheet(mixed, "zh")

    assert only(chinese, "h1").text() == "照片总表"
    assert "缺中文" in reds(entry(chinese, "again"))
    text = (mixed.root / "dist" / "photos.html").read_text("utf-8")
    assert not re.findall(r"https?://|<script|<link|@import|url\(", text)
    assert "noindex" in text


def test_it_says_how_many_there_are_of_each(mixed: Settings) -> None:
    counts = [found.text() for found in sheet(mixed).css(".counts li")]

    assert counts == ["Pictures 6", "published 4", "draft 1", "withdrawn 1", "not arrived 1", "incomplete 4"]


def test_two_sheets_of_one_day_are_equal_and_no_record_is_touched(mixed: Settings) -> None:
    before = {path: path.read_bytes() for path in mixed.content.rglob("*.*")}
    sheet(mixed)
    first = (mixed.root / "dist" / "photos.html").read_bytes()
    sheet(mixed)

    assert (mixed.root / "dist" / "photos.html").read_bytes() == first
    assert {path: path.read_bytes() for path in mixed.content.rglob("*.*")} == before


def test_it_goes_where_it_is_asked_to_but_never_over_a_record(mixed: Settings, tmp_path: Path) -> None:
    assert run(mixed, "en", "--out", tmp_path / "all.html").exit_code == 0
    assert (tmp_path / "all.html").stat().st_size > 5_000
    records = mixed.content / "photos" / "photos.yml"
    before = records.read_bytes()
    assert run(mixed, "en", "--out", records).exit_code == 2
    assert records.read_bytes() == before
