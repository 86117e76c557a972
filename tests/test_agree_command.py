"""`changlang agree` as a translator meets it: one JSON line a pair, exit codes, tables as spreadsheets write them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from changlang.cli import main

GOOD = Path(__file__).parent / "sites" / "good"


def run(table: str | bytes, *before: str) -> tuple[Result, list[dict[str, Any]]]:
    data = table.encode() if isinstance(table, str) else table
    result = CliRunner().invoke(main, [*before, "--language", "en", "agree", "-"], input=data)
    return result, [json.loads(line) for line in result.stdout.splitlines()]


def test_pairs_that_agree_end_with_0() -> None:
    result, lines = run("zh\ten\n投入1.7亿元。\tIt cost CNY 170 million.\n")

    assert result.exit_code == 0
    (line,) = lines
    assert line["agree"] is True and line["why"] == [] and line["line"] == 2
    assert line["zh"] == [{"text": "1.7亿元", "value": 170000000, "unit": "CNY", "bound": "exact", "kind": "number"}]


def test_a_pair_that_disagrees_says_why_in_both_languages_and_ends_with_1() -> None:
    result, (right, wrong) = run("zh\ten\n35次\t35 times\n近5亿元\tmore than CNY 500 million\n")

    assert result.exit_code == 1
    assert (right["agree"], wrong["agree"]) == (True, False)
    assert wrong["why"][0]["code"] == "bound"
    assert "nearly CNY 500,000,000" in wrong["why"][0]["en"] and "近5亿元" in wrong["why"][0]["zh"]


def test_marks_line_ends_quotes_and_further_columns_of_spreadsheets_are_all_right() -> None:
    table = '\ufeffid\tEN\tZH\tnote\r\na1\t"He said ""35"" times."\t"35次"\tx\r\n\r\n'

    result, (line,) = run(table)

    assert result.exit_code == 0
    assert (line["id"], line["agree"]) == ("a1", True)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("中文\t英文\n一\tone\n", ":1:"),
        ("zh\ten\n只有中文\n", ":2: this row has no en"),
        ("zh\ten\n\tOnly English.\n", ":2: this row has no zh"),
        ("", ":1:"),
        (b"zh\ten\n\xff\xfe\t35\n", "not UTF-8"),
    ],
)
def test_what_cannot_be_read_is_told_and_ends_with_2(table: str | bytes, said: str) -> None:
    result, _ = run(table)

    assert result.exit_code == 2
    assert said in result.stderr


def test_a_bad_row_does_not_keep_the_others_from_being_read() -> None:
    result, lines = run("zh\ten\n只有中文\n35次\t35 times\n")

    assert result.exit_code == 2 and len(lines) == 1


def test_the_terms_of_a_site_say_what_is_a_name(tmp_path: Path) -> None:
    terms = tmp_path / "content" / "terms" / "terms.yml"
    terms.parent.mkdir(parents=True)
    terms.write_text("- zh: 四十里铺\n  en: Silipu\n", "utf-8")
    config = (GOOD / "mkdocs.yml").read_text("utf-8")
    (tmp_path / "mkdocs.yml").write_text(config, "utf-8")
    (tmp_path / "docs" / "zh").mkdir(parents=True)
    table = "zh\ten\n四十里铺有35户。\tSilipu has 35 households.\n"

    assert run(table)[0].exit_code == 1
    assert run(table, "--config-file", str(tmp_path / "mkdocs.yml"))[0].exit_code == 0
