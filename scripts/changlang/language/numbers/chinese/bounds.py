"""The bound of a Chinese number: 近 and 不少于 before it, 余 and 以上 behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from changlang.language.numbers.quantity import DIMENSIONS, EXACT, Bound

LEADS: tuple[tuple[str, tuple[Bound, ...]], ...] = (
    ("至少|最少|起码|(?:不[得应能可宜]?|从?未|没有?)(?:少|低|小|短)于|不下于?|最低", ("at-least",)),
    ("(?:不[得应能可宜]?|从?未|没有?)(?:超过|[高多大长]于|超)|不过|至多|最多|上限为?", ("at-most",)),
    ("最高可?达?|最长可?达?|最大可?达?", ("at-most", "reaching")),
    ("限[额领购报招乘坐载]?", ("at-most", "exact")),
    ("不足|不到|不满|未满|低于|少于|小于|未达到?|未到|没到", ("under",)),
    (
        "年过|年逾|超过|超出|超越|高于|多于|大于|逾|突破|超|不止|破(?=\x02[百千万亿])|(?<![经通超不透])过(?=\x02[百千万亿])",
        ("over",),
    ),
    ("将近|接近|几近|逼近|(?<![附最临靠就远亲邻])近", ("nearly",)),
    ("大约|大概|大致|估计|(?<![节条签合相公特违预制邀守履契立毁续盟简])约", ("about",)),
    (
        "(?<![以晚早线网路身天地跃登迈走站踏升])上(?=\x02[百千万亿])",
        ("at-least", "over", "about", "reaching"),
    ),
    ("(?<![不未圆美])(?:年|届|服役|任职)?满", ("exact", "at-least")),
    ("达到?|多达|高达|长达", ("exact", "reaching")),
)

LEAD = re.compile(
    "(?:"
    + "|".join(f"(?P<l{turn}>{words})" for turn, (words, _) in enumerate(LEADS))
    + r")[了为有计在到至占合需用是达]{0,2}(?:人民币|每[人户年月天日次亩名件家场个])?\s?(?=\x02)"
)

# An adverb before the verb bounds what stands behind it: 至少配备2名, 最多可容纳500人.
FAR = re.compile(
    r"(?:(?P<least>至少|最少|起码)|(?P<most>至多|最多)|(?P<up>最[高长大多](?=[可能]|一[户人个次笔项])))[^\W\d的了]{1,9}(?=\x02)"
)

# A share or multiple is of something, which stands between it and its bound: 约为去年的1.5倍, 超过总数的一半.
OF = re.compile(
    r"(?:(?P<about>大?约[为占是有]|大约)|(?P<least>不[得应能可宜]?[少低]于)|(?P<most>不[得应能可宜]?(?:超过|[高多]于))"
    r"|(?P<over>超过|超出|多于|高于)|(?P<under>不足|不到|低于|少于)|(?P<nearly>接近|将近))[^\d，。；、]{1,10}的(?=\x02)"
)

FAR_BOUNDS: Mapping[str, tuple[Bound, ...]] = {
    "about": ("about",), "over": ("over",), "under": ("under",), "nearly": ("nearly",), "least": ("at-least",),
    "most": ("at-most",), "up": ("at-most", "reaching"),
}  # fmt: skip

# 近三年 behind one of these is how long something took, not the last three years.
LASTED = frozenset("了达时历经长约续")

LEAD_ENDS = frozenset(
    "少码于低下过超高多达大长足到满限出越逾破近约概致计上了为有在至止占合需用是币限额领购报招乘坐载"
    "人户年月天日次亩名件家场个 "
)

WITHIN: tuple[Bound, ...] = ("at-most", "under")

TRAILS: Mapping[str, tuple[Bound, ...]] = {
    "以上": ("at-least", "over"), "及以上": ("at-least",), "之上": ("at-least", "over"), "有余": ("over",),
    "余": ("over",), "多": ("over",), "出头": ("over",), "开外": ("over",), "以外": ("over",), "几": ("over",),
    "左右": ("about",), "上下": ("about",), "前后": ("about",), "来": ("about", "over"), "许": ("about",),
    "把": ("about",),
    "以下": ("under", "at-most"), "及以下": ("at-most",), "之下": ("under",), "以内": WITHIN,
    "之内": WITHIN, "内": WITHIN, "之多": ("exact", "reaching"),
}  # fmt: skip


def bounded(
    text: str, start: int, unit: str, more: tuple[Bound, ...] | None, share: bool
) -> tuple[tuple[Bound, ...], int]:
    """The bounds of a number by what stands before it and `more` behind it, and where they begin."""
    lead, begin = bound_before(text, start)
    if lead == EXACT:
        lead = _far_before(text, start, share)
    if lead[0] == "nearly" and unit in ("year", "month", "decade") and text[begin - 1 : begin] not in LASTED:
        lead = ("exact", "nearly")  # 近三年 is the last three years as well as almost three
    if more == WITHIN and DIMENSIONS.get(unit) in ("time", "clock"):
        more = (*more, "exact")  # 三年内 is in three years as well
    return (lead if more is None else more if lead == EXACT else _both(lead, more)), begin


def _both(lead: tuple[Bound, ...], trail: tuple[Bound, ...]) -> tuple[Bound, ...]:
    """近200余 and 约30多 contradict themselves, so either may be meant; 达300余 is over 300."""
    return trail if lead[0] in ("exact", "reaching", "at-most") else (*trail, *lead)


def bound_before(text: str, start: int) -> tuple[tuple[Bound, ...], int]:
    """The bound before a number, and where it begins."""
    if start == 0 or text[start - 1] not in LEAD_ENDS:
        return EXACT, start
    before = max(0, start - 10)
    found = LEAD.search(text[before:start] + "\x02" + text[start : start + 1])
    if not found:
        return EXACT, start
    return LEADS[int((found.lastgroup or "l0")[1:])][1], before + found.start()


def _far_before(text: str, start: int, share: bool) -> tuple[Bound, ...]:
    """The bound that a verb, or what a share is of, keeps apart from its number."""
    before = text[max(0, start - 16) : start] + "\x02"
    found = (OF.search(before) if share else None) or FAR.search(before)
    return FAR_BOUNDS[found.lastgroup or ""] if found else EXACT
