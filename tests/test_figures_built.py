"""A figure from its record to the pages that a build writes: one number, in both languages, led to its source."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest

from changlang import pipeline
from changlang.settings import Settings
from tests.conftest import SITES, settings_of

GOOD = SITES / "good"
FIGURES = (GOOD / "content/figures/figures.yml").read_text("utf-8")
# Id, unit and the rest of its record, and what pages say in Chinese and in English. All invented.
SAID = {
    "flood": ("CNY", "value: 500000000, bound: nearly, scale: 亿", "近5亿元", "nearly CNY 500 million"),
    "land": ("mu", "value: 33431.6", "33431.6亩", "33,431.6 mu"),
    "clinic": ("person-time", "value: 45000, bound: over, scale: 万", "4.5万余人次", "more than 45,000 person-times"),
    "pensions": ("CNY", "value: 295420200, scale: 万", "29542.02万元", "CNY 295.42 million"),
    "repairs": ("CNY", "value: 430000, scale: 万", "43万元", "CNY 430,000"),
    "placed": ("percent", "value: 100", "100%", "100%"),
}
RECORDS = "".join(
    f"- {{id: {ident}, label: {{zh: 虚构{turn}, en: Invented {turn}}}, unit: {unit}, {more}, period: 2020, "
    f"column: care, series: spent, sources: [{{id: chronicle, at: {{zh: 第{turn}章, en: chapter {turn}}}}}]}}\n"
    for turn, (ident, (unit, more, _, _)) in enumerate(SAID.items(), 2)
)
BODIES = {
    "zh": "".join(f"共{{figure:{ident}}}。\n\n" for ident in SAID),
    "en": "".join(f"It was {{figure:{ident}}}.\n\n" for ident in SAID),
}
AGAIN = """
import sys
from pathlib import Path
from changlang import pipeline
from changlang.settings import load_settings
settings = load_settings(Path(sys.argv[1]))[0]
print(pipeline.build(settings, settings.site_dir, jobs=1).written, "vl_convert" in sys.modules)
"""
PAGE = "events/2021-quiet/index.html"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The small site with figures of every form that reports use, all of them in the body of one event."""
    root = tmp_path_factory.mktemp("figures") / "site"
    shutil.copytree(GOOD, root)
    (root / "content/figures/figures.yml").write_text(FIGURES + RECORDS, "utf-8")
    for language, body in BODIES.items():
        event = root / f"content/events/2021-quiet.{language}.md"
        event.write_text(event.read_text("utf-8") + "\n" + body, "utf-8")
    settings = settings_of(root)
    outcome = pipeline.build(settings, settings.site_dir, jobs=1)
    assert outcome.written, outcome.problems
    return settings


def links(html: str) -> Iterator[tuple[str, str]]:
    """(address, words) of each figure in a body."""
    for found in re.finditer(
        r'<a class="figure" href="([^"]+)"><data value="[\d.]+">([^<]+)</data>(?:\s?[(（][^<]+)?</a>', html
    ):
        yield found[1], found[2]


@pytest.mark.parametrize(("prefix", "turn"), [("", 2), ("en/", 3)])
def test_every_form_stands_in_the_body_and_leads_to_the_entry_that_names_its_source(
    built: Settings, prefix: str, turn: int
) -> None:
    body = (built.site_dir / prefix / PAGE).read_text("utf-8")
    table = (built.site_dir / prefix / "figures/index.html").read_text("utf-8")

    assert dict(links(body)) == {
        f"../../{'../en/' if prefix else ''}figures/#{ident}": one[turn] for ident, one in SAID.items()
    }
    for place, ident in enumerate(SAID, 2):
        row = table.split(f'<tr id="{ident}"')[1].split("</tr>")[0]
        assert f'href="../about/sources/#chronicle">{"第" if not prefix else "chapter "}{place}' in row.replace(
            "../../en/", "../"
        )
        assert "2020" in row


def test_mu_are_told_in_hectares_to_english_readers_only(built: Settings) -> None:
    chinese = (built.site_dir / PAGE).read_text("utf-8")
    english = (built.site_dir / "en" / PAGE).read_text("utf-8")

    assert "33,431.6 mu</data> (2,228.8 ha)" in english
    assert "公顷" not in chinese and " ha" not in chinese


def test_charts_of_figures_that_did_not_change_are_not_drawn_again(built: Settings) -> None:
    assert '<svg class="chart-wide"' in (built.site_dir / "figures/index.html").read_text("utf-8")
    run = subprocess.run(
        [sys.executable, "-c", AGAIN, str(built.config_file)], check=True, capture_output=True, text=True
    )

    assert run.stdout.split() == ["0", "False"]
