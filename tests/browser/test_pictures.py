"""Pictures as readers meet them: on the wall, enlarged, on their own pages; by mouse, keyboard and finger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from changlang import pipeline
from changlang.problems import has_errors
from tests.browser.test_reading import WCAG
from tests.gallery import MORE, gallery
from tests.served import served

SIZES = [pytest.param((1440, 1000), id="desktop"), pytest.param((390, 844), id="phone")]
# The wall from its first picture to its last: newest first, those without a date at the end.
WALL = ["snow", "run", "reading", "morning", "path", "levee", "dam", "hall"]
READABLE = 4.5


@pytest.fixture(scope="module")
def wall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a small site with pictures is served."""
    settings = gallery(tmp_path_factory.mktemp("gallery") / "site")
    outcome = pipeline.build(settings, settings.site_dir)
    assert not has_errors(outcome.problems), outcome.problems
    with served(settings.site_dir) as address:
        yield address


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone: a narrow page that fingers touch and pinch."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


def picture(page: Page, ident: str) -> Locator:
    return page.locator(f'.wall a[href*="photos/{ident}/"], .wall a[href$="{ident}/"]')


def box(page: Page) -> Locator:
    return page.locator("dialog[data-lightbox]")


def enlarged(page: Page, ident: str) -> None:
    """Waits until that picture, and no other, is enlarged, and is seen."""
    expect(box(page).locator("[data-words=page]")).to_have_attribute("href", re.compile(f"(^|/){ident}/$"))
    expect(box(page).locator("[data-stage] > *")).to_have_count(1)
    expect(box(page).locator("[data-count]")).to_have_text(re.compile(rf"^{WALL.index(ident) + 1} / {len(WALL)}"))


@pytest.mark.parametrize("size", SIZES)
def test_the_keyboard_turns_enlarged_pictures_over_and_gets_its_place_back(
    page: Page, wall: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{wall}photos/")
    picture(page, "levee").focus()
    page.keyboard.press("Enter")
    enlarged(page, "levee")
    expect(box(page).locator("img")).to_have_js_property("complete", True)

    for key, ident in (
        ("ArrowRight", "dam"),
        ("ArrowRight", "hall"),
        ("ArrowRight", "snow"),
        ("ArrowLeft", "hall"),
        ("Home", "snow"),
        ("End", "hall"),
    ):
        page.keyboard.press(key)
        enlarged(page, ident)
    page.keyboard.press("Escape")

    expect(box(page)).to_be_hidden()
    expect(picture(page, "levee")).to_be_focused()


@pytest.mark.parametrize("size", SIZES)
def test_the_focus_stays_on_the_enlarged_picture(page: Page, wall: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{wall}en/photos/")
    picture(page, "levee").click()
    enlarged(page, "levee")
    page.evaluate(
        """() => { window.outside = []; document.addEventListener("focusin", event => {
          if (!event.target.closest("dialog")) window.outside.push(event.target.outerHTML) }) }"""
    )
    expect(box(page).get_by_role("button", name="Close")).to_be_focused()

    stops = [box(page).locator(one) for one in ("[data-step='-1']", "[data-step='1']", "[data-words=event]")]
    for stop in (*stops, box(page).locator("[data-words=page]")):
        page.keyboard.press("Tab")
        expect(stop).to_be_focused()
    page.keyboard.press("Tab")  # to the browser's own buttons, and on to the first again
    page.keyboard.press("Tab")
    expect(box(page).locator(":focus")).to_have_count(1)
    assert page.evaluate("window.outside") == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("photos/", ("堤上植树", "2020年4月12日", "摄影：云川照相馆", "军民同修云川水坝", "照片页")),
        (
            "en/photos/",
            (
                "Planting on the levee",
                "12 April 2020",
                "Credit: Yunchuan Photo Studio",
                "Town and barracks mend the Yunchuan dam",
                "Picture page",
            ),
        ),
    ],
    ids=["zh", "en"],
)
def test_an_enlarged_picture_says_what_it_is_whose_when_and_of_which_event(
    page: Page, wall: str, size: tuple[int, int], path: str, said: tuple[str, ...]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(wall + path)
    picture(page, "levee").click()

    for name, text in zip(("caption", "date", "credit", "event", "page"), said, strict=True):
        spot = box(page).locator(f"[data-words={name}]")
        expect(spot).to_have_text(text)
        expect(spot).to_be_in_viewport(ratio=1)
    shown, words = (box(page).locator(one).bounding_box() for one in ("[data-stage] img", "[data-words=caption]"))
    assert shown and words and shown["y"] + shown["height"] <= words["y"]
    assert shown["x"] >= 0 and shown["x"] + shown["width"] <= size[0]
    found = Axe().run(page, options=WCAG)
    assert [(item["id"], item["nodes"][0]["html"]) for item in found.response["violations"]] == []

    box(page).locator("[data-words=event]").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(said[3])


def test_a_card_in_place_of_a_picture_is_enlarged_too_and_says_nothing_of_what_it_has_not(
    page: Page, wall: str
) -> None:
    page.goto(f"{wall}photos/")
    picture(page, "hall").click()
    enlarged(page, "hall")

    for name in ("event", "credit", "date"):
        expect(box(page).locator(f"[data-words={name}]")).to_be_hidden()
    box(page).get_by_role("button", name="关闭").click()
    expect(box(page)).to_be_hidden()


def swiped(page: Page, start: tuple[int, int], end: tuple[int, int]) -> None:
    """One finger from one place to another, as the browser gets it from a screen."""
    session = page.context.new_cdp_session(page)
    for step in range(6):
        x, y = (first + (last - first) * step // 5 for first, last in zip(start, end, strict=True))
        session.send(
            "Input.dispatchTouchEvent",
            {"type": "touchMove" if step else "touchStart", "touchPoints": [{"x": x, "y": y}]},
        )
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_finger_turns_enlarged_pictures_over_and_two_enlarge_them_further(phone: Page, wall: str) -> None:
    phone.goto(f"{wall}photos/")
    picture(phone, "reading").tap()
    enlarged(phone, "reading")

    swiped(phone, (320, 420), (80, 430))
    enlarged(phone, "morning")
    swiped(phone, (80, 420), (320, 410))
    enlarged(phone, "reading")
    swiped(phone, (200, 300), (210, 620))  # upwards and downwards nothing is turned over
    swiped(phone, (200, 420), (180, 420))  # nor by a finger that trembles
    enlarged(phone, "reading")

    pinch(phone)
    phone.wait_for_function("visualViewport.scale > 1.5")
    swiped(phone, (320, 420), (80, 430))  # a finger moves the enlarged picture about now
    enlarged(phone, "reading")


def pinch(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Input.synthesizePinchGesture", {"x": 195, "y": 420, "scaleFactor": 2, "relativeSpeed": 2000})


def test_the_wall_shows_one_column_of_one_year_without_leaving_the_page(page: Page, wall: str) -> None:
    page.goto(f"{wall}photos/")
    page.evaluate("window.stayed = true")
    shown = page.locator(".wall > li:visible")
    expect(shown).to_have_count(len(WALL))

    page.locator('[data-filters=column] [data-value="together"]').click()
    expect(shown).to_have_count(3)
    expect(page).to_have_url(re.compile(r"photos/#column=together$"))
    expect(page.get_by_role("status").first).to_have_text("共3幅")

    page.locator('[data-filters=year] [data-value="2020"]').click()
    expect(shown).to_have_count(1)
    expect(page).to_have_url(re.compile(r"photos/#column=together&year=2020$"))
    expect(page.locator('[data-filters=year] [aria-current="true"]')).to_have_text(re.compile("^2020"))
    picture(page, "levee").click()
    expect(box(page).locator("[data-count]")).to_have_text("1 / 1")
    expect(box(page).locator("[data-step]:visible")).to_have_count(0)
    page.keyboard.press("ArrowRight")
    expect(box(page).locator("[data-words=caption]")).to_have_text(MORE["levee"][4])
    page.keyboard.press("Escape")

    page.locator('[data-filters=column] [data-value=""]').click()
    expect(shown).to_have_count(sum(1 for one in MORE.values() if one[1].startswith("2020")))
    page.locator('[data-filters=year] [data-value=""]').click()
    expect(shown).to_have_count(len(WALL))
    assert page.evaluate("window.stayed") is True


def test_without_javascript_pictures_and_filters_are_links(browser: Browser, wall: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{wall}photos/")
    expect(page.locator(".wall > li:visible")).to_have_count(len(WALL))
    expect(box(page)).to_be_hidden()

    page.locator('.filters.years [data-value="2020"]').click()
    expect(page).to_have_url(f"{wall}photos/year/2020/")
    expect(page.locator(".wall > li:visible")).to_have_count(3)
    picture(page, "levee").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("堤上植树")
    page.locator("figure.large a").click()
    expect(page).to_have_url(re.compile(r"/pictures/[0-9a-f]{20}-1500\.jpg$"))
    context.close()


@pytest.mark.parametrize("size", SIZES)
def test_a_picture_on_its_own_page_is_enlarged_in_place_and_moved_about(
    page: Page, wall: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{wall}photos/levee/")
    frame, image = page.locator("[data-zoom]"), page.locator("[data-zoom] img")
    width = page.evaluate("document.querySelector('[data-zoom] img').clientWidth")
    assert width < min(size[0], 1500)
    expect(frame).to_have_attribute("aria-pressed", "false")

    frame.focus()
    page.keyboard.press("Enter")
    expect(frame).to_have_attribute("aria-pressed", "true")
    expect(image).to_have_js_property("clientWidth", max(1500, 2 * frame_width(frame)))
    page.wait_for_function("document.querySelector('[data-zoom] img').currentSrc.includes('-1500.')")
    before = page.evaluate("document.querySelector('[data-zoom]').scrollLeft")
    assert before > 0
    page.keyboard.press("ArrowRight")
    page.wait_for_function("before => document.querySelector('[data-zoom]').scrollLeft > before", arg=before)
    found = Axe().run(page, options=WCAG)
    assert [(item["id"], item["nodes"][0]["html"]) for item in found.response["violations"]] == []

    page.keyboard.press("Escape")
    expect(frame).to_have_attribute("aria-pressed", "false")
    expect(image).to_have_js_property("clientWidth", width)
    expect(frame).to_be_focused()
    frame.click(position={"x": 10, "y": 10})
    page.wait_for_function("document.querySelector('[data-zoom]').scrollLeft === 0")
    expect(frame).to_have_attribute("aria-pressed", "true")


def frame_width(frame: Locator) -> int:
    return int(frame.evaluate("one => one.clientWidth"))


def test_two_fingers_enlarge_a_picture_on_its_own_page(phone: Page, wall: str) -> None:
    phone.goto(f"{wall}photos/levee/")
    expect(phone.locator("[data-zoom] img")).to_be_in_viewport()

    pinch(phone)

    phone.wait_for_function("visualViewport.scale > 1.5")


# Every text on a card: its colour, and where it is on the page.
TEXTS = """() => [...document.querySelectorAll(".card-picture :is(.chip, small, strong)")].flatMap(one => {
  const colour = getComputedStyle(one).color.match(/[\\d.]+/g).map(Number);
  const range = document.createRange(), edge = one.getBoundingClientRect();
  range.selectNodeContents(one);
  return [...range.getClientRects()].filter(r => r.width && r.top < edge.bottom).map(r => ({
    text: one.textContent, colour,
    box: [r.left, r.top + scrollY, Math.min(r.right, edge.right), Math.min(r.bottom, edge.bottom) + scrollY]}));
})"""
# Without its letters a card shows what they stand on: over the whitest of pictures, where there is one.
BARE = """.card-picture :is(.chip, small, strong) { color: transparent !important }
.card-picture img { visibility: hidden }
.card-picture.arrived { background: #fff !important }"""


def luminance(colour: tuple[float, ...]) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [value / 255 for value in colour[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def least_contrast(page: Page) -> list[tuple[float, str]]:
    """The least contrast of each text on a card with what it stands on: with the lightest of each colour in it."""
    texts = page.evaluate(TEXTS)
    page.add_style_tag(content=BARE)
    shot = Image.open(BytesIO(page.screenshot(full_page=True, animations="disabled"))).convert("RGB")
    found = []
    for one in texts:
        assert len(one["colour"]) == 3, "letters that shine through"
        left, top, right, bottom = (round(value) for value in one["box"])
        ground = shot.crop((left, top, max(left + 1, right), max(top + 1, bottom)))
        lightest = luminance(tuple(high for _, high in ground.getextrema()))  # type: ignore[misc]
        found.append(((luminance(tuple(one["colour"])) + 0.05) / (lightest + 0.05), one["text"]))
    return found


@pytest.mark.parametrize("size", SIZES)
def test_words_on_cards_can_be_read_over_any_picture_and_on_every_designed_card(
    page: Page, wall: str, address: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    seen = 0
    for start in (wall, f"{wall}photos/levee/", f"{address}photos/", f"{address}en/"):
        page.goto(start)
        found = least_contrast(page)
        assert [one for one in found if one[0] < READABLE] == [], start
        seen += len(found)
    assert seen > 30
