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

# Between two members of a list; what is in, per or from the other number may come first (18 players in six teams).
LIST = re.compile(
    r"(?!.*\b(?:in|from|per|to|for|on|every|each|across|among|by|at)\b)[a-z'’ %-]{0,40}(?:,|,? and|,? or|;) ",
    re.IGNORECASE,
)
# Between the two numbers of a ratio, a score or a size.
RATIO = re.compile(r"\s?[:：∶比×]\s?")

# Of 70 soldiers in five teams Chinese has the teams first, so only what each counts tells anything.
NESTED = re.compile(
    r"[a-z'’ %-]{1,40}\b(?:in|from|per|to|for|on|of|across|among|by|every|at) "
    r"(?:the |a |some |over |about |only |just |its )*",
    re.IGNORECASE,
)

NEAREST = -1000
# Concepts of what a number counts, which tell more than those of its clause.
OWN = 1000

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
    counted: dict[int, Set[int]] = field(default_factory=dict)

    def around(self, turn: int) -> Set[int]:
        """What stands in the clause of a number: concepts by their place in the table, other numbers below zero."""
        if turn not in self.known:
            self.known[turn] = self._around(turn)
        return self.known[turn]

    def own(self, turn: int) -> Set[int]:
        """What a number counts: concepts in the words up to the next one, or in 军粮店6家 in those before it."""
        if turn not in self.counted:
            self.counted[turn] = self._concepts(self._words(turn))
        return self.counted[turn]

    def _around(self, turn: int) -> Set[int]:
        one, (start, end) = self.found[turn], self._clause(turn)
        near = {*self._concepts(self.text[start : one.start] + " " + self.text[one.end : end])}
        near.update(OWN + concept for concept in self.own(turn))
        others = [
            (max(two.start - one.end, one.start - two.end), self.keys[other])
            for other, two in enumerate(self.found)
            if other != turn and other in self.keys and start <= two.start and two.end <= end
        ]
        near.update(-1 - key for _, key in others)
        if others:
            near.add(NEAREST - min(others)[1])  # the nearest counts twice
        return near

    def _concepts(self, text: str) -> Set[int]:
        return {index for index, concept in enumerate(self.concepts) if concept.search(text)}

    def _clause(self, turn: int) -> tuple[int, int]:
        one = self.found[turn]
        start = max((stop.end() for stop in self.stops.finditer(self.text, 0, one.start)), default=0)
        end = next((stop.start() for stop in self.stops.finditer(self.text, one.end)), len(self.text))
        return start, end

    def _words(self, turn: int) -> str:
        one, (start, end) = self.found[turn], self._clause(turn)
        last = min((two.start for two in self.found[turn + 1 :] if one.end <= two.start <= end), default=end)
        after = self.text[one.end : last]
        if one.kind != "ordinal" and (after.strip() or last != end):
            return after
        first = max((two.end for two in self.found[:turn] if start <= two.end <= one.start), default=start)
        if self.stops is ENGLISH_STOPS and first != start and one.kind != "ordinal":
            return ""  # 41 projects worth 28 billion yuan: what is before it is the other number's
        return self.text[first : one.start] + (after if one.kind == "ordinal" else "")  # 全省第四个


def swapped(
    texts: tuple[str, str], zh: Sequence[Quantity], en: Sequence[Quantity], pairs: Mapping[int, int]
) -> tuple[Pair, Pair] | None:
    """Two matched pairs (Chinese turn, English turn) whose numbers changed places; None where none did."""
    chinese = _Side(texts[0], zh, {turn: turn for turn in range(len(zh))}, CHINESE_STOPS, CHINESE)
    english = _Side(texts[1].lower(), en, {other: turn for turn, other in pairs.items()}, ENGLISH_STOPS, ENGLISH)
    ordered = sorted(pairs.items())
    for index, first in enumerate(ordered):
        for second in ordered[index + 1 :]:
            if en[first[1]].kind != en[second[1]].kind or not _alike(zh[first[0]], zh[second[0]]):
                continue
            if first[1] > second[1]:
                if _crossed(chinese, english, first, second):
                    return first, second
            elif second[0] == first[0] + 1 and _renamed(chinese, english, first, second):
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
    """Whether two numbers in another order than the Chinese changed places: more of what is around says so."""
    ours = {key - turn for key in (-1, NEAREST) for turn in (first[0], second[0])}
    here = [zh.around(turn) - ours for turn in (first[0], second[0])]
    there = [en.around(turn) - ours for turn in (first[1], second[1])]
    one, other = (zh.found[turn] for turn in (first[0], second[0]))
    begin, end = (en.found[turn] for turn in (second[1], first[1]))
    if RATIO.fullmatch(zh.text[one.end : other.start]):
        return True
    next_to = first[1] - second[1] == 1
    if next_to and one.kind == "number" and NESTED.fullmatch(en.text[begin.end : end.start]):
        return _renamed(zh, en, first, second)
    straight = len(here[0] & there[0]) + len(here[1] & there[1])
    across = len(here[0] & there[1]) + len(here[1] & there[0])
    return across > straight or (across == straight and _by_order(zh, en, first, second))


def _by_order(zh: _Side, en: _Side, first: Pair, second: Pair) -> bool:
    """Whether the order alone tells: of years, of what is told “respectively”, of measures and in a plain list."""
    one, other = (zh.found[turn] for turn in (first[0], second[0]))
    if one.day[0] and other.day[0] and not TURNED.search(en.text):
        return True
    if any(map(RESPECTIVELY.search, (zh.text, en.text))):
        return True
    if not (one.kind == "number" and one.needed and other.needed):
        return False
    if one.dimension not in ("", "count"):
        return True
    begin, end = (en.found[turn] for turn in (second[1], first[1]))
    listed = second[0] - first[0] == first[1] - second[1] == 1 and len(zh.text[one.end : other.start]) < 16
    return listed and bool(LIST.fullmatch(en.text[begin.end : end.start]))


def _renamed(zh: _Side, en: _Side, first: Pair, second: Pair) -> bool:
    """Whether two neighbours count each what the other should: 3省7市 and three cities in seven provinces."""
    here, there = zh.own(first[0]), zh.own(second[0])
    if not here or not there:
        return False
    one, two = en.own(first[1]), en.own(second[1])
    across = (here - there) & (two - one) and (there - here) & (one - two)
    return bool(across) and not ((here - there) & one or (there - here) & two)
