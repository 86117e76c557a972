"""The figures as data: what Excel opens, what a program reads, and what the Frictionless specifications ask."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from changlang import pipeline
from tests.conftest import SITES, settings_of

# Table Schema v1, "Types and Formats", as far as we use them.
TYPES = {"string": str, "number": Decimal}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, built once."""
    root = tmp_path_factory.mktemp("data") / "good"
    shutil.copytree(SITES / "good", root)
    settings = settings_of(root)
    assert pipeline.build(settings, settings.site_dir, jobs=1).written
    return settings.site_dir


@pytest.fixture
def files(site: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (site / "figures").iterdir()}


def rows(files: dict[str, bytes]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files["figures.csv"].decode("utf-8-sig"), newline="")))


def test_excel_knows_the_table_for_utf_8_and_numbers_are_numbers(files: dict[str, bytes]) -> None:
    assert files["figures.csv"].startswith(b"\xef\xbb\xbf") and b"\r\n" in files["figures.csv"]
    by_id = {row["id"]: row for row in rows(files)}
    assert Decimal(by_id["grove"]["value"]) == Decimal("33431.6")
    assert (by_id["grant"]["value"], by_id["grant"]["bound"]) == ("500000000", "nearly")
    assert (by_id["grant"]["unit_zh"], by_id["grant"]["unit_en"]) == ("元", "CNY")
    assert (by_id["grant"]["text_zh"], by_id["grant"]["text_en"]) == ("近5亿元", "nearly CNY 500 million")
    assert "第一章" in by_id["visits"]["source_zh"] and "chapter 1" in by_id["visits"]["source_en"]


def test_json_holds_the_same_rows(files: dict[str, bytes]) -> None:
    found = json.loads(files["figures.json"])
    assert [row["id"] for row in found] == [row["id"] for row in rows(files)]
    assert {row["id"]: row["value"] for row in found}["grove"] == 33431.6
    assert isinstance({row["id"]: row["value"] for row in found}["grant"], int)


def test_the_descriptor_keeps_the_rules_of_data_packages(files: dict[str, bytes]) -> None:
    package: dict[str, Any] = json.loads(files["datapackage.json"])

    assert re.fullmatch(r"[a-z0-9._-]+", package["name"])
    assert package["profile"] == "tabular-data-package"
    (resource,) = package["resources"]
    assert re.fullmatch(r"[a-z0-9._-]+", resource["name"]) and resource["profile"] == "tabular-data-resource"
    assert not resource["path"].startswith(("/", "..")) and resource["path"] in files
    fields = resource["schema"]["fields"]
    assert [field["name"] for field in fields] == list(rows(files)[0])
    assert len({field["name"] for field in fields}) == len(fields)
    key = resource["schema"]["primaryKey"]
    assert len({row[key] for row in rows(files)}) == len(rows(files))
    for row in rows(files):
        for field in fields:
            TYPES[field["type"]](row[field["name"]])
            assert row[field["name"]] in field.get("constraints", {}).get("enum", [row[field["name"]]])


def test_both_languages_lead_to_the_downloads(site: Path) -> None:
    for page in ("figures/index.html", "en/figures/index.html"):
        text = (site / page).read_text("utf-8")
        assert all(
            f'figures/{name}" download' in text for name in ("figures.csv", "figures.json", "datapackage.json")
        )
