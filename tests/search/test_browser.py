"""What a reader sees, from a folder and without a network: the same answers as `ask` gives from the same files."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from changlang.editions.assets import script
from changlang.model.languages import Language
from changlang.search.ask import Answer, Read, ask
from changlang.search.fold import SIGNS, fold
from tests.search.conftest import SCRIPT

QUESTIONS: Mapping[Language, tuple[str, ...]] = {
    "zh": (
        "云川", "国防教育", "學習用品", "志愿者上门", "墙", "讲解员用通俗", "房屋 帮扶", '"学习用品发到"',
        "“身边的国防”", "zhangguanghua", "zgh", "guanghua", "xuexi", "37.6", "1,073.6", "1073.6", "２０", "24户",
        "ＰＡＲＫ", "三项进行：云川", "没有这样的句子", "国防 没有这样的句子", "队，一边", "张光华", "𠮷野",
        "房屋修缮帮扶 2019", "yc", "yun", "shan", "he", "。", "的", "现场办结",
    ),
    "en": (
        "queue", "harv", "est", "th", "the", "tion", "ings", "company staff", '"company staff"', "Café",
        '"the children que"', "“of the hou", "Yunchuan", "37.6", "1,073.6", "zhang guanghua", "well-known",
        "volunteers' association", "no such sentence", "queue nosuchword", "a", "5", "云川", "zz", "ab", "city's",
        "children’s", "“guanghua 张光华”", "张光华 yunchuan", "“张光华 yunch”",
    ),
}  # fmt: skip


def reader(folder: Path) -> Read:
    return lambda path: (folder / path).read_bytes() if (folder / path).is_file() else None


def shown(page: Page) -> dict[str, list[str]]:
    """Kind → addresses, in the order of the page."""
    found: dict[str, list[str]] = page.evaluate(
        "() => Object.fromEntries(Array.from(document.querySelectorAll('section[data-kind]'), section => "
        "[section.dataset.kind, Array.from(section.querySelectorAll('li a'), a => a.getAttribute('href'))]))"
    )
    return found


def counts(page: Page, name: str) -> dict[str, int]:
    found: dict[str, int] = page.evaluate(
        "name => Object.fromEntries(Array.from(document.querySelectorAll(`[data-filter=${name}] button`), button => "
        "[button.dataset.value, Number(button.querySelector('span').textContent)]))",
        name,
    )
    return found


def expected(answer: Answer) -> dict[str, list[str]]:
    kinds = list(dict.fromkeys(result.kind for result in answer.results))
    each = max(2, 8 // max(1, len(kinds)))
    by_kind = sorted(answer.results, key=lambda result: kinds.index(result.kind))
    return {
        kind: [f"{result.address}index.html" for result in results][:each]
        for kind, results in groupby(by_kind, key=lambda result: result.kind)
    }


def type_in(page: Page, folder: Path, language: Language, question: str) -> None:
    """Types a question and waits for its answer to be announced."""
    page.goto((folder / f"{language}.html").as_uri())
    page.get_by_role("searchbox").fill(question)
    expect(page.get_by_role("status")).not_to_be_empty()


def asked(question: str) -> bool:
    """Questions of one letter wait for the second."""
    return len(fold(question)) > 1 or fold(question) >= "\u2e80"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_answers_as_the_command_does(page: Page, folder: Path, language: Language) -> None:
    some = 0
    for question in filter(asked, QUESTIONS[language]):
        answer = ask(reader(folder), language, question, limit=10_000)
        type_in(page, folder, language, question)
        assert shown(page) == expected(answer), question
        for name in ("kind", "column", "year"):
            assert counts(page, name) == answer.counts[name], question
        fewer = page.locator("[data-fewer]").evaluate_all("all => all.map(one => one.dataset.fewer)")
        assert fewer == list(answer.fewer), question
        some += bool(answer.total)
        if answer.total:
            assert str(answer.total) in page.get_by_role("status").inner_text()
    assert some > 12


def test_a_choice_narrows_results_and_counts_as_the_command_does(page: Page, folder: Path) -> None:
    type_in(page, folder, "zh", "志愿者")
    before = ask(reader(folder), "zh", "志愿者").total
    page.locator("[data-filter=kind] [data-value=person]").click()
    chosen = {"kind": "person"}
    answer = ask(reader(folder), "zh", "志愿者", limit=10_000, chosen=chosen)
    expect(page.get_by_role("status")).to_contain_text(str(answer.total))
    assert 0 < answer.total < before
    assert shown(page) == expected(answer)
    assert counts(page, "year") == answer.counts["year"]
    assert counts(page, "kind") == answer.counts["kind"] and len(answer.counts["kind"]) == 3
    page.get_by_role("button", name="更多").click()
    expect(page.locator("li")).to_have_count(18)


def test_what_was_asked_is_marked_in_context(page: Page, folder: Path) -> None:
    type_in(page, folder, "zh", "學習用品")
    context = page.locator(".search-context").first
    expect(context.locator("mark").first).to_have_text("学习用品")
    assert len(context.inner_text()) < 120
    type_in(page, folder, "en", "1073.6")
    expect(page.locator("mark").first).to_have_text("1,073.6")


def test_arrows_go_through_the_results_and_back(page: Page, folder: Path) -> None:
    type_in(page, folder, "en", "queue")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("li a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("li a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_where_nothing_is_found_fewer_words_and_the_other_language_are_offered(page: Page, folder: Path) -> None:
    type_in(page, folder, "zh", "国防 queue")
    page.locator("[data-fewer]").click()
    expect(page.get_by_role("searchbox")).to_have_value('"国防"')
    expect(page.locator("li").first).to_be_visible()
    type_in(page, folder, "zh", "queue")
    link = page.locator("a[data-other]")
    expect(link).to_contain_text(str(ask(reader(folder), "en", "queue").total))
    link.click()
    expect(page.get_by_role("searchbox")).to_have_value("queue")
    expect(page.locator("li").first).to_be_visible()


def test_an_address_carries_its_question_and_choices(page: Page, folder: Path) -> None:
    page.goto((folder / "zh.html").as_uri() + "?q=国防教育&kind=photo")
    expect(page.locator("section")).to_have_count(1)
    expect(page.locator("section")).to_have_attribute("data-kind", "photo")
    page.get_by_role("searchbox").fill("志愿者")
    expect(page.locator("section")).to_have_count(3)
    expect(page).to_have_url(re.compile("[?&]q=%E5%BF%97%E6%84%BF%E8%80%85$"))


def test_an_emptied_box_shows_nothing(page: Page, folder: Path) -> None:
    type_in(page, folder, "zh", "国防教育")
    page.get_by_role("searchbox").fill("")
    expect(page.get_by_role("status")).to_be_empty()
    expect(page.locator("li")).to_have_count(0)


def test_the_script_is_small_and_has_the_signs_that_folding_has() -> None:
    served = script(SCRIPT)
    assert len(gzip.compress(served, 9)) <= 8192
    assert f"[{SIGNS}]" in served.decode()
