"""Takes the pictures of the README and the manual from the site, the kiosk and printed boards: `make screenshots`."""

from __future__ import annotations

import functools
import http.server
import shutil
import tempfile
import threading
from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright
from tests.gallery import gallery

from changlang import pipeline
from changlang.editions.print.formats import BLEED, FORMATS, MARKS
from changlang.settings import load_settings
from changlang.verify.raster import drawn

ROOT = Path(__file__).parents[1]
# File below docs/manual → address below the site, width and height in CSS pixels.
PICTURES = {
    "home-zh.png": ("", 1440, 1000),
    "event-en.png": ("en/events/2018-08-01-ship/", 1440, 1000),
    "home-phone.png": ("", 390, 844),
}
KIOSK = ROOT / "dist" / "kiosk" / "index.html"
# What is printed, row by row: code, format and language.
BOARDS = (
    (("DT001", "A1", "zh"), ("DT002", "A1", "en")),
    (("DT003", "A1", "en"), ("DT004", "A1", "zh")),
    (("DT005", "A1", "zh"), ("DT005", "sticker", "en"), ("DT001", "sticker", "zh")),
)
HIGH, GAP, TABLE = 400, 24, "#d8d4cc"


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Requests are not news."""


def main() -> None:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(ROOT / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        for name, (address, width, height) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(f"http://127.0.0.1:{server.server_port}/{address}")
            page.wait_for_function("document.fonts.ready")
            page.screenshot(path=ROOT / "docs" / "manual" / name)
        upright = browser.new_page(viewport={"width": 1080, "height": 1920}, device_scale_factor=0.5)
        upright.goto(KIOSK.as_uri())
        upright.wait_for_function("document.fonts.ready")
        upright.screenshot(path=ROOT / "docs" / "manual" / "kiosk.png")
        with tempfile.TemporaryDirectory() as folder:
            settings = gallery(Path(folder) / "site")
            assert pipeline.build(settings, settings.site_dir).written
            wall = browser.new_page(viewport={"width": 1440, "height": 1000})
            wall.goto((settings.site_dir / "photos/index.html").as_uri())
            wall.wait_for_function("[...document.images].slice(0, 6).every(one => one.complete)")
            shown = wall.screenshot()
        Image.open(BytesIO(shown)).quantize(256).save(ROOT / "docs" / "manual" / "pictures.png", optimize=True)
        browser.close()
    server.shutdown()
    boards().save(ROOT / "docs" / "manual" / "boards.png", optimize=True)


def boards() -> Image.Image:
    """Boards side by side as they are once trimmed, printed from a copy: no code enters the ledger by this."""
    with tempfile.TemporaryDirectory() as folder:
        for name in filter(lambda name: (ROOT / name).is_dir(), ("content", "docs", "photos")):
            shutil.copytree(ROOT / name, Path(folder) / name)
        shutil.copy(ROOT / "mkdocs.yml", folder)
        settings, _ = load_settings(Path(folder) / "mkdocs.yml")
        assert settings is not None
        outcome = pipeline.print_boards(settings, Path(folder) / "print", date.today())
        assert outcome.written, outcome.problems
        rows = [[trimmed(Path(folder) / "print", *one) for one in row] for row in BOARDS]
    wide = max(sum(one.width + GAP for one in row) + GAP for row in rows)
    table = Image.new("RGB", (wide, len(rows) * (HIGH + GAP) + GAP), TABLE)
    for number, row in enumerate(rows):
        left = (wide - sum(one.width + GAP for one in row) + GAP) // 2
        for one in row:
            table.paste(one, (left, GAP + number * (HIGH + GAP)))
            left += one.width + GAP
    return table.quantize(256)


def trimmed(out: Path, code: str, size: str, language: str) -> Image.Image:
    form, edge = FORMATS[size], BLEED + MARKS
    wide = round(HIGH * (form.width + 2 * edge) / form.height)
    page = next(drawn((out / code / f"{code}-{size}-{language}.pdf").read_bytes(), wide, color=True))
    cut = round(HIGH * edge / form.height)
    return page.crop((cut, cut, page.width - cut, cut + HIGH))


if __name__ == "__main__":
    main()
