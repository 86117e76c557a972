"""What stands around a Chinese number: its unit or measure word, the bound before and behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from changlang.language.numbers.chinese.bounds import TRAILS, bounded
from changlang.language.numbers.numerals import HAN_DIGITS, LONGEST, Span, han
from changlang.language.numbers.quantity import ONE, Bound, Kind, Quantity
from changlang.language.units import UNITS

Read = tuple[tuple[Quantity, ...], int]


MORE = re.compile(
    r"余(?!年[^来前间的，。、]|[额热震粮])|多(?![么样方元边种彩])|来(?=[个名人户亩年天次岁件家公里米分斤吨小])"
    r"|几(?=[个名人户])|(?<=[百千万])把(?=[个人名户块斤亩])"
)


# What must not follow a unit of one sign.
FENCES: Mapping[str, str] = {
    "成": "员立果功为绩就年本长效品套", "年": "级代龄轻画货", "月": "球亮饼", "天": "然津下空气", "日": "元报本常",
    "周": "边围期转末密岁年长", "米": "饭粉面", "吨": "位", "元": "旦素件首帅", "升": "级旗降学值", "克": "服隆",
    "载": "体入重客货人", "秒": "杀", "平方": "公千厘", "立方": "厘", "人": "民才均口大工", "旬": "阳",
    "折": "算合叠扣旧射返磨", "打": "击仗工造扮算开井赢败完破通下捞印断黑假非拐听电了响来过到压球鼓",
}  # fmt: skip


CLASSES = {
    "人次": "person-time", "车次": "vehicle-trip", "辆次": "vehicle-trip", "台次": "vehicle-trip", "个人": "person",
    "人": "person", "名": "person", "位": "person", "户": "household", "辆": "vehicle", "株": "tree", "棵": "tree",
    "户次": "household", "台车": "vehicle", "个家庭": "household", "个贫困户": "household", "个农户": "household",
}  # fmt: skip


LATIN = frozenset(
    (
        "km²",
        "km2",
        "km",
        "m²",
        "m2",
        "m³",
        "m3",
        "cm",
        "mm",
        "kg",
        "kW",
        "MW",
        "GW",
        "kWh",
        "ha",
        "ml",
        "g",
        "t",
        "m",
        "%",
    )
)
MEASURED: Mapping[str, str] = (
    {
        form: unit.id
        for unit in UNITS.values()
        if unit.dimension != "count"
        for form in (*unit.zh, *LATIN.intersection((unit.one, *unit.also)))
    }
    | CLASSES
    | {"旬": "旬", "折": "折", "刻钟": "刻钟", "打": "打", "个工作日": "day", "工作日": "day"}
)


MONTHS = {"月": "month", "小时": "hour", "星期": "week", "钟头": "hour", "季度": "quarter", "世纪": "century"}


def _unit_forms() -> str:
    parts = []
    for form in sorted(MEASURED, key=len, reverse=True):
        fence = f"(?![{FENCES[form]}])" if form in FENCES else "(?![A-Za-z0-9])" if form in LATIN - {"%"} else ""
        parts.append(re.escape(form) + ("(?=长征|[长路外山加的，。、；,;.]|$)" if form == "里" else fence))
    return "|".join(parts)


COUNTER = "[个次项起套只条座所间处支批届种块台家件份部艘架头匹场张枚本册篇封幅颗粒组类款门大回遍趟轮口道根盏章期]"


UNIT = re.compile(
    rf"\s?(?:(?P<minutes>分)(?=[0-9一二三四五六七八九十]+秒)|个(?P<mid>半|多|来)(?P<span>月|小时|星期|钟头|季度|世纪)|(?P<unit>{_unit_forms()})"
    rf"|(?P<counter>{COUNTER}))"
)


AFTER = re.compile(
    r"(?P<half>半(?![年天月个小数径岛场球区程段边]))?(?:\(含[^()]{0,6}\))?(?:(?:限额|额度|指标)(?=以?内|之内))?(?P<after>及?以上|之上|有余|余(?![额热震粮])"
    r"|多(?![么样方边种])"
    r"|出头|开外|以外|左右|上下|前后|及?以下|之下|以内|之内|内(?![容外部地科])|许(?![多可])|之多"
    r"|来(?=[的高长远宽深]))?"
)


# What a number without a measure word counts, said before it: 参保人数达到31.06万.
HEADS = re.compile("(人数|人口|户数)[^，。；、\\d]{0,6}$")


TENTHS = re.compile(
    "[一二三四五六七八九](?![名个人户家成])|[0-9]{1,2}(?![0-9.,，、万亿%名个人户家年月日])|[0-9]{1,2}(?=[，、](?![0-9]))"
)
GROWN = re.compile("(?:增长|增加|提高|上升|扩大|提升|增|多|高|大)[了出]?(?:近|约|超|逾|超过|将近)?\x02")


def finished(
    text: str,
    start: int,
    end: int,
    span: Span,
    step: Decimal,
    unit: str | None,
    more: tuple[Bound, ...] | None = None,
) -> Read:
    """What stands around a number: 多 or 余, the unit, a half, the bound before and behind it."""
    low, high = span
    if more is None and (found := MORE.match(text, end)):
        more, end = TRAILS[found[0]], found.end()
    times = text[end : end + 1] == "倍"
    if times:
        after_times = MORE.match(text, end + 1)
        more, end = (TRAILS["余"], end + 2) if after_times else (more, end + 1)
        unit = ""
    if unit is None:
        unit, end, half, middle = unit_behind(text, end)
        low, high, more = low + half, high + half, middle or more
    elif unit and text.startswith("元", end):  # 港币300万元
        end += 1
    unit = unit or ("" if times else _noun_before(text, start))
    also: tuple[Decimal, ...] = ()
    if unit in ("旬", "折", "刻钟", "打", "tenth", "metre", "second"):
        unit, low, high, also, end = _peculiar(unit, low, high, text, end)
    after = AFTER.match(text, end)
    if after and after["half"]:
        low, high, end = low + Decimal("0.5"), high + Decimal("0.5"), after.end("half")
    if after and after["after"]:
        more, end = TRAILS[after["after"]], after.end("after")
    share = times or unit in ("percent", "tenth", "permille")
    bounds, begin = bounded(text, start, unit, more, share)
    if times and GROWN.search(text[max(0, begin - 8) : begin] + text[begin:start] + "\x02"):
        also = (low + 1,)
    kind: Kind = "times" if times else "number"
    one = Quantity(text[begin:end].strip(), begin, end, kind, low, high, step, unit, bounds, also=also)
    return (one,), end


def _noun_before(text: str, start: int) -> str:
    found = HEADS.search(text[max(0, start - 10) : start])
    return ("household" if found[1] == "户数" else "person") if found else ""


def _peculiar(
    unit: str, low: Decimal, high: Decimal, text: str, end: int
) -> tuple[str, Decimal, Decimal, tuple[Decimal, ...], int]:
    """年过八旬 is eighty years old, 八五折 15 per cent off, 九成五 95 per cent, 11秒9 11.9 seconds."""
    if unit == "旬":
        return "year-of-age", low * 10, high * 10, (), end
    if unit == "打":
        return "item", low * 12, high * 12, (), end
    if unit == "刻钟":
        return "minute", low * 15, high * 15, (), end
    if unit == "折":
        left = low * 10 if low < 10 else low
        return "percent", 100 - left, 100 - left, (left,), end
    found = TENTHS.match(text, end)
    if not found:
        return unit, low, high, (), end
    written = str(HAN_DIGITS.get(found[0], found[0]))
    half = Decimal(written).scaleb(-len(written))
    return unit, low + half, high + half, (), found.end()


def unit_behind(text: str, end: int) -> tuple[str, int, Decimal, tuple[Bound, ...] | None]:
    """The unit or measure word behind a number; 三个半小时 and 一个多月 have their half or 多 inside."""
    found = UNIT.match(text, end)
    if not found:
        return "", end, Decimal(0), None
    if found["span"]:
        half = Decimal("0.5") if found["mid"] == "半" else Decimal(0)
        middle = None if found["mid"] == "半" else TRAILS[found["mid"]]
        return MONTHS[found["span"]], found.end(), half, middle
    if found["minutes"]:
        return "minute", found.end(), Decimal(0), None
    return MEASURED.get(found["unit"] or "", "item"), found.end(), Decimal(0), None


def number_of(text: str) -> Span | None:
    if len(text) > 2 * LONGEST:
        return None
    if text[0] in "0123456789":
        value = Decimal(re.sub(r"[^\d.]", "", text))
        return value, value
    return han(text)


def value_of(text: str) -> Decimal:
    span = number_of(text)
    return span[0] if span else Decimal(0)


def last_place(text: str) -> Decimal:
    """One of the last place written: 0.1 of 4.5, 100 of 1200 (what is not said to be exact may be rounded there)."""
    if text[0] in "0123456789":
        digits = re.sub(r"[^\d.]", "", text)
        if "." in digits:
            return Decimal(1).scaleb(-len(digits.partition(".")[2]))
        return Decimal(10) ** (len(digits) - len(digits.rstrip("0")))
    return ONE
