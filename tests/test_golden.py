"""A few whole pages of the small site, kept to be read: a change of the look or of the words shows as a difference.

`python -m pytest tests/test_golden.py --remake` writes them anew; read what changed before you commit it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from changlang import pipeline
from changlang.settings import Settings

GOLDEN = Path(__file__).parent / "golden"
PAGES = ("events/2019-07-dam/index.html", "en/events/2020-trees/index.html", "en/index.html", "figures/index.html",
         "en/people/sample-a/index.html", "404.html", "feed.xml", "sitemap.xml", "robots.txt")  # fmt: skip
# Names of shared files hold a digest of their content, which is not what these pages are about; nor are pictures.
DIGEST = re.compile(
    r"(assets/[a-z-]+\.)[0-9a-f]{8}(?=\.)|(pictures/)[0-9a-f]{20}(?=-|\.)|(?<=data:image/png;base64,)[^)]+"
)


def test_pages_are_as_they_were(good: Settings, request: pytest.FixtureRequest) -> None:
    pipeline.build(good, good.site_dir, jobs=1)
    for page in PAGES:
        built = DIGEST.sub(r"\1\2DIGEST", (good.site_dir / page).read_text("utf-8"))
        kept = GOLDEN / page.replace("/", "__")
        if request.config.getoption("--remake"):
            kept.parent.mkdir(exist_ok=True)
            kept.write_text(built, "utf-8")
        assert built == kept.read_text("utf-8"), page
