"""Two numbers that changed places: each side has both, but what one says of the first the other says of the second.

Translators move clauses, so the order alone proves little. What stands around a number tells where it belongs: the
words of its clause, as far as a small table of both languages knows them, and the other numbers in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from changlang.language.numbers.concepts import CHINESE, ENGLISH
from changlang.language.numbers.quantity import Quantity

CHINESE_STOPS = re.compile(r"[，。；、！？：;]|[,:](?!\d)")
ENGLISH_STOPS = re.compile(
    r"[,;:()]|\.(?!\d)|\band\b|\bwhile\b|\bwhereas\b|\bwith\b|\bbut\b|\bbefore\b|\bafter\b|\bthen\b"
)
TURNED = re.compile(r"\b(?:after|following|having|before|earlier|had|previous)\b", re.IGNORECASE)
RESPECTIVELY = re.compile("分别|依次|respectively")

NEAREST = -1000

Pair = tuple[int, int]


@dataclass(slots=True)
class _Side:
    """One text with its quantities; `keys` says by which Chinese turn each is known to the other side."""

    text: str
    found: Sequence[Quantity]
    keys: Mapping[int, int]
    stops: re.Pattern[str]
    concepts: Sequence[re.Pattern[str]]
    known: dict[int, Set[int]] = field(default_factory=dict)

    def around(self, turn: int) -> Set[int]:
        """What stands in the clause of a number: concepts by their place in the table, other numbers below zero."""
        if turn not in self.known:
            self.known[turn] = self._around(turn)
        return self.known[turn]

    def _around(self, turn: int) -> Set[int]:
        one = self.found[turn]
        start = max((stop.end() for stop in self.stops.finditer(self.text, 0, one.start)), default=0)
        end = next((stop.start() for stop in self.stops.finditer(self.text, one.end)), len(self.text))
        clause = self.text[start : one.start] + " " + self.text[one.end : end]
        near = {index for index, concept in enumerate(self.concepts) if concept.search(clause)}
        others = [
            (max(two.start - one.end, one.start - two.end), self.keys[other])
            for other, two in enumerate(self.found)
            if other != turn and other in self.keys and start <= two.start and two.end <= end
        ]
        near.update(-1 - key for _, key in others)
        if others:
            near.add(NEAREST - min(others)[1])  # the nearest counts twice
        return near


def swapped(
    texts: tuple[str, str], zh: Sequence[Quantity], en: Sequence[Quantity], pairs: Mapping[int, int]
) -> tuple[Pair, Pair] | None:
    """Two matched pairs (Chinese turn, English turn) whose numbers changed places; None where none did."""
    chinese = _Side(texts[0], zh, {turn: turn for turn in range(len(zh))}, CHINESE_STOPS, CHINESE)
    english = _Side(texts[1], en, {other: turn for turn, other in pairs.items()}, ENGLISH_STOPS, ENGLISH)
    ordered = sorted(pairs.items())
    for index, first in enumerate(ordered):
        for second in ordered[index + 1 :]:
            turned = first[1] > second[1] and en[first[1]].kind == en[second[1]].kind
            if turned and _alike(zh[first[0]], zh[second[0]]) and _crossed(chinese, english, first, second):
                return first, second
    return None


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether both are of one sort, so that one can stand in the other's place."""
    if one.kind != other.kind or not (one.needed or other.needed) or one.role or other.role:
        return False
    if one.kind == "date":
        return one.day != other.day and list(map(bool, one.day)) == list(map(bool, other.day))
    return one.low != other.low and (one.unit == other.unit or {one.dimension, other.dimension} <= {"", "count"})


def _crossed(zh: _Side, en: _Side, first: Pair, second: Pair) -> bool:
    """Whether two numbers in another order than the Chinese changed places: more of what is around says so than not.

    Without any sign years are taken to have changed places, and numbers told “respectively”.
    """
    ours = {key - turn for key in (-1, NEAREST) for turn in (first[0], second[0])}
    here = [zh.around(turn) - ours for turn in (first[0], second[0])]
    there = [en.around(turn) - ours for turn in (first[1], second[1])]
    straight = len(here[0] & there[0]) + len(here[1] & there[1])
    across = len(here[0] & there[1]) + len(here[1] & there[0])
    if straight == across:
        one, other = (zh.found[turn] for turn in (first[0], second[0]))
        years = bool(one.day[0] and other.day[0]) and not TURNED.search(en.text)
        return years or any(map(RESPECTIVELY.search, (zh.text, en.text)))
    return across > straight
