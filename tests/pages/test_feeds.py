"""Feeds, site map and robots.txt of the invented city of Yunchuan."""

from __future__ import annotations

from xml.etree import ElementTree

from changlang.model.languages import Language
from changlang.model.pages import Page
from changlang.pages import feeds
from tests.pages.yunchuan import FAIR, SETTINGS, SHIP, catalogue

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
SITE = "https://yc.example/gfjy/"


def parse(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text.encode())


def atom(language: Language, **changed: object) -> ElementTree.Element:
    return parse(feeds.feed(catalogue(**changed), SETTINGS, language)[1])


def texts(root: ElementTree.Element, path: str) -> list[str | None]:
    return [found.text for found in root.findall("/".join(ATOM + name for name in path.split("/")))]


def test_there_is_a_feed_a_language() -> None:
    assert [feeds.feed(catalogue(), SETTINGS, language)[0] for language in ("zh", "en")] == [
        "feed.xml",
        "en/feed.xml",
    ]
    assert atom("en").get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert texts(atom("zh"), "title") == ["云川国防长廊"]
    assert texts(atom("en"), "author/name") == ["Yunchuan Double-Support Office"]


def test_a_feed_has_all_that_the_standard_asks_for() -> None:
    root = atom("zh")
    assert texts(root, "id") == [f"{SITE}feed.xml"]
    assert [(link.get("rel"), link.get("href")) for link in root.findall(ATOM + "link")] == [
        ("self", f"{SITE}feed.xml"),
        ("alternate", SITE),
    ]
    for name in ("id", "title", "updated", "link"):
        assert all(entry.find(ATOM + name) is not None for entry in root.findall(ATOM + "entry"))


def test_an_entry_is_its_event_in_the_feed_s_language() -> None:
    root = atom("en")
    assert texts(root, "entry/title") == ["A call on the “Yunchuan”", "A job fair & more"]
    assert texts(root, "entry/id") == [f"{SITE}en/events/2018-08-01-ship/", f"{SITE}en/events/fair/"]
    assert texts(root, "entry/summary") == ["The city calls on the ship of its name."]


def test_times_come_from_the_records_and_not_from_the_clock() -> None:
    assert texts(atom("zh"), "entry/updated") == ["2018-08-01T00:00:00+08:00", "2020-12-31T00:00:00+08:00"]
    assert texts(atom("zh"), "updated") == ["2020-12-31T00:00:00+08:00"]
    assert feeds.feed(catalogue(), SETTINGS, "zh") == feeds.feed(catalogue(), SETTINGS, "zh")


def test_a_feed_holds_the_newest_thirty() -> None:
    many = [SHIP.model_copy(update={"id": f"e{number}"}) for number in range(50)]
    assert texts(atom("zh", events=many), "entry/id")[-1] == f"{SITE}events/e29/"


def test_a_site_without_events_has_an_empty_feed() -> None:
    assert atom("zh", events=[]).findall(ATOM + "entry") == []
    assert texts(atom("zh", events=[]), "updated") == ["1970-01-01T00:00:00+08:00"]


def test_markup_in_titles_is_text() -> None:
    assert texts(atom("zh", events=[FAIR]), "entry/title") == ["招聘会<一>"]


def pages(count: int) -> list[Page]:
    found = [Page(f"events/e{number}/", "zh", "event", f"e{number}", "") for number in range(count)]
    return found + [Page(f"en/events/e{number}/", "en", "event", f"e{number}", "") for number in range(count)]


def test_the_site_map_lists_every_page_with_both_its_languages() -> None:
    home = [Page("", "zh", "home", "", ""), Page("en/", "en", "home", "", "")]
    files = feeds.sitemap([*home, *pages(1)], SETTINGS)
    assert list(files) == ["sitemap.xml"]
    listed = parse(files["sitemap.xml"]).findall(MAP + "url")
    assert [url.findtext(MAP + "loc") for url in listed] == [
        SITE,
        f"{SITE}en/",
        f"{SITE}events/e0/",
        f"{SITE}en/events/e0/",
    ]
    for url in listed[2:]:
        assert [(link.get("hreflang"), link.get("href")) for link in url.findall(LINK)] == [
            ("zh-CN", f"{SITE}events/e0/"),
            ("en", f"{SITE}en/events/e0/"),
            ("x-default", f"{SITE}events/e0/"),
        ]


def test_the_page_for_wrong_addresses_is_not_on_the_map() -> None:
    files = feeds.sitemap([Page("404.html", "zh", "notfound", "", ""), *pages(1)], SETTINGS)
    assert "404" not in files["sitemap.xml"]


def test_a_map_of_more_than_fifty_thousand_addresses_is_in_parts() -> None:
    files = feeds.sitemap(pages(30_000), SETTINGS)
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    index = parse(files["sitemap.xml"])
    assert [found.text for found in index.iter(MAP + "loc")] == [
        f"{SITE}sitemap-1.xml",
        f"{SITE}sitemap-2.xml",
    ]
    sizes = [len(parse(files[name]).findall(MAP + "url")) for name in list(files)[1:]]
    assert sizes == [50_000, 10_000]


def test_robots_may_read_everything_and_find_the_map() -> None:
    assert feeds.robots(SETTINGS) == f"User-agent: *\nAllow: /\n\nSitemap: {SITE}sitemap.xml\n"
