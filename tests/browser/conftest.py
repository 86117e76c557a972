"""Datong's site and kiosk, each built once, and a real browser to open them with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from changlang import pipeline
from changlang.settings import load_settings
from tests.browser.touch import LYING, UPRIGHT, Kiosk, built, touched
from tests.conftest import SITES
from tests.served import served

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Datong's site as `changlang build` makes it, at an address with a sub-folder."""
    folder = tmp_path_factory.mktemp("datong")
    settings, problems = load_settings(ROOT / "mkdocs.yml")
    assert settings is not None, problems
    settings = replace(settings, site_url="https://portal.example/gfjy/", cache=folder / "cache")
    outcome = pipeline.build(settings, folder / "site")
    assert outcome.written, outcome.problems
    return folder / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served: no reload script, only what readers get."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def datong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(ROOT, tmp_path_factory.mktemp("datong-kiosk"))


@pytest.fixture(scope="session")
def yunchuan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small invented site, which has pictures."""
    return built(SITES / "good", tmp_path_factory.mktemp("yunchuan-kiosk"))


@pytest.fixture
def kiosk(browser: Browser, datong: Path, request: pytest.FixtureRequest) -> Iterator[Kiosk]:
    yield from touched(browser, datong, getattr(request, "param", UPRIGHT))


@pytest.fixture
def lying(browser: Browser, datong: Path) -> Iterator[Kiosk]:
    yield from touched(browser, datong, LYING)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that fails its test if a script of the site raises, or if it asks another host for anything."""
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: faults.append(request.url) if _foreign(request.url) else None)
    yield page
    assert faults == []


def _foreign(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1:", "data:", "file:", "about:", "blob:"))
