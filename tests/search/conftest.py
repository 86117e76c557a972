"""A site's search in a folder, as a reader opens it without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from changlang.editions.assets import script
from changlang.search.index import index
from tests.search.yunchuan import documents

SCRIPT = Path(__file__).parents[2] / "scripts" / "changlang" / "theme" / "assets" / "search.js"
PAGE = """<!doctype html><html lang="{language}"><meta charset="utf-8"><title>{language}</title>
<div data-search="{language}" data-root="" data-file="index.html" data-address data-other="{other}.html"
 data-kinds='{{"event": "活动"}}'><input type="search" aria-label="search"></div>
<script src="search.js"></script></html>"""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of 300 invented events in both languages, the script, and a page for each language."""
    folder = tmp_path_factory.mktemp("云川 search")
    for path, data in index(documents(300)).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    (folder / "search.js").write_bytes(script(SCRIPT))
    for language, other in (("zh", "en"), ("en", "zh")):
        (folder / f"{language}.html").write_text(PAGE.format(language=language, other=other), "utf-8")
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails its test if its script raises, if it misses a file, or if it asks a network for anything."""
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda request: faults.append(request.url))
    page.on("request", lambda request: None if request.url.startswith("file:") else faults.append(request.url))
    yield page
    context.close()
    assert faults == []
