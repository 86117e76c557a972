"""Recordings as visitors play them: on the web, from the kiosk's folder, behind a board's code."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_kiosk import MEASURE
from tests.browser.test_reading import WCAG
from tests.browser.touch import UPRIGHT, Kiosk, touched
from tests.media.conftest import Built
from tests.served import served

PLAYS = "name => { const one = document.querySelector(name); return !one.paused && one.currentTime > 0; }"
STOPPED = "name => document.querySelector(name).paused"
SAYS = (
    "words => [...document.querySelector('video').textTracks].some(track => track.mode === 'showing' "
    "&& [...track.activeCues ?? []].some(cue => cue.text === words))"
)
POSTER = (
    "async () => { const image = new Image(); image.src = document.querySelector('video').poster; "
    "await image.decode(); return image.naturalWidth; }"
)


@pytest.fixture(scope="module")
def address(recorded: Built) -> Iterator[str]:
    with served(recorded.web) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


@pytest.fixture
def kiosk(browser: Browser, recorded: Built) -> Iterator[Kiosk]:
    yield from touched(browser, recorded.kiosk, UPRIGHT)


@pytest.mark.parametrize(("prefix", "words"), [("", "第一句话。"), ("en/", "The first words.")])
def test_on_the_web_a_click_plays_with_captions_in_the_pages_language(
    page: Page, address: str, prefix: str, words: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}{prefix}events/2021-quiet/", wait_until="networkidle")

    assert page.evaluate(POSTER) > 0
    assert not any(url.endswith((".mp4", ".mp3", ".m4a")) for url in asked)
    assert page.evaluate(STOPPED, "video") and page.evaluate(STOPPED, "audio")

    page.locator("video").click()
    page.wait_for_function(SAYS, arg=words)
    page.wait_for_function(PLAYS, arg="video")

    page.locator("audio").click(position={"x": 26, "y": 24})
    page.wait_for_function(PLAYS, arg="audio")
    page.wait_for_function(STOPPED, arg="video")


def test_pages_with_recordings_are_accessible(page: Page, address: str, recorded: Built) -> None:
    kiosk = recorded.kiosk.as_uri()
    for there in (f"{address}events/2021-quiet/", f"{address}B/YC001/", f"{kiosk}/en/events/2021-quiet/index.html"):
        page.goto(there)
        assert Axe().run(page, options=WCAG).response["violations"] == [], there


def test_the_page_keeps_its_place_when_the_film_begins(page: Page, address: str) -> None:
    page.goto(f"{address}events/2021-quiet/")
    before = page.locator("video").bounding_box()

    page.locator("video").click()
    page.wait_for_function(PLAYS, arg="video")
    assert page.locator("video").bounding_box() == before


def test_in_the_kiosk_a_key_for_fingers_plays_with_captions_and_one_thing_at_a_time(kiosk: Kiosk) -> None:
    page = kiosk.page
    kiosk.open("en/events/2021-quiet/index.html")
    film, voice = page.locator(".watch [data-play]"), page.locator(".listen [data-play]")

    assert page.evaluate(POSTER) > 0 and page.evaluate(MEASURE) == []
    film.tap()
    page.wait_for_function(SAYS, arg="The first words.")
    expect(film).to_have_text("Pause")
    voice.tap()
    page.wait_for_function(PLAYS, arg="audio")
    expect(film).to_have_text("Play")
    expect(voice).to_have_text("Pause")
    voice.tap()
    page.wait_for_function(STOPPED, arg="audio")


def test_nobody_is_asked_whether_they_are_there_while_they_watch(kiosk: Kiosk) -> None:
    page = kiosk.page
    kiosk.open("events/2021-quiet/index.html")
    page.evaluate("""() => {
      const sheet = document.getElementById("still-there"), show = sheet.showModal;
      const film = document.querySelector("video");
      sheet.showModal = function () { window.watched = window.watched || !film.paused; show.call(sheet); };
      sheet.dataset.idle = 0.2;
    }""")

    page.locator(".watch [data-play]").tap()
    page.wait_for_function("document.querySelector('video').ended")
    expect(page.locator("#still-there")).to_be_visible()

    assert page.evaluate("!window.watched")


def test_going_home_stops_what_plays(kiosk: Kiosk) -> None:
    page = kiosk.page
    kiosk.open("events/2021-quiet/index.html")
    page.locator(".watch [data-play]").tap()
    page.wait_for_function(PLAYS, arg="video")

    page.locator(".key:has-text('首页')").tap()

    expect(page).to_have_url(f"{kiosk.folder.as_uri()}/index.html")
    expect(page.locator("video, audio")).to_have_count(0)


def test_the_boards_button_reads_with_the_recording_and_stops_when_the_language_changes(
    page: Page, address: str
) -> None:
    page.goto(f"{address}B/YC001/#zh")
    button = page.locator("#zh [data-aloud]")

    button.click()
    page.wait_for_function(PLAYS, arg="#zh audio")
    expect(button).to_have_text("停止朗读")
    page.locator("#zh .switch").click()
    page.wait_for_function(STOPPED, arg="#zh audio")
    expect(button).to_have_text("朗读")
