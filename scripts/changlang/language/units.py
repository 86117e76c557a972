"""The units that records count in: Chinese measure words, English singular and plural, dimension, factor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Dimension = Literal["count", "money", "area", "ratio", "time"]


@dataclass(frozen=True, slots=True)
class Unit:
    """`zh` holds the measure words, the usual one first; `factor` is the size in the dimension's base unit:
    yuan, square metres, one, years, or things counted."""

    id: str
    zh: tuple[str, ...]
    one: str
    many: str
    dimension: Dimension = "count"
    factor: Decimal = Decimal(1)


# 1 亩 = 10000/15 m² (GB 3100—93, table of units in use with the SI until 1990; still used for land).
MU = Decimal(10000) / Decimal(15)


def _counted(ident: str, zh: str, one: str, many: str) -> Unit:
    return Unit(ident, tuple(zh.split()), one, many)


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
    Unit("hectare", ("公顷",), "ha", "ha", "area", Decimal(10000)),
    Unit("square-kilometre", ("平方公里", "平方千米"), "km²", "km²", "area", Decimal(1000000)),
    Unit("CNY", ("元",), "CNY", "CNY", "money"),
    Unit("percent", ("%", "％"), "%", "%", "ratio", Decimal("0.01")),
    Unit("year", ("年",), "year", "years", "time"),
)

UNITS: Mapping[str, Unit] = {unit.id: unit for unit in _ALL}
