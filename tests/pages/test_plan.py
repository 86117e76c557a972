"""Which pages there are, and what their keys promise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from changlang import urls
from changlang.dates import parse_date
from changlang.model.catalogue import Catalogue, Catalogues
from changlang.model.fields import Prose, Text
from changlang.model.records import Event
from changlang.pages.lists import LENGTH, listings
from changlang.pages.plan import plan
from changlang.pages.shelves import RELATED, neighbours, related, shelve
from tests.pages.yunchuan import catalogue


def many(count: int) -> Catalogue:
    """The small catalogue with `count` events in place of its own, newest first."""
    base = catalogue()
    column, tag = next(iter(base.columns)), next(iter(base.tags), None)
    events = {}
    for number in range(count):
        day = date(2022, 12, 31) - timedelta(days=number)
        events[f"e{number}"] = Event(
            id=f"e{number}",
            title=Text(zh=f"第{number}件", en=f"Number {number}"),
            date=parse_date(day.isoformat()),
            column=column,
            tags=(tag,) if tag else (),
            digest=f"d{number}",
        )
    return replace(base, events=events, mentions={})


def both(catalogue: Catalogue) -> Catalogues:
    return {"zh": catalogue, "en": catalogue}


def test_every_page_is_there_once_in_both_languages() -> None:
    pages = plan(both(many(120)), "v")
    addresses = [page.address for page in pages]

    assert len(addresses) == len(set(addresses))
    for page in pages:
        if page.address != urls.NOT_FOUND:
            assert urls.other(page.address, page.language) in addresses


def test_lists_have_fifty_lines_a_page_and_leave_nobody_out() -> None:
    listing = listings(many(120), shelve(many(120)))["events/"]

    pages = [listing.page(number) for number in range(1, listing.pages + 1)]
    assert [len(page) for page in pages] == [LENGTH, LENGTH, 20]
    assert [event.id for page in pages for event in page] == list(many(120).events)


def test_a_changed_record_changes_the_keys_of_the_pages_that_show_it_and_no_others() -> None:
    before = many(300)
    changed = before.events["e150"].model_copy(update={"digest": "changed"})
    after = replace(before, events={**before.events, "e150": changed})
    keys = {page.address: page.key for page in plan(both(before), "v")}

    touched = {page.address for page in plan(both(after), "v") if keys[page.address] != page.key}

    assert {"events/e150/", "events/e149/", "events/e151/", "events/page/4/", "en/timeline/"} <= touched
    assert not {"events/e10/", "events/", "events/e299/", "people/"} & touched
    assert len(touched) < 80


def test_a_changed_note_changes_the_pages_whose_text_has_the_term_and_no_others() -> None:
    base = many(3)
    said = base.events["e1"].model_copy(update={"body": Prose(zh="双拥。", en="Double Support.")})
    (term,) = base.terms.values()
    changed = term.model_copy(update={"note": Text(zh="一", en="one"), "digest": "changed"})
    before = replace(base, events={**base.events, "e1": said})
    after = replace(before, terms={term.id: changed})

    keys = {page.address: page.key for page in plan(both(before), "v")}
    other = {page.address for page in plan(both(after), "v") if page.key != keys[page.address]}

    events = {f"events/e{number}/" for number in range(3)}
    assert other & events == {"events/e1/"} and "glossary/" in other


def test_another_version_of_the_templates_changes_every_key() -> None:
    one, other = plan(both(many(5)), "v1"), plan(both(many(5)), "v2")

    assert all(a.key != b.key for a, b in zip(one, other, strict=True))


def test_related_records_are_few_never_oneself_and_those_around_the_date() -> None:
    site = many(200)
    shelves = shelve(site)

    found = related(site, shelves, site.events["e100"])

    assert 1 <= len(found) <= RELATED
    assert all(event.id != "e100" and abs(int(event.id[1:]) - 100) <= RELATED for event in found)


def test_neighbours_are_the_earlier_and_the_later_event() -> None:
    shelves = shelve(many(3))

    assert neighbours(shelves, "events", "e1") == ("e2", "e0")
    assert neighbours(shelves, "events", "e0") == ("e1", None)
    assert neighbours(shelves, "events", "e2") == (None, "e1")
