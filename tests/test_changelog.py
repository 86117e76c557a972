"""The changelog's newest entry is the version that is installed."""

from __future__ import annotations

import re
from pathlib import Path

from changlang import __version__

ROOT = Path(__file__).parents[1]


def test_the_newest_entry_of_the_changelog_is_this_version() -> None:
    versions = re.findall(r"^## (\S+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)

    assert versions[0] == __version__
    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text("utf-8")
