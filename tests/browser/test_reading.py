"""Datong's site as its readers meet it: languages, filters, keyboard, paper, small screens, no JavaScript."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import KINDS, address_of
from tests.browser.numbers import BROKEN

WCAG = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}
BOTH = [(kind, language) for kind in KINDS for language in ("zh", "en")]


@pytest.mark.parametrize(("kind", "language"), BOTH)
def test_axe_finds_nothing_on_any_kind_of_page(
    page: Page, address: str, site: Path, kind: str, language: str
) -> None:
    page.goto(address + address_of(site, kind, language))

    found = Axe().run(page, options=WCAG)

    assert [(item["id"], item["nodes"][0]["html"]) for item in found.response["violations"]] == []


@pytest.mark.parametrize(("kind", "language"), BOTH)
def test_no_page_scrolls_sideways_at_320_pixels_nor_with_letters_twice_as_large(
    page: Page, address: str, site: Path, kind: str, language: str
) -> None:
    for width, size in ((320, "100%"), (640, "200%")):
        page.set_viewport_size({"width": width, "height": 700})
        page.goto(address + address_of(site, kind, language))
        page.evaluate("size => { document.documentElement.style.fontSize = size }", size)

        assert page.evaluate("document.documentElement.scrollWidth") <= width, (kind, language, width)
        assert page.evaluate(BROKEN) == [], (kind, language, width)


@pytest.mark.parametrize("kind", KINDS)
def test_the_language_switch_leads_to_the_same_page_and_back(page: Page, address: str, site: Path, kind: str) -> None:
    start = address + address_of(site, kind, "zh")
    page.goto(start)
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")

    page.get_by_role("link", name="English", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page).to_have_url(address + address_of(site, kind, "en"))

    page.get_by_role("link", name="中文", exact=True).click()
    expect(page).to_have_url(start)


def test_the_wall_shows_one_column_without_leaving_the_page_and_says_how_many(page: Page, address: str) -> None:
    page.goto(f"{address}photos/")
    cards = page.locator(".wall > li")
    expect(cards).to_have_count(18)

    page.get_by_role("link", name=re.compile("落实政策法规")).first.click()

    expect(page).to_have_url(re.compile("photos/#column=policy$"))
    expect(page.get_by_role("status")).to_have_text("共2幅")
    expect(cards.filter(visible=True)).to_have_count(2)
    page.get_by_role("link", name=re.compile("^全部")).first.click()
    expect(cards.filter(visible=True)).to_have_count(18)


def test_a_link_to_a_filtered_wall_opens_filtered(page: Page, address: str) -> None:
    page.goto(f"{address}en/photos/#column=education")

    expect(page.locator(".wall > li:visible")).to_have_count(4)


def test_the_keyboard_reaches_the_content_first_and_then_every_section(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("跳到正文")
    expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main$"))

    page.goto(address)
    reached = []
    for _ in range(9):
        page.keyboard.press("Tab")
        reached.append(page.locator(":focus").inner_text())
    assert reached == ["跳到正文", "大同双拥长廊", "专栏", "活动", "人物", "影像", "数据", "时间线", "学习"]


def test_without_javascript_everything_is_there_and_filters_are_links(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}photos/")
    expect(page.locator(".wall > li").last).to_be_visible()

    page.get_by_role("link", name=re.compile("落实政策法规")).first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("影像长廊：落实政策法规")
    context.close()


def test_on_paper_there_are_no_menus_and_the_text_is_whole(page: Page, address: str) -> None:
    page.goto(f"{address}events/free-clinics/")
    page.emulate_media(media="print")

    expect(page.locator(".bar")).to_be_hidden()
    expect(page.locator(".body")).to_be_visible()
    expect(page.locator(".side")).to_be_visible()
    assert len(page.pdf()) > 10_000


def test_every_figure_of_a_text_leads_to_its_row_with_its_source(page: Page, address: str) -> None:
    page.goto(f"{address}en/events/pensions/")
    page.locator(".body a.figure").first.click()

    row = page.locator("tr:target")
    expect(row).to_contain_text("295.42 million")
    expect(row).to_contain_text("section 4")


def test_a_wrong_address_gets_a_page_in_both_languages_that_leads_home(page: Page, address: str) -> None:
    page.goto(f"{address}events/no/such/thing/")
    expect(page.get_by_role("heading", level=1)).to_have_text("没有找到这一页")
    expect(page.locator("[lang=en] h2")).to_have_text("This page was not found")

    page.get_by_role("link", name="从首页").click()

    expect(page).to_have_url(address)


def test_samples_are_marked_as_samples(page: Page, address: str) -> None:
    for path in ("people/", "people/sample-a/"):
        page.goto(address + path)
        expect(page.locator(".sample").first).to_have_text("示例")


def test_only_a_board_page_remembers_anything_and_only_the_language(site: Path) -> None:
    kept = {path.relative_to(site).parts[0] for path in site.rglob("*.html") if b"localStorage" in path.read_bytes()}

    assert {part.lower() for part in kept} <= {"b"}


def test_nothing_of_the_built_site_asks_another_host(site: Path) -> None:
    """Grep, beside the audit: no address of another host where a browser would fetch it."""
    asks = re.compile(
        rb"""(?:src|srcset|poster|data|action)\s*=\s*["']?(?:https?:)?//|url\(\s*["']?(?:https?:)?//|@import|<base\b"""
        rb"""|<link[^>]+rel=["']?(?:stylesheet|icon|preload|preconnect|dns-prefetch|manifest)["'][^>]+href=["']?(?:https?:)?//"""
        rb"""|<form[^>]+method=["']?post|document\.cookie|sendBeacon|XMLHttpRequest|fetch\("""
    )
    found = {
        path.relative_to(site).as_posix(): asks.findall(path.read_bytes())
        for path in site.rglob("*")
        if path.suffix in (".html", ".css", ".js", ".svg") and asks.search(path.read_bytes())
    }
    assert found == {}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_term_is_explained_to_whoever_touches_it(page: Page, address: str, language: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}{'en/' if language == 'en' else ''}events/2016-eighth-title/")
    term = page.locator(".body abbr[title]").first

    term.click()

    expect(term).to_be_focused()
    told = term.evaluate("element => getComputedStyle(element, '::after').content")
    assert told.strip('"') == term.get_attribute("title")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_server_answers_with_utf8_and_the_feed_parses(address: str) -> None:
    from xml.etree import ElementTree

    with urlopen(f"{address}en/feed.xml") as answer:
        feed = ElementTree.fromstring(answer.read())
    entries = feed.findall("{http://www.w3.org/2005/Atom}entry")
    assert 20 <= len(entries) <= 30
