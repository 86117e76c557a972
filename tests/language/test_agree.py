"""Sentence pairs as reports and their translators write them: right ones agree, planted errors are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from changlang.language.numbers.agree import agree

PAIRS = Path(__file__).parent / "pairs.tsv"
ROWS = [line.split("\t") for line in PAIRS.read_text("utf-8").splitlines()[1:]]
RIGHT = [(row[0], row[1]) for row in ROWS if row[2] == "true"]
WRONG = [(row[0], row[1], row[3]) for row in ROWS if row[2] == "false"]
# What is known to be missed, and right pairs known to be called wrong: none.
MISSED: frozenset[str] = frozenset()


def test_right_pairs_agree() -> None:
    called_wrong = [(zh, en) for zh, en in RIGHT if agree(zh, en).faults]

    assert not called_wrong


def test_planted_errors_are_found() -> None:
    missed = [row for row in WRONG if not agree(row[0], row[1]).faults and row[1] not in MISSED]

    assert not missed


@pytest.mark.parametrize("text", ["", "没有数字", "一"])
def test_texts_without_quantities_agree(text: str) -> None:
    assert not agree(text, "No figures here.").faults
