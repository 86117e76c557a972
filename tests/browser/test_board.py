"""What a phone shows before a board: both languages, large type, reading aloud, night, and a mistyped code."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from changlang import pipeline
from changlang.codes.code import SIGNS, check_sign
from changlang.problems import has_errors
from tests.codes.street import BOARDS, SHOWS, laid_out, record, settled, write

THEME = Path(__file__).parents[2] / "scripts" / "changlang" / "theme"
PHONE: ViewportSize = {"width": 360, "height": 740}
WCAG_AAA = {"runOnly": ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
Open = Callable[..., Page]
# A device that speaks: what it is given is kept in `spoken`, and it never comes to an end by itself.
VOICE = """
window.spoken = [];
Object.defineProperty(window, "speechSynthesis", {value: {
  speaking: false,
  speak: function (speech) { this.speaking = true; this.last = speech; spoken.push(speech); speech.onstart(); },
  cancel: function () { if (this.speaking) { this.speaking = false; this.last.onend(); } }
}});
window.SpeechSynthesisUtterance = function () {};
"""
SILENT = "Object.defineProperty(window, 'speechSynthesis', {value: undefined})"
NO_STORE = "Object.defineProperty(window, 'localStorage', {get: function () { throw new Error('refused'); }})"


class Plain(SimpleHTTPRequestHandler):
    """A server that knows nothing of codes: files as they are called, and the site's page for what is not there."""

    def log_message(self, *_: object) -> None: ...

    def send_error(self, code: int, *_: Any) -> None:
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write((Path(self.directory) / "gfjy" / "404.html").read_bytes())


@pytest.fixture(scope="module")
def street(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small site on a plain server: a board in use, one that has moved, one that was taken down."""
    folder = tmp_path_factory.mktemp("street")
    settings = laid_out(folder / "city")
    boards = record("SC001", SHOWS) + record("SC002", "moved_to: SC001") + record("SC003", SHOWS, "retired: 2026-05")
    write(settings.root, BOARDS, boards)
    config = settings.config_file.read_text("utf-8").replace("# contact:", "contact:")
    settings.config_file.write_text(config, "utf-8")
    outcome = pipeline.build(settled(settings.root), folder / "www" / "gfjy", jobs=1)
    assert not has_errors(outcome.problems), outcome.problems
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Plain, directory=str(folder / "www")))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/gfjy/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Open]:
    """Opens an address on a phone of its own: its language, what it knows, whether it runs scripts.

    An address that `leads_on` is not waited for until it has loaded: the next one may come before.
    """
    opened = []

    def open_(address: str, language: str = "zh-CN", first: str = "", leads_on: bool = False, **options: Any) -> Page:
        context = browser.new_context(viewport=PHONE, locale=language, has_touch=True, is_mobile=True, **options)
        opened.append(context)
        page = context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        if first:
            page.add_init_script(first)
        page.goto(address, wait_until="commit" if leads_on else "load")
        assert faults == []
        return page

    yield open_
    for context in opened:
        context.close()


@pytest.mark.parametrize(
    ("language", "shown"), [("zh-CN", "zh"), ("zh-TW", "zh"), ("en-GB", "en"), ("de-DE", "en")], ids=str
)
def test_the_language_of_the_phone_is_shown_first(phone: Open, address: str, language: str, shown: str) -> None:
    page = phone(f"{address}B/DT001", language)

    other = "en" if shown == "zh" else "zh"
    expect(page.locator(f"#{shown} h1")).to_be_visible()
    expect(page.locator(f"#{other}")).to_be_hidden()
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN" if shown == "zh" else "en")


def test_the_other_language_is_one_tap_away_and_is_remembered_at_the_next_board(phone: Open, address: str) -> None:
    page = phone(f"{address}B/DT001/", "en-GB")
    page.get_by_role("link", name="中文").tap()
    expect(page.locator("#zh h1")).to_have_text("同坐一张桌，解决一个个问题")
    expect(page.locator("#en")).to_be_hidden()

    page.goto(f"{address}B/DT002/")
    expect(page.locator("#zh h1")).to_be_visible()
    page.get_by_role("link", name="English").tap()
    expect(page.locator("#en h1")).to_be_visible()

    page.goto(f"{address}B/DT003/")
    expect(page.locator("#en h1")).to_be_visible()


def test_without_javascript_both_languages_figures_and_questions_are_there(phone: Open, address: str) -> None:
    page = phone(f"{address}B/DT001/", "en-GB", java_script_enabled=False)
    expect(page.locator("#zh .here")).to_have_text("你面前的这块牌")
    expect(page.locator("#zh dl dd")).to_have_count(2)
    expect(page.locator(".tools").first).to_be_hidden()

    page.get_by_role("link", name="English").tap()
    expect(page.locator("#en .here")).to_have_text("The board before you")
    expect(page.locator("#zh")).to_be_hidden()
    page.locator("#en .quiz > summary").tap()
    questions = page.locator("#en .quiz > ol > li")
    expect(questions).to_have_count(3)
    expect(questions.first.locator("details p")).to_be_hidden()
    questions.first.locator("summary").tap()
    expect(questions.first.locator("details p")).to_be_visible()


def test_large_type_is_one_tap_and_is_remembered(phone: Open, address: str) -> None:
    page = phone(f"{address}B/DT001/")
    size = "parseFloat(getComputedStyle(document.querySelector('#zh .lead')).fontSize)"
    normal = page.evaluate(size)
    page.get_by_role("button", name="大字").tap()
    expect(page.get_by_role("button", name="大字")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(size) > 1.2 * normal
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]

    page.goto(f"{address}B/DT002/")
    expect(page.get_by_role("button", name="大字")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="大字").tap()
    page.reload()
    expect(page.get_by_role("button", name="大字")).to_have_attribute("aria-pressed", "false")


def test_a_phone_that_speaks_reads_the_language_that_is_shown_and_stops_when_told(phone: Open, address: str) -> None:
    page = phone(f"{address}B/DT001/", first=VOICE)
    button = page.locator("#zh [data-aloud]")
    start = button.inner_text()
    button.tap()
    expect(button).to_have_text("停止朗读")
    assert page.evaluate("spoken[0].lang") == "zh-CN"
    assert "同坐一张桌，解决一个个问题" in page.evaluate("spoken[0].text").splitlines()
    button.tap()
    expect(button).to_have_text(start)

    page.get_by_role("link", name="English").tap()
    page.locator("#en [data-aloud]").tap()
    assert page.evaluate("spoken.length") == 2
    assert page.evaluate("[spoken[1].lang, spoken[1].text.includes('桌')]") == ["en", False]


@pytest.mark.parametrize("lacks", [SILENT, NO_STORE], ids=["no voice", "no store"])
def test_a_phone_that_lacks_something_shows_the_page_without_it(phone: Open, address: str, lacks: str) -> None:
    page = phone(f"{address}B/DT001/", "en-GB", first=lacks)

    expect(page.locator("#en h1")).to_be_visible()
    page.get_by_role("button", name="Large type").tap()
    expect(page.locator("html")).to_have_class("large")
    expect(page.locator("#en [data-aloud]")).to_be_visible(visible=lacks is not SILENT)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_of_the_page_is_clean_at_the_highest_level_by_day_and_by_night(
    phone: Open, address: str, street: str, scheme: str
) -> None:
    page = phone(f"{address}B/DT001/", color_scheme=scheme)
    grounds = {}
    for here in (f"{address}B/DT001/", f"{address}B/DT003/", f"{street}B/SC002/", f"{street}B/SC003/"):
        for language in ("zh", "en"):
            page.goto("about:blank")
            page.goto(f"{here}#{language}")
            expect(page.locator(f"#{language} h1")).to_be_visible()
            page.evaluate("document.querySelectorAll('details').forEach(function (one) { one.open = true; })")
            found = Axe().run(page, options=WCAG_AAA).response["violations"]
            assert [(item["id"], item["nodes"][0]["html"]) for item in found] == [], (here, language)
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        grounds[here] = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert len(set(grounds.values())) == 1
    assert (sum(map(int, re.findall(r"\d+", grounds.popitem()[1]))) < 150) == (scheme == "dark")


def test_whatever_is_tapped_is_as_large_as_a_finger(phone: Open, address: str) -> None:
    """WCAG 2.2, 2.5.5 (AAA): 44 by 44 CSS pixels, but for links within a text."""
    page = phone(f"{address}B/DT002/", first=VOICE)
    expect(page.locator("#zh [data-aloud]")).to_be_visible()
    taps = page.locator("#zh .switch, #zh .brand, #zh button, #zh .button, #zh .wrap > ul a")

    small = [one.inner_text() for one in taps.all() if (one.bounding_box() or {"height": 0})["height"] < 44]
    assert small == []


def test_a_board_that_moved_leads_on_and_one_that_was_taken_down_says_so_in_both_languages(
    phone: Open, street: str
) -> None:
    page = phone(f"{street}B/SC003/")
    expect(page.locator("#zh .notice")).to_contain_text("已经拆除（2026年5月）")
    expect(page.locator("#zh .here")).to_have_text("曾立在街头的一块牌")
    page.get_by_role("link", name="English").tap()
    expect(page.locator("#en .notice")).to_contain_text("taken down (May 2026)")
    page.goto(f"{street}B/SC002/")
    expect(page.locator("#en .notice")).to_contain_text("has moved to Board SC001")
    page.get_by_role("link", name="Go to that board").tap()
    expect(page.locator("#en h1")).to_have_text("Board SC001")

    page = phone(f"{street}B/SC002/#en", java_script_enabled=False)
    page.get_by_role("link", name="Go to that board").tap()
    expect(page.locator("#en h1")).to_have_text("Board SC001")
    expect(page.locator("#zh")).to_be_hidden()


@pytest.mark.parametrize("typed", ["b/sc001/", "B/sc001", "b/Sc001", "B/sC001/", "b/SC001"])
def test_a_code_typed_in_any_mixture_of_letters_opens_on_a_plain_server(phone: Open, street: str, typed: str) -> None:
    page = phone(street + typed, leads_on=True)

    expect(page.locator("#zh h1")).to_have_text("牌SC001")


def test_a_mistyped_code_is_called_so_and_an_unknown_one_unknown(phone: Open, street: str) -> None:
    right = "SC4TKW" + check_sign("SC4TKW")
    wrong = "SC4TKV" + right[-1]
    page = phone(f"{street}b/{wrong.lower()}", leads_on=True)
    expect(page).to_have_url(f"{street}B/{wrong}/")
    expect(page.locator("[data-board=mistyped]").first).to_contain_text(f"编码{wrong}像是打错了")
    expect(page.locator("[data-board=mistyped]").last).to_contain_text(f"The code {wrong} looks mistyped")
    expect(page.locator("[data-board=unknown]").first).to_be_hidden()

    page.goto(f"{street}B/{right}/")
    expect(page.locator("[data-board=unknown]").first).to_contain_text(f"没有编码是{right}的宣传牌")
    expect(page.locator("[data-board=mistyped]").first).to_be_hidden()
    page.get_by_role("link", name="全部宣传牌").tap()
    expect(page.locator("#SC001")).to_be_visible()


def test_a_wrong_address_that_is_no_code_is_said_nothing_of_codes(phone: Open, street: str) -> None:
    page = phone(f"{street}events/b/sc001/")

    expect(page.get_by_role("heading", level=1)).to_have_text("没有找到这一页")
    expect(page.locator("[data-board]:visible")).to_have_count(0)


def test_the_page_and_new_codes_go_by_the_same_signs() -> None:
    script = (THEME / "assets" / "notfound.js").read_text("utf-8")

    assert re.findall(r'SIGNS = "(\w+)"', script) == [SIGNS]
