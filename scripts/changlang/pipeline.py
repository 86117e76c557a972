"""The run, top to bottom: read, link, check; then frames, pages, audit, and only then the swap.

`check` is `build` without the writing. Stages are called here and nowhere else, and know nothing of one another.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter

from changlang import host, urls
from changlang.editions import assets as web_assets
from changlang.editions.pour import Moulds, moulds, pour
from changlang.language.figures import FigureTexts, figure_texts
from changlang.model import LANGUAGES, Catalogue, Language, Page
from changlang.pages import feeds
from changlang.pages.chrome import chrome
from changlang.pages.frames import frames
from changlang.pages.markup import clean, expand_hand
from changlang.pages.plan import plan
from changlang.pages.render import Renderer
from changlang.problems import Problem, has_errors, in_order, problem
from changlang.publish import facts, manifest, release
from changlang.publish.audit import Built, Release, audit
from changlang.publish.lock import Busy, lock
from changlang.read.link import link
from changlang.read.parse import parse
from changlang.read.survey import survey
from changlang.settings import Settings
from changlang.spread import cores, spread

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Checked:
    """All that reading gave: what could be linked, and every problem in order."""

    catalogue: Catalogue
    figures: FigureTexts
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to. `written` is None where the target was left as it was."""

    problems: tuple[Problem, ...]
    pages: int = 0
    written: int | None = None
    seconds: Mapping[str, float] | None = None


def check(settings: Settings) -> Checked:
    """Reads everything and finds every fault that can be found without building. Writes nothing but the cache."""
    sources, found = survey(settings)
    records, more = parse(sources, settings)
    catalogue, unlinked = link(records, settings)
    figures, unworded = figure_texts(catalogue.figures.values())
    return Checked(catalogue, figures, in_order((*found, *more, *unlinked, *unworded)))


def silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
