"""What keeps visitors of the kiosk inside, and how they find people and pages there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from changlang import pipeline, urls
from changlang.model.records import Person
from changlang.pages import plan as web
from changlang.pages.kiosk.confine import Inside, confined
from changlang.pages.kiosk.lists import initial
from changlang.pages.kiosk.plan import parent, plan, public
from changlang.publish.facts import exits
from changlang.settings import Settings
from tests.conftest import SITES, settings_of

ROOT = Path(__file__).parents[2]
SITE = "https://yc.example/gfjy/"
INSIDE = Inside(
    SITE, {"", "events/a/", "events/b/", "figures/column/care/"}, {"figures/#trees": "figures/column/care/#trees"}
)


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("../../events/b/", "../b/index.html"),
        ("../../", "../../index.html"),
        (f"{SITE}events/b/#top", "../b/index.html#top"),
        ("../../figures/#trees", "../../figures/column/care/index.html#trees"),
        ("#here", "#here"),
        ("../../events/a/#here", "#here"),
        ("../../about/", "#take-1"),
        ("https://elsewhere.example/?a=1&amp;b=2", "#take-1"),
    ],
)
def test_a_link_leads_to_a_file_of_the_folder_or_to_a_code(href: str, kept: str) -> None:
    html, _ = confined(f'<a class="x" href="{href}">there</a>', "events/a/", INSIDE)
    assert html == f'<a class="x" href="{kept}">there</a>'


@pytest.mark.parametrize("href", ["mailto:a@yc.example", "tel:+860000", "javascript:alert(1)", "ftp://yc.example/"])
def test_what_only_a_program_could_open_is_its_text(href: str) -> None:
    assert confined(f'<p><a href="{href}">call <b>us</b></a></p>', "events/a/", INSIDE) == (
        "<p>call <b>us</b></p>",
        (),
    )


def test_an_address_has_one_code_however_often_it_is_named_and_opens_no_window() -> None:
    link = '<a href="https://elsewhere.example/" target="_blank" rel="noopener" download>there</a>'
    html, codes = confined(f'{link}<a href="https://other.example/">x</a>{link}', "", INSIDE)

    assert codes == ("https://elsewhere.example/", "https://other.example/")
    assert html.count('<a href="#take-1">there</a>') == 2
    assert exits(html) == ()


def test_a_field_to_write_into_is_a_way_out_and_one_that_only_shows_is_none() -> None:
    assert exits('<input type="search" readonly inputmode="none">') == ()
    assert exits('<input type="search" readonly>') and exits('<input type="search" inputmode="none">')


@pytest.mark.parametrize(
    ("here", "there", "link"),
    [
        ("", "", "index.html"),
        ("", "en/", "en/index.html"),
        ("en/", "en/", "index.html"),
        ("events/a/", "", "../../index.html"),
    ],
)
def test_the_shortest_link_names_the_file(here: str, there: str, link: str) -> None:
    assert urls.shortest(here, there) == link


def test_people_stand_under_the_initial_that_their_name_is_read_with(good: Settings) -> None:
    person = next(iter(pipeline.check(good).catalogue.people.values()))

    def named(name: str) -> Person:
        return person.model_copy(update={"title": person.title.model_copy(update={"zh": name})})

    assert [initial(named(name)) for name in ("张三", "曾四", "单五", "尉迟六", "Müller", "7号")] == list("zzsym#")


@pytest.mark.parametrize("root", [SITES / "good", ROOT], ids=["yunchuan", "datong"])
def test_every_page_has_a_page_above_it_and_its_code_opens_a_page_of_the_public_site(
    root: Path, tmp_path: Path
) -> None:
    catalogues = pipeline.check(replace(settings_of(root), cache=tmp_path)).catalogues
    pages = plan(catalogues)
    website = {page.address for page in web.plan(catalogues, "")}

    assert {parent(page) for page in pages} <= {page.address for page in pages}
    assert {public(page) for page in pages} <= website
