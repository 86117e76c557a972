"""A few records of the invented city of Yunchuan (云川), for tests of pages. Nothing in them is real."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from changlang.dates import parse_date
from changlang.model.catalogue import Catalogue
from changlang.model.fields import Text
from changlang.model.figure_text import FigureText
from changlang.model.languages import Language
from changlang.model.records import Column, Event, Figure, Honour, Person, Photo, Tag, Term
from changlang.settings import Settings

SETTINGS = Settings(
    root=Path("/yunchuan"),
    config_file=Path("/yunchuan/mkdocs.yml"),
    site_name=Text(zh="云川国防长廊", en="Yunchuan Defence Gallery"),
    site_url="https://yc.example/gfjy/",
    docs={"zh": Path("/yunchuan/docs/zh"), "en": Path("/yunchuan/docs/en")},
    content=Path("/yunchuan/content"),
    photos=Path("/yunchuan/photos"),
    media=Path("/yunchuan/media"),
    site_dir=Path("/yunchuan/site"),
    cache=Path("/yunchuan/.cache"),
    organiser=Text(zh="云川市双拥办", en="Yunchuan Double-Support Office"),
)

SHIP = Event(
    id="2018-08-01-ship",
    title=Text(zh="走访“云川舰”", en="A call on the “Yunchuan”"),
    date=parse_date("2018-08-01"),
    column="service",
    place=Text(zh="云川港", en="Yunchuan harbour"),
    summary=Text(zh="市里走访同名军舰。", en="The city calls on the ship of its name."),
    photos=("ship",),
    tags=("navy",),
)
FAIR = Event(
    id="fair",
    title=Text(zh="招聘会<一>", en="A job fair & more"),
    date=parse_date("2016/2020?"),
    column="service",
)
TREES = Figure(
    id="trees",
    label=Text(zh="植树面积", en="area planted"),
    value=Decimal("33431.6"),
    unit="mu",
    column="service",
)
VISITS = Figure(
    id="visits",
    label=Text(zh="参观人次", en="visits"),
    value=Decimal(45000),
    unit="person-time",
    bound="over",
    scale="万",
    period=parse_date("2016/2020"),
)
FIGURES: dict[str, dict[Language, FigureText]] = {
    "trees": {
        "zh": FigureText("33431.6亩", "", "33431.6", "", "亩"),
        "en": FigureText("33,431.6 mu", "", "33,431.6", "", " mu", "2,228.8 ha"),
    },
    "visits": {
        "zh": FigureText("4.5万余人次", "", "4.5万", "余", "人次"),
        "en": FigureText("more than 45,000 person-times", "more than ", "45,000", "", " person-times"),
    },
}


def person(ident: str, sample: bool = False) -> Person:
    honour = Honour(title=Text(zh="云川好人", en="Good Neighbour of Yunchuan"), year=parse_date("2019"))
    name = Text(zh=f"云川人{ident}", en=f"Yunchuan person {ident}")
    return Person(id=ident, title=name, honours=(honour,), sample=sample)


def catalogue(**changed: Any) -> Catalogue:
    """The records of Yunchuan; a keyword replaces all records of one kind."""
    kinds: dict[str, Any] = {
        "columns": [
            Column(id="service", title=Text(zh="服务部队", en="Serving the forces"), order=1, color="#204060")
        ],
        "events": [SHIP, FAIR],
        "people": [person("a"), person("b", sample=True)],
        "photos": [
            Photo(
                id="ship",
                caption=Text(zh="云川舰官兵合影", en="The crew of the Yunchuan"),
                date=parse_date("2018-08"),
                column="service",
                event="2018-08-01-ship",
            )
        ],
        "figures": [TREES, VISITS],
        "boards": [],
        "quiz": [],
        "terms": [Term(id="双拥", zh="双拥", en="Double Support")],
        "sources": [],
        "tags": [Tag(id="navy", title=Text(zh="海军", en="Navy"))],
        "hand": [],
        **changed,
    }
    by_id = {kind: {getattr(record, "id", ""): record for record in records} for kind, records in kinds.items()}
    return Catalogue(**by_id, home=None, mentions={})
