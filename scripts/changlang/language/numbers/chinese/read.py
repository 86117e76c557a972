"""Reads the quantities of a Chinese text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from changlang.language.numbers.chinese.amounts import (
    read_amount,
    read_both_of,
    read_class,
    read_code,
    read_doubling,
    read_fraction,
    read_half,
    read_infant,
    read_mass,
    read_numbered,
    read_ordinal,
    read_percent,
    read_phrase,
    read_share,
    read_sum,
)
from changlang.language.numbers.chinese.around import Read
from changlang.language.numbers.chinese.calendar import read_date, read_lunar, read_part, read_period, read_time
from changlang.language.numbers.chinese.forms import CAPITAL, CAPITALS, FOLD, LEXER
from changlang.language.numbers.linking import linked
from changlang.language.numbers.quantity import Quantity


def chinese(text: str) -> tuple[Quantity, ...]:
    """The quantities of a Chinese text (masked, where it is Markdown), in order."""
    folded = CAPITALS.sub(lambda found: found[0].translate(CAPITAL), text.translate(FOLD))
    found = linked(_counted_off(tuple(_read(folded))), folded, "zh")
    return tuple(one._replace(text=text[one.start : one.end]) for one in found)


def _counted_off(found: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """第一次……第二次 only count off what English may just list."""
    order = [one.low for one in found if one.kind == "ordinal" and one.text.startswith("第")]
    if len(order) < 2 or order != list(range(1, len(order) + 1)):
        return found
    return tuple(
        one._replace(needed=False) if one.kind == "ordinal" and one.text.startswith("第") else one for one in found
    )


def _read(text: str) -> Iterator[Quantity]:
    at = 0
    while found := LEXER.search(text, at):
        quantities, at = BUILDERS[(found.lastgroup or "").lower()](found, text)
        yield from quantities


BUILDERS: Mapping[str, Callable[[re.Match[str], str], Read]] = {
    "phrase": read_phrase,
    "plan": read_numbered("p"),
    "congress": read_numbered("g"),
    "plenum": read_numbered("n"),
    "streak": read_numbered("k", "streak"),
    "lunar": read_lunar,
    "period": read_period,
    "part": read_part,
    "date": read_date,
    "time": read_time,
    "numbered": read_numbered("numbered"),
    "share": read_share,
    "percent": read_percent,
    "fraction": read_fraction,
    "infant": read_infant,
    "half": read_half,
    "doubling": read_doubling,
    "class": read_class,
    "mass": read_mass,
    "ordinal": read_ordinal,
    "sum": read_sum,
    "code": read_code,
    "amount": read_amount,
    "both": read_both_of,
}
