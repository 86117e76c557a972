"""What readers get where the English is missing or older than the Chinese: on pages, in lists, feeds and maps."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from changlang import pipeline
from changlang.settings import Settings
from tests.conftest import SITES

Write = Callable[[dict[str, str]], Settings]
RUN = "content/events/2021-05-04-run"
OPTIONS = (SITES / "good" / "mkdocs.yml").read_text("utf-8")
ENGLISH = (SITES / "good" / f"{RUN}.en.md").read_text("utf-8")
STALE = ENGLISH.replace("---\n", "---\nconfirmed: 0123456789ab\n", 1)
PAGE = "events/2021-05-04-run/index.html"


@pytest.fixture
def built(written: Write) -> Callable[[str, str], dict[str, str]]:
    """The pages of the small site under a policy, with this English of one event, or none where it is empty."""

    def build(policy: str, english: str) -> dict[str, str]:
        settings = written({"mkdocs.yml": f"{OPTIONS}      translation: {policy}\n", f"{RUN}.en.md": english})
        outcome = pipeline.build(settings, settings.site_dir)
        assert outcome.written, outcome.problems
        return {
            path.relative_to(settings.site_dir).as_posix(): path.read_text("utf-8")
            for path in settings.site_dir.rglob("*")
            if path.suffix in (".html", ".xml")
        }

    return build


def test_a_page_without_english_says_that_it_is_chinese_and_nobody_calls_it_a_translation(
    built: Callable[[str, str], dict[str, str]],
) -> None:
    pages = built("{default: notice}", "")
    english, chinese = pages[f"en/{PAGE}"], pages[PAGE]

    assert '<html lang="zh-CN">' in english
    assert '<header class="bar" lang="en">' in english
    assert "Not yet translated" in english and "青年" in english
    assert "hreflang" not in english.split("</head>")[0]
    assert 'rel="canonical" href="https://yc.example/gfjy/events/2021-05-04-run/"' in english
    assert "hreflang" not in chinese.split("</head>")[0]
    assert "en/events/2021-05-04-run/" not in pages["sitemap.xml"]
    assert '"inLanguage":"zh-CN"' in english


def test_figures_in_a_text_without_english_are_in_its_own_words(written: Write) -> None:
    english = {
        "content/events/2019-07-dam.en.md": "",
        "mkdocs.yml": f"{OPTIONS}      translation: {{default: notice}}\n",
    }
    settings = written(english)
    pipeline.build(settings, settings.site_dir)
    page = (settings.site_dir / "en/events/2019-07-dam/index.html").read_text("utf-8")

    assert '当年走访<a class="figure" href="../../../en/figures/#visits"><data value="35">35次</data>' in page


def test_chinese_in_an_english_list_is_marked_as_chinese(built: Callable[[str, str], dict[str, str]]) -> None:
    pages = built("{default: notice}", "")
    row = re.search(r'<a href="[^"]*events/2021-05-04-run/">(.*?)</a>', pages["en/events/index.html"], re.DOTALL)

    assert row and row[1].startswith('<span lang="zh-CN">')
    assert '<html lang="en">' in pages["en/events/index.html"]


def test_a_stale_page_stays_english_and_says_that_the_chinese_has_changed(
    built: Callable[[str, str], dict[str, str]],
) -> None:
    pages = built("{default: notice}", STALE)

    assert '<html lang="en">' in pages[f"en/{PAGE}"]
    assert "has changed since this translation was made" in pages[f"en/{PAGE}"]
    assert '<a href="../../../events/2021-05-04-run/" hreflang="zh-CN">' in pages[f"en/{PAGE}"]
    assert "has changed" not in pages[PAGE]
    assert 'hreflang="en"' in pages[PAGE].split("</head>")[0]


@pytest.mark.parametrize("english", ["", STALE], ids=["missing", "stale"])
def test_what_is_hidden_is_nowhere_in_the_english_edition_and_whole_in_the_chinese(
    built: Callable[[str, str], dict[str, str]], english: str
) -> None:
    pages = built("{events: hide}", english)

    assert f"en/{PAGE}" not in pages
    for path, text in pages.items():
        if path.startswith("en/"):
            assert "2021-05-04-run" not in text, path
    assert "hreflang" not in pages[PAGE].split("</head>")[0]
    assert 'class="switch" href="../../en/"' in pages[PAGE]
    assert "2021-05-04-run" in pages["events/index.html"]


def test_a_rebuild_after_a_record_is_hidden_equals_a_build_from_nothing(written: Write) -> None:
    hide = f"{OPTIONS}      translation: {{events: hide}}\n"
    settings = written({"mkdocs.yml": hide})
    assert pipeline.build(settings, settings.site_dir).written
    settings = written({"mkdocs.yml": hide, f"{RUN}.en.md": STALE})
    assert pipeline.build(settings, settings.site_dir).written is not None
    anew = settings.site_dir.with_name("anew")
    assert pipeline.build(settings, anew, clean=True).written

    def read(folder: str) -> dict[str, bytes]:
        root = settings.site_dir.with_name(folder)
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}

    assert read(settings.site_dir.name) == read("anew")
