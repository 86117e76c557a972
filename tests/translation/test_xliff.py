"""Tests of XLIFF 2.0 written and read. What the texts tell is invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from changlang.translation.xliff import File, Unit, Unreadable, read, write

N = "{urn:oasis:names:tc:xliff:document:2.0}"
BODY = '\n种下{figure:trees}，见[水坝](event:2019-07-dam "坝")和`code`、<b>粗</b> & 1 < 2。\n\n- {figure:trees}\n'
ENGLISH = '\n{figure:trees} were planted; see [the dam](event:2019-07-dam "dam") and `code`, <b>bold</b> & 1 < 2.\n'
FILE = File(
    "event:2020-trees",
    "content/events/2020-trees.zh.md",
    (Unit("title", "云川植树", "", "initial"), Unit("body", BODY, ENGLISH, "translated")),
)


def tree(*files: File) -> etree._Element:
    return etree.fromstring(write(files))


def test_what_was_written_is_read_again() -> None:
    other = FILE._replace(key="home", units=(Unit("kicker", "一", "one", "final"),))

    assert read(write([FILE, other])) == (FILE, other)


SIGNS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t`[](){}<>&"))


@given(SIGNS, SIGNS)
def test_any_text_comes_back_as_it_went(zh: str, en: str) -> None:
    sent = FILE._replace(units=(Unit("body", zh, en, "translated" if en else "initial"),))

    assert read(write([sent])) == (sent,)


def test_the_document_has_the_structure_of_xliff_2() -> None:
    """XLIFF 2.0, section 4.2: elements, their order and their required attributes."""
    root = tree(FILE)

    assert (root.tag, root.get("version"), root.get("srcLang"), root.get("trgLang")) == (
        f"{N}xliff", "2.0", "zh-CN", "en",
    )  # fmt: skip
    (file,) = root
    assert file.tag == f"{N}file" and [child.tag for child in file] == [f"{N}notes", f"{N}unit", f"{N}unit"]
    for unit in file.iterfind(f"{N}unit"):
        assert [child.tag for child in unit] in ([f"{N}segment"], [f"{N}originalData", f"{N}segment"])
        (segment,) = unit.iterfind(f"{N}segment")
        assert [child.tag for child in segment] in ([f"{N}source"], [f"{N}source", f"{N}target"])
        assert segment.get("state") in ("initial", "translated", "reviewed", "final")
        data = [item.get("id") for item in unit.iter(f"{N}data")]
        assert len(set(data)) == len(data)
        for side in segment:
            names = [item.get("id") for item in side.iter(f"{N}ph")]
            assert len(set(names)) == len(names)
            assert {item.get("dataRef") for item in side.iter(f"{N}ph")} <= set(data)
    identifiers = [node.get("id") for node in (file, *file.iterfind(f"{N}unit"))]
    assert identifiers == ["f1", "u1", "u2"]


def test_what_no_translator_changes_is_protected() -> None:
    source = tree(FILE).findall(f".//{N}source")[1]

    assert [node.get("disp") for node in source.iter(f"{N}ph")] == [
        "{figure:trees}", "`code`", "<b>", "</b>", "{figure:trees}",
    ]  # fmt: skip


def test_a_link_to_a_record_keeps_its_target_protected() -> None:
    sent = FILE._replace(units=(Unit("body", "见[水坝](event:dam)。", "", "initial"),))

    assert [node.get("disp") for node in tree(sent).iter(f"{N}ph")] == ["(event:dam)"]


def test_segments_that_a_tool_cut_are_one_text_again() -> None:
    document = f"""<xliff xmlns="{N[1:-1]}" version="2.0" srcLang="zh" trgLang="en-GB"><file id="a">
    <notes><note category="record">home</note></notes>
    <unit id="1" name="body"><originalData><data id="d1">{{figure:a}}</data></originalData>
    <segment state="final"><source>一。</source><target>One.</target></segment>
    <ignorable><source> </source></ignorable>
    <segment state="reviewed"><source><mrk id="m">二</mrk><ph id="1" dataRef="d1"/></source>
    <target><pc id="2">Two</pc> <ph id="1" dataRef="d1"/></target></segment></unit></file></xliff>"""

    assert read(document.encode())[0].units == (Unit("body", "一。 二{figure:a}", "One. Two {figure:a}", "reviewed"),)


def test_a_unit_of_which_a_segment_lacks_its_target_has_no_english() -> None:
    document = write([FILE]).replace(b"</segment></unit>", b"</segment><segment><source>x</source></segment></unit>")

    assert [unit.en for unit in read(document)[0].units] == ["", ""]


BOMB = b'<!DOCTYPE x [<!ENTITY a "b">]><xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0"/>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not XML"),
        (b"<xliff", "not XML"),
        (b"<xliff version='1.2'/>", "not XLIFF 2.0"),
        (BOMB, "DOCTYPE"),
        (write([FILE]).replace(b"zh-CN", b"ja"), "srcLang is not zh"),
        (write([FILE]).replace(b'trgLang="en"', b""), "trgLang is not en"),
        (write([FILE]).replace(b'category="record"', b""), "a file without its note “record”"),
        (write([FILE]).replace(b'name="title"', b""), "a unit without its name"),
    ],
)
def test_what_is_no_document_of_ours_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as fault:
        read(data)
    assert fault.value.reason == reason
