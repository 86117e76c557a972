"""Shared files: named by content, so that caches may keep them for ever."""

from __future__ import annotations

from changlang import host
from changlang.editions.assets import assets


def test_names_change_exactly_with_content() -> None:
    one, same = (assets("/* columns */", host.material_css(), b"font") for _ in range(2))
    other = assets("/* other columns */", host.material_css(), b"font")

    assert one.files == same.files
    assert one.names["style"] != other.names["style"]
    assert one.names["material"] == other.names["material"]


def test_without_a_font_no_style_sheet_asks_for_one() -> None:
    with_font, without = assets("", host.material_css(), b"font"), assets("", host.material_css(), None)

    assert b"@font-face" in with_font.files[with_font.names["style"]]
    assert b"@font-face" not in without.files[without.names["style"]]
    assert "font" not in without.names
    font = with_font.names["font"].removeprefix("assets/").encode()
    assert b"url(" + font + b")" in with_font.files[with_font.names["style"]]


def test_no_style_sheet_asks_another_host_or_for_a_source_map() -> None:
    made = assets("", host.material_css(), b"font")

    for data in made.files.values():
        assert b"sourceMappingURL" not in data
        assert b"url(http" not in data and b"@import" not in data
