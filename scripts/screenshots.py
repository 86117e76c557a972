"""Takes the pictures of the README and the manual from the built site and kiosk: `make screenshots`."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
# File below docs/manual → address below the site, width and height in CSS pixels.
PICTURES = {
    "home-zh.png": ("", 1440, 1000),
    "event-en.png": ("en/events/2018-08-01-ship/", 1440, 1000),
    "home-phone.png": ("", 390, 844),
}
KIOSK = ROOT / "dist" / "kiosk" / "index.html"


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
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
