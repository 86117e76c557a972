"""The headings' font. Fonts here are drawn for the test: squares that carry the names of real faces."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTCollection, TTFont  # type: ignore[import-untyped]

from changlang.model.fields import Prose
from changlang.model.records import Event
from changlang.pages import fonts
from changlang.pages.fonts import Face, find_face, heading_characters, heading_font
from tests.pages.yunchuan import catalogue

SIGNS = "云川长廊壹2018，“”Aa"


def draw(family: str, width: int = 1000) -> Any:
    """A font of one square a character."""
    names = {ord(sign): f"u{ord(sign):04X}" for sign in SIGNS}
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for corner in ((100, 700), (width - 100, 700), (width - 100, 0)):
        pen.lineTo(corner)
    pen.closePath()
    square = pen.glyph()
    glyphs = [".notdef", *names.values()]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap(names)
    builder.setupGlyf(dict.fromkeys(glyphs, square))
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (width, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    words = {"familyName": family, "styleName": "Bold", "fullName": f"{family} Bold"}
    words |= {"copyright": "© Yunchuan", "licenseDescription": "OFL"}
    builder.setupNameTable(words, mac=False)
    builder.setupOS2()
    builder.setupPost()
    return builder.font


def save(path: Path, family: str = "Noto Serif SC") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    draw(family).save(path)
    return path


def collection(path: Path) -> Path:
    gathered = TTCollection()
    gathered.fonts = [
        draw("Noto Serif CJK JP", 900),
        draw("Noto Serif CJK SC", 1000),
        draw("Noto Serif CJK TC", 800),
    ]
    gathered.save(path)
    return path


def opened(face: Face, characters: str) -> Any:
    font, problems = heading_font(face, characters)
    assert font and not problems
    return TTFont(io.BytesIO(font.data))


def test_the_font_holds_the_characters_asked_for_and_no_other(tmp_path: Path) -> None:
    font = opened(Face(save(tmp_path / "NotoSerifSC-Bold.ttf"), 700), "云川2")
    assert set(font.getBestCmap()) == {ord(sign) for sign in "云川2"}
    assert font.flavor == "woff"


def test_of_a_collection_the_simplified_chinese_face_is_taken(tmp_path: Path) -> None:
    font = opened(Face(collection(tmp_path / "NotoSerifCJK-Bold.ttc"), 700), "云")
    assert font["hmtx"][font.getBestCmap()[ord("云")]][0] == 1000


def test_the_same_characters_give_the_same_bytes_and_others_another_name(tmp_path: Path) -> None:
    face = Face(save(tmp_path / "NotoSerifSC-Bold.ttf"), 700)
    first, again, other = (heading_font(face, signs)[0] for signs in ("云川", "川云川", "云"))
    assert first and again and other
    assert (first.data, first.name) == (again.data, again.name)
    assert first.name != other.name
    assert first.name.startswith("changlang-serif-") and first.name.endswith(".woff")


def test_the_licence_stays_and_the_name_is_ours(tmp_path: Path) -> None:
    names = opened(Face(save(tmp_path / "NotoSerifSC-Bold.ttf"), 700), "云")["name"]
    assert names.getDebugName(13) == "OFL" and names.getDebugName(0) == "© Yunchuan"
    assert names.getDebugName(1) == names.getDebugName(4) == "Changlang Serif"


def test_without_a_font_there_is_a_notice_and_no_font() -> None:
    font, problems = heading_font(None, "云")
    assert font is None
    assert [found.code for found in problems] == ["no-serif-font"]


@pytest.mark.parametrize("name", ["NotoSerifSC-Bold.otf", "NotoSerifCJK-Bold.ttc"])
def test_a_damaged_font_is_as_none(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    for content in (b"", b"not a font", b"OTTO" + b"\xff" * 200, b"ttcf" + b"\x00" * 200):
        path.write_bytes(content)
        font, problems = heading_font(Face(path, 700), "云")
        assert font is None
        assert [found.code for found in problems] == ["no-serif-font"]


def test_a_bold_face_is_found_before_a_regular_one_in_whatever_folder(tmp_path: Path) -> None:
    regular = save(tmp_path / "a/NotoSerifCJKsc-Regular.otf")
    assert find_face([tmp_path / "none", tmp_path]) == Face(regular, 400)
    bold = save(tmp_path / "b/deep/SourceHanSerifCN-Bold.otf")
    assert find_face([tmp_path]) == find_face([tmp_path / "b", tmp_path / "a"]) == Face(bold, 700)


@pytest.mark.parametrize(
    "name", ["SimHei.ttf", "NotoSansCJK-Bold.ttc", "NotoSerifCJKjp-Bold.otf", "NotoSerif-Bold.ttf"]
)
def test_other_fonts_are_left_alone(tmp_path: Path, name: str) -> None:
    save(tmp_path / name)
    assert find_face([tmp_path]) is None


def test_the_usual_folders_are_absolute() -> None:
    assert all(folder.is_absolute() for folder in fonts.font_folders())


def test_headings_use_the_titles_captions_honours_and_the_interface() -> None:
    found = heading_characters(catalogue(), ["活动"])
    for text in (
        "走访“云川舰”",
        "云川舰官兵合影",
        "云川好人",
        "服务部队",
        "活动",
        "壹贰叁肆伍陆柒捌玖拾",
        "2018",
        "万亿余近",
    ):
        assert set(text) <= found


def test_latin_letters_are_never_taken_from_this_font() -> None:
    assert not {sign for sign in heading_characters(catalogue(), ["ABC xyz é"]) if sign.isascii() and sign.isalpha()}
    assert "U+30-39" in fonts.UNICODE_RANGE and "U+41" not in fonts.UNICODE_RANGE


def test_headings_and_quotations_in_bodies_count_and_running_text_does_not() -> None:
    body = Prose(zh="寻常\n\n## 标题\n\n> 引言\n\n底线\n---\n\n平淡")
    told: Event = catalogue().events["fair"].model_copy(update={"body": body})
    found = heading_characters(catalogue(events=[told]), [])
    assert set("标题引言底线") <= found
    assert not set("寻常平淡") & found
