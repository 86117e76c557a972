"""Plain `mkdocs build` and `mkdocs serve` make the same site as `changlang build`."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from changlang import pipeline
from changlang.settings import Settings
from tests.test_pipeline import bytes_of


def mkdocs(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, env=environment, timeout=120)


def test_mkdocs_build_makes_the_same_bytes_and_keeps_no_former_site(good: Settings) -> None:
    former = good.root / ".by-mkdocs.former"
    former.mkdir()
    (former / "index.html").write_text("a name that should be gone", "utf-8")
    result = mkdocs("build", "--strict", "--site-dir", "by-mkdocs", cwd=good.root)
    assert result.returncode == 0, result.stderr
    pipeline.build(good, good.site_dir, jobs=1)

    assert bytes_of(good.root / "by-mkdocs") == bytes_of(good.site_dir)
    assert not former.exists()


def test_with_an_error_mkdocs_stops_before_it_touches_the_former_site(good: Settings) -> None:
    assert mkdocs("build", cwd=good.root).returncode == 0
    before = bytes_of(good.root / "site")
    (good.content / "tags" / "bad.yml").write_text("- id: sea\n", "utf-8")

    result = mkdocs("build", cwd=good.root)

    assert result.returncode != 0
    assert "missing-key" in result.stdout + result.stderr
    assert "Traceback" not in result.stderr
    assert bytes_of(good.root / "site") == before


def test_mkdocs_serve_shows_the_site_with_its_drafts(good: Settings) -> None:
    port = 18000 + os.getpid() % 2000
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    server = subprocess.Popen(
        command, cwd=good.root, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        page = _fetched(f"http://127.0.0.1:{port}/gfjy/en/events/2022-draft/")
    finally:
        server.terminate()
        server.wait(20)
    assert "Not finished yet" in page


def _fetched(url: str) -> str:
    """The page, once the server is up."""
    for _ in range(150):
        try:
            with urllib.request.urlopen(url) as answer:
                text: str = answer.read().decode("utf-8")
                return text
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"nothing at {url}")
