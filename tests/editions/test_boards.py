"""The page behind a printed code: at every address that is asked for, light, in both languages, with no script."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from changlang import pipeline
from changlang.editions.boards import shell
from changlang.pages.board.style import DARK_PAPER, STRONG, style
from changlang.pages.colors import PAPER, contrast
from changlang.problems import has_errors
from changlang.publish import facts
from changlang.settings import Settings
from changlang.steps.boards import LIGHT, tells_case
from tests import pictures

THEME = Path(__file__).parents[2] / "scripts" / "changlang" / "theme" / "board"
BOARDS = "content/boards/boards.yml"
ONE = """\
- code: YC001
  title: {{zh: 坝上的牌, en: The board on the dam}}
  column: together
  show: ["figure:visits", "event:2019-07-dam", "photo:dam"]
  {more}
"""


def built(settings: Settings) -> Path:
    outcome = pipeline.build(settings, settings.site_dir, jobs=1)
    assert not has_errors(outcome.problems), outcome.problems
    return settings.site_dir


def page(site: Path, code: str = "YC001") -> str:
    return (site / "B" / code / "index.html").read_text("utf-8")


def side(html: str, language: str) -> str:
    """The words of one language's part, as a reader sees them."""
    part = LexborHTMLParser(html).css_first(f"#{language}")
    assert part is not None
    return " ".join(part.text(separator=" ").split())


def test_a_code_opens_in_capitals_and_in_small_letters(good: Settings) -> None:
    site = built(good)
    printed, own = site / "B" / "YC001" / "index.html", site / "b" / "YC001" / "index.html"

    assert printed.read_bytes() == own.read_bytes()
    for folder in "bB":
        on = (site / folder / "yc001" / "index.html").read_text("utf-8")
        assert 'http-equiv="refresh" content="0;url=../../B/YC001/"' in on
        assert (site / folder / "yc001" / "../../B/YC001/index.html").is_file()


def test_where_the_disk_takes_b_for_capital_b_only_what_is_printed_is_written(
    good: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disks of Windows and Macs, as the run sees them; no file system of this kind is at hand everywhere."""
    assert tells_case(good.root)
    assert list(good.root.glob("*.probe")) == []
    monkeypatch.setattr(pipeline, "tells_case", lambda folder: False)
    site = built(good)

    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    assert len({name.casefold() for name in files}) == len(files)
    assert [name for name in files if name.casefold().startswith("b/")] == ["B/YC001/index.html"]
    assert "坝上的牌" in page(site)
    again = pipeline.build(good, good.site_dir, jobs=1)
    assert again.written == 0


def test_the_page_is_one_light_file_that_asks_for_nothing_but_pictures(good: Settings) -> None:
    html = page(built(good))

    asked = facts.read(html).fetches
    assert all(re.search(r"\.(avif|webp|jpg)$", name) or name.startswith("data:image/svg") for name in asked), asked
    assert len(gzip.compress(html.encode(), 9)) <= 14 * 1024
    assert not re.search(r"(href|src)=\"/", html)


def test_every_picture_of_the_page_is_light_however_heavy_the_original(good: Settings) -> None:
    original = good.photos / "2019" / "dam.jpg"
    pictures.landscape(3000, 2000, seed=7).save(original, quality=95)
    site = built(good)

    named = re.findall(r"\.\./\.\./(pictures/\S+?\.(?:avif|webp|jpg))", page(site))
    assert named
    assert max((site / name).stat().st_size for name in named) <= LIGHT
    widest = re.findall(r"(\d+)w", page(site))
    assert max(map(int, widest)) >= 640


def test_both_languages_greet_show_offer_and_say_where_from(good: Settings) -> None:
    html = page(built(good))
    zh, en = side(html, "zh"), side(html, "en")

    for said in (
        "你面前的这块牌 · 云川水坝",
        "坝上的牌",
        "读完整专栏",
        "答1道国防知识题",
        "数字出处",
        "打电话000-0000",
    ):
        assert said in zh
    for said in (
        "The board before you · Yunchuan dam",
        "The board on the dam",
        "Read the whole column",
        "Call 000-0000",
    ):
        assert said in en
    links = facts.read(html).links
    assert {"mailto:gallery@yc.example?subject=YC001", "tel:000-0000", "#en", "#zh"} <= set(links)
    assert "../../columns/together/" in links and "../../en/columns/together/" in links


def test_parts_say_their_language_and_have_one_heading_each(good: Settings) -> None:
    tree = LexborHTMLParser(page(built(good)))

    for ident, spoken in (("zh", "zh-CN"), ("en", "en")):
        part = tree.css_first(f"#{ident}")
        assert part is not None
        assert part.attributes["lang"] == spoken
        assert len(part.css("h1")) == 1
    canonical = tree.css_first("link[rel=canonical]")
    assert canonical is not None and canonical.attributes["href"] == "https://yc.example/gfjy/b/YC001/"


def test_a_board_that_was_taken_down_says_so_and_offers_its_column(written: Callable[..., Settings]) -> None:
    html = page(built(written({BOARDS: ONE.format(more="retired: 2026-05")})))

    assert "这块牌已经拆除（2026年5月）" in side(html, "zh")
    assert "taken down (May 2026)" in side(html, "en")
    assert "../../columns/together/" in facts.read(html).links


def test_a_board_that_has_moved_leads_on(written: Callable[..., Settings]) -> None:
    moved = "- code: YC002\n  title: {zh: 桥头的牌, en: The board at the bridge}\n  moved_to: YC001\n"
    html = page(built(written({BOARDS: ONE.format(more="") + moved})), "YC002")

    assert "这块牌的内容已经移到 坝上的牌" in side(html, "zh")
    assert "What this board told has moved to The board on the dam" in side(html, "en")
    assert {"../../b/YC001/#zh", "../../b/YC001/#en"} <= set(facts.read(html).links)


def test_a_page_without_questions_sources_and_contact_stands(written: Callable[..., Settings]) -> None:
    boards = '- code: YC001\n  title: {zh: 坝上的牌, en: The board on the dam}\n  show: ["event:2021-quiet"]\n'
    settings = written({BOARDS: boards, "content/quiz/quiz.yml": ""})
    config = settings.config_file.read_text("utf-8")
    settings.config_file.write_text(re.sub(r"\n +contact: .*", "", config), "utf-8")
    html = page(built(settings))

    assert "看整个长廊" in side(html, "zh")
    assert "道国防知识题" not in html


@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
def test_any_colour_of_a_column_is_read_at_a_contrast_of_seven(color: str) -> None:
    shades = dict(part.split(":") for part in style(color).split(";"))

    for text, ground in (
        (shades["--li"], PAPER),
        (shades["--li"], "#ffffff"),
        (shades["--dk"], DARK_PAPER),
        ("#ffffff", shades["--g"]),
        ("#ffffff", shades["--d"]),
    ):
        assert contrast(text, ground) >= STRONG


# What Chrome 72 and Safari 12, of 2019, or WeChat's X5 of that year do not know.
NEWER_CSS = (
    r":is\(", r":where\(", r":has\(", r":focus-visible", r"aspect-ratio", r"\bgap:", r"\binset\b", r"clamp\(",
    r"\bmin\(", r"\bmax\(", r"color-mix", r"@layer", r"@container", r"&", r"overflow-wrap:anywhere",
    r"\d(dvh|svh|lvh)",
    r"text-wrap", r"accent-color", r"\bplace-items", r"margin-inline", r"padding-inline", r"backdrop-filter",
    r"scrollbar-gutter", r"rgb\(\d+ \d+", r"@property", r":not\([^)]*,",
)  # fmt: skip
NEWER_JS = (
    r"=>", r"\blet\b", r"\bconst\b", r"\?\.", r"\?\?", r"`", r"\basync\b", r"\bawait\b", r"\bclass\b(?!N)",
    r"\.\.\.", r"\bimport\b", r"\.at\(", r"replaceAll", r"\.forEach", r"\bfetch\(", r"\bof\b", r"\*\*",
)  # fmt: skip


@pytest.mark.parametrize(("name", "newer"), [("page.css", NEWER_CSS), ("page.js", NEWER_JS)])
def test_nothing_newer_than_a_browser_of_2019_stands_in_it(name: str, newer: tuple[str, ...]) -> None:
    text = re.sub(r"/\*.*?\*/|^ *//.*$", "", (THEME / name).read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)

    assert [found for found in newer if re.search(found, text)] == []


def test_no_comment_and_no_mark_of_ours_is_sent(good: Settings) -> None:
    assert "/*" not in "".join(shell())
    html = page(built(good))
    assert "x0" not in html
    assert "//" not in html.partition("<script>")[2].partition("</script>")[0].replace("://", "")
