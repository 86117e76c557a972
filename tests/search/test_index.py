"""The files of an index: which change, what they hold, and what they cost."""

from __future__ import annotations

import gzip
import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from changlang.search import pieces
from changlang.search.ask import Index
from changlang.search.document import Document
from changlang.search.entries import best, bits, places, slots, without_places
from changlang.search.fold import fold
from changlang.search.index import index
from changlang.search.slots import slots as numbered
from changlang.search.texts import Texts
from changlang.search.trie import keys, written
from tests.search.yunchuan import documents

COUNT = 400


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def test_the_order_of_documents_is_of_no_account() -> None:
    mixed = list(documents(60))
    random.Random(3).shuffle(mixed)
    assert index(mixed) == index(documents(60))


def test_one_changed_sentence_changes_only_the_pieces_of_its_pairs_and_the_page_own_text() -> None:
    pages = list(documents(COUNT))
    page = pages[10]
    before = index(pages)
    pages[10] = replace(page, body=page.body + "新砌的矮墙。")
    after = index(pages)
    layout = Index(after.get, "zh").layout
    end = fold(pages[10].body)[-10:]  # the sentence, and the runs of four that go on into it
    parts = {end[start : start + length] for start in range(len(end)) for length in range(1, 5)}
    touched = {pieces.path(layout.file(key)) for part in parts for key in (part, f"={part}")}
    found = changed(before, after)
    texts = {path for path in found if "/t" in path}
    assert len(texts) == 1
    assert found - texts <= touched and len(found) < 30


def test_one_page_more_leaves_the_others_their_numbers() -> None:
    addresses = [f"events/{number}/" for number in range(500)]
    before, size = numbered(addresses)
    after, same = numbered([*addresses, "events/new/"])
    assert size == same and set(after.values()) < set(range(size))
    assert sum(before[address] != after[address] for address in addresses) < 10
    assert len(set(after.values())) == 501


def test_a_page_that_left_leaves_no_trace() -> None:
    secret = Document("events/left/", "zh", "event", "撤回鑫垚", names="鑫垚", body="鑫垚不应再见。", column="鑫")
    kept = documents(50)
    assert any("鑫" in data.decode() for data in index([*kept, secret]).values() if b"traditional" not in data)
    after = index(kept)
    assert after == index([page for page in (*kept, secret) if page is not secret])
    assert not any("垚" in data.decode() for data in after.values())


def test_an_index_of_nothing_has_files_that_can_be_asked() -> None:
    assert {"search/zh/head.js", "search/en/head.js", "search/traditional.js"} <= index([]).keys()


def test_files_are_scripts_and_cost_little_a_page() -> None:
    files = index(documents(COUNT))
    assert all(data.startswith(b'__cl("') and data.endswith(b")\n") for data in files.values())
    assert sum(map(len, files.values())) / len(documents(COUNT)) < 12 * 1024
    assert sum(len(gzip.compress(data)) for data in files.values()) / len(documents(COUNT)) < 6 * 1024


SLOTS = st.sets(st.integers(0, 70_000), max_size=40)
PLACES = st.lists(st.integers(0, 300), min_size=1, max_size=5, unique=True).map(sorted)


@given(
    st.dictionaries(
        st.integers(0, 5), st.dictionaries(st.integers(0, 70_000), PLACES, min_size=1), min_size=1, max_size=3
    )
)
def test_places_come_back_from_an_entry(fields: dict[int, dict[int, list[int]]]) -> None:
    texts, row = Texts(70_001), []
    for field, by_slot in sorted(fields.items()):
        for slot, found in sorted(by_slot.items()):
            start = texts.add(field, slot, 301)
            row += [start + place for place in found]
    assert places(texts.with_places(row)) == fields
    assert texts.found(row) == {field: bits(by_slot, 70_001) for field, by_slot in fields.items()}


@given(st.sets(st.text(alphabet="abc红墙𠮷=", min_size=1, max_size=5)))
def test_keys_come_back_from_their_tree(known: set[str]) -> None:
    assert set(keys(*written(known))) == known


@settings(deadline=None)
@given(SLOTS, SLOTS)
def test_each_slot_comes_back_once_under_its_best_field(title: set[int], body: set[int]) -> None:
    found = best([{4: bits(body, 70_001)}, {0: bits(title, 70_001)}])
    assert dict(slots(without_places(found))) == {slot: 4 for slot in body} | {slot: 0 for slot in title}
