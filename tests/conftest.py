"""Sites for tests. Yunchuan 云川 is an invented city; whatever these sites tell is invented."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from changlang.settings import Settings, load_settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# No test is timed: how long an example takes is the machine's affair.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

SITES = Path(__file__).parent / "sites"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started by the first test that needs it."""
    from tests.chromium import chromium

    with chromium() as started:
        yield started


@pytest.fixture
def good(tmp_path: Path) -> Settings:
    """A copy of the small sound site, to be built or broken."""
    shutil.copytree(SITES / "good", tmp_path / "good")
    return settings_of(tmp_path / "good")


@pytest.fixture
def written(tmp_path: Path) -> Callable[[dict[str, str]], Settings]:
    """A copy of the small sound site with some files written over, or taken away where their text is empty."""

    def write(files: dict[str, str]) -> Settings:
        root = tmp_path / "written"
        shutil.copytree(SITES / "good", root, dirs_exist_ok=True)
        for path, text in files.items():
            place = root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, "utf-8") if text else place.unlink()
        return settings_of(root)

    return write


def settings_of(root: Path) -> Settings:
    settings, problems = load_settings(root / "mkdocs.yml")
    assert settings is not None, problems
    return settings


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--remake", action="store_true", help="write the expected reports of bad sites anew")
