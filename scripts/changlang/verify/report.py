"""The margins of all trials as a table for people: how much wear each artwork stands, beside what it has to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from changlang.verify.trial import Trial
from changlang.verify.wear import WEARS

HEADS: Mapping[str, Mapping[str, str]] = {
    "blur": {"zh": "模糊", "en": "blur"},
    "slant": {"zh": "斜视°", "en": "slant°"},
    "fading": {"zh": "褪色", "en": "fading"},
    "glare": {"zh": "反光", "en": "glare"},
    "dirt": {"zh": "污损", "en": "dirt"},
    "noise": {"zh": "噪点", "en": "noise"},
}
WORDS: Mapping[str, Mapping[str, str]] = {
    "file": {"zh": "印刷稿（数字越大越耐）", "en": "artwork (larger stands more)"},
    "reads": {"zh": "原样", "en": "as printed"},
    "required": {"zh": "至少要有", "en": "has to stand"},
    "sum": {
        "zh": "磨损后读出 {good} / {all}（{share:.1f}%）",
        "en": "read when worn: {good} of {all} ({share:.1f}%)",
    },
}


def table(trials: Iterable[tuple[str, bool, Trial]], language: str) -> Iterator[str]:
    """A line for each artwork: its file, whether it reads, and the strongest wear of each kind that it stands."""
    rows = [[WORDS["file"][language], WORDS["reads"][language], *(HEADS[name][language] for name in WEARS)]]
    rows.append([WORDS["required"][language], "✓", *(f"{wear.required[-1]:g}" for wear in WEARS.values())])
    good = wanted = 0
    for file, reads, trial in trials:
        rows.append([file, "✓" if reads else "✗", *(_margin(trial, name) for name in WEARS)])
        good += sum(trial.required().values())
        wanted += len(trial.required())
    widths = [max(map(_wide, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        first, *rest = (" " * (width - _wide(cell)) for cell, width in zip(row, widths, strict=True))
        yield f"{row[0]}{first}" + "".join(f"  {gap}{cell}" for gap, cell in zip(rest, row[1:], strict=True))
    if wanted:
        yield WORDS["sum"][language].format(good=good, all=wanted, share=100 * good / wanted)


def _margin(trial: Trial, name: str) -> str:
    """A margin, marked where it is less than what is required."""
    margin = trial.margin(name)
    return f"{margin:g}" + ("" if margin >= WEARS[name].required[-1] else "!")


def _wide(text: str) -> int:
    """Columns of a terminal: hanzi and full-width marks take two."""
    return sum(2 if ord(sign) >= 0x2E80 else 1 for sign in text)
