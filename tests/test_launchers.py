"""What lies beside the exhibition: an update is whole or not at all, and the screen comes back by itself."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from changlang import pipeline
from changlang.settings import Settings

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts; the batch files are for Windows")


@pytest.fixture
def stick(good: Settings, tmp_path: Path) -> Path:
    """A kiosk on a stick, at a path with a space and Chinese characters."""
    folder = tmp_path / "U 盘" / "kiosk"
    assert pipeline.kiosk(good, folder).written
    return folder


@pytest.fixture
def hall(tmp_path: Path) -> Path:
    return tmp_path / "展 厅"


def update(stick: Path, hall: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", stick / "update-kiosk.sh", hall], capture_output=True, text=True, check=False)


def names(hall: Path) -> list[str]:
    return sorted(path.name for path in hall.iterdir())


def test_an_update_puts_the_new_one_in_place_and_keeps_the_former(stick: Path, hall: Path) -> None:
    assert update(stick, hall).returncode == 0
    assert names(hall) == ["kiosk", "start-kiosk.sh"]
    (hall / "kiosk" / "old").write_text("old", "utf-8")
    (hall / "kiosk.new").mkdir()  # an update that was interrupted while it copied

    assert update(stick, hall).returncode == 0

    assert names(hall) == ["kiosk", "kiosk.former", "start-kiosk.sh"]
    assert (hall / "kiosk.former" / "old").is_file() and not (hall / "kiosk" / "old").exists()


@pytest.mark.parametrize("fault", ["changed", "missing", "more", "no sums"])
def test_a_damaged_stick_leaves_the_hall_as_it_was(stick: Path, hall: Path, fault: str) -> None:
    update(stick, hall)
    (hall / "kiosk" / "old").write_text("old", "utf-8")
    if fault == "changed":
        (stick / "index.html").write_bytes((stick / "index.html").read_bytes() + b"x")
    elif fault == "more":
        (stick / "autorun.inf").write_text("x", "utf-8")
    else:
        (stick / ("SHA256SUMS" if fault == "no sums" else "en/index.html")).unlink()

    result = update(stick, hall)

    assert result.returncode == 1 and "[K3]" in result.stderr
    assert names(hall) == ["kiosk", "start-kiosk.sh"]
    assert (hall / "kiosk" / "old").is_file()


def test_the_browser_is_started_again_each_time_afresh_and_after_an_update_cut_short(
    stick: Path, hall: Path, tmp_path: Path
) -> None:
    update(stick, hall)
    (hall / "kiosk").rename(hall / "kiosk.former")  # as a power cut between the two renames leaves it
    calls, browser = tmp_path / "calls", tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf "%s|" "$@" >>"{calls}"\necho >>"{calls}"\n', "utf-8")
    browser.chmod(0o755)
    surroundings = {**os.environ, "KIOSK_BROWSER": str(browser), "KIOSK_PAUSE": "0.05", "TMPDIR": str(tmp_path)}
    running = subprocess.Popen(["sh", hall / "start-kiosk.sh"], env=surroundings)
    try:
        while not calls.exists() or calls.read_text("utf-8").count("\n") < 3:
            assert running.poll() is None
            time.sleep(0.05)
    finally:
        running.terminate()
        running.wait()

    lines = calls.read_text("utf-8").splitlines()
    profiles = [word for line in lines for word in line.split("|") if word.startswith("--user-data-dir=")]
    assert lines[0].startswith(f"--kiosk|{hall}/kiosk/index.html|")
    assert len(set(profiles)) == len(profiles) >= 3
    assert not list(tmp_path.glob("changlang-kiosk.*"))


def test_windows_gets_its_own_line_ends_and_nothing_beyond_ascii(stick: Path) -> None:
    for path in stick.glob("*.bat"):
        data = path.read_bytes()
        assert data.isascii() and data.count(b"\n") == data.count(b"\r\n") > 20
    assert shutil.which("sh") and os.access(stick / "start-kiosk.sh", os.X_OK)


def test_both_launchers_hold_back_the_same_of_the_browser(stick: Path) -> None:
    flags = {}
    for name in ("start-kiosk.bat", "start-kiosk.sh"):
        found = re.findall(r"--([a-z-]+)(?:=([\w,-]+))?", (stick / name).read_text("utf-8"))
        flags[name] = {flag: set(value.split(",")) for flag, value in found}
    windows, linux = flags["start-kiosk.bat"], flags["start-kiosk.sh"]

    assert linux.keys() - windows.keys() <= {"password-store", "what", "why"}
    assert windows.keys() - linux.keys() == {"edge-kiosk-type", "kiosk-idle-timeout-minutes"}
    assert linux["disable-features"] <= windows["disable-features"]
