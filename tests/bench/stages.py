"""Builds a site in this process and prints the seconds of each stage as JSON.

`python -m tests.bench.stages mkdocs.yml`
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from changlang import pipeline
from changlang.settings import load_settings


def stages(config_file: Path) -> dict[str, float]:
    """Stage → seconds of one build. Raises ValueError for a site that does not build."""
    settings, problems = load_settings(config_file)
    if settings is None:
        raise ValueError(problems)
    outcome = pipeline.build(settings, settings.site_dir)
    if outcome.written is None:
        raise ValueError(outcome.problems[:5])
    return dict(outcome.seconds)


if __name__ == "__main__":
    print(json.dumps(stages(Path(sys.argv[1]).absolute())))
