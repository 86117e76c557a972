"""The search of Datong's built site: held against what a browser shows of every page, and used as readers use it."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from changlang.model.languages import LANGUAGES, Language
from changlang.search.ask import Index, Read, ask
from changlang.search.fold import fold
from changlang.search.sound import sounds
from changlang.search.trace import traces
from tests.browser.conftest import ROOT
from tests.browser.test_reading import WCAG

# What a reader sees of a page, without what leads to other pages; answers of the quiz are folded up at first.
SEEN = """() => {
  document.querySelectorAll("nav, [data-search-exclude], [aria-hidden=true]").forEach(one => one.remove());
  document.querySelectorAll("details").forEach(one => { one.open = true });
  return document.querySelector("main").innerText;
}"""
Texts = Mapping[Language, Mapping[str, str]]


@pytest.fixture(scope="module")
def texts(browser: Browser, address: str, site: Path) -> Texts:
    """Language → address → folded text of every page that can be found: as the browser shows it, and its summary."""
    page = browser.new_page(java_script_enabled=False)  # what scripts make of a page is not its text
    result: dict[Language, dict[str, str]] = {"zh": {}, "en": {}}
    for language in LANGUAGES:
        for one in sorted({one.partition("#")[0] for one in traces(reader(site), language)}):
            page.goto(address + one)
            result[language][one] = fold(f"{page.evaluate(SEEN)}\n{summary(one)}".replace("\t", "\n"))
    page.close()
    return result


def summary(address: str) -> str:
    """A record's summary as its file has it: lists and search engines show it, its own page does not."""
    folder, ident = ("", "", *address.split("/"))[-3:-1]
    language = "en" if address.startswith("en/") else "zh"
    file = ROOT / "content" / folder / f"{ident}.{language}.md"
    found = re.search(r"^summary: (.*)$", file.read_text("utf-8"), re.MULTILINE) if file.is_file() else None
    return found[1] if found else ""


def reader(site: Path) -> Read:
    return lambda path: (site / path).read_bytes() if (site / path).is_file() else None


def found(index: Index, question: str) -> set[str]:
    """Pages that are found by what they say, not only by how a name in them sounds."""
    result = set()
    for slot in index.hits(question):
        address, title, _, _, text = index.texts(slot)
        said = fold(f"{title}\n{text}")
        if question in said or not any(sound.startswith(question) for sound in sounds(said)):
            result.add(address.partition("#")[0])
    return result


def test_every_page_of_records_and_words_can_be_found(texts: Texts, site: Path) -> None:
    folders = ("events", "people", "photos", "columns")
    own = {f"{one}/{path.parent.name}/" for one in folders for path in (site / one).glob("*/index.html")}
    own = {one for one in own if not re.search(r"/(page|year|column)/$", one)}
    assert own | {"", "about/", "figures/", "glossary/", "boards/", "about/sources/"} <= texts["zh"].keys()
    assert {f"en/{one}" for one in texts["zh"]} == texts["en"].keys()


def test_a_thousand_pieces_of_chinese_find_just_the_pages_that_show_them(texts: Texts, site: Path) -> None:
    chance, index = random.Random(21), Index(reader(site), "zh")
    runs = [run for text in texts["zh"].values() for run in re.findall("[\u4e00-\u9fff]{2,}", text)]
    for number in range(1000):
        run, length = chance.choice(runs), chance.randint(2, 6)
        start = chance.randrange(max(1, len(run) - length + 1))
        question = run[start : start + length]
        if number % 5 == 0:  # one that hardly any page shows
            question = run[:2] + chance.choice(runs)[:2]
        shown = {one for one, text in texts["zh"].items() if question in text}
        assert found(index, question) == shown, question


def test_five_hundred_english_words_find_just_the_pages_that_show_them(texts: Texts, site: Path) -> None:
    chance, index = random.Random(22), Index(reader(site), "en")
    words = sorted({word for text in texts["en"].values() for word in re.findall("[a-z]{2,}", text)})
    for question in chance.choices(words, k=500):
        shown = {one for one, text in texts["en"].items() if question in text}
        assert found(index, question) == shown, question


@pytest.mark.parametrize(
    ("language", "question", "address"),
    [("zh", "33431.6", "figures/#land-planned"), ("zh", "93601", "events/2020-08-01-unit-visit/"),
     ("zh", "zjf", "photos/ship/"), ("zh", "國防教育", "glossary/#国防教育"),
     ("en", "33,431.6", "en/figures/#land-planned")],
)  # fmt: skip
def test_figures_unit_numbers_and_initials_are_found(
    site: Path, language: Language, question: str, address: str
) -> None:
    answer = ask(reader(site), language, question, limit=100)
    assert address in {result.address for result in answer.results}


def asked(page: Page, address: str, question: str) -> None:
    page.goto(f"{address}?q={question}")
    expect(page.get_by_role("status")).not_to_be_empty()


def found_by_axe(page: Page, part: str | None = None) -> list[tuple[str, str]]:
    found = Axe().run(page, context=part, options=WCAG).response["violations"]
    return [(item["id"], item["nodes"][0]["html"]) for item in found]


ASKED = (
    ("search/", "国防教育"), ("search/", "warships"), ("search/", "部队&kind=event"), ("search/", "国防教育基地"),
    ("en/search/", "school"), ("en/search/", "zzzz"),
)  # fmt: skip


@pytest.mark.parametrize(("path", "question"), ASKED)
def test_answers_are_clean_and_fit_small_screens(page: Page, address: str, path: str, question: str) -> None:
    asked(page, address + path, question)
    assert found_by_axe(page) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", ["search/", "en/search/", "search/a-z/", "en/search/a-z/"])
def test_lists_of_everything_are_clean_and_fit_small_screens(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    assert found_by_axe(page) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("scripts", [True, False])
def test_the_header_asks_the_search_page_with_and_without_a_script(
    browser: Browser, address: str, scripts: bool
) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{address}en/events/open-day/")
    page.get_by_role("searchbox").fill("school")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}en/search/?q=school")
    if scripts:
        expect(page.get_by_role("searchbox")).to_have_value("school")
        expect(page.locator(".search-results li").first).to_be_visible()
        expect(page.locator(".search-lists")).to_be_hidden()
    else:
        expect(page.locator(".search .notice")).to_be_visible()
        expect(page.locator(".search-lists")).to_be_visible()
    context.close()


def test_the_header_answers_as_one_types_with_keys_and_voice(page: Page, address: str, site: Path) -> None:
    page.goto(f"{address}events/")
    box = page.locator("header").get_by_role("searchbox")
    box.press_sequentially("国防")
    total = ask(reader(site), "zh", "国防").total
    expect(page.locator("header").get_by_role("status")).to_have_text(f"找到 {total} 条")
    links = page.locator("header .search-results a")
    expect(links).to_have_count(6)  # five results, and the way to all of them
    expect(links.last).to_have_text(f"全部 {total} 条")
    assert found_by_axe(page, "header") == []  # what lies below it is half covered
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("header li a", has_text="国防")).to_have_count(0)
    expect(box).to_be_focused()
    page.keyboard.press("ControlOrMeta+A")
    box.press_sequentially("没有这回事")
    expect(page.locator("header").get_by_role("status")).to_have_text("没有找到")
    page.get_by_role("link", name="English").focus()
    expect(page.locator("header").get_by_role("status")).to_be_empty()
    box.fill("部队")
    links.first.click()
    expect(page).to_have_url(re.compile("/gfjy/[a-z]+/"))


def test_from_a_folder_the_header_answers_and_leads_to_the_search(page: Page, site: Path) -> None:
    page.goto((site / "en" / "people" / "index.html").as_uri())
    box = page.locator("header").get_by_role("searchbox")
    box.press_sequentially("school")
    first = page.locator("header .search-results a").first
    expect(first).to_have_attribute("href", re.compile(r"index\.html(#|$)"))
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/en/search/index\.html\?q=school$"))
    expect(page.locator(".search-results li").first).to_be_visible()


def test_on_a_phone_the_header_has_a_button_that_leads_to_the_search(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{address}events/")
    button = page.locator("header").get_by_role("button", name="搜索")
    box = button.bounding_box()
    assert box is not None and box["width"] >= 44 and box["height"] >= 44
    button.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("搜索")


def test_where_nothing_is_found_what_is_and_all_lists_are_offered(page: Page, address: str, site: Path) -> None:
    asked(page, f"{address}search/", "国防教育基地服务站")
    expect(page.get_by_role("status")).to_have_text("没有找到")
    fewer = ask(reader(site), "zh", "国防教育基地服务站").fewer
    assert list(fewer) == ["国防教育", "服务站"]
    for phrase, count in fewer.items():
        expect(page.locator(f"[data-fewer='{phrase}']")).to_have_text(f"只搜“{phrase}”：{count} 条")
    expect(page.get_by_role("heading", name="也可以这样找")).to_be_visible()
    page.locator("[data-fewer]").first.click()
    expect(page.get_by_role("status")).to_have_text(f"找到 {fewer['国防教育']} 条")
    expect(page.get_by_role("heading", name="也可以这样找")).to_be_hidden()


def test_lists_by_kind_column_year_and_letter_lead_to_everything(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    for name, path in (("人物", "people/"), ("加强组织领导", "columns/leadership/"), ("2018", "events/year/2018/"),
                       ("D", "search/a-z/#D")):  # fmt: skip
        link = page.locator(".search-lists").get_by_role("link", name=re.compile(f"^{name}( |$)"))
        assert link.evaluate("one => one.href") == address + path
    page.goto(f"{address}search/a-z/#D")
    expect(page.locator("section#D li")).to_contain_text(["大同军分区", "登上同名的舰"])


def test_a_choice_of_filters_is_in_the_address_and_comes_back_with_it(page: Page, address: str) -> None:
    asked(page, f"{address}search/", "部队")
    before = int(re.findall(r"\d+", page.get_by_role("status").inner_text())[0])
    button = page.locator("[data-filter=column]").get_by_role("button", name=re.compile("^支持地方建设"))
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    expect(page).to_have_url(re.compile("column=local"))
    after = int(re.findall(r"\d+", page.get_by_role("status").inner_text())[0])
    assert 0 < after < before
    page.reload()
    expect(page.get_by_role("status")).to_contain_text(str(after))


def test_a_result_without_a_picture_has_the_colour_of_its_column_and_an_icon(page: Page, address: str) -> None:
    asked(page, f"{address}search/", "大同舰")
    row = page.locator("section[data-kind=event] li").first
    expect(row.locator(".search-picture svg")).to_be_visible()
    color = "one => getComputedStyle(one).getPropertyValue('--c')"
    page_color = page.locator("section[data-kind=event] li").first.evaluate(color)
    assert page_color.strip() == "#1f4463"


def test_on_paper_there_are_answers_and_no_box(page: Page, address: str) -> None:
    asked(page, f"{address}search/", "部队")
    page.emulate_media(media="print")
    expect(page.locator(".search-form")).to_be_hidden()
    expect(page.locator(".search-results li").first).to_be_visible()
