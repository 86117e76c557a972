"""Tests of work that goes to a translator and comes back. Yunchuan 云川 and all that is told of it is invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result
from lxml import etree

from changlang.settings import Settings
from tests.translation.test_commands import TREES, change, run, states, texts

N = "{urn:oasis:names:tc:xliff:document:2.0}"
ZH, EN = f"{TREES}.zh.md", f"{TREES}.en.md"


def sent(settings: Settings, *options: str) -> etree._Element:
    path = settings.root.parent / "work.xlf"
    assert run(settings, "export", *options, "--out", str(path)).exit_code == 0
    return etree.fromstring(path.read_bytes())


def returned(settings: Settings, root: etree._Element) -> Result:
    path = settings.root.parent / "back.xlf"
    path.write_bytes(etree.tostring(root))
    return run(settings, "import", str(path))


def unit(root: etree._Element, record: str, field: str) -> etree._Element:
    for file in root.iterfind(f"{N}file"):
        if file.findtext(f"{N}notes/{N}note") == record:
            return next(node for node in file.iterfind(f"{N}unit") if node.get("name") == field)
    raise AssertionError(record)


def translate(root: etree._Element, record: str, field: str, text: str, state: str = "translated") -> None:
    """As a tool would: a target of plain text, in which protected pieces stand by the number of their data."""
    segment = unit(root, record, field).find(f"{N}segment")
    assert segment is not None
    for old in segment.iterfind(f"{N}target"):
        segment.remove(old)
    etree.SubElement(segment, f"{N}target").text = text
    segment.set("state", state)


def test_going_and_coming_back_unchanged_changes_nothing(good: Settings) -> None:
    before = texts(good)
    result = returned(good, sent(good))

    assert (result.exit_code, result.output) == (0, "")
    assert texts(good) == before


def test_a_missing_english_file_is_written_as_its_neighbours_are(good: Settings) -> None:
    former = (good.root / EN).read_text("utf-8")
    (good.root / EN).unlink()
    root = sent(good, "--state", "missing")
    translate(root, "event:2020-trees", "title", "Yunchuan plants trees")
    translate(root, "event:2020-trees", "summary", "Trees in\n  spring.")
    translate(root, "event:2020-trees", "body", "{figure:trees} on {figure:grove}.")
    result = returned(good, root)

    assert result.exit_code == 0, result.output
    assert (good.root / EN).read_text("utf-8") == former
    assert states(good)["event:2020-trees"] == "draft"


def test_a_missing_page_is_written_into_the_english_folder(good: Settings) -> None:
    (good.docs["en"] / "about.md").unlink()
    root = sent(good, "--state", "missing")
    translate(root, "page:about", "title", "About")
    translate(root, "page:about", "description", "What this is: nothing")
    translate(root, "page:about", "body", "{figure:visits}, [dam](event:2019-07-dam), [how](corrections.md#how)")

    assert returned(good, root).exit_code == 0
    assert (good.docs["en"] / "about.md").read_text("utf-8") == (
        '---\ntitle: About\ndescription: "What this is: nothing"\n---\n\n'
        "{figure:visits}, [dam](event:2019-07-dam), [how](corrections.md#how)\n"
    )


def test_only_what_was_translated_anew_is_changed(good: Settings) -> None:
    before = texts(good)
    root = sent(good)
    translate(root, "figure:trees", "label", "all trees")
    translate(root, "term:共建", "zh", "joint building")
    translate(root, "event:2020-trees", "sources.0.at", "chapter one")
    returned(good, root)

    figures = good.content / "figures" / "figures.yml"
    terms = good.content / "terms" / "terms.yml"
    changed = {path: text for path, text in texts(good).items() if before[path] != text}
    assert changed == {
        figures: before[figures].replace("{zh: 树, en: trees}", "{zh: 树, en: all trees}"),
        terms: before[terms].replace("en: building together", "en: joint building"),
        good.root / ZH: before[good.root / ZH].replace("en: chapter 1", "en: chapter one"),
    }


def final(root: etree._Element, record: str) -> None:
    for file in root.iterfind(f"{N}file"):
        if file.findtext(f"{N}notes/{N}note") == record:
            for segment in file.iter(f"{N}segment"):
                segment.set("state", "final")


def test_what_a_translator_vouches_for_is_confirmed(good: Settings) -> None:
    root = sent(good)
    translate(root, "event:2020-trees", "title", "Trees for Yunchuan")
    final(root, "event:2020-trees")
    final(root, "figure:trees")
    returned(good, root)

    found = states(good)
    assert [found[key] for key in ("event:2020-trees", "figure:trees", "figure:grove")] == [
        "confirmed", "confirmed", "draft",
    ]  # fmt: skip
    change(good, ZH, "春天植树。", "夏天植树。")
    assert "-春天植树。" in run(good, "diff", "event:2020-trees").stdout


def test_what_was_made_from_older_chinese_is_not_confirmed(good: Settings) -> None:
    root = sent(good)
    translate(root, "event:2020-trees", "title", "Trees for Yunchuan")
    final(root, "event:2020-trees")
    change(good, ZH, "春天植树。", "夏天植树。")
    result = returned(good, root)

    assert "changed after it was sent" in result.stderr
    assert "title: Trees for Yunchuan\n" in (good.root / EN).read_text("utf-8")
    assert states(good)["event:2020-trees"] == "draft"


@pytest.mark.parametrize("key", ["event:2020-trees", "figure:trees", "term:共建"])
def test_confirmed_english_that_comes_back_changed_is_a_draft(good: Settings, key: str) -> None:
    field = {"event": "title", "figure": "label", "term": "zh"}[key.partition(":")[0]]
    before = texts(good)
    run(good, "confirm", key)
    root = sent(good, "--state", "confirmed")
    translate(root, key, field, "Other words")
    returned(good, root)

    assert states(good)[key] == "draft"
    assert not any("confirmed" in text for text in texts(good).values()) and before != texts(good)


def test_stale_english_whose_work_was_made_from_older_chinese_stays_stale(good: Settings) -> None:
    run(good, "confirm", "event:2020-trees")
    root = sent(good, "--state", "confirmed")
    translate(root, "event:2020-trees", "title", "Trees for Yunchuan")
    change(good, ZH, "春天植树。", "夏天植树。")
    returned(good, root)

    assert states(good)["event:2020-trees"] == "stale"


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("body", "Trees on {figure:grove}.", "lost {figure:trees}"),
        ("body", "{figure:trees} on {figure:grove}, {figure:other}.", "adds {figure:other}"),
        ("body", "[{figure:trees}](https://a.example) on {figure:grove}.", "adds https://a.example"),
        ("body", "---\ntitle: x\n---\n{figure:trees} on {figure:grove}.", "adds ---"),
        ("body", "{figure:trees} on {figure:grove}. <script>a</script>", "unsafe-html"),
        ("title", "Trees\u202e", "invisible character, U+202E"),
    ],
)
def test_work_that_would_harm_the_site_is_refused_whole(good: Settings, field: str, text: str, said: str) -> None:
    before = texts(good)
    root = sent(good)
    translate(root, "event:2021-quiet", "title", "Something else")
    translate(root, "event:2020-trees", field, text)
    result = returned(good, root)

    assert result.exit_code == 1 and said in result.output
    assert texts(good) == before


def test_a_link_that_lost_its_target_is_refused(good: Settings) -> None:
    before = texts(good)
    root = sent(good)
    translate(root, "event:2021-05-04-run", "body", "Past the dam.")
    result = returned(good, root)

    assert (result.exit_code, "lost event:2019-07-dam" in result.stderr) == (1, True)
    assert texts(good) == before


@pytest.mark.parametrize(("record", "field"), [("event:2020-trees", "title"), ("figure:trees", "label")])
def test_work_for_what_is_no_longer_there_is_refused(good: Settings, record: str, field: str) -> None:
    root = sent(good)
    unit(root, record, field).set("name", "colour")
    assert "no text “colour”" in returned(good, root).stderr
    root = sent(good)
    note = next(note for note in root.iter(f"{N}note") if note.text == record)
    note.text = "event:gone"
    assert "no “event:gone”" in returned(good, root).stderr


@pytest.mark.parametrize("data", [b"", b"<xliff/>", b"PK\x03\x04"])
def test_another_file_is_refused_kindly(good: Settings, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "other.xlf").write_bytes(data)
    result = run(good, "import", str(tmp_path / "other.xlf"))

    assert result.exit_code == 1 and "XLIFF 2.0" in result.stderr


def test_files_keep_their_line_ends(good: Settings) -> None:
    path = good.root / EN
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    root = sent(good)
    translate(root, "event:2020-trees", "title", "Other words")
    returned(good, root)

    data = path.read_bytes()
    assert b"title: Other words\r\n" in data and data.count(b"\n") == data.count(b"\r\n")
