"""Tests of records that become a catalogue. Yunchuan 云川 and all that is told of it is invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from changlang.model.catalogue import Catalogue
from changlang.problems import Problem
from changlang.read.link import link
from changlang.read.parse import parse
from changlang.read.survey import survey
from changlang.settings import Settings

Write = Callable[[dict[str, str]], Settings]
TITLES = "title: {{zh: {0}, en: {0} (en)}}"


def linked(settings: Settings) -> tuple[Catalogue, tuple[Problem, ...]]:
    records, problems = parse(survey(settings)[0], settings)
    assert problems == ()
    return link(records, settings)


def faults(settings: Settings) -> list[tuple[str, str, int, int]]:
    return sorted((found.code, found.file, found.line, found.column) for found in linked(settings)[1])


def event(head: str, chinese: str = "正文。", english: str = "Text.", ident: str = "x") -> dict[str, str]:
    """The two files of one more event."""
    date = "" if "date:" in head else "date: 2022-02\n"
    return {
        f"content/events/{ident}.zh.md": f"---\ntitle: 事件{ident}\n{date}column: together\n{head}---\n\n{chinese}\n",
        f"content/events/{ident}.en.md": f"---\ntitle: Event {ident}\n---\n\n{english}\n",
    }


def test_a_sound_site_has_no_problems(good: Settings) -> None:
    assert linked(good)[1] == ()


def test_records_stand_in_the_order_that_the_site_shows(written: Write) -> None:
    catalogue, _ = linked(written(event("", ident="a") | event("", ident="b")))

    assert list(catalogue.columns) == ["together", "care", "learn"]
    assert list(catalogue.events) == [
        *("a", "b", "2018-2021-visits", "2021-quiet", "2021-05-04-run", "2020-trees", "2019-07-dam")
    ]
    assert list(catalogue.photos) == ["run", "dam", "hall"]
    assert list(catalogue.tags) == ["water", "sport"]


def test_every_record_knows_who_points_at_it(good: Settings) -> None:
    mentions = linked(good)[0].mentions

    assert mentions["figure:visits"] == ("event:2019-07-dam", "board:YC001", "home", "page:about")
    assert mentions["column:learn"] == ("event:2021-05-04-run", "photo:run")
    assert mentions["event:2019-07-dam"][0] == "event:2021-05-04-run"
    assert "page:about" in mentions["event:2019-07-dam"]
    assert "quiz:dam-year" in mentions["event:2019-07-dam"]
    assert "tag:none" not in mentions


def test_a_record_that_points_twice_is_named_once(written: Write) -> None:
    catalogue, _ = linked(written(event("photos: [hall]\n", "[一](photo:hall)[二](photo:hall)")))

    assert catalogue.mentions["photo:hall"] == ("event:x",)


@pytest.mark.parametrize("side", ["the event names the photo", "the photo names the event"])
def test_a_photo_and_its_event_know_each_other_whichever_says_so(written: Write, side: str) -> None:
    photo = "- id: new\n  caption: {zh: 新照片, en: A new photo}\n  alt: {zh: 新, en: New}\n"
    named = side == "the event names the photo"
    files = event("photos: [new]\n" if named else "") | {
        "content/photos/new.yml": photo + ("" if named else "  event: x\n")
    }

    catalogue, problems = linked(written(files))

    assert problems == ()
    assert catalogue.events["x"].photos == ("new",)
    found = catalogue.photos["new"]
    assert found.date is not None
    assert (found.event, found.column, found.date.edtf) == ("x", "together", "2022-02")


def test_a_photo_keeps_its_own_column_and_date(written: Write) -> None:
    photo = "- {id: new, caption: {zh: 新照片, en: New}, alt: {zh: 新, en: N}, event: x, column: care, date: 2021}\n"

    catalogue, _ = linked(written(event("") | {"content/photos/new.yml": photo}))

    found = catalogue.photos["new"]
    assert found.date is not None
    assert (found.column, found.date.edtf) == ("care", "2021")


def test_a_photo_of_a_span_of_years_has_no_date_of_its_own(written: Write) -> None:
    catalogue, _ = linked(written(event("date: 2016/2020\nphotos: [hall]\n")))

    assert catalogue.photos["hall"].date is None


@pytest.mark.parametrize(
    ("head", "column"),
    [
        ("photos: [dam, hal]\n", 15),
        ("figures: [visit]\n", 11),
        ("people: [keepr]\n", 10),
        ("tags: [watr]\n", 8),
        ("sources: [{id: chronicl}]\n", 11),
    ],
)
def test_a_name_that_leads_nowhere_is_told_where_it_stands_with_the_nearest(
    written: Write, head: str, column: int
) -> None:
    _, problems = linked(written(event(head)))

    assert [(found.code, found.file, found.line, found.column) for found in problems] == [
        ("unknown-id", "content/events/x.zh.md", 5, column)
    ]
    assert "did you mean" in dict(problems[0].args)["nearest_en"]


def test_names_in_bodies_are_told_in_the_file_of_their_language(written: Write) -> None:
    files = event("", "一\n二[三](event:none)\n`[四](event:five)`", "Text {figure:none} text.")

    assert faults(written(files)) == [
        ("unknown-id", "content/events/x.en.md", 5, 6),
        ("unknown-id", "content/events/x.zh.md", 8, 6),
    ]


def test_names_on_the_home_page_and_hand_written_pages_are_followed(written: Write) -> None:
    front = "---\ntitle: 一\ndescription: 二\n{}---\n\n{}\n"
    own = "kicker: 三\nstrip_label: 四\nfeature: none"
    settings = written(
        {
            "docs/zh/index.md": front.format(f"{own}\ntimeline: [2019-07-dam, none]\n", "[一](photo:none)"),
            "docs/zh/about.md": front.format("", "{figure:none}"),
        }
    )

    assert faults(settings) == [
        ("unknown-id", "docs/zh/about.md", 6, 1),
        ("unknown-id", "docs/zh/index.md", 6, 10),
        ("unknown-id", "docs/zh/index.md", 7, 25),
        ("unknown-id", "docs/zh/index.md", 10, 5),
    ]


def test_entries_that_name_their_kind_are_followed(written: Write) -> None:
    board = "- {{code: YC009, {}, show: [event:none, pohto:dam, dam]}}\n".format(TITLES.format("牌"))
    settings = written({"content/boards/more.yml": board})

    _, problems = linked(settings)

    assert [found.code for found in problems] == ["unknown-id", "bad-link", "bad-link"]
    assert dict(problems[1].args)["nearest_en"] == "; did you mean “photo”?"


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_what_is_not_shown_is_gone_and_what_points_at_it_says_so(written: Write, status: str) -> None:
    ident = {"draft": "2022-draft", "withdrawn": "2022-withdrawn"}[status]

    catalogue, problems = linked(written(event("", f"见[那件事](event:{ident})")))

    assert ident not in catalogue.events
    assert f"event:{ident}" not in catalogue.mentions
    (found,) = problems
    assert (found.code, found.line, found.column) == (f"{status}-reference", 7, 8)
    assert dict(found.args) == {"key": f"event:{ident}", "by": "event:x"}


@pytest.mark.parametrize("field", ["photos: [old]", "figures: [old]", "people: [old]", "sources: [{id: old}]"])
def test_a_withdrawn_record_of_any_kind_leaves_no_name_behind(written: Write, field: str) -> None:
    kind = field.split(":")[0]
    words = TITLES.format("旧")
    records = {
        "photos": f"- {{id: old, caption{words.removeprefix('title')}, status: withdrawn}}\n",
        "figures": f"- {{id: old, label{words.removeprefix('title')}, value: 1, unit: person, status: withdrawn}}\n",
        "sources": f"- {{id: old, {words}, status: withdrawn}}\n",
    }
    files = event(f"{field}\n")
    if kind == "people":
        head = "title: {}\n"
        honours = "honours: [{title: {zh: 一, en: one}, year: 2019}]\nstatus: withdrawn\n"
        files["content/people/old.zh.md"] = f"---\n{head.format('旧人')}{honours}---\n"
        files["content/people/old.en.md"] = f"---\n{head.format('Old')}---\n"
    else:
        files[f"content/{kind}/old.yml"] = records[kind]

    catalogue, problems = linked(written(files))

    assert [found.code for found in problems] == ["withdrawn-reference"]
    assert "old" not in catalogue.of(kind)
    assert getattr(catalogue.events["x"], kind) == ()


def test_a_withdrawn_record_may_point_at_what_is_gone(written: Write) -> None:
    files = event("status: withdrawn\ntags: [none]\n", "[一](event:2022-withdrawn)")

    assert faults(written(files)) == []


def test_previews_show_drafts_but_never_what_was_withdrawn(good: Settings) -> None:
    catalogue, problems = linked(replace(good, drafts=True))

    assert problems == ()
    assert "2022-draft" in catalogue.events
    assert "2022-withdrawn" not in catalogue.events


def test_samples_are_left_out_with_all_that_points_at_them(good: Settings) -> None:
    catalogue, problems = linked(replace(good, samples=False))

    assert problems == ()
    assert "sample-a" not in catalogue.people
    assert catalogue.events["2021-05-04-run"].people == ()
    assert "person:sample-a" not in catalogue.mentions


def test_samples_are_shown_otherwise(good: Settings) -> None:
    assert linked(good)[0].events["2021-05-04-run"].people == ("sample-a",)


@pytest.mark.parametrize("status", ["published", "withdrawn", "draft"])
def test_an_id_is_taken_even_by_a_record_that_is_not_shown(written: Write, status: str) -> None:
    tags = f"- {{id: a, {TITLES.format('甲')}, status: {status}}}\n- {{id: a, {TITLES.format('乙')}}}\n"

    _, problems = linked(written({"content/tags/more.yml": tags}))

    assert [(found.code, found.line, found.column) for found in problems] == [("duplicate-id", 2, 8)]
    assert dict(problems[0].args)["other"] == "content/tags/more.yml"


def test_two_boards_of_one_code_are_told_at_the_second_code(written: Write) -> None:
    board = f"- {{code: YC001, {TITLES.format('牌')}}}\n"

    assert faults(written({"content/boards/more.yml": board})) == [("duplicate-id", "content/boards/more.yml", 1, 10)]


def test_one_id_may_stand_for_records_of_two_kinds(written: Write) -> None:
    assert faults(written({"content/tags/more.yml": f"- {{id: dam, {TITLES.format('坝')}}}\n"})) == []


def test_a_title_that_is_there_already_is_told_in_the_language_of_the_copy(written: Write) -> None:
    files = event("")
    files["content/events/x.en.md"] = files["content/events/x.en.md"].replace("Event x", "Trees of Yunchuan")
    files["content/events/2020-trees.en.md"] = "---\ntitle: Trees of Yunchuan\nsummary: Trees.\n---\n\nTrees.\n"

    assert faults(written(files)) == [("same-title", "content/events/x.en.md", 2, 8)]


def test_pages_of_two_kinds_need_two_titles_but_a_tag_may_have_that_of_an_event(written: Write) -> None:
    title = "{zh: 云川植树, en: Trees}"
    photo = f"- {{id: z, caption: {title}, alt: {title}}}\n"

    settings = written({"content/photos/z.yml": photo, "content/tags/z.yml": f"- {{id: z, title: {title}}}\n"})
    _, problems = linked(settings)

    assert [(found.code, found.file, found.column) for found in problems] == [
        ("same-title", "content/photos/z.yml", 25)
    ]
    assert dict(problems[0].args)["other"] == "event:2020-trees"


def test_a_hand_written_page_needs_a_title_of_its_own(written: Write) -> None:
    page = "---\ntitle: 云川植树\ndescription: 二\n---\n\n一"

    assert faults(written({"docs/zh/about.md": page})) == [("same-title", "content/events/2020-trees.zh.md", 2, 8)]


def test_two_photos_need_two_captions(written: Write) -> None:
    photo = "- {id: new, caption: {zh: 礼堂, en: Another hall}, alt: {zh: 新, en: New}}\n"

    assert faults(written({"content/photos/z.yml": photo})) == [("same-title", "content/photos/z.yml", 1, 27)]


def test_a_photo_without_alt_text_is_told(written: Write) -> None:
    photo = "- {id: new, caption: {zh: 新照片, en: A new photo}}\n"

    assert faults(written({"content/photos/new.yml": photo})) == [("missing-alt", "content/photos/new.yml", 1, 22)]


@pytest.mark.parametrize(("answer", "sound"), [(1, True), (2, True), (3, False)])
def test_the_answer_is_one_of_the_choices(written: Write, answer: int, sound: bool) -> None:
    question = (
        "- {{id: a, question: {{zh: 问, en: Q}}, choices: [{{zh: 一, en: A}}, {{zh: 二, en: B}}], answer: {}}}\n"
    )

    found = faults(written({"content/quiz/more.yml": question.format(answer)}))

    assert [code for code, *_ in found] == ([] if sound else ["bad-answer"])


@pytest.mark.parametrize("word", ["page", "year", "index"])
def test_an_id_cannot_be_a_word_that_addresses_need(written: Write, word: str) -> None:
    tags = f"- {{id: {word}, {TITLES.format('甲')}}}\n"

    assert [code for code, *_ in faults(written({"content/tags/more.yml": tags}))] == ["bad-id"]


def test_links_between_hand_written_pages_are_followed(written: Write) -> None:
    front = "---\ntitle: 一\ndescription: 二\n---\n\n"
    body = "[a](corrections.md#how) [b](index.md) [c](corections.md) ![d](../assets/no.png) [e](https://gov.example/)"

    settings = written({"docs/zh/about.md": front + body, "docs/assets/yes.png": "x"})
    _, problems = linked(settings)

    assert [(found.code, found.line, found.column) for found in problems] == [
        ("broken-link", 6, 43),
        ("broken-link", 6, 63),
    ]
    assert dict(problems[0].args)["nearest_zh"] == "，是不是“corrections.md”？"


def test_drawings_of_hand_written_pages_stand_among_the_assets_and_photographs_have_records(written: Write) -> None:
    front = "---\ntitle: 一\ndescription: 二\n---\n\n"
    drawing = {"docs/zh/about.md": front + "![d](../assets/yes.svg)", "docs/assets/yes.svg": "x"}
    photograph = {"docs/zh/about.md": front + "![d](../assets/yes.png)", "docs/assets/yes.png": "x"}

    assert faults(written(drawing)) == []
    assert [code for code, *_ in faults(written(photograph))] == ["picture-without-record"]


def test_a_record_cannot_link_to_the_file_of_a_page(written: Write) -> None:
    assert faults(written(event("", "[更正](corrections.md)"))) == [("broken-link", "content/events/x.zh.md", 7, 6)]


def test_what_points_at_a_faulty_record_is_not_called_wrong_as_well(written: Write) -> None:
    settings = written({"content/tags/tags.yml": "- id: water\n- id: sport\n"})
    records, problems = parse(survey(settings)[0], settings)

    assert {found.code for found in problems} == {"missing-key"}
    assert link(records, settings)[1] == ()


def test_a_catalogue_comes_even_of_faulty_records(written: Write) -> None:
    catalogue, problems = linked(written(event("tags: [none]\n")))

    assert problems
    assert catalogue.events["x"].tags == ()
