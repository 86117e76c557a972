"""Whether the numbers of a Chinese text and of its English agree: each is matched with one that says the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from changlang.language.numbers.chinese.read import chinese
from changlang.language.numbers.compare import Difference, difference
from changlang.language.numbers.english.read import english
from changlang.language.numbers.otherwise import Years, elided, without_same
from changlang.language.numbers.quantity import EXACT, Quantity
from changlang.language.numbers.rates import rates
from changlang.language.numbers.relative import other_year, years_after
from changlang.language.numbers.swaps import swapped
from changlang.language.numbers.weekdays import weekdays

Code = Literal["value", "unit", "bound", "lost", "added", "swapped"]

# Quantities of one text that are compared with all of the other; more than that are a table, read in its order.
WINDOW = 100
# 安置率达100% is said by “every soldier was placed” too.
ALL = re.compile(
    r"\b(?:all|every|each|full|fully|entire|entirely|whole|complete|completely|universal)\b", re.IGNORECASE
)
CODE = re.compile("[^a-z]")
LETTERS = re.compile("[A-Za-z]")
RELATIVE = re.compile("[今去前明次同当本翌]年|上年|近年|当天|当日|同日|次日")


@dataclass(frozen=True, slots=True)
class Fault:
    """One disagreement: `lost` has no English, `added` no Chinese quantity; the others have both."""

    code: Code
    zh: Quantity | None
    en: Quantity | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from both sides, and where they disagree."""

    zh: tuple[Quantity, ...]
    en: tuple[Quantity, ...]
    faults: tuple[Fault, ...]


def agree(zh: str, en: str) -> Reading:
    """Reads and compares two texts (masked, where they are Markdown)."""
    return compared((zh, en), chinese(zh), english(en))


def compared(texts: tuple[str, str], zh: Sequence[Quantity], en: Sequence[Quantity]) -> Reading:
    """Compares what was read from two texts."""
    years = (years_after(texts[0], _years(zh)), _years(en))
    pairs = _matched(zh, en, years)
    lost = [one for turn, one in enumerate(zh) if turn not in pairs and one.needed]
    matched = set(pairs.values())
    added = [one for turn, one in enumerate(en) if turn not in matched and one.needed]
    if lost and ALL.search(texts[1]):
        lost = [one for one in lost if one.unit != "percent" or one.low != 100]
    if lost:
        said = [zh[turn] for turn in pairs]
        lost = [
            one for one in lost if not _said(one, said, years[1], en) or any(_near(one, other) for other in added)
        ]
    if added:
        told = [en[turn] for turn in matched]
        relative = bool(RELATIVE.search(texts[0]))
        converted = _converted(zh, en, pairs)
        added = [one for one in added if one.unit in converted or not _told(one, told, years, zh, relative)]
    if lost and added:
        lost, added = without_same((lost, added), texts, (zh, en), years)
        for one, two in elided((lost, added), texts[1].lower(), years):
            lost.remove(one)
            added.remove(two)
            pairs[zh.index(one)] = en.index(two)
    faults = _faults(lost, added, years)
    if not faults and len(pairs) <= WINDOW and (turned := swapped(texts, zh, en, pairs)):
        first, second = turned
        faults = [Fault("swapped", zh[first[0]], en[second[1]]), Fault("swapped", zh[second[0]], en[first[1]])]
    codes = (
        [one for turn, one in enumerate(zh) if turn not in pairs],
        [one for turn, one in enumerate(en) if turn not in matched],
    )
    return Reading(tuple(zh), tuple(en), (*faults, *_miscoded(*codes), *_beside(texts)))


def _beside(texts: tuple[str, str]) -> Iterator[Fault]:
    """What is wrong beside the numbers: what a sum is reckoned by, days of the week, years told from one another."""
    if reckoned := rates(*texts):
        yield Fault("unit", *reckoned)
    if days := weekdays(*texts):
        yield Fault("value", *days)
    if year := other_year(*texts):
        yield Fault("value", *year)


def _years(found: Iterable[Quantity]) -> frozenset[int]:
    return frozenset(one.day[0] for one in found if one.kind == "date" and one.day[0])


def _matched(zh: Sequence[Quantity], en: Sequence[Quantity], years: Years) -> dict[int, int]:
    """A greatest set of pairs that agree, as Chinese turn → English turn: needed ones first, in order if possible."""
    order = sorted(range(len(zh)), key=lambda turn: (not zh[turn].needed, turn))
    taken: dict[int, int] = {}
    options: dict[int, list[int]] = {}
    for turn in order:
        one = zh[turn]
        options[turn] = sorted(
            (other for other in _near_by(turn, zh, en) if not difference(one, en[other], years)),
            key=lambda other: (not en[other].needed, one.kind != en[other].kind, one.unit != en[other].unit, other),
        )
        _place(turn, options, taken, set())
    return {turn: other for other, turn in taken.items()}


def _near_by(turn: int, zh: Sequence[Quantity], en: Sequence[Quantity]) -> range:
    """The English turns that a Chinese one may be matched with: all, but in a long table those about as far on."""
    if len(zh) * len(en) <= WINDOW * WINDOW:
        return range(len(en))
    middle = turn * len(en) // len(zh)
    return range(max(0, middle - WINDOW // 2), min(len(en), middle + WINDOW // 2))


def _place(turn: int, options: dict[int, list[int]], taken: dict[int, int], tried: set[int]) -> bool:
    """An augmenting path of Kuhn's algorithm from one Chinese quantity."""
    for other in options[turn]:
        if other not in taken:
            taken[other] = turn
            return True
    for other in options[turn]:
        if other not in tried and len(tried) < WINDOW:
            tried.add(other)
            if _place(taken[other], options, taken, tried):
                taken[other] = turn
                return True
    return False


def _converted(zh: Sequence[Quantity], en: Sequence[Quantity], pairs: Mapping[int, int]) -> frozenset[str]:
    """The units of Chinese measures that the English has in another unit only: what it has in them is no gloss."""
    return frozenset(
        zh[turn].unit
        for turn, other in pairs.items()
        if en[other].unit not in ("", zh[turn].unit) and zh[turn].dimension not in ("", "count")
    )


def _said(one: Quantity, said: Sequence[Quantity], years: frozenset[int], en: Sequence[Quantity]) -> bool:
    """Whether the English says it once for twice: a repetition, a year that another date has, a unit converted."""
    if one.kind == "date" and one.day[0] in years and not one.day[1]:
        return _in_role(one, en)
    return any(_repeats(one, other) for other in said)


def _told(one: Quantity, told: Sequence[Quantity], years: Years, zh: Sequence[Quantity], relative: bool) -> bool:
    """Whether the Chinese says it once for twice, or otherwise: 同年, or four years from 2016 to 2019."""
    if one.kind == "date" and ((relative and not _other_day(one, zh)) or (one.day[0] in years[0] and not one.day[1])):
        return _in_role(one, zh)
    if one.unit == "year" and len(years[0]) > 1:
        spans = {abs(first - second) for first in years[0] for second in years[0]}
        if one.low in spans or one.low - 1 in spans:
            return True
    if one.kind == "period" and one.unit == "century":
        return any(other.unit == "decade" and other.low // 100 + 1 == one.low for other in zh)
    return any(_repeats(one, other) for other in told)


def _other_day(one: Quantity, zh: Sequence[Quantity]) -> bool:
    """Whether the Chinese has another day by its number: 九一八 is not 8 September."""
    days = [other.day for other in zh if other.kind == "date" and other.day[2] and not other.needed]
    return bool(one.day[2] and days) and all(day[1:] != one.day[1:] for day in days)


def _in_role(one: Quantity, others: Iterable[Quantity]) -> bool:
    """Whether the other side has a date's year at the same end of a range, if at an end of one."""
    same = [other for other in others if other.kind == "date" and other.day[0] == one.day[0]]
    return not same or any(not (one.role and other.role) or one.role == other.role for other in same)


def _repeats(one: Quantity, other: Quantity) -> bool:
    if one.unit == "streak":  # 八次荣获……实现“八连冠” is once eight times in a row
        return one.low == other.low and other.kind in ("number", "times", "ordinal")
    if one.kind != other.kind or one is other:
        return False
    if one.kind == "date":
        return one.day == other.day or (one.day[1:] == other.day[1:] and 0 in (one.day[0], other.day[0]))
    if one.unit == other.unit or {one.dimension, other.dimension} == {"", "count"}:
        return (one.low, one.high) == (other.low, other.high) and one.role in ("", other.role)
    if one.dimension in ("", "count", "money") or one.dimension != other.dimension:
        return False
    if "about" in one.bounds:  # nearly 600 mu (about 40 hectares)
        other = other._replace(bounds=EXACT)
    return not (
        difference(other, one, (frozenset(), frozenset())) and difference(one, other, (frozenset(), frozenset()))
    )


def _near(one: Quantity, other: Quantity) -> bool:
    return one.kind == other.kind and one.unit == other.unit and one.kind != "date"


def _faults(lost: Sequence[Quantity], added: Sequence[Quantity], years: Years) -> list[Fault]:
    """What is left over, the most alike beside one another, so that a report says what became of what."""
    left = list(added)
    faults: list[Fault] = []
    for one in lost:
        distances = (_distance(one, two, difference(one, two, years)) for two in left[:WINDOW])
        ranked = sorted((distance, turn) for turn, distance in enumerate(distances))
        if ranked and ranked[0][0] < 9:
            two = left.pop(ranked[0][1])
            code = difference(one, two, years) or "value"
            other_unit = (
                code == "value" and one.low == two.low and one.unit != two.unit and bool(one.unit and two.unit)
            )
            faults.append(Fault("unit" if other_unit else code, one, two))
        else:
            faults.append(Fault("lost", one, None))
    return faults + [Fault("added", None, two) for two in left]


def _miscoded(zh: Sequence[Quantity], en: Sequence[Quantity]) -> list[Fault]:
    """Codes of one name with other numbers in them: PM2.5 and PM5.2."""
    names = {CODE.sub("", two.text.lower()): two for two in en if two.kind == "name"}
    pairs = [(one, names.get(CODE.sub("", one.text.lower()))) for one in zh if one.kind == "name"]
    return [Fault("value", one, two) for one, two in pairs if two and LETTERS.search(one.text) and one.low != two.low]


def _distance(zh: Quantity, en: Quantity, how: Difference) -> int:
    """How unlikely one is meant by the other: what differs in its bound or unit only is nearest."""
    if how == "bound":
        return 0
    if zh.low == en.low and zh.kind == en.kind and zh.kind != "date":
        return 1
    if zh.kind != en.kind:
        return 8 if {zh.kind, en.kind} <= {"number", "times", "ordinal", "name"} else 9
    if zh.kind == "date":
        return 2 + sum(first != second for first, second in zip(zh.day, en.day, strict=True))
    if zh.unit == en.unit:
        return 3
    return 4 if zh.dimension == en.dimension else 6


def value_of(one: Quantity) -> int | float | str:
    """A value for JSON: a number, or the text of a date, time or vague number."""
    if one.kind in ("date", "time") or one.vague:
        return one.value
    return int(one.low) if one.low == one.low.to_integral_value() else float(round(one.low, 6))
