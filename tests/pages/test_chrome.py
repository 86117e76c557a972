"""Menus and footer: what is there is offered, what is not is left out."""

from __future__ import annotations

from dataclasses import replace

from changlang import pipeline
from changlang.pages.chrome import chrome
from changlang.pages.icons import icon
from changlang.settings import Settings


def test_sections_without_records_are_not_offered(good: Settings) -> None:
    catalogue = pipeline.check(good).catalogue

    whole = [item["path"] for item in chrome(catalogue, good, "en", {})["nav"]]
    fewer = [item["path"] for item in chrome(replace(catalogue, quiz={}, people={}), good, "en", {})["nav"]]

    assert "en/quiz/" in whole and "en/people/" in whole
    assert set(whole) - set(fewer) == {"en/quiz/", "en/people/"}


def test_the_footer_names_organiser_contact_and_the_numbers_of_a_government_site(good: Settings) -> None:
    made = chrome(pipeline.check(good).catalogue, good, "zh", {})

    assert made["imprint"] == ["主办：云川市虚构办公室", "联系：000-0000"]
    assert made["email"] == "gallery@yc.example"
    texts = [number["text"] for number in made["registration"]]
    assert texts == ["网站标识码 0000000000", "云ICP备00000000号", "云公网安备00000000000000号"]


def test_the_footer_reaches_the_page(good: Settings) -> None:
    pipeline.build(good, good.site_dir, jobs=1)
    text = (good.site_dir / "en" / "index.html").read_text("utf-8")

    for words in ("Invented Office of Yunchuan", "gallery@yc.example", "云ICP备00000000号", "Government site code"):
        assert words in text


def test_an_unknown_icon_gives_a_drawing_all_the_same_and_never_a_file_outside_the_set() -> None:
    assert icon("material/ferry") != icon("material/no-such-thing") == icon(None) == icon("../../main")
    assert icon(None).startswith("<svg")
