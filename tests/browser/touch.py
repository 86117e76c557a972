"""A kiosk's folder in a browser that is touched: what every test of the kiosk stands on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.sync_api import Browser, Page

from changlang import pipeline
from changlang.settings import load_settings

Size = tuple[int, int]
UPRIGHT, LYING = (1080, 1920), (1920, 1080)


@dataclass(frozen=True)
class Kiosk:
    """A folder and what a browser does with it. `faults` grows by errors, and by requests beyond the folder."""

    folder: Path
    page: Page
    faults: list[str]

    def open(self, path: str = "index.html") -> None:
        self.page.goto((self.folder / path).as_uri())

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.folder.as_uri() + "/").partition("#")[0]


def built(root: Path, folder: Path) -> Path:
    settings, problems = load_settings(root / "mkdocs.yml")
    assert settings is not None, problems
    target = folder / "展 厅" / "kiosk"
    outcome = pipeline.kiosk(replace(settings, cache=folder / "cache"), target)
    assert outcome.written, outcome.problems
    return target


# A page that is left does not wait for its icon.
LEFT = "net::ERR_ABORTED"


def touched(browser: Browser, folder: Path, size: Size) -> Iterator[Kiosk]:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, has_touch=True)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    page.on("request", lambda request: None if _inside(request.url, folder) else faults.append(request.url))
    page.on("requestfailed", lambda request: None if request.failure == LEFT else faults.append(request.url))
    yield Kiosk(folder, page, faults)
    context.close()
    assert faults == [], faults


def _inside(url: str, folder: Path) -> bool:
    return url.startswith((folder.as_uri() + "/", "data:"))
