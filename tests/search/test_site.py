"""The index of a built site: the command and the page give the same answers, and only what is published is in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from changlang import pipeline
from changlang.cli import main
from changlang.model.kinds import KINDS
from changlang.model.languages import LANGUAGES, Language
from changlang.pages.icons import KIND_ICONS
from changlang.publish import manifest
from changlang.publish.audit import Unsound
from changlang.search.document import Document
from changlang.search.index import index
from changlang.settings import Settings
from changlang.steps.search import PAGE, SEARCHED, Indexed, answer, audit_search, only_pieces
from tests.search.test_browser import expected, shown

# Folders of records that are entries of a page.
ENTRIES = ("figures", "terms", "sources", "boards", "quiz")
Write = Callable[[dict[str, str]], Settings]
QUESTIONS: Mapping[Language, tuple[str, ...]] = {
    "zh": ("云川", "水坝", "33431.6", "shuiba", "sb", "雲川水壩", "“军民同修”", "照相馆", "植树 云川", "没有的话"),
    "en": ("dam", "trees", "45,000", "Yunchuan square", '"youth run"', "nothing-like-it"),
}


def built(settings: Settings) -> Path:
    outcome = pipeline.build(settings, settings.site_dir, jobs=1)
    assert outcome.written is not None, outcome.problems
    return settings.site_dir


def found(site: Path, question: str, language: Language = "zh") -> list[str]:
    result, problems = answer(site, language, question, 1000, {})
    assert result is not None, problems
    return [one.address for one in result.results]


def words_of(site: Path) -> str:
    """All that any file of the index says, the table of characters apart."""
    return "".join(
        path.read_text("utf-8") for path in (site / "search").rglob("*.js") if path.name != "traditional.js"
    )


def test_the_command_answers_as_the_page_does(good: Settings, page: Page) -> None:
    site = built(good)
    for language in LANGUAGES:
        place = site / ("en/search" if language == "en" else "search") / "index.html"
        for question in QUESTIONS[language]:
            words = ["--config-file", str(good.config_file), "search", question, "--lang", language, "--limit", "999"]
            asked = CliRunner().invoke(main, words)
            assert asked.exit_code == 0, asked.output
            lines = [json.loads(line)["address"] for line in asked.stdout.splitlines()]
            whole, _ = answer(site, language, question, 999, {})
            assert whole is not None and lines == [one.address for one in whole.results]
            page.goto(place.as_uri())
            page.get_by_role("searchbox").fill(question)
            expect(page.get_by_role("status")).not_to_be_empty()
            by_kind = {
                kind: [one.removeprefix("../").removeprefix("../").replace("index.html", "") for one in addresses]
                for kind, addresses in shown(page).items()
            }
            rows = {kind: [one.replace("index.html", "") for one in rows] for kind, rows in expected(whole).items()}
            assert by_kind == rows, question


def test_whatever_kind_a_result_is_it_has_a_drawing() -> None:
    kinds = {KINDS[folder].word if folder else PAGE for folder in SEARCHED.values()}
    assert KIND_ICONS.keys() >= kinds | {KINDS[entry].word for entry in ENTRIES}


def test_without_a_built_site_the_command_says_so(good: Settings) -> None:
    asked = CliRunner().invoke(main, ["--config-file", str(good.config_file), "search", "云川"])
    assert asked.exit_code == 2
    assert "no-search-index" in asked.output


def test_a_picture_that_arrived_is_shown_with_its_result(good: Settings, page: Page) -> None:
    site = built(good)
    page.goto((site / "search" / "index.html").as_uri() + "?q=水坝&kind=photo")
    picture = page.locator("section[data-kind=photo] img").first
    expect(picture).to_be_visible()
    assert picture.evaluate("one => one.complete && one.naturalWidth >= 200")


def test_drafts_and_withdrawn_records_leave_no_trace(good: Settings) -> None:
    words = words_of(built(good))
    assert "云川" in words
    for trace in ("还没写完", "2022-draft", "2022-withdrawn"):
        assert trace not in words
    assert found(good.site_dir, "还没写完") == []


def test_previews_find_drafts(good: Settings) -> None:
    site = built(replace(good, drafts=True))
    assert "events/2022-draft/" in found(site, "还没写完")


EVENT = """---
title: 鑫垚广场的一天
date: 2021-03
column: learn
summary: 鑫垚的清早。
{status}---
鑫垚广场{more}。
"""
ENGLISH = "---\ntitle: A day at Xinyao Square\nsummary: Early morning at Xinyao.\n---\nXinyao Square.\n"


def test_what_is_withdrawn_is_gone_from_every_piece(written: Write) -> None:
    files = {"content/events/x.zh.md": EVENT.format(status="", more=""), "content/events/x.en.md": ENGLISH}
    site = built(written(files))
    assert found(site, "鑫垚广场") == ["events/x/"] and found(site, "xinyao", "en") == ["en/events/x/"]
    assert "垚" in words_of(site)

    files["content/events/x.zh.md"] = EVENT.format(status="status: withdrawn\n", more="")
    site = built(written(files))
    assert "垚" not in words_of(site) and "inyao" not in words_of(site).casefold()
    assert found(site, "鑫垚广场") == []


def test_after_one_record_changed_only_the_pieces_of_its_words_are_written(written: Write) -> None:
    files = {"content/events/x.zh.md": EVENT.format(status="", more=""), "content/events/x.en.md": ENGLISH}
    settings = written(files)
    site = built(settings)
    before = {path.relative_to(site): path.stat().st_ino for path in (site / "search").rglob("*.js")}
    old = only_pieces(manifest.load(manifest.place(settings.cache, site)))

    settings = written({"content/events/x.zh.md": EVENT.format(status="", more="龘")})
    built(settings)
    after = {path.relative_to(site): path.stat().st_ino for path in (site / "search").rglob("*.js")}
    new = only_pieces(manifest.load(manifest.place(settings.cache, site)))
    changed = {path for path in new if old[path].key != new[path].key}
    assert old.keys() == new.keys() and before.keys() == after.keys()
    assert {path.as_posix() for path in after if before[path] != after[path]} == changed
    # its text, the pair 场龘, the single 龘, and the pair that ends the sentence no more
    assert 1 < len(changed) <= 4 and not any(path.startswith("search/en/") for path in changed)
    assert found(site, "广场龘") == ["events/x/"]


def test_an_unchanged_site_is_not_indexed_again(good: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    site = built(good)
    before = words_of(site)
    monkeypatch.setattr("changlang.steps.search.index", None)
    built(good)
    assert words_of(site) == before


def test_a_harmed_piece_is_made_anew(good: Settings) -> None:
    site = built(good)
    before = words_of(site)
    piece = next(iter(sorted((site / "search" / "zh").rglob("p*.js"))))
    piece.write_text("__cl()", "utf-8")
    built(good)
    assert words_of(site) == before


def test_an_index_that_knows_another_page_is_never_published(good: Settings) -> None:
    site = built(good)
    entries = manifest.load(manifest.place(good.cache, site))
    documents = (Document("events/2019-07-dam/", "zh", "event", "军民同修云川水坝"),)
    with pytest.raises(Unsound):
        audit_search(site, Indexed(index(documents), documents), entries)


def test_a_stray_piece_of_another_index_is_never_published(good: Settings) -> None:
    site = built(good)
    entries = manifest.load(manifest.place(good.cache, site))
    files = {path: (site / path).read_bytes() for path in only_pieces(entries)}
    audit_search(site, Indexed(files, None), entries)
    (site / "search" / "zh" / "old.js").write_text("__cl()", "utf-8")
    with pytest.raises(Unsound):
        audit_search(site, Indexed(files, None), entries)


@pytest.mark.parametrize(("policy", "found_there"), [("notice", ["en/events/x/"]), ("hide", [])])
def test_chinese_that_stands_in_the_english_edition_is_found_there_and_what_is_hidden_is_not(
    written: Write, policy: str, found_there: list[str]
) -> None:
    settings = written(
        {"content/events/x.zh.md": EVENT.format(status="", more=""), "content/events/x.en.md": ENGLISH}
    )
    (settings.content / "events" / "x.en.md").write_text("---\n{}\n---\n", "utf-8")
    translation = settings.translation.model_copy(update={"events": policy})
    site = built(replace(settings, translation=translation))
    assert found(site, "鑫垚广场", "en") == found_there
    assert found(site, "鑫垚广场") == ["events/x/"]
    assert ("垚" in "".join(path.read_text("utf-8") for path in (site / "search" / "en").rglob("*.js"))) == bool(
        found_there
    )
