"""Markdown bodies of the invented city of Yunchuan to HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changlang.model.languages import Language
from changlang.pages import markup
from changlang.pages.clean import clean
from changlang.pages.markup import Markup, render
from tests.pages.yunchuan import FIGURES, catalogue

HERE = "events/2018-08-01-ship/"
MARKUP = Markup(catalogue(), FIGURES)


def html(text: str, language: Language = "zh", here: str = HERE) -> str:
    return MARKUP.resolve(render(text, language), language, here)


class Tags(HTMLParser):
    """Every tag with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_plain_paragraphs_are_paragraphs() -> None:
    assert html("云川的早晨。\n\n云川的晚上。") == "<p>云川的早晨。</p><p>云川的晚上。</p>"
    assert html("A morning.\n\nA night.", "en") == "<p>A morning.</p>\n<p>A night.</p>"


def test_an_empty_body_is_nothing() -> None:
    assert html("") == html("\n \n") == ""


def test_a_record_link_leads_from_the_page_to_the_record_in_its_language() -> None:
    assert html("[同名舰](event:2018-08-01-ship)", here="columns/service/") == (
        '<p><a href="../../events/2018-08-01-ship/">同名舰</a></p>'
    )
    assert html("[the ship](event:2018-08-01-ship)", "en", "en/") == (
        '<p><a href="../en/events/2018-08-01-ship/">the ship</a></p>'
    )


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("photo:ship", "../../photos/ship/"),
        ("column:service", "../../columns/service/"),
        ("person:a", "../../people/a/"),
        ("figure:visits", "../../figures/#visits"),
        ("tag:navy", "../../tags/navy/"),
        ("term:双拥", "../../glossary/#双拥"),
    ],
)
def test_every_kind_of_record_can_be_linked(link: str, address: str) -> None:
    assert html(f"看[这里]({link})。") == f'<p>看<a href="{address}">这里</a>。</p>'
    assert html(f"看[*这里*]({link})。") == f'<p>看<a href="{address}"><em>这里</em></a>。</p>'


def test_a_link_to_a_record_that_is_left_out_is_its_text() -> None:
    assert html("见[**某人**](person:nobody)的事迹。") == "<p>见<strong>某人</strong>的事迹。</p>"
    assert html("见[某人](person:nobody)的事迹。") == "<p>见某人的事迹。</p>"


def test_a_figure_is_written_in_the_page_s_language_with_its_exact_value() -> None:
    assert html("接待{figure:visits}。") == (
        '<p>接待<a class="figure" href="../../figures/#visits"><data value="45000">4.5万余人次</data></a>。</p>'
    )
    assert html("It took {figure:trees}.", "en", "en/events/x/") == (
        '<p>It took <a class="figure" href="../../../en/figures/#trees">'
        '<data value="33431.6">33,431.6 mu</data> (2,228.8 ha)</a>.</p>'
    )


def test_a_figure_that_begins_an_english_sentence_has_a_capital() -> None:
    def said(text: str) -> list[str]:
        words = html(text, "en"), MARKUP.expand(text, "en", "about/")
        return [re.sub("<[^>]+>", "", one) for one in words]

    whole = FIGURES["visits"]["en"].whole
    assert whole[0].islower()
    for text in ("{figure:visits} came.", "Some came. {figure:visits} came.", "One.\n\n- {figure:visits} came."):
        assert all(f"{whole[0].upper()}{whole[1:]} came." in one for one in said(text)), text
    for text in ("In all {figure:visits} came.", "Some came, e.g. {figure:visits}, and left."):
        assert all(whole in one for one in said(text)), text


def test_a_figure_in_a_link_does_not_make_a_link_in_a_link() -> None:
    for text in ("[{figure:visits}](event:fair)", "[{figure:visits}](https://yc.example/)"):
        assert html(text).count("<a ") == 1
        assert "4.5万余人次" in html(text)


def test_a_figure_in_code_or_behind_a_backslash_stays_as_written() -> None:
    assert "{figure:visits}" in html("`{figure:visits}`")
    assert html(r"\{figure:visits}") == "<p>{figure:visits}</p>"


def test_the_highest_heading_of_a_body_is_an_h2() -> None:
    assert re.findall(r"<h\d", html("# 一\n\n## 二\n\n### 三")) == ["<h2", "<h3", "<h4"]
    assert re.findall(r"<h\d", html("### 三\n\n#### 四")) == ["<h2", "<h3"]
    assert re.findall(r"<h\d", html("## 二\n\n### 三")) == ["<h2", "<h3"]
    assert "<h1" not in html("<h1>一</h1>")


def test_links_to_other_hosts_hand_them_nothing_and_own_links_stay_plain() -> None:
    assert 'href="https://other.example/" rel="noopener noreferrer"' in html("[外面](https://other.example/)")
    assert html("[关于](../../about/)") == '<p><a href="../../about/">关于</a></p>'


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#10;script:alert(1)",
        "&#1;javascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "//other.example/",
        "/\\other.example/",
        "\\\\other.example/",
        "/from-the-root/",
        "ftp://other.example/",
    ],
)
def test_an_address_of_no_good_scheme_or_place_is_dropped(address: str) -> None:
    written = html(f'[x]({address}) <a href="{address}">y</a> ![z]({address}) <img src="{address}" alt="w">')
    assert all(not attributes.get("href") and not attributes.get("src") for _, attributes in Tags(written).found)


def test_mail_and_telephone_links_pass() -> None:
    assert html("[信](mailto:a@yc.example)[话](tel:+86-000)").count("href=") == 2


def test_pictures_come_only_from_this_site() -> None:
    assert html("![图](../../assets/map.svg)") == '<p><img alt="图" src="../../assets/map.svg"></p>'
    assert "src" not in html("![图](https://other.example/map.svg)")
    assert "src" not in html("![图](data:image/png;base64,AA)")


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<style>p{display:none}</style>",
        '<p onclick="alert(1)" style="position:fixed" class="bar" id="main">x</p>',
        '<img src="x.png" onerror="alert(1)">',
        "<svg onload=alert(1)><a xlink:href=javascript:alert(1)>x</a></svg>",
        '<iframe src="https://other.example/"></iframe>',
        '<form action="https://other.example/"><input name=x></form>',
        '<object data="https://other.example/x.swf"></object><embed src="//other.example/">',
        '<meta http-equiv="refresh" content="0;url=https://other.example/">',
        '<link rel="stylesheet" href="https://other.example/x.css">',
        '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=x&gt;">',
        '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
        '<base href="https://other.example/">',
        '<video src="https://other.example/x.mp4" poster="//other.example/"></video>',
    ],
)
def test_hostile_markup_leaves_nothing_that_acts_or_calls(hostile: str) -> None:
    allowed = {"p", "a", "img", "em", "strong", "code", "br", "table"}
    for tag, attributes in Tags(html(f"前\n\n{hostile}\n\n后 {hostile} 完")).found:
        assert tag in allowed
        assert not attributes.keys() - {"href", "src", "alt", "title"}
        assert not re.search(r"other\.example|javascript", " ".join(filter(None, attributes.values())))


def test_what_a_body_may_hold_is_kept() -> None:
    blocks = (
        "> 乙",
        "- 丙",
        "1. 丁",
        "|戊|己|\n|-|-:|\n|1|2|",
        "---",
        "m<sup>2</sup> <abbr title='长'>庚</abbr> `辛`",
    )
    text = "\n\n".join(blocks)
    tags = {tag for tag, _ in Tags(html(text)).found}
    assert tags >= {"p", "blockquote", "ul", "ol", "li", "table", "th", "td", "sup", "abbr", "hr", "code"}
    assert '<th scope="col">戊</th>' in html(text)


def test_a_footnote_leads_there_and_back_in_the_page_s_language() -> None:
    written = html("据记载[^1]。\n\n[^1]: 云川市档案。")
    assert 'href="#fn:1"' in written and 'id="fn:1"' in written
    assert "回到正文的注释1" in written
    assert "Back to note 1" in html("As recorded.[^1]\n\n[^1]: The archive.", "en")


def test_one_body_leaves_nothing_behind_for_the_next() -> None:
    first = html("甲[^1]\n\n[^1]: 注\n\n[乙]\n\n[乙]: https://yc.example/")
    assert "注" not in html("*丙*")
    assert "href" not in html("*丙* [乙]")
    assert html("甲[^1]\n\n[^1]: 注\n\n[乙]\n\n[乙]: https://yc.example/") == first


def test_a_line_break_between_chinese_characters_is_no_gap() -> None:
    assert html("云川\n长廊") == "<p>云川长廊</p>"
    assert html("云川，\n2018年") == "<p>云川，2018年</p>"
    assert html("**云川**\n*长廊*") == "<p><strong>云川</strong><em>长廊</em></p>"
    assert html("a line\nand another", "en") == "<p>a line\nand another</p>"
    assert "云\n川" in html("    云\n    川\n")


PLAIN = "云川军地，。“”：a B3-+.,:;!'\"()/?%$@\u3000\u2003\u2028é１"
LINES = ("\n", "\n\n", "\n\n\n", "12. ", "  ", "- ", "http://a.b")
MARKS = (
    "[链接](event:fair)",
    "[the fair](person:nobody)",
    "{figure:visits}",
    "![x](event:fair)",
    "[",
    "](",
    "*",
    "&amp;",
)
PIECES = st.sampled_from([*PLAIN, *LINES, *MARKS])
TEXTS = st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=60)


@given(TEXTS)
def test_the_short_way_for_plain_paragraphs_equals_the_long_one(text: str) -> None:
    short = markup._paragraphs(text)
    if short:
        assert clean(short) == clean(markup._markdown("zh").reset().convert(text))


@given(st.lists(st.sampled_from("云川军地，。a b3-").filter(str.strip), min_size=1).map("".join))
def test_plain_sentences_do_take_the_short_way(text: str) -> None:
    if not text.startswith("-"):
        assert markup._paragraphs(text) == f"<p>{text}</p>"


@given(TEXTS, st.sampled_from(["zh", "en"]))
def test_any_text_gives_html_without_open_links(text: str, language: Language) -> None:
    written = html(text, language)
    assert all(not (attributes.get("href") or "").startswith("event:") for _, attributes in Tags(written).found)
    assert clean(render(text, language)) == render(text, language)


def test_expanding_a_hand_written_page_fills_in_links_and_figures_and_nothing_else() -> None:
    text = "[舰](event:2018-08-01-ship)、{figure:visits}、[某人](person:nobody)、[更正](corrections.md)、**强**"
    assert MARKUP.expand(text, "zh", "about/") == (
        '[舰](../events/2018-08-01-ship/)、<a class="figure" href="../figures/#visits">'
        '<data value="45000">4.5万余人次</data></a>、某人、[更正](corrections.md)、**强**'
    )


def test_expanding_leaves_code_and_pictures_alone() -> None:
    for text in (
        "`{figure:visits}`",
        "```\n{figure:visits}\n[x](event:fair)\n```",
        r"\{figure:visits}",
        "![x](event:fair)",
    ):
        assert MARKUP.expand(text, "zh", "about/") == text
    assert "4.5万" in MARKUP.expand("`甲` {figure:visits} `乙`", "zh", "about/")


def test_expanding_a_link_that_holds_a_figure_makes_one_link() -> None:
    assert MARKUP.expand("[{figure:visits}](event:fair)", "zh", "about/") == (
        '[<data value="45000">4.5万余人次</data>](../events/fair/)'
    )


@given(st.text(alphabet="ab甲乙 \n`*_[](){}<>&!\\^:.-#1\"'/;=|~", max_size=120))
def test_leaving_out_patterns_whose_sign_a_text_lacks_changes_nothing(text: str) -> None:
    whole = markup._markdown("zh").reset().convert(text)

    assert markup._markdown("zh", markup.SIGNS.intersection(text)).reset().convert(text) == whole
