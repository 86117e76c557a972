"""Builders of numbers: what a form of Chinese means, read on from where the lexer stopped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from changlang.language.numbers.chinese.around import MONTHS, Read, finished, last_place, number_of, value_of
from changlang.language.numbers.chinese.bounds import TRAILS, bound_before
from changlang.language.numbers.chinese.forms import AMOUNT, DIGITS, PLACES
from changlang.language.numbers.numerals import HAN_DIGITS, HAN_SCALES, HAN_TENS, ROUGH, Span, han
from changlang.language.numbers.phrases import CHINESE, DAY_AFTER, DAY_BEFORE, DAYS, MEASURES
from changlang.language.numbers.quantity import EXACT, ONE, Bound, Quantity

SCALE = re.compile(
    r"(?P<more>余|多(?=[万亿个名人户亩年家件次项只辆位吨公米条座处株棵套元])|来(?=[万亿个名人户亩年天次岁件家公里米分斤吨小]))?"
    r"(?P<scale>万亿|百万|千万|百亿|千亿|万(?!一失)|亿|百(?![分货姓])|千(?![瓦米克卡帕伏赫]))(?P<more2>余|多"
    r"|几(?![乎何]))?"
)


SIGNS: Mapping[str, str] = {
    "US$": "USD", "$": "USD", "HK$": "HKD", "¥": "CNY", "￥": "CNY", "CNY": "CNY", "RMB": "CNY", "€": "EUR",
    "£": "GBP", "港币": "HKD", "港元": "HKD", "美元": "USD", "美金": "USD", "欧元": "EUR", "英镑": "GBP",
}  # fmt: skip
CURRENCY = re.compile(rf"(?:{'|'.join(map(re.escape, SIGNS))})\s?$")
# What ends 一万二, which is 12,000.
SHORT = re.compile("[，。；、！？）)]|的|[元块人户亩斤](?!大|次)|$")
TAIL = re.compile(rf"(?:(?P<digits>{DIGITS})|(?P<word>[{PLACES}]+))(?P<scale>[百千]?万|[千百])?(?P<more>余|多)?")


def read_phrase(found: re.Match[str], text: str) -> Read:
    """What a set phrase may say: its day, or its numerals as names."""
    start, end = found.span()
    phrase = found[0]
    if text[end : end + 1] in HAN_DIGITS and all(sign in HAN_DIGITS for sign in phrase):  # 三八六旅, 一一五师
        return read_amount(AMOUNT.match(text, start) or found, text)
    if phrase in DAYS:
        if text[max(0, start - 1) : start] in DAY_BEFORE or text[end : end + 1] in DAY_AFTER:
            day = Quantity(phrase, start, end, "date", ONE, ONE, needed=False, day=DAYS[phrase])
            return (day, *_inside(phrase, start)), end
        if phrase not in CHINESE:
            return read_amount(AMOUNT.match(text, start) or found, text)
    if phrase in MEASURES and bound_before(text, start)[0] != EXACT:  # 近百年 is a number
        return read_amount(AMOUNT.match(text, start) or found, text)
    return tuple(_inside(phrase, start)), end


def _inside(phrase: str, start: int) -> Iterator[Quantity]:
    for run in re.finditer(rf"[{PLACES}]+|双", phrase):
        span = (Decimal(2), Decimal(2)) if run[0] == "双" else han(run[0])
        if span:
            yield Quantity(run[0], start + run.start(), start + run.end(), "name", span[0], span[1], needed=False)


def read_numbered(group: str, unit: str = "") -> Callable[[re.Match[str], str], Read]:
    def build(found: re.Match[str], text: str) -> Read:
        span = number_of(found[group])
        value = span[0] if span else ONE
        return (Quantity(found[0], *found.span(), "ordinal", value, value, unit=unit),), found.end()

    return build


def read_percent(found: re.Match[str], text: str) -> Read:
    span = number_of(found["share"])
    if not span:
        return (), found.end()
    size = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}[found["per"]]
    return finished(
        text,
        found.start(),
        found.end(),
        (span[0] * size, span[1] * size),
        size * last_place(found["share"]),
        "percent",
    )


# 三分之一强 is a good third.
STRONG = re.compile("[强弱](?=[，。；、]|$)")
OF_TIME = re.compile("个(世纪|小时)")


def read_fraction(found: re.Match[str], text: str) -> Read:
    if found["halves"]:
        bounds = {"过": "过", "近": "近", "大": "过", "多": "过"}.get(found["halves"].removeprefix("一")[0], "")
        read, end = finished(text, found.start(), found.end(), (Decimal(50), Decimal(50)), ONE, "percent")
        given: tuple[Bound, ...] = ("over",) if bounds == "过" else ("nearly",) if bounds == "近" else read[0].bounds
        return (read[0]._replace(bounds=given),), end
    above, below = value_of(found["above"] or found["above2"]), value_of(found["below"] or found["below2"])
    if not below:
        return (), found.end()
    if span := OF_TIME.match(text, found.end()):  # 四分之一个世纪 is 25 years
        years = Decimal(above) / below
        return finished(text, found.start(), span.end(), (years, years), Decimal("0.01"), MONTHS[span[1]])
    share = 100 * above / below
    if rough := STRONG.match(text, found.end()):
        side: tuple[Bound, ...] = ("over",) if rough[0] == "强" else ("nearly",)
        one = Quantity(found[0], *found.span(), "number", share, share, Decimal("0.0001"), "percent", side)
        return (one,), rough.end()
    return finished(text, found.start(), found.end(), (share, share), Decimal("0.0001"), "percent")


SOME: Mapping[str, tuple[Bound, ...]] = {
    "约": ("about",), "近": ("nearly",), "至少": ("at-least",), "超过": ("over",),
}  # fmt: skip


def read_share(found: re.Match[str], text: str) -> Read:
    """每五户中就有一户 is one in five, a fifth, 20 per cent."""
    have, out_of = value_of(found["have"]), value_of(found["out_of"])
    if not 0 < have < out_of:
        return read_amount(AMOUNT.search(text, found.start()) or found, text)
    share, bounds = 100 * have / out_of, SOME.get(found["rough"] or found["rough2"] or "", EXACT)
    one = Quantity(found[0], *found.span(), "number", share, share, Decimal("0.0001"), "percent", bounds)
    return (one,), found.end() + 1


def read_infant(found: re.Match[str], _: str) -> Read:
    """不满周岁: less than a year old, without a number."""
    one = Quantity(found[0], *found.span(), "number", ONE, ONE, unit="year-of-age", bounds=("under",), needed=False)
    return (one,), found.end()


def read_half(found: re.Match[str], text: str) -> Read:
    return finished(text, found.start(), found.end(), (Decimal("0.5"), Decimal("0.5")), Decimal("0.5"), None)


def read_doubling(found: re.Match[str], text: str) -> Read:
    """翻一番 is twice, 翻两番 four times as much."""
    value = Decimal(2) ** int(value_of(found["doublings"] or "一"))
    bounds = bound_before(text, found.start())[0]
    if found["beyond"] or found["short"]:
        bounds = ("over",) if found["beyond"] else ("about",) if found["short"] == "约" else ("nearly",)
    return (Quantity(found[0], *found.span(), "times", value, value, bounds=bounds),), found.end()


def read_mass(found: re.Match[str], _: str) -> Read:
    """数以千计 is thousands, however many."""
    size = ONE
    for sign in found["mass"]:
        size *= HAN_SCALES.get(sign) or HAN_TENS[sign]
    return (Quantity(found[0], *found.span(), "number", size, 10 * size - 1),), found.end()


def read_ordinal(found: re.Match[str], text: str) -> Read:
    span = number_of(found["order"])
    if not span:
        return (), found.end()
    needed = span[0] != 1 and text[found.end() : found.end() + 1] not in ("天", "日", "年")  # 第二天: the next day
    return (Quantity(found[0], *found.span(), "ordinal", span[0], span[0], needed=needed),), found.end()


def read_class(found: re.Match[str], _: str) -> Read:
    """二等功 is a second-class merit; the first of them may be the highest or the top one."""
    value = value_of(found["class"])
    return (Quantity(found[0], *found.span(), "ordinal", value, value, needed=value != 1),), found.end()


def read_sum(found: re.Match[str], _: str) -> Read:
    """The numbers of a scheme that is called by them: 1+6+N."""
    parts = re.finditer("[0-9]+", found[0])
    spans = [(part[0], found.start() + part.start(), found.start() + part.end(), Decimal(part[0])) for part in parts]
    return tuple(Quantity(text, start, end, "name", value, value) for text, start, end, value in spans), found.end()


def read_code(found: re.Match[str], _: str) -> Read:
    value = Decimal(found["code"] or found["code2"])
    return (Quantity(found[0], *found.span(), "name", value, value, needed=False),), found.end()


def read_amount(found: re.Match[str], text: str) -> Read:
    """A number with its scale, as 4.5万余, 800余万, 1亿2000万, and all that belongs to it."""
    written = found["digits"] or found["word"] or "一"
    span = (ONE, ONE) if found["alone"] else number_of(written)
    end = found.end() - len(found["alone"] or "")
    if span is None:
        return (), found.end()
    span, step, end, more = _scaled(text, end, span, last_place(written))
    if found["sign"]:
        span = (-span[1], -span[0])
    sign = CURRENCY.search(text[max(0, found.start() - 4) : found.start()]) if found["digits"] else None
    read, end = finished(text, found.start(), end, span, step, SIGNS[sign[0].strip()] if sign else None, more)
    one = read[0]
    plain_word = bool(found["word"] or found["alone"]) and more is None
    if plain_word and not _meant(one, text, found["word"] or found["alone"]):
        one = one._replace(needed=False)
    if found["word"] in ("零", "〇"):  # 零门槛: none at all
        one = one._replace(needed=False)
    if text[max(0, found.start() - 1) : found.start()] == "哪":  # 是哪五个: which ones, however many
        one = one._replace(needed=False)
    if text[max(0, found.start() - 2) : found.start()] == "双向":  # six lanes are three in each direction
        one = one._replace(also=(one.low / 2,))
    if one.low == one.high == 1 and text[one.start] == "最":  # 最高一户救助2万元: the household that had most
        one = one._replace(bounds=EXACT)
    if one.low == one.high == 1 and one.bounds == EXACT:
        one = one._replace(needed=False)
    if one.vague and found["word"] and ROUGH.search(found["word"]):  # 两三千: two or three thousand, or some
        return (one._replace(high=one.low, needed=False), one._replace(low=one.high, needed=False)), end
    return (one, *read[1:]), end


def _meant(one: Quantity, text: str, word: str) -> bool:
    """Whether a numeral counts something: 三名 and 三十五 do; 三军, 一起, 千人 and 两地 may be said otherwise."""
    if one.bounds != EXACT or len(word) > 2 or one.vague:
        return True
    if word in ("百", "千", "万", "亿"):
        return bool(one.dimension not in ("", "count"))
    if len(word) == 1 or word in ("一百", "一千"):
        return bool(one.unit) or one.end > one.start + len(word)
    return True


def _scaled(text: str, end: int, span: Span, step: Decimal) -> tuple[Span, Decimal, int, tuple[Bound, ...] | None]:
    """The scale behind a number (万, 亿, 千万, 万亿) and what follows it in the next lower one."""
    low, high = span
    found = SCALE.match(text, end)
    if not found:
        return span, step, end, None
    size = Decimal(1)
    for sign in found["scale"]:
        size *= HAN_SCALES.get(sign) or {"百": 100, "千": 1000}[sign]
    if low != high:
        high = (high + 1) * size - 1 if found["scale"] and low * 10 <= high + 1 else high * size
        low *= size
    else:
        low, high = low * size, high * size
    end, step = found.end(), step * size
    more = TRAILS["余"] if found["more"] in ("余", "多") or found["more2"] else None
    more = TRAILS["来"] if found["more"] == "来" else more
    tail = None if more else TAIL.match(text, end)
    if tail and size >= 10**4:
        extra = number_of(tail["digits"] or tail["word"])
        for sign in tail["scale"] or "":
            extra = extra and tuple(part * (HAN_SCALES.get(sign) or {"百": 100, "千": 1000}[sign]) for part in extra)  # type: ignore[assignment]
        single = tail["word"] and len(tail["word"]) == 1 and not tail["scale"]
        if single and extra and SHORT.match(text, tail.end()):
            tenth = extra[0] * size / 10
            return (low + tenth, high + tenth), size / 10, tail.end(), more
        if extra and extra[0] < size and not single and (tail["word"] or tail["scale"] or len(tail["digits"]) == 4):
            low, high, end, step = low + extra[0], high + extra[0], tail.end(), ONE
            more = TRAILS["余"] if tail["more"] else more
    return (low, high), step, end, more


def read_both_of(found: re.Match[str], _: str) -> Read:
    two = Decimal(2)
    return (Quantity(found[0], *found.span(), "name", two, two, needed=False),), found.end()
