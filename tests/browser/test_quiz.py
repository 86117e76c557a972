"""The quiz in a real browser, on Datong's own page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect


def begin(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    page.locator(".quiz-round .quiz-button").click()


@pytest.mark.parametrize(("path", "right"), [("quiz/", "答对了"), ("en/quiz/", "Right")])
def test_a_round_of_ten_is_explained_question_by_question_and_ends_with_a_score(
    page: Page, address: str, path: str, right: str
) -> None:
    begin(page, address, path)
    asked, rights = set(), 0
    for _ in range(10):
        asked.add(page.locator(".quiz-question").inner_text())
        expect(page.locator(".quiz-question")).to_be_focused()
        page.locator(".quiz-choices button").nth(1).click()
        outcome = page.locator(".quiz-outcome")
        rights += outcome.inner_text().startswith(right)
        assert page.locator(".quiz-choices .right").count() == 1
        assert page.locator(".quiz-outcome a").get_attribute("href")
        page.locator(".quiz-outcome .quiz-button").click()

    assert len(asked) == 10
    numbers = re.findall(r"\d+", page.locator(".quiz-question").inner_text())
    assert numbers == [str(rights), "10"]
    assert page.locator(".quiz-missed > li").count() == 10 - rights


def test_a_question_is_answered_once_and_with_the_keyboard(page: Page, address: str) -> None:
    begin(page, address, "quiz/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    first = page.locator(".quiz-verdict").inner_text()
    page.locator(".quiz-choices button").nth(2).evaluate("choice => choice.click()")

    assert page.locator(".quiz-verdict").all_inner_texts() == [first]
    expect(page.locator(".quiz-outcome :focus, .quiz-outcome:focus")).to_have_count(1)


def test_rounds_differ_and_nothing_is_kept(page: Page, address: str) -> None:
    openings = set()
    for _ in range(6):
        begin(page, address, "quiz/")
        openings.add(page.locator(".quiz-question").inner_text())

    assert len(openings) > 1
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_a_link_to_one_question_opens_the_list(page: Page, address: str) -> None:
    page.goto(f"{address}quiz/#masks")
    expect(page.locator("#masks")).to_be_visible()


def test_without_javascript_all_questions_are_there_with_folded_answers(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "quiz/index.html").as_uri())
    assert page.locator(".quiz > li").count() >= 30
    expect(page.locator("#masks [data-explained]")).to_be_hidden()
    page.locator("#masks summary").click()
    expect(page.locator("#masks [data-explained]")).to_be_visible()
    expect(page.locator("#masks [data-explained]")).to_contain_text("3万只")
    context.close()


def test_axe_finds_nothing_while_a_question_is_answered(page: Page, address: str) -> None:
    begin(page, address, "en/quiz/")
    page.locator(".quiz-choices button").first.click()
    assert Axe().run(page).response["violations"] == []
