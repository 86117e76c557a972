"""The charts of the figures page, each drawn once: drawing takes most of a second to begin with."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

from changlang import __version__
from changlang.language.figures import FigureTexts
from changlang.model.catalogue import Catalogues
from changlang.model.languages import Language
from changlang.pages.charts import WIDTHS, Chart, compared, draw, spec
from changlang.settings import Settings

# By language and name: the chart's SVG in every width.
Drawn = Mapping[Language, Mapping[str, str]]


def drawn_charts(catalogues: Catalogues, texts: FigureTexts, settings: Settings) -> Drawn:
    """Every chart of a site, from the cache where its figures are what they were."""
    return {
        language: {
            chart.name: "".join(_drawn(chart, texts, width, settings.cache / "charts") for width in WIDTHS)
            for column in ("", *catalogue.columns)
            for chart in compared(
                (one for one in catalogue.figures.values() if (one.column or "") == column), texts, language, column
            )
        }
        for language, catalogue in catalogues.items()
    }


def _drawn(chart: Chart, texts: FigureTexts, width: str, cache: Path) -> str:
    asked = json.dumps([__version__, chart.name, chart.title, spec(chart, texts, width)], sort_keys=True)
    source = Path(draw.__code__.co_filename).read_bytes()
    path = cache / f"{hashlib.sha256(asked.encode() + source).hexdigest()[:32]}.svg"
    if path.is_file():
        return path.read_text("utf-8")
    made = draw(chart, texts, width)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    temporary.write_text(made, "utf-8")
    temporary.replace(path)
    return made
