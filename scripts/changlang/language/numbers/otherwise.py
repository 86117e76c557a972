"""What is left over on both sides and yet the same: a unit left out, months told by their part of a year, sums.

Only what was not matched comes here, so these rules cost nothing where two texts agree.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from changlang.language.numbers.compare import difference
from changlang.language.numbers.linking import ENDS
from changlang.language.numbers.quantity import DIMENSIONS, Quantity
from changlang.language.units import UNITS

Years = tuple[frozenset[int], frozenset[int]]
Left = tuple[list[Quantity], list[Quantity]]
Span = tuple[int, int, int]

# The months of halves, quarters and first quarters of a year, by the value of a quantity of the kind `part`.
MONTHS: Mapping[int, tuple[int, int]] = {
    1: (1, 6), 2: (7, 12), 11: (1, 3), 12: (4, 6), 13: (7, 9), 14: (10, 12), 22: (1, 6), 23: (1, 9),
}  # fmt: skip
# The words of one phrase: 100 frost-free days.
BEHIND = re.compile("(?: [a-z-]+){0,3}")
DAYTIME = re.compile(r"\b(?:mornings?|afternoons?|evenings?|nights?|noon|midnight|o'clock|[ap]\.?m)\b")
FIRST = re.compile(r"(?:\bfirst |前)$")
# What stands between hours and their minutes, years and their months.
JOINT = re.compile(r"\s?(?:零|又|and |, )?\s?")


def without_same(
    left: Left, texts: tuple[str, str], found: tuple[Sequence[Quantity], Sequence[Quantity]], years: Years
) -> Left:
    """What is left of the unmatched Chinese and English quantities when these rules have taken theirs."""
    lost, added = _without_months(left, texts, found, years)
    return _without_sums((lost, added), texts, years)


def elided(left: Left, text: str, years: Years) -> list[tuple[Quantity, Quantity]]:
    """Polluted days were reduced to three: those of the left that agree as the unit has been named before."""
    lost = list(left[0])
    pairs: list[tuple[Quantity, Quantity]] = []
    for two in left[1]:
        after = BEHIND.match(text, two.end)
        if two.unit or two.kind != "number" or not after:
            continue
        where = text if ENDS.match(text, two.end) else after[0]
        same = (one for one in lost if _named(one.unit, text if one.dimension == "money" else where))
        said = next((one for one in same if not difference(one, two._replace(unit=one.unit), years)), None)
        said = said or next((one for one in lost if _hour(one, two, text)), None)
        if said:
            lost.remove(said)
            pairs.append((said, two))
    return pairs


def _hour(one: Quantity, two: Quantity, text: str) -> bool:
    """晚7点至9点 is in the evening from 7 to 9."""
    return one.kind == "time" and two.low <= 12 and one.low % 720 == 60 * two.low % 720 and bool(DAYTIME.search(text))


def _named(unit: str, text: str) -> bool:
    """Whether a text in small letters has the English word of a unit."""
    if unit not in UNITS:
        return False
    one = UNITS[unit]
    forms = (form.lower() for form in (one.one, one.many, *one.also))
    return any(re.search(rf"\b{re.escape(form)}\b", text) for form in forms if len(form) > 1)


def _without_months(
    left: Left, texts: tuple[str, str], found: tuple[Sequence[Quantity], Sequence[Quantity]], years: Years
) -> Left:
    """上半年, 1至6月, January to June and the first six months are one."""
    zh, en = (tuple(_spans(side, text)) for side, text in zip(found, texts, strict=True))
    gone: list[Quantity] = []
    for (year, *months), quantities in zh:
        for (year2, *months2), others in en:
            if months == months2 and (
                year == year2 or (not year and year2 in years[0]) or (not year2 and year in years[1])
            ):
                gone += [*quantities, *others]
    return [one for one in left[0] if one not in gone], [one for one in left[1] if one not in gone]


def _spans(found: Sequence[Quantity], text: str) -> Iterator[tuple[Span, tuple[Quantity, ...]]]:
    for turn, one in enumerate(found):
        after = found[turn + 1] if turn + 1 < len(found) else one
        if one.kind == "part" and int(one.low) in MONTHS:
            yield (0, *MONTHS[int(one.low)]), (one,)
        elif one.unit == "month" and FIRST.search(text[: one.start].lower()):
            yield (0, 1, int(one.low)), (one,)
        elif (
            (one.role, after.role) == ("low", "high")
            and one.day[0] in (0, after.day[0])
            and all(day[1] and not day[2] for day in (one.day, after.day))
        ):
            yield (after.day[0] or one.day[0], one.day[1], after.day[1]), (one, after)


def _without_sums(left: Left, texts: tuple[str, str], years: Years) -> Left:
    """两小时三十分 and two and a half hours: what is written in two units is one quantity."""
    lost, added = list(left[0]), list(left[1])
    for total, parts in _sums(left[0], texts[0]):
        same = next((two for two in added if not difference(total, two, years)), None)
        if same:
            added.remove(same)
            lost = [one for one in lost if one not in parts]
    for total, parts in _sums(left[1], texts[1].lower()):
        same = next((one for one in lost if not difference(one, total, years)), None)
        if same:
            lost.remove(same)
            added = [two for two in added if two not in parts]
    return lost, added


def _sums(found: Sequence[Quantity], text: str) -> Iterator[tuple[Quantity, AbstractSet[Quantity]]]:
    """Neighbours in a greater and a smaller unit of one dimension as one quantity in the smaller one."""
    for one, two in itertools.pairwise(found):
        measured = DIMENSIONS.get(one.unit, "count") not in ("count", "money", "ratio", "points")
        if not measured or one.dimension != two.dimension or one.unit == two.unit:
            continue
        factor = UNITS[one.unit].factor / UNITS[two.unit].factor
        if factor > 1 and JOINT.fullmatch(text[one.end : two.start]):
            value = round(one.low * factor + two.low, 6)
            yield two._replace(low=value, high=value, bounds=one.bounds), {one, two}
