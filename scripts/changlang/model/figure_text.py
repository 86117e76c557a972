"""An exact number as each language says it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FigureText:
    """A figure in one language's words. `bound` may stand before or after: `before` and `after` hold it.

    近5亿元 is before="近", number="5亿", unit="元"; 4.5万余人次 is number="4.5万", after="余", unit="人次", and
    `whole` has them in the right order. In English: before="more than ", number="45,000", unit=" person-times".
    `converted` is the same in a unit the reader knows, without brackets: `2,228.8 ha`.
    """

    whole: str
    before: str
    number: str
    after: str
    unit: str
    converted: str = ""
