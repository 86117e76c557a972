"""What is read of a built page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from changlang.publish import facts

PAGE = """<!doctype html><html lang="zh-CN"><head><title>甲 &amp; 乙</title>
<meta name="description" content="说明"><link rel="canonical" href="https://yc.example/a/">
<link rel="alternate" hreflang="en" href="https://yc.example/en/a/"><link rel="stylesheet" href="../x.css">
</head><body><h1 id="top">甲</h1><a href="../b/#c">b</a><a href="../b/#c">again</a>
<img src="p.jpg" srcset="p-1.jpg 1x, https://elsewhere.example/p-2.jpg 2x"><img src="q.jpg" alt="">
<svg role="img"></svg><script src="s.js"></script></body></html>"""


def test_a_page_gives_its_language_title_links_and_everything_it_asks_for() -> None:
    read = facts.read(PAGE)

    assert (read.lang, read.title, read.description) == ("zh-CN", "甲 & 乙", "说明")
    assert read.canonical == "https://yc.example/a/"
    assert read.alternates == [["en", "https://yc.example/en/a/"]]
    assert read.links == ["../b/#c"]
    assert set(read.fetches) == {
        "../x.css", "p.jpg", "p-1.jpg", "https://elsewhere.example/p-2.jpg", "q.jpg", "s.js",
    }  # fmt: skip
    assert read.ids == ["top"]
    assert read.headings == 1


def test_pictures_that_a_screen_reader_cannot_name_are_listed_and_empty_alt_is_a_name() -> None:
    assert facts.read(PAGE).nameless == ["p.jpg", "svg"]


@given(st.text())
def test_facts_of_any_text_survive_their_journey_through_a_line(text: str) -> None:
    read = facts.read(text)
    line = facts.as_line(read)

    assert "\n" not in line and "\t" not in line
    assert facts.from_line(line) == read
