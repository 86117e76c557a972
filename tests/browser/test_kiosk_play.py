"""The kiosk's quiz and its search without a keyboard, as visitors play with them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browser.test_kiosk import MEASURE
from tests.browser.test_reading import WCAG
from tests.browser.touch import LYING, UPRIGHT, Kiosk, Size, touched


def test_a_round_of_ten_is_explained_from_within_the_kiosk_and_scored(kiosk: Kiosk) -> None:
    kiosk.open("quiz/index.html")
    kiosk.page.locator(".quiz-round .quiz-button").tap()
    rights, records = 0, set()
    for number in range(1, 11):
        expect(kiosk.page.locator(".quiz-place")).to_have_text(f"第{number}题，共10题")
        kiosk.page.locator(".quiz-choices button").nth(number % 3).tap()
        verdict = kiosk.page.locator(".quiz-verdict")
        expect(verdict).to_be_visible()
        rights += verdict.inner_text() == "答对了"
        records.add(kiosk.page.locator(".quiz-outcome .more").evaluate("link => link.href"))
        on = kiosk.page.locator(".quiz-outcome .on")
        expect(on).to_be_in_viewport(ratio=1)
        assert kiosk.page.evaluate(MEASURE) == []
        on.tap()
    expect(kiosk.page.locator(".quiz-question")).to_have_text(f"答对{rights}题，共10题")
    files = {record.removeprefix(kiosk.folder.as_uri() + "/").partition("#")[0] for record in records}
    assert all((kiosk.folder / path).is_file() for path in files)

    kiosk.page.locator(".quiz-round .on").tap()
    expect(kiosk.page.locator(".quiz-place")).to_have_text("第1题，共10题")
    expect(kiosk.page.locator("html")).to_have_attribute("data-size", "0")  # no touch but its own key's


def test_a_round_that_is_left_alone_is_forgotten(kiosk: Kiosk) -> None:
    kiosk.page.clock.install()
    kiosk.open("en/quiz/index.html")
    kiosk.page.locator(".quiz-round .quiz-button").tap()
    kiosk.page.locator(".quiz-choices button").first.tap()
    kiosk.page.clock.run_for(60_000)
    kiosk.page.clock.run_for(16_000)
    kiosk.page.wait_for_url("**/attract/index.html")

    kiosk.open("en/quiz/index.html")
    expect(kiosk.page.locator(".quiz-choices")).to_have_count(0)
    expect(kiosk.page.locator(".quiz-round .quiz-button")).to_have_text("Start: 10 questions drawn at random")


@pytest.mark.parametrize("size", [UPRIGHT, LYING], ids=["upright", "lying"])
def test_pinyin_initials_find_a_word_and_the_word_its_page(browser: Browser, datong: Path, size: Size) -> None:
    for kiosk in touched(browser, datong, size):
        kiosk.open()
        kiosk.page.locator(".keys").get_by_role("link", name="搜索").tap()
        kiosk.page.wait_for_url("**/search/index.html")
        for letter in "DTJ":
            kiosk.page.get_by_role("button", name=letter, exact=True).tap()
        kiosk.page.get_by_role("button", name="大同舰", exact=True).tap()
        expect(kiosk.page.get_by_role("searchbox")).to_have_value("大同舰")
        expect(kiosk.page.get_by_role("status")).to_have_text(re.compile("找到 [0-9]+ 条"))
        assert kiosk.page.evaluate(MEASURE) == []

        kiosk.page.locator("[data-kind=event] a").first.tap()
        kiosk.page.wait_for_url("**/events/*/index.html")
        expect(kiosk.page.locator("main")).to_contain_text("大同舰")
        kiosk.page.locator("[data-back]").tap()
        kiosk.page.wait_for_url("**/search/index.html")
        expect(kiosk.page.get_by_role("searchbox")).to_have_value("大同舰")
        expect(kiosk.page.get_by_role("status")).to_have_text(re.compile("找到 [0-9]+ 条"))


def test_english_letters_find_words_and_a_letter_is_taken_back(kiosk: Kiosk) -> None:
    kiosk.open("en/search/index.html")
    for letter in "SCHOX":
        kiosk.page.get_by_role("button", name=letter, exact=True).tap()
    expect(kiosk.page.locator(".pad-words button")).to_have_count(0)
    kiosk.page.locator(".pad-keys").get_by_role("button", name="Back", exact=True).tap()
    kiosk.page.get_by_role("button", name="school", exact=True).tap()
    expect(kiosk.page.locator(".search-results a").first).to_have_attribute(
        "href", re.compile(r"^\.\./.*index\.html")
    )

    found = Axe().run(kiosk.page, options={**WCAG, "preload": False}).response["violations"]
    assert [(item["id"], item["nodes"][0]["html"]) for item in found] == []
    kiosk.page.locator(".pad-clear").tap()
    expect(kiosk.page.locator(".search-results a")).to_have_count(0)


def test_a_columns_figures_begin_with_a_chart_that_says_the_same_as_its_table(kiosk: Kiosk) -> None:
    kiosk.open("en/figures/column/policy/index.html")
    chart = kiosk.page.locator(".chart").first
    drawn = chart.get_by_role("img")
    expect(drawn).to_have_count(1)
    expect(drawn).to_be_in_viewport()
    chart.locator("summary").tap()
    expect(chart.locator("table")).to_be_visible()
    said = drawn.locator("desc").text_content() or ""
    for value in chart.locator("td").all_inner_texts():
        assert value in said
    assert kiosk.page.evaluate(MEASURE) == []
