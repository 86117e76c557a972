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


OWN = """<html lang="{lang}"><body><header><form>搜索</form></header><main>
<nav>面包屑</nav><h1>红墙 <span class="sample">示例</span></h1>
<p class="meta">2019年 · <span data-search-field="place">城北</span></p>
<p>墙边&amp;河边<a href="x">开放</a>日<br>次日</p>
<span class="number"><small>近</small><b>35</b><small>{unit}</small></span>
<img alt="a > b"><figcaption>墙下</figcaption><i aria-hidden="true">壹</i>
<section data-search-exclude><h2>相关</h2><svg></svg></section>
<table><tr id="bricks" data-search-entry="figures">
<th><span data-search-field="title">砖</span></th><td>9块</td></tr></table>
</main><footer>页脚</footer></body></html>"""


def test_the_own_text_of_a_page_is_what_readers_see_of_it_by_field_and_no_menu() -> None:
    entry, page = facts.own_texts(OWN.format(lang="zh-CN", unit="次"))

    assert entry == ("figures#bricks", {"title": "砖", "body": "9块"})
    assert page.fields["title"] == "红墙\n示例"
    assert page.fields["place"] == "城北"
    assert page.fields["caption"] == "墙下"
    assert page.fields["body"] == "2019年 ·\n墙边&河边开放日\n次日\n近35次"


def test_parts_of_an_english_number_are_words_apart() -> None:
    (*_, page) = facts.own_texts(OWN.format(lang="en", unit="bricks"))

    assert page.fields["body"].endswith("\n近 35 bricks")
