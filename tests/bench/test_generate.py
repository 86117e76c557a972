"""The benchmark's sites are what they claim to be."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import mean

import pytest

from changlang import pipeline
from changlang.settings import load_settings
from tests.bench.generate import MOST, PARAGRAPHS, stories
from tests.bench.site import write_site

COUNT = 20


def test_equal_seeds_give_equal_stories_and_others_do_not() -> None:
    assert stories(COUNT, seed=7) == stories(COUNT, seed=7)
    assert stories(COUNT, seed=7) != stories(COUNT, seed=8)


def test_titles_and_summaries_are_distinct_in_both_languages() -> None:
    told = stories(2000)
    for side in (0, 1):
        assert len({story.title[side] for story in told}) == len(told)
        assert len({story.summary[side] for story in told}) == len(told)


def test_bodies_have_the_length_that_the_benchmark_speaks_of() -> None:
    told = stories(500)
    assert 390 < mean(len(story.body[0]) for story in told) < 420
    assert 235 < mean(len(story.body[1].split()) for story in told) < 260
    for story in told:
        assert len(re.split(r"\n\n(?!- )", story.body[0])) in (
            PARAGRAPHS,
            PARAGRAPHS + 1,
        )  # a list has its own lead


def test_more_stories_than_titles_are_refused() -> None:
    with pytest.raises(ValueError, match="larger than population"):
        stories(MOST + 1)


def test_a_generated_site_builds_without_a_problem(tmp_path: Path) -> None:
    write_site(tmp_path, stories(COUNT))
    settings, problems = load_settings(tmp_path / "mkdocs.yml")
    assert settings is not None and not problems
    checked = pipeline.check(settings)
    assert checked.problems == ()
    assert (len(checked.catalogue.events), len(checked.catalogue.columns)) == (COUNT, 5)
    assert all(len(event.tags) == 3 for event in checked.catalogue.events.values())
    outcome = pipeline.build(settings, settings.site_dir)
    assert outcome.written, outcome.problems
    for root in ("", "en/"):
        assert len(list((settings.site_dir / f"{root}events").glob("20*-*/index.html"))) == COUNT
