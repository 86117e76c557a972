"""Number words into values: Chinese numerals (三十五, 二〇一六, 七八十) and English ones (thirty-five)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

HAN_DIGITS: Mapping[str, int] = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
}
HAN_TENS: Mapping[str, int] = {"十": 10, "百": 100, "千": 1000}
HAN_SCALES: Mapping[str, int] = {"万": 10**4, "亿": 10**8}
# Two digits side by side are a rough number: 七八十 is 70 to 80, 三五 three to five.
ROUGH = re.compile("([一二两三四五六七八九])([二两三四五六七八九])(?=[十百千万亿]|$)")

# Signs of a number; what is longer is no quantity.
LONGEST = 24

Span = tuple[Decimal, Decimal]

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_ONES += " seventeen eighteen nineteen"
ONES: Mapping[str, int] = {word: value for value, word in enumerate(_ONES.split())} | {"a": 1, "an": 1}
TENS: Mapping[str, int] = {
    word: 10 * value
    for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
} | {"fourty": 40}
SCALES: Mapping[str, int] = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12, "mln": 10**6, "dozen": 12, "score": 20,
}  # fmt: skip
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
_ORDINALS += " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
ORDINALS: Mapping[str, int] = (
    {word: value for value, word in enumerate(_ORDINALS.split())}
    | {f"{word[:-1]}ieth": value for word, value in TENS.items()}
    | {"hundredth": 100, "thousandth": 1000}
)


@lru_cache(maxsize=1 << 12)
def han(text: str) -> Span | None:
    """The least and greatest value of Chinese numerals up to 千 (and any number of plain digits); None for neither.

    数十 and 几十 are 20 to 99, 十几 11 to 19; 百 alone is 100.
    """
    if len(text) > LONGEST:
        return None
    text = text.replace("十有", "十")  # 九十有三
    whole, _, decimals = text.partition("点")
    if decimals:
        value = _whole(whole)
        digits = "".join(str(HAN_DIGITS.get(sign, "")) for sign in decimals)
        exact = None if value is None else Decimal(f"{value}.{digits}")
        return None if exact is None else (exact, exact)
    if text[0] in "数几":
        size = HAN_TENS.get(text[1:], 1)
        return Decimal(2 * size), Decimal(10 * size - 1)
    if text[-1] == "几":
        value = _whole(text[:-1])
        return None if value is None else (Decimal(value + 1), Decimal(value + 9))
    rough = ROUGH.search(text)
    if rough and not (len(text) > 2 and all(sign in HAN_DIGITS for sign in text)):
        low, high = (_whole(text[: rough.start()] + rough[turn] + text[rough.end() :]) for turn in (1, 2))
        if rough[0] == "三两" and low and high:  # 三两天
            return Decimal(high), Decimal(low)
        if low and high and (rough[0] == "三五" or HAN_DIGITS[rough[2]] == HAN_DIGITS[rough[1]] + 1):
            return Decimal(low), Decimal(high)
        if len(text) > 2:
            return None
    value = _whole(text)
    return None if value is None else (Decimal(value), Decimal(value))


def _whole(text: str) -> int | None:
    """三千五百 by its places, 二〇一六 by its digits."""
    if text and all(sign in HAN_DIGITS for sign in text):
        return int("".join(str(HAN_DIGITS[sign]) for sign in text))
    total = digit = 0
    for sign in text.replace("廿", "二十").replace("卅", "三十"):
        if sign in HAN_DIGITS:
            digit = HAN_DIGITS[sign]
        elif sign in HAN_TENS:
            total, digit = total + (digit or 1) * HAN_TENS[sign], 0
        else:
            return None
    if text[-2:-1] in ("百", "千"):  # 三百五 is 350; 305 would be 三百零五
        digit *= HAN_TENS[text[-2]] // 10
    return total + digit if text else None


@lru_cache(maxsize=1 << 12)
def words(text: str) -> Decimal | None:
    """The value of English cardinal words in small letters: `two hundred and five`, `twenty-one million`."""
    total = group = 0
    for word in re.split(r"[\s,-]+", text):
        if word in ONES:
            group += ONES[word]
        elif word in TENS:
            group += TENS[word]
        elif word in ("hundred", "dozen", "score"):
            group = (group or 1) * SCALES[word]
        elif word in SCALES:
            total, group = total + (group or 1) * SCALES[word], 0
        elif word != "and":
            return None
    return Decimal(total + group)


@lru_cache(maxsize=1 << 10)
def ordinal(text: str) -> Decimal | None:
    """The value of an English ordinal in small letters: `eighth`, `twenty-first`, `35th`."""
    if text[0].isdigit():
        return Decimal(re.sub(r"\D", "", text))
    *before, last = re.split(r"[\s-]+", text)
    if last not in ORDINALS:
        return None
    lead = words(" ".join(before)) if before else Decimal(0)
    return None if lead is None else lead + ORDINALS[last]
