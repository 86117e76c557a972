"""No page that is not truly translated is called English: not by itself, nor by a page, feed or map that names it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from changlang import pipeline
from changlang.pipeline import Outcome
from changlang.problems import as_text, has_errors
from changlang.settings import Settings
from tests.conftest import SITES

Write = Callable[[dict[str, str]], Settings]
GOOD = SITES / "good"
BASE = "https://yc.example/gfjy/"
ENGLISH = (*GOOD.glob("content/*/*.en.md"), *GOOD.glob("docs/en/*.md"))
LISTS = ("events", "people", "photos", "columns", "figures", "quiz", "glossary", "boards", "tags", "about/sources")
HAN = re.compile("[\u3400-\u9fff]")
BOTH = re.compile(r"\{zh: ([^{}]*?), en: [^{}]*\}")
# Elements that have no end.
VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
# Links that say in which language what they lead to is, but for those within a page.
NAMED = re.compile(
    r'hreflang="(?P<lang>[^"]+)" href="(?P<href>[^"#]+)"'
    r'|href="(?P<href2>[^"#]+)"(?: lang="[^"]+")? hreflang="(?P<lang2>[^"]+)"'
)


def without_english() -> dict[str, str]:
    """The small site as it is when none of its records and pages has any English."""
    files = {path.relative_to(GOOD).as_posix(): "" for path in ENGLISH}
    for path in GOOD.glob("content/*/*.yml"):
        lines = path.read_text("utf-8").splitlines(keepends=True)
        kept = (line for line in lines if not line.startswith("  en: "))
        text = "".join(line if "unit:" in line else BOTH.sub(r"{zh: \1}", line) for line in kept)
        files[path.relative_to(GOOD).as_posix()] = text
    return files


def old_english() -> dict[str, str]:
    """The small site with English that was confirmed against other Chinese."""
    texts = {path.relative_to(GOOD).as_posix(): path.read_text("utf-8") for path in ENGLISH}
    return {path: re.sub("^---\n", "---\nconfirmed: 0123456789ab\n", text) for path, text in texts.items()}


def site(written: Write, state: str, policy: str) -> Settings:
    options = (GOOD / "mkdocs.yml").read_text("utf-8") + f"      translation: {{default: {policy}}}\n"
    return written({**(without_english() if state == "missing" else old_english()), "mkdocs.yml": options})


class Spoken(HTMLParser):
    """The texts of a page's `main` with the language that a screen reader takes each to be in."""

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[tuple[str, str]] = [("", "")]
        self.texts: list[tuple[str, str]] = []
        self.main = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.main = self.main or tag == "main"
        if tag not in VOID:
            self.stack.append((tag, dict(attrs).get("lang") or self.stack[-1][1]))

    def handle_endtag(self, tag: str) -> None:
        while len(self.stack) > 1 and tag not in VOID and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.main and self.stack[-1][0] not in ("script", "style", "title", "desc"):
            self.texts.append((data.strip(), self.stack[-1][1]))


def pages(root: Path) -> Mapping[str, str]:
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*.html")}


def said(html: str) -> str:
    found = re.search(r'<html lang="([^"]+)"', html)
    assert found
    return found[1]


def named(path: str, html: str) -> Iterator[tuple[str, str]]:
    """(language, file) of every page of the site that a page says is in a language."""
    for found in NAMED.finditer(html):
        whole = urljoin(BASE + path.removesuffix("index.html"), found["href"] or found["href2"])
        lang = found["lang"] or found["lang2"]
        if whole.startswith(BASE) and lang != "x-default":
            inside = urlsplit(whole).path.removeprefix(urlsplit(BASE).path)
            yield lang, inside if inside.endswith(".html") else f"{inside}index.html"


def assert_honest(root: Path) -> None:
    found = pages(root)
    assert len(found) > 20
    for path, html in found.items():
        for lang, target in named(path, html):
            assert said(found[target]) == lang, f"{path} calls {target} {lang}"
        if said(html) == "en":
            reader = Spoken()
            reader.feed(html)
            wrong = [text for text, lang in reader.texts if lang == "en" and HAN.search(text)]
            assert not wrong, (path, wrong[:3])


def assert_feeds_honest(root: Path) -> None:
    found = pages(root)
    for lang, target in named("", (root / "sitemap.xml").read_text("utf-8")):
        assert said(found[target]) == lang, target
    for entry in re.findall("<entry>.*?</entry>", (root / "en/feed.xml").read_text("utf-8"), re.DOTALL):
        assert not HAN.search(entry), entry


def assert_built(outcome: Outcome) -> None:
    assert outcome.written, "\n".join(as_text(one, "en") for one in outcome.problems)


@pytest.mark.parametrize("policy", ["notice", "hide"])
@pytest.mark.parametrize("state", ["missing", "stale"])
def test_no_page_is_called_english_that_is_not(written: Write, state: str, policy: str) -> None:
    settings = site(written, state, policy)

    assert_built(pipeline.build(settings, settings.site_dir))

    assert_honest(settings.site_dir)
    assert_feeds_honest(settings.site_dir)
    english = {path: html for path, html in pages(settings.site_dir).items() if path.startswith("en/")}
    assert any(said(html) != "en" for html in english.values()) == (state == "missing")
    if (state, policy) == ("missing", "notice"):
        assert not [path for path in LISTS if "not yet translated" not in english[f"en/{path}/index.html"]]


def test_the_kiosk_calls_no_page_english_that_is_not(written: Write) -> None:
    settings = site(written, "missing", "notice")
    target = settings.site_dir.with_name("kiosk")

    assert_built(pipeline.kiosk(settings, target))

    assert_honest(target)


@pytest.mark.parametrize("state", ["missing", "stale"])
def test_what_is_blocked_is_not_built(written: Write, state: str) -> None:
    assert has_errors(pipeline.check(site(written, state, "block")).problems)


def test_english_that_nobody_confirmed_yet_is_english(good: Settings) -> None:
    assert_built(pipeline.build(good, good.site_dir))

    assert_honest(good.site_dir)
    english = [html for path, html in pages(good.site_dir).items() if path.startswith("en/")]
    assert all(said(html) == "en" and "not yet translated" not in html for html in english)
