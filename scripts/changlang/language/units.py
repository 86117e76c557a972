"""The units that records and texts count in: Chinese measure words, English forms, dimension, factor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Dimension = Literal[
    "count", "money", "area", "length", "mass", "volume", "power", "energy", "warmth", "ratio", "points", "time",
    "clock", "age",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """`zh` holds the measure words, the usual one first, `also` what English texts write beside `one` and `many`.

    `factor` is the size in the dimension's base unit: SI, one, years (`time`) or hours (`clock`: a month is no fixed
    number of days), or things counted. Sums of money agree in one currency only, so theirs is always 1.
    """

    id: str
    zh: tuple[str, ...]
    one: str
    many: str
    dimension: Dimension = "count"
    factor: Decimal = Decimal(1)
    also: tuple[str, ...] = ()


# 1 亩 = 10000/15 m² (GB 3100—93, table of units in use with the SI until 1990; still used for land).
MU = Decimal(10000) / Decimal(15)


def _counted(ident: str, zh: str, one: str, many: str) -> Unit:
    return Unit(ident, tuple(zh.split()), one, many)


def _measured(dimension: Dimension, ident: str, zh: str, en: str, factor: str) -> Unit:
    """`en` is the form that pages print, then every other form that texts use, with `|` between them."""
    one, *also = en.split("|")
    return Unit(ident, tuple(zh.split()), one, one, dimension, Decimal(factor), tuple(also))


_ALL = (
    _counted("person", "人 名 位", "person", "people"),
    _counted("person-time", "人次", "person-time", "person-times"),
    _counted("vehicle-trip", "车次", "vehicle trip", "vehicle trips"),
    _counted("household", "户 家", "household", "households"),
    _counted("meeting", "次 场", "meeting", "meetings"),
    _counted("time", "次", "time", "times"),
    _counted("problem", "个 件", "problem", "problems"),
    _counted("activity", "个 项 次 场", "activity", "activities"),
    _counted("board", "块 个", "board", "boards"),
    _counted("project", "个 项", "project", "projects"),
    _counted("village", "个", "village", "villages"),
    _counted("station", "个", "station", "stations"),
    _counted("unit", "个 支", "unit", "units"),
    _counted("organisation", "个 家", "organisation", "organisations"),
    _counted("incident", "起 件", "incident", "incidents"),
    _counted("mission", "次 项", "mission", "missions"),
    _counted("tree", "株 棵", "tree", "trees"),
    _counted("home", "套 户", "home", "homes"),
    _counted("mask", "只 个", "mask", "masks"),
    _counted("channel", "个", "channel", "channels"),
    _counted("counter", "个", "counter", "counters"),
    _counted("item", "项 件 个", "item", "items"),
    _counted("place", "个 处", "place", "places"),
    Unit("mu", ("亩",), "mu", "mu", "area", MU),
    _measured("area", "hectare", "公顷", "ha|hectare|hectares", "10000"),
    _measured(
        "area",
        "square-kilometre",
        "平方公里 平方千米",
        "km²|km2|sq km|sq. km|square kilometre|square kilometres|square kilometer|square kilometers|square km",
        "1000000",
    ),
    _measured(
        "area",
        "square-metre",
        "平方米 平米 平方",
        "m²|m2|sq m|sq. m|sqm|square metre|square metres|square meter|square meters",
        "1",
    ),
    _measured("area", "acre", "英亩", "acres|acre", "4046.8564224"),
    _measured("length", "kilometre", "公里 千米", "km|kilometre|kilometres|kilometer|kilometers|kms", "1000"),
    _measured("length", "metre", "米", "m|metre|metres|meter|meters", "1"),
    _measured("length", "centimetre", "厘米 公分", "cm|centimetre|centimetres|centimeter|centimeters", "0.01"),
    _measured("length", "millimetre", "毫米", "mm|millimetre|millimetres|millimeter|millimeters", "0.001"),
    _measured("length", "li", "华里 里地 里路 里", "li", "500"),
    _measured("length", "nautical-mile", "海里", "nautical miles|nautical mile", "1852"),
    _measured("length", "mile", "英里", "miles|mile", "1609.344"),
    _measured("length", "foot", "英尺", "feet|ft", "0.3048"),
    _measured("mass", "tonne", "吨", "t|tonne|tonnes|ton|tons|metric ton|metric tons", "1000"),
    _measured("mass", "kilogram", "公斤 千克", "kg|kilogram|kilograms|kilo|kilos|kilogramme|kilogrammes", "1"),
    _measured("mass", "gram", "克", "g|gram|grams|gramme|grammes", "0.001"),
    _measured("mass", "jin", "市斤 斤", "jin|catty|catties", "0.5"),
    _measured(
        "volume",
        "cubic-metre",
        "立方米 立方",
        "m³|m3|cu m|cubic metre|cubic metres|cubic meter|cubic meters",
        "1000",
    ),
    _measured("volume", "litre", "公升 升", "l|litre|litres|liter|liters", "1"),
    _measured("volume", "millilitre", "毫升", "ml|millilitre|millilitres|milliliter|milliliters", "0.001"),
    _measured("power", "kilowatt", "千瓦", "kW|kilowatt|kilowatts", "1000"),
    _measured("power", "megawatt", "兆瓦", "MW|megawatt|megawatts", "1000000"),
    _measured("power", "gigawatt", "吉瓦", "GW|gigawatt|gigawatts", "1000000000"),
    _measured(
        "energy",
        "kilowatt-hour",
        "千瓦时 度电",
        "kWh|kilowatt-hour|kilowatt-hours|kilowatt hour|kilowatt hours",
        "1",
    ),
    _measured(
        "warmth",
        "celsius",
        "摄氏度 ℃ °C",
        "°C|℃|degrees celsius|degree celsius|degrees centigrade",
        "1",
    ),
    _measured("money", "CNY", "元 元人民币 块钱", "CNY|yuan|renminbi|rmb|rmb yuan|yuan renminbi|chinese yuan", "1"),
    _measured(
        "money", "USD", "美元 美金", "US$|us dollars|us dollar|u.s. dollars|american dollars|dollars|dollar|usd", "1"
    ),
    _measured("money", "HKD", "港元 港币", "HK$|hong kong dollars|hkd", "1"),
    _measured("money", "EUR", "欧元", "EUR|euros|euro", "1"),
    _measured("money", "JPY", "日元", "JPY|japanese yen|yen", "1"),
    _measured("money", "GBP", "英镑", "GBP|pounds sterling", "1"),
    _measured("ratio", "percent", "% ％", "%|percent|per cent|pct|pc", "0.01"),
    _measured("ratio", "permille", "‰ 个千分点 千分点", "‰|per mille|per mil|per thousand", "0.001"),
    _measured("ratio", "tenth", "成", "tenths", "0.1"),
    _measured(
        "points",
        "percentage-point",
        "个百分点 百分点",
        "percentage points|percentage point|percentage-point|percentage-points|percent points|pp|points|point",
        "1",
    ),
    Unit("year", ("年", "周年", "个年头", "个春秋", "个寒暑", "载"), "year", "years", "time", also=("yrs", "yr")),
    _measured("time", "month", "个月 月", "months|month", "0.0833333333333333333333333333"),
    _measured("time", "quarter", "个季度", "calendar quarters", "0.25"),
    _measured("time", "decade", "个十年", "decades|decade", "10"),
    _measured("time", "century", "个世纪", "centuries|century", "100"),
    _measured("clock", "week", "个星期 星期 周", "weeks|week", "168"),
    _measured("clock", "day", "个昼夜 个日夜 个日日夜夜 昼夜 天 日", "days|day", "24"),
    _measured("clock", "hour", "个小时 小时 个钟头", "hours|hour|hrs|hr|h", "1"),
    _measured("clock", "minute", "分钟", "minutes|minute|mins|min", "0.0166666666666666666666666667"),
    _measured("clock", "second", "秒钟 秒", "seconds|secs", "0.000277777777777777777777777778"),
    _measured("age", "year-of-age", "周岁 岁", "years old|years of age|year old|years-old|year-old|yrs old|y/o", "1"),
)

UNITS: Mapping[str, Unit] = {unit.id: unit for unit in _ALL}
