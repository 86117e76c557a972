"""Years that are told from one before: 次年10月 is October of the following year, or of the year after 1996."""

from __future__ import annotations

import re
from collections.abc import Set
from decimal import Decimal

from changlang.language.numbers.english.forms import MONTH
from changlang.language.numbers.quantity import Quantity

WHEN = r"(?=[0-9一二三四五六七八九十]{1,3}月|[年初底末春夏秋冬])"
NEXT = re.compile(f"(?:次年|翌年|第二年){WHEN}")
SAME = re.compile(f"(?:同年|当年){WHEN}")
FOLLOWING = re.compile(
    rf"\b(?:following|next|subsequent) (?:year|{MONTH})|\b(?:year|{MONTH}) (?:after|later)\b|\b(?:a|one) year later",
    re.IGNORECASE,
)
THAT = re.compile(rf"\b(?:(?:the )?same|that)(?: same)? (?:year|{MONTH})", re.IGNORECASE)


def years_after(zh: str, years: Set[int]) -> frozenset[int]:
    """The years of a Chinese text, with those that it tells as the year after one of them."""
    return frozenset({*years, *(year + 1 for year in years)} if NEXT.search(zh) else years)


def other_year(zh: str, en: str) -> tuple[Quantity, Quantity] | None:
    """The words of both texts for a year, where one has the same year and the other the year after."""
    following, same = NEXT.search(zh), SAME.search(zh)
    if bool(following) == bool(same):
        return None
    then, that = FOLLOWING.search(en), THAT.search(en)
    found, said = (following, that) if following else (same, then)
    if not found or not said or (then and that):
        return None
    return _quantity(found), _quantity(said)


def _quantity(found: re.Match[str]) -> Quantity:
    return Quantity(found[0], *found.span(), "name", Decimal(1), Decimal(1), unit="year")
