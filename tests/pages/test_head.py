"""What pages of the invented city of Yunchuan tell machines."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from changlang.model.fields import Text
from changlang.model.languages import Language
from changlang.model.pages import Page
from changlang.model.records import Person
from changlang.pages.head import Head
from tests.pages.yunchuan import FIGURES, SETTINGS, catalogue

SITE = "https://yc.example/gfjy/"
HEAD = Head(catalogue(), SETTINGS, FIGURES)


def page(address: str, frame: str, subject: str = "", language: Language = "zh") -> Page:
    return Page(address, language, frame, subject, "")


def html(found: Page, head: Head = HEAD, title: str = "题目", description: str = "说明") -> str:
    return head.html(found, title, description)


def data(found: Page, head: Head = HEAD, title: str = "题目") -> list[dict[str, Any]]:
    written = re.search(r'<script type="application/ld\+json">(.*?)</script>', html(found, head, title))
    assert written
    read = json.loads(written[1])
    assert read["@context"] == "https://schema.org"
    graph: list[dict[str, Any]] = read["@graph"]
    return graph


SHIP = page("events/2018-08-01-ship/", "event", "2018-08-01-ship")
SHIP_EN = page("en/events/2018-08-01-ship/", "event", "2018-08-01-ship", "en")


def test_both_languages_name_each_other_and_themselves() -> None:
    links = '<link rel="alternate" hreflang="zh-CN" href="https://yc.example/gfjy/events/2018-08-01-ship/">'
    links += '<link rel="alternate" hreflang="en" href="https://yc.example/gfjy/en/events/2018-08-01-ship/">'
    links += links.split(">")[0].replace("zh-CN", "x-default") + ">"
    assert links in html(SHIP)
    assert links in html(SHIP_EN)
    assert f'<link rel="canonical" href="{SITE}en/events/2018-08-01-ship/">' in html(SHIP_EN)


def test_the_home_page_s_address_is_the_site_s() -> None:
    assert f'<link rel="canonical" href="{SITE}">' in html(page("", "home"))
    assert f'<link rel="canonical" href="{SITE}en/">' in html(page("en/", "home", language="en"))


def test_the_page_for_wrong_addresses_is_nobody_s_to_index() -> None:
    assert html(page("404.html", "notfound")) == '<meta name="robots" content="noindex">'


def test_the_preview_card_is_in_the_page_s_language() -> None:
    written = html(SHIP_EN, title="A call", description="Who called")
    for name, content in {
        "og:title": "A call",
        "og:description": "Who called",
        "og:type": "article",
        "og:url": f"{SITE}en/events/2018-08-01-ship/",
        "og:locale": "en_GB",
        "og:locale:alternate": "zh_CN",
        "og:site_name": "Yunchuan Defence Gallery",
    }.items():
        assert f'<meta property="{name}" content="{content}">' in written
    assert "og:image" not in written


def test_hostile_titles_stay_text() -> None:
    hostile = '</script><script>alert(1)</script><!-- "&\u2028'
    written = html(SHIP, title=hostile, description=hostile)
    assert written.count("<script") == written.count("</script>") == 1
    assert "<!--" not in written
    assert data(SHIP, title=hostile)[0]["name"] == hostile
    assert 'content="&lt;/script&gt;' in written


def test_an_event_is_an_article_about_its_day_and_place() -> None:
    article, trail = data(SHIP)
    assert article == {
        "@type": "NewsArticle",
        "headline": "走访“云川舰”",
        "temporalCoverage": "2018-08-01",
        "articleSection": "服务部队",
        "contentLocation": {"@type": "Place", "name": "云川港"},
        "keywords": ["海军"],
        "publisher": {"@type": "Organization", "name": "云川市双拥办"},
        "name": "题目",
        "description": "说明",
        "url": f"{SITE}events/2018-08-01-ship/",
        "inLanguage": "zh-CN",
    }
    assert [(item["name"], item.get("item")) for item in trail["itemListElement"]] == [
        ("云川国防长廊", SITE),
        ("服务部队", f"{SITE}columns/service/"),
        ("题目", None),
    ]


def test_an_event_never_says_when_it_was_published_for_nobody_knows() -> None:
    assert "datePublished" not in html(SHIP)


def test_a_doubtful_date_is_an_iso_date_in_the_data() -> None:
    assert data(page("events/fair/", "event", "fair"))[0]["temporalCoverage"] == "2016/2020"


def test_a_person_is_a_person_with_honours_and_a_sample_is_only_a_page() -> None:
    assert data(page("people/a/", "person", "a"))[0] == {
        "@type": "Person",
        "award": ["云川好人"],
        "name": "题目",
        "description": "说明",
        "url": f"{SITE}people/a/",
    }
    assert data(page("people/b/", "person", "b"))[0]["@type"] == "WebPage"
    assert "Person" not in html(page("people/b/", "person", "b"))


def test_a_photo_has_an_image_object_only_when_its_picture_is_there() -> None:
    photo = page("photos/ship/", "photo", "ship")
    assert data(photo)[0]["@type"] == "Photograph"
    assert "ImageObject" not in html(photo) and "contentUrl" not in html(photo)
    path = "assets/photos/ship-1200.jpg"
    cards: dict[tuple[str, str, Language], str] = {
        ("photo", "ship", "zh"): path,
        ("event", "2018-08-01-ship", "zh"): path,
    }
    arrived = Head(catalogue(), SETTINGS, FIGURES, cards)
    image = data(photo, arrived)[0]
    assert (image["@type"], image["contentUrl"]) == ("ImageObject", f"{SITE}assets/photos/ship-1200.jpg")
    assert image["caption"] == "云川舰官兵合影"
    for found in (photo, SHIP):
        card = f'<meta property="og:image" content="{SITE}assets/photos/ship-1200.jpg">'
        assert card in html(found, arrived)


def test_the_figures_page_is_a_data_set_whose_bounds_are_kept() -> None:
    dataset = data(page("en/figures/", "figures", language="en"))[0]
    assert dataset["@type"] == "Dataset"
    assert dataset["temporalCoverage"] == "2016/2020"
    trees, visits = dataset["variableMeasured"]
    assert (trees["name"], trees["value"], trees["description"]) == ("area planted", 33431.6, "33,431.6 mu")
    assert visits["minValue"] == 45000 and "value" not in visits


def test_the_home_page_is_the_web_site_in_both_its_names() -> None:
    site = data(page("", "home"))[0]
    assert site["@type"] == "WebSite"
    assert site["alternateName"] == ["云川国防长廊", "Yunchuan Defence Gallery"]


@pytest.mark.parametrize("frame", ["list", "wall", "timeline", "hand", "tag", "quiz"])
def test_every_other_page_is_a_web_page(frame: str) -> None:
    assert [thing["@type"] for thing in data(page("timeline/", frame))] == ["WebPage"]


def test_a_site_without_an_organiser_names_none() -> None:
    nobody = Head(catalogue(), replace(SETTINGS, organiser=None), FIGURES)
    assert "publisher" not in html(SHIP, nobody)


def test_markup_in_records_is_text_in_the_data() -> None:
    odd = Person(id="a", title=Text(zh="<b>", en="<b>"), honours=catalogue().people["a"].honours)
    head = Head(catalogue(people=[odd]), SETTINGS, FIGURES)
    assert "<b>" not in html(page("people/a/", "person", "a"), head, title=odd.title.zh)
