"""The kiosk as visitors touch it: from a folder, without network, on an upright and on a lying screen."""

from __future__ import annotations

import json
import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, expect

from tests.browser.numbers import BROKEN
from tests.browser.test_reading import WCAG
from tests.browser.touch import LYING, UPRIGHT, Kiosk, Size, touched

SCREENS = pytest.mark.parametrize("size", [UPRIGHT, LYING], ids=["upright", "lying"])
# One page of each kind of Datong's kiosk.
KINDS = (
    "",
    "columns/",
    "columns/policy/",
    "events/",
    "events/year/2020/",
    "events/2018-08-01-ship/",
    "people/",
    "people/letter/s/",
    "people/sample-a/",
    "photos/",
    "photos/column/education/",
    "photos/ship/",
    "timeline/",
    "figures/",
    "figures/column/policy/",
    "boards/",
    "about/sources/",
    "glossary/",
    "quiz/",
    "search/",
)
BOTH = [f"{prefix}{path}index.html" for path in KINDS for prefix in ("", "en/")]
# Each kind in one of the languages.
EITHER = [BOTH[2 * number + number % 2] for number in range(len(KINDS))]
# What is wrong with the page as it stands: keys too small for a finger, letters too small for the distance.
MEASURE = """() => {
  const found = [], share = Math.min(innerWidth, innerHeight) / 1080;
  const shown = element => element.checkVisibility({ visibilityProperty: true });
  const name = element => element.tagName + " " + element.className + " " + element.textContent.trim().slice(0, 30);
  for (const key of document.querySelectorAll("a[href], button, summary, input, [role=button]")) {
    if (!shown(key)) continue;
    const { width, height } = key.getBoundingClientRect();
    if (Math.min(width, height) < 60 * share) found.push(`${Math.round(width)}x${Math.round(height)} ${name(key)}`);
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode, parent = text.parentElement;
    if (!text.data.trim() || parent.closest("script, style") || !shown(parent)) continue;
    const drawn = parent.closest("svg"), scale = drawn ? drawn.getScreenCTM().a : 1;
    if (scale * parseFloat(getComputedStyle(parent).fontSize) < 24 * share - .01) found.push("small " + name(parent));
  }
  for (const part of document.querySelectorAll(".pane, .keys")) {
    const upright = innerHeight > innerWidth;
    if (upright && part.getBoundingClientRect().top < innerHeight / 3) found.push("high " + name(part));
  }
  found.push(...(BROKEN)());
  if (document.documentElement.scrollWidth > innerWidth) found.push("wide");
  const pane = document.querySelector(".pane");
  if (pane && pane.scrollWidth > pane.clientWidth) found.push("wide pane");
  const fields = document.querySelectorAll("input:not([readonly][inputmode=none]), textarea, select");
  for (const field of fields) found.push(name(field));
  return found;
}""".replace("BROKEN", BROKEN)


# Motions that have an end come to it at once.
SETTLE = """() => document.getAnimations().forEach(motion => {
  if (motion.effect.getTiming().iterations !== Infinity) motion.finish();
})"""


@pytest.mark.parametrize("site", ["datong", "yunchuan"])
def test_every_page_is_made_for_hands_on_either_screen_and_raises_no_error(
    browser: Browser, site: str, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue(site)
    wrong = {}
    for kiosk in touched(browser, folder, UPRIGHT):
        for path in sorted(folder.rglob("*.html")):
            kiosk.open(path.relative_to(folder).as_posix())
            for width, height in (UPRIGHT, LYING):
                kiosk.page.set_viewport_size({"width": width, "height": height})
                if found := kiosk.page.evaluate(MEASURE):
                    wrong[path.relative_to(folder).as_posix(), width] = found
    assert wrong == {}


def test_axe_finds_nothing_on_any_kind_of_page(browser: Browser, datong: Path) -> None:
    context = browser.new_context(viewport={"width": 1080, "height": 1920}, has_touch=True)
    page = context.new_page()
    found = {}
    for path in (*EITHER, "attract/index.html", "version/index.html", "setup/index.html"):
        page.goto((datong / path).as_uri())
        violations = Axe().run(page, options=WCAG).response["violations"]
        found[path] = [(item["id"], item["nodes"][0]["html"]) for item in violations]
    context.close()

    assert {path: items for path, items in found.items() if items} == {}


def test_a_screen_of_four_times_the_pixels_shows_the_same_with_the_largest_letters_too(lying: Kiosk) -> None:
    lying.page.set_viewport_size({"width": 3840, "height": 2160})
    wrong = {}
    for path in EITHER:
        lying.open(path)
        for size in (0, 2):
            lying.page.evaluate("size => { document.documentElement.dataset.size = size }", size)
            if found := lying.page.evaluate(MEASURE):
                wrong[path, size] = found
    assert wrong == {}


@SCREENS
def test_every_tile_opens_and_back_and_home_lead_back(browser: Browser, datong: Path, size: Size) -> None:
    for kiosk in touched(browser, datong, size):
        kiosk.open()
        count = kiosk.page.locator(".tile").count()
        assert count >= 7
        for number in range(count):
            kiosk.page.locator(".tile").nth(number).tap()
            kiosk.page.wait_for_url(lambda url: not url.endswith("kiosk/index.html"))
            expect(kiosk.page.locator("h1")).to_be_visible()
            kiosk.page.locator(".key[href]").nth(number % 2).tap()
            kiosk.page.wait_for_url("**/kiosk/index.html")


def test_the_language_key_keeps_the_page_and_its_own_place(kiosk: Kiosk) -> None:
    places = []
    for path in BOTH[::6]:
        kiosk.open(path)
        for expected in (f"en/{path}", path):
            places.append(kiosk.page.locator("[data-language]").bounding_box())
            kiosk.page.locator("[data-language]").tap()
            kiosk.page.wait_for_url(f"**/kiosk/{expected}")
            assert kiosk.path == expected
    assert all(place == places[0] for place in places)


def test_the_way_back_is_the_way_that_was_come_at_the_place_that_was_left(kiosk: Kiosk) -> None:
    kiosk.open("events/index.html")
    kiosk.page.locator(".entry").nth(12).tap()
    kiosk.page.wait_for_url("**/events/*/index.html")
    first = kiosk.path
    kiosk.page.locator(".beside a").first.tap()
    expect(kiosk.page).not_to_have_url(re.compile(re.escape(first)))
    kiosk.page.locator("[data-language]").tap()
    kiosk.page.wait_for_url("**/en/events/*/index.html")
    kiosk.page.locator("[data-back]").tap()
    kiosk.page.wait_for_url(f"**/en/{first}")
    kiosk.page.locator("[data-back]").tap()

    kiosk.page.wait_for_url("**/en/events/index.html")
    kiosk.page.wait_for_function("document.querySelector('.pane').scrollTop > 100")


@SCREENS
def test_the_code_to_take_home_opens_the_same_page_in_the_visitors_language(
    browser: Browser, datong: Path, size: Size
) -> None:
    public = {"events/page/2/": "events/", "people/letter/s/": "people/", "figures/column/policy/": "figures/"}
    for kiosk in touched(browser, datong, size):
        for path in ("", "events/2018-08-01-ship/", "quiz/", *public):
            for prefix in ("", "en/"):
                kiosk.open(f"{prefix}{path}index.html")
                kiosk.page.locator(".key-take").tap()
                expect(kiosk.page.locator("#take-home")).to_be_visible()
                read = decoded(kiosk.page.locator("#take-home").screenshot())
                assert read == f"https://dt.example/{prefix}{public.get(path, path)}"


def decoded(screenshot: bytes) -> str:
    """The one code that a picture of the screen shows."""
    (code,) = zxingcpp.read_barcodes(Image.open(BytesIO(screenshot)))
    return code.text


def test_left_alone_it_asks_and_a_touch_anywhere_stays(kiosk: Kiosk) -> None:
    kiosk.page.clock.install()
    kiosk.open("en/events/index.html")
    kiosk.page.clock.run_for(59_000)
    expect(kiosk.page.locator("#still-there")).to_be_hidden()
    kiosk.page.clock.run_for(4_000)
    expect(kiosk.page.locator("[data-left]")).to_have_text("12")

    kiosk.page.touchscreen.tap(200, 1300)
    expect(kiosk.page.locator("#still-there")).to_be_hidden()
    assert kiosk.path == "en/events/index.html"
    kiosk.page.clock.run_for(55_000)
    expect(kiosk.page.locator("#still-there")).to_be_hidden()


def test_left_alone_it_forgets_and_plays_and_the_first_touch_only_wakes_it(kiosk: Kiosk) -> None:
    kiosk.page.clock.install()
    kiosk.open("en/events/index.html")
    kiosk.page.locator("button[data-size]").tap()
    expect(kiosk.page.locator("html")).to_have_attribute("data-size", "1")
    kiosk.page.clock.run_for(60_000)
    kiosk.page.clock.run_for(16_000)
    kiosk.page.wait_for_url("**/attract/index.html")
    expect(kiosk.page.locator(".slide:visible")).to_have_count(1)

    kiosk.page.touchscreen.tap(300, 900)
    kiosk.page.wait_for_url("**/kiosk/index.html")
    expect(kiosk.page.locator("html")).to_have_attribute("data-size", "0")
    assert len(json.loads(kiosk.page.evaluate("sessionStorage.trail"))) == 1
    kiosk.page.clock.run_for(1_000)
    assert kiosk.path == "index.html"


def test_the_loop_shows_no_still_for_more_than_20_seconds_and_moves_its_furniture(kiosk: Kiosk) -> None:
    kiosk.page.clock.install()
    kiosk.open("attract/index.html")
    seen, places = [], set()
    for _ in range(10):
        seen.append(kiosk.page.locator(".slide:visible").inner_text())
        invite = kiosk.page.locator(".invite").bounding_box()
        assert invite is not None
        places.add((invite["x"], invite["y"]))
        kiosk.page.clock.run_for(20_000)
        kiosk.page.evaluate(SETTLE)
    assert all(one != other for one, other in pairwise(seen))
    assert len(places) >= 5
    expect(kiosk.page.locator(".invite")).to_contain_text("Touch the screen to begin")


def test_motion_is_still_where_the_system_asks_for_it(kiosk: Kiosk) -> None:
    kiosk.page.emulate_media(reduced_motion="reduce")
    kiosk.open("attract/index.html")

    assert kiosk.page.evaluate("document.getAnimations().length") == 0


def test_a_thousand_rounds_of_the_loop_do_not_grow_the_heap(kiosk: Kiosk) -> None:
    kiosk.page.clock.install()
    kiosk.open("attract/index.html")
    slides = kiosk.page.locator(".slide").count()
    devtools = kiosk.page.context.new_cdp_session(kiosk.page)

    def heap(rounds: int) -> float:
        still = int(kiosk.page.locator("body").get_attribute("data-still") or 0)
        kiosk.page.clock.run_for(rounds * slides * still * 1000)
        devtools.send("HeapProfiler.collectGarbage")
        return float(devtools.send("Runtime.getHeapUsage")["usedSize"])

    first = heap(20)
    last = heap(1000)

    assert int(kiosk.page.locator("body").get_attribute("data-rounds") or 0) >= 1000
    assert last <= 1.1 * first


@pytest.mark.parametrize("fault", ["missing()", "Promise.reject(new Error('lost'))"])
def test_a_script_error_shows_the_home_page_within_five_seconds(browser: Browser, datong: Path, fault: str) -> None:
    context = browser.new_context(has_touch=True)
    page = context.new_page()
    page.goto((datong / "en" / "events" / "index.html").as_uri())

    page.evaluate(f"() => {{ setTimeout(() => {fault}) }}")

    page.wait_for_url("**/kiosk/index.html", timeout=5_000)
    context.close()


def test_a_script_that_is_missing_shows_the_home_page_and_does_not_load_it_over_and_over(
    browser: Browser, datong: Path
) -> None:
    context = browser.new_context()
    context.route("**/assets/kiosk-zh.js", lambda route: route.abort())
    page = context.new_page()
    loads: list[str] = []
    page.on("load", lambda loaded: loads.append(loaded.url))
    page.clock.install()
    page.goto((datong / "events" / "index.html").as_uri())
    page.clock.run_for(3_000)
    page.wait_for_url("**/kiosk/index.html")
    page.clock.run_for(30_000)

    assert len(loads) == 2
    context.close()


def test_nothing_that_a_page_can_hold_back_leads_out(kiosk: Kiosk) -> None:
    kiosk.open("events/index.html")
    held = kiosk.page.evaluate(
        """() => {
          const spot = document.querySelector("h1");
          const goes = (name, type, options) =>
            spot.dispatchEvent(new type(name, { bubbles: true, cancelable: true, ...options }));
          const names = "contextmenu dragstart dragover drop selectstart copy cut paste auxclick";
          const passed = names.split(" ").filter(name => goes(name, Event));
          for (const key of ["F1", "F5", "F11", "F12", "BrowserBack", "BrowserHome", "Backspace", "a"])
            if (goes("keydown", KeyboardEvent, { key })) passed.push(key);
          for (const key of ["p", "s", "o", "n", "t", "w", "l", "u", "f", "r", "j", "h", "+", "-", "0"])
            if (goes("keydown", KeyboardEvent, { key, ctrlKey: true })) passed.push("Ctrl+" + key);
          if (goes("keydown", KeyboardEvent, { key: "ArrowLeft", altKey: true })) passed.push("Alt+Left");
          if (goes("wheel", WheelEvent, { ctrlKey: true, deltaY: 1 })) passed.push("zoom");
          const link = document.body.appendChild(document.createElement("a"));
          link.href = "https://elsewhere.example/";
          if (link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }))) passed.push("link");
          link.href = "mailto:a@elsewhere.example";
          if (link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }))) passed.push("mail");
          const style = getComputedStyle(document.body);
          if (style.userSelect !== "none") passed.push("select");
          if (style.touchAction !== "pan-x pan-y") passed.push("pinch");
          return passed;
        }"""
    )
    assert held == []
    kiosk.page.emulate_media(media="print")
    expect(kiosk.page.locator("body")).to_be_hidden()


def test_the_timeline_is_pushed_along_by_a_finger(kiosk: Kiosk) -> None:
    kiosk.open("timeline/index.html")
    devtools = kiosk.page.context.new_cdp_session(kiosk.page)
    for step in range(11):
        kind, point = ("touchMove" if step else "touchStart"), {"x": 900 - 60 * step, "y": 1300}
        devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
    devtools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    kiosk.page.wait_for_function("document.querySelector('.push').scrollLeft > 300")
    assert kiosk.path == "timeline/index.html"


def test_a_finger_that_stays_on_the_name_opens_what_this_kiosk_is(kiosk: Kiosk) -> None:
    kiosk.page.clock.install()
    kiosk.open("events/index.html")
    box = kiosk.page.locator(".stage-site").bounding_box()
    assert box is not None
    devtools = kiosk.page.context.new_cdp_session(kiosk.page)

    def touch(kind: str) -> None:
        points = [{"x": box["x"] + 60, "y": box["y"] + 30}] if kind == "touchStart" else []
        devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart")
    kiosk.page.clock.run_for(4_000)
    touch("touchEnd")
    kiosk.page.clock.run_for(10_000)
    expect(kiosk.page).to_have_url((kiosk.folder / "events/index.html").as_uri())

    touch("touchStart")
    kiosk.page.clock.run_for(5_000)
    kiosk.page.wait_for_url("**/kiosk/version/index.html")


def test_the_page_of_the_version_leads_to_how_the_screen_is_set_up_and_home_when_left_alone(kiosk: Kiosk) -> None:
    kiosk.page.clock.install()
    kiosk.open("version/index.html")
    kiosk.page.locator(".further a").tap()
    kiosk.page.wait_for_url("**/setup/index.html")
    for launcher in ("start-kiosk.bat", "update-kiosk.bat"):
        expect(kiosk.page.locator(".pane")).to_contain_text(launcher)
        assert (kiosk.folder / launcher).is_file()
    kiosk.page.clock.run_for(60_000)
    kiosk.page.clock.run_for(16_000)
    kiosk.page.wait_for_url("**/attract/index.html")
