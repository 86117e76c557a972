"""Reads the quantities of an English text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from changlang.language.numbers.english.amounts import (
    read_amount,
    read_code,
    read_doubling,
    read_few,
    read_fraction,
    read_half,
    read_ordinal,
    read_phrase,
    read_roman,
    read_sum,
    read_time_part,
    read_unit_half,
    read_vague,
)
from changlang.language.numbers.english.around import Read
from changlang.language.numbers.english.calendar import read_date, read_lap, read_part, read_period, read_time
from changlang.language.numbers.english.forms import AMOUNT, FOLD, LEXER
from changlang.language.numbers.linking import linked
from changlang.language.numbers.quantity import EXACT, Quantity


def english(text: str) -> tuple[Quantity, ...]:
    """The quantities of an English text (masked, where it is Markdown), in order."""
    folded = text.translate(FOLD)
    found = linked(tuple(_read(folded, text)), folded, "en")
    if far := FAR.search(folded):
        found = tuple(_limited(one, far) for one in found)
    return tuple(one._replace(text=text[one.start : one.end]) for one in found)


# The minimum term, from two years to three: what is a limit without a bound of its own.
FAR = re.compile(r"\b(?:(?P<least>minimum|lowest|at least)|(?P<most>maximum|highest|upper limit|ceiling|at most))\b")


def _limited(one: Quantity, far: re.Match[str]) -> Quantity:
    if one.bounds != EXACT or one.kind != "number" or one.start < far.end():
        return one
    return one._replace(bounds=("exact", "at-least" if far["least"] else "at-most"))


def _read(text: str, written: str) -> Iterator[Quantity]:
    at = 0
    while found := LEXER.search(text, at):
        name = (found.lastgroup or "").lower()
        if name == "date" and _no_month(found, written):
            number = AMOUNT.match(text, found.start())
            if not number:
                at = found.start() + 3
                continue
            found, name = number, "amount"
        quantities, at = BUILDERS[name](found, text)
        yield from quantities


def _no_month(found: re.Match[str], written: str) -> bool:
    """`may` and `march` in small letters, and May or March that begins a sentence on its own, are verbs."""
    word = found["m6"] or found["m1"] or found["m2"] or found["m3"] or found["m5"]
    if not word:
        return False
    first = next(found.start(group) for group in ("m1", "m2", "m3", "m5", "m6") if found[group])
    return (
        written[first].islower()
        or written.endswith("Long ", 0, first)
        or (
            bool(found["m6"])
            and word in ("may", "march", "mar")
            and not re.search(
                r"\b(?:in|of|since|until|by|from|to|and|early|late|mid|last|this|every|each|through|between|during"
                r"|at the (?:end|start) of)[ -]$",
                written[max(0, found.start() - 18) : found.start()].lower(),
            )
        )
    )


BUILDERS: Mapping[str, Callable[[re.Match[str], str], Read]] = {
    "phrase": read_phrase,
    "date": read_date,
    "period": read_period,
    "part": read_part,
    "lap": read_lap,
    "time": read_time,
    "half": read_half,
    "unit_half": read_unit_half,
    "time_part": read_time_part,
    "fraction": read_fraction,
    "doubling": read_doubling,
    "roman": read_roman,
    "ordinal": read_ordinal,
    "vague": read_vague,
    "sum": read_sum,
    "code": read_code,
    "amount": read_amount,
    "few": read_few,
}
