"""The figures as data: a table for Excel, JSON, and what both hold as a Frictionless Data Package (v1).

Numbers are numbers, texts are in both languages, and every row names its source and the place in it.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from changlang.model.catalogue import Catalogue
from changlang.model.fields import Text
from changlang.model.figure_text import FigureText
from changlang.model.languages import Language
from changlang.model.records import Figure
from changlang.settings import Settings

FOLDER = "figures/"
# Excel takes a file for Chinese text of another age unless it begins with this sign.
MARK = "\ufeff"
# Column, type (Table Schema v1), title, and what it holds.
FIELDS: tuple[tuple[str, str, str, str], ...] = (
    ("id", "string", "编号 · Id", "The figure's entry on the page: /figures/#id"),
    ("label_zh", "string", "项目", "What is counted, in Chinese"),
    ("label_en", "string", "Item", "What is counted, in English"),
    ("value", "number", "数值 · Value", "The exact value in base units: 45000 for 4.5万"),
    ("bound", "string", "界限 · Bound", "exact, about, nearly, over or at-least"),
    ("unit_zh", "string", "单位", "The unit in Chinese"),
    ("unit_en", "string", "Unit", "The unit in English"),
    ("text_zh", "string", "写法", "The figure as Chinese pages write it"),
    ("text_en", "string", "In words", "The figure as English pages write it"),
    ("period", "string", "时间 · Period", "When (EDTF, ISO 8601-2): 2016/2020"),
    ("column_zh", "string", "专栏", "The column in Chinese"),
    ("column_en", "string", "Column", "The column in English"),
    ("source_zh", "string", "出处", "The sources and the places in them, in Chinese"),
    ("source_en", "string", "Source", "The sources and the places in them, in English"),
    ("note_zh", "string", "说明", "A note in Chinese"),
    ("note_en", "string", "Note", "A note in English"),
)


def downloads(
    catalogue: Catalogue,
    texts: Mapping[str, Mapping[Language, FigureText]],
    units: Mapping[str, Text],
    settings: Settings,
) -> Mapping[str, bytes]:
    """`figures.csv`, `figures.json` and `datapackage.json` by path; nothing where there are no figures."""
    rows = [
        _row(one, catalogue, texts[one.id], units[one.id]) for one in catalogue.figures.values() if one.id in texts
    ]
    if not rows:
        return {}
    return {
        f"{FOLDER}figures.csv": _csv(rows),
        f"{FOLDER}figures.json": _json(rows),
        f"{FOLDER}datapackage.json": _json(_package(settings)),
    }


def _row(
    figure: Figure, catalogue: Catalogue, text: Mapping[Language, FigureText], unit: Text
) -> dict[str, str | Decimal]:
    column = catalogue.columns[figure.column].title if figure.column else None
    return {
        "id": figure.id,
        "label_zh": figure.label.zh,
        "label_en": figure.label.en,
        "value": figure.value,
        "bound": figure.bound,
        "unit_zh": unit.zh,
        "unit_en": unit.en,
        "text_zh": text["zh"].whole,
        "text_en": text["en"].whole,
        "period": figure.period.edtf if figure.period else "",
        "column_zh": column.zh if column else "",
        "column_en": column.en if column else "",
        "source_zh": _sources(figure, catalogue, "zh"),
        "source_en": _sources(figure, catalogue, "en"),
        "note_zh": figure.note.zh if figure.note else "",
        "note_en": figure.note.en if figure.note else "",
    }


def _sources(figure: Figure, catalogue: Catalogue, language: Language) -> str:
    comma, between = ("，", "；") if language == "zh" else (", ", "; ")
    return between.join(
        catalogue.sources[one.id].title[language] + (comma + one.at[language] if one.at else "")
        for one in figure.sources
    )


def _csv(rows: list[dict[str, str | Decimal]]) -> bytes:
    """RFC 4180, with the mark by which Excel knows UTF-8."""
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, [name for name, *_ in FIELDS], lineterminator="\r\n")
    table.writeheader()
    table.writerows({**row, "value": f"{row['value']:f}"} for row in rows)
    return (MARK + text.getvalue()).encode()


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, default=_number) + "\n").encode()


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _package(settings: Settings) -> dict[str, Any]:
    """The descriptor: https://specs.frictionlessdata.io, Tabular Data Package v1."""
    fields: list[dict[str, Any]] = [
        {"name": name, "type": kind, "title": title, "description": about} for name, kind, title, about in FIELDS
    ]
    bounds = ["exact", "about", "nearly", "over", "at-least"]
    fields[4]["constraints"] = {"enum": bounds}
    return {
        "profile": "tabular-data-package",
        "name": "figures",
        "title": f"{settings.site_name.zh} · {settings.site_name.en}",
        "homepage": f"{settings.site_url}{FOLDER}",
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": "figures",
                "path": "figures.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "header": True},
                "schema": {"fields": fields, "primaryKey": "id", "missingValues": [""]},
            }
        ],
    }
