"""The search without a keyboard, tapped from a folder on an upright screen of 1080 × 1920."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from changlang.model.languages import LANGUAGES
from changlang.search import pieces
from changlang.search.ask import ask
from changlang.search.document import Document
from changlang.search.index import index
from changlang.search.words import words
from tests.search.conftest import SCRIPT
from tests.search.test_browser import reader, shown
from tests.search.yunchuan import documents

ASSETS = SCRIPT.parent
PAGE = """<!doctype html><html lang="{language}"><meta charset="utf-8"><title>{language}</title>
<link rel="stylesheet" href="style.css"><div data-search="{language}" data-root="" data-file="index.html">
<input type="search" aria-label="search" readonly inputmode="none"><div data-search-pad></div></div>
<script src="search.js"></script><script src="search-pad.js"></script></html>"""


@pytest.fixture(scope="module")
def kiosk(folder: Path) -> Path:
    """The folder of the search with the words and the letters."""
    for path, data in words(documents(300)).items():
        (folder / path).write_bytes(data)
    (folder / "search-pad.js").write_bytes((ASSETS / "kiosk" / "search-pad.js").read_bytes())
    sheets = [
        (ASSETS / name).read_text("utf-8") for name in ("tokens.css", "kiosk/kiosk.css", "kiosk/search-pad.css")
    ]
    loose = "body { display: block; overflow: auto; padding: 4rem; }"  # a page of its own here, not a pane
    (folder / "style.css").write_text("\n".join((*sheets, loose)), "utf-8")
    for language in LANGUAGES:
        (folder / f"pad-{language}.html").write_text(PAGE.format(language=language), "utf-8")
    return folder


@pytest.fixture
def screen(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1080, "height": 1920}, has_touch=True)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda request: faults.append(request.url))
    yield page
    context.close()
    assert faults == []


def tap(page: Page, *names: str) -> None:
    for name in names:
        page.get_by_role("button", name=name, exact=True).tap()


def test_first_letters_offer_a_name_and_the_name_its_pages(screen: Page, kiosk: Path) -> None:
    screen.goto((kiosk / "pad-zh.html").as_uri())
    tap(screen, "Z", "G", "H")
    expect(screen.get_by_role("searchbox")).to_have_value("zgh")
    tap(screen, "张光华")
    expect(screen.get_by_role("searchbox")).to_have_value("张光华")
    answer = ask(reader(kiosk), "zh", "张光华", limit=1000)
    expect(screen.get_by_role("status")).to_contain_text(str(answer.total))
    assert sum(map(len, shown(screen).values())) > 0


def test_words_are_put_together_and_taken_back(screen: Page, kiosk: Path) -> None:
    screen.goto((kiosk / "pad-zh.html").as_uri())
    box = screen.get_by_role("searchbox")
    tap(screen, "Z", "G", "H", "张光华", "3", "7")
    expect(box).to_have_value("张光华 37")
    tap(screen, "退格", "退格", "退格")
    expect(box).to_have_value("")
    tap(screen, "L", "清空")
    expect(box).to_have_value("")
    expect(screen.locator(".pad-words button")).to_have_count(8)


def test_what_an_answer_suggests_is_taken_back_like_a_word(screen: Page, kiosk: Path) -> None:
    screen.goto((kiosk / "pad-zh.html").as_uri())
    tap(screen, "Z", "G", "H", "X", "X", "X")
    screen.locator("[data-fewer]").first.tap()
    expect(screen.get_by_role("searchbox")).to_have_value('"zgh"')
    expect(screen.locator("li").first).to_be_visible()
    tap(screen, "2")
    expect(screen.get_by_role("searchbox")).to_have_value('"zgh" 2')
    tap(screen, "退格", "退格")
    expect(screen.get_by_role("searchbox")).to_have_value("")


def test_english_words_are_offered_by_their_beginning(screen: Page, kiosk: Path) -> None:
    screen.goto((kiosk / "pad-en.html").as_uri())
    tap(screen, "Z", "H", "zhang")
    expect(screen.get_by_role("searchbox")).to_have_value("zhang")
    expect(screen.locator("li").first).to_be_visible()


@pytest.mark.parametrize(("language", "letters"), [("zh", ("Z", "G", "H")), ("en", ("Z", "H"))])
def test_keys_and_answers_are_large_enough_for_a_finger_and_for_the_eye(
    screen: Page, kiosk: Path, language: str, letters: tuple[str, ...]
) -> None:
    screen.goto((kiosk / f"pad-{language}.html").as_uri())
    expect(screen.locator(".pad-words button")).to_have_count(8)
    assert screen.locator(".pad-keys button").count() == 26 + 10 + 2
    tap(screen, *letters)
    expect(screen.locator("li").first).to_be_visible()
    touched = screen.locator("button:visible, input, li a:visible").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => Math.min(box.width, box.height))"
    )
    assert min(touched) >= 60
    read = screen.locator("button:visible, input, p, h2, h2 span, strong, time, .search-context").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(read) >= 24
    assert screen.evaluate("document.documentElement.scrollWidth") <= 1080


def test_every_word_that_is_offered_finds_something(kiosk: Path) -> None:
    for language in LANGUAGES:
        listed = pieces.data((kiosk / pieces.path(f"{language}/words")).read_bytes())
        assert len(listed) > 50
        for word, _ in listed:
            assert ask(reader(kiosk), language, word, limit=1).total, word


def test_words_come_from_titles_names_and_places_the_commonest_first() -> None:
    pages = [
        Document("a/", "zh", "event", "红墙，古建", names="张光华"),
        Document("b/", "zh", "event", "古建开放日", place="古建", body="不在词表里"),
    ]
    listed = pieces.data(words(pages)["search/zh/words.js"])
    assert listed[0] == ["古建", "gu jian"]
    assert [word for word, _ in listed[1:]] == ["红墙", "张光华", "古建开放日"]
    assert index(pages).keys().isdisjoint(words(pages))
