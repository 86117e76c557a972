"""One site with recordings, built once as web edition and as kiosk, for all tests that only read them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from changlang import pipeline
from changlang.settings import Settings
from tests.conftest import settings_of
from tests.media.site import lay_out


class Built(NamedTuple):
    settings: Settings
    web: Path
    kiosk: Path


@pytest.fixture(scope="session")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = tmp_path_factory.mktemp("recorded") / "云川 site"
    lay_out(root)
    settings = settings_of(root)
    web, kiosk = root / "site", root / "dist" / "展 kiosk"
    for made in (pipeline.build(settings, web, jobs=1), pipeline.kiosk(settings, kiosk, jobs=1)):
        assert made.written, made.problems
    return Built(settings, web, kiosk)
