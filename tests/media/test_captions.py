"""Captions are read strictly and written anew: what is shown, when, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changlang.media.captions import ARROW, Cue, read, written
from changlang.media.clean import carried
from tests.recordings import SECRET, captions


def test_comments_names_and_whoever_speaks_stay_behind() -> None:
    cues, faults = read(captions("First.", "Second."), 2)

    assert faults == ()
    assert written(cues) == (
        "WEBVTT\n\n00:00:00.000 --> 00:00:01.000 line:80%\nFirst.\n\n00:00:01.000 --> 00:00:02.000\nSecond.\n"
    )
    assert SECRET not in written(cues)


def test_emphasis_stays_and_other_tags_go() -> None:
    cues, _ = read("WEBVTT\n\n00:00.000 --> 00:01.000\n<c.red><i>So</i></c> <00:00.500>it &amp; was\nand is", 2)

    assert [cue.text for cue in cues] == ["<i>So</i> it &amp; was\nand is"]


def test_styles_regions_and_a_head_are_passed_over() -> None:
    head = "WEBVTT - a title\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:x\n\n"
    text = f"{head}00:00.000 --> 00:01.000\nYes."

    assert [cue.text for cue in read(text, 2)[0]] == ["Yes."]


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("1\n00:00:00,000 --> 00:00:01,000\nSRT", 1, 1, "WEBVTT"),
        ("WEBVTT\n", 2, 1, "not one cue"),
        ("WEBVTT\n\n00:00.000 --> 00:61.000\nx", 3, 15, "three digits"),
        ("WEBVTT\n\nname\nwords", 3, 1, "is missing"),
        ("WEBVTT\n\nname\n00:02.000 --> 00:01.000\nx", 4, 15, "ends before"),
        ("WEBVTT\n\n00:02.000 --> 00:03.000\nx\n\n00:01.000 --> 00:02.000\nx", 6, 1, "the one above"),
        ("WEBVTT\n\n00:02.000 --> 00:03.000\n<b></b>", 3, 1, "no words"),
        ("WEBVTT\n\n10:02.000 --> 10:03.000\nx", 3, 1, "has 5 seconds"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(text: str, line: int, column: int, said: str) -> None:
    _, (fault,) = read(text, 5)

    assert (fault.line, fault.column) == (line, column) and said in fault.en and fault.zh != fault.en


LINES = st.text(st.characters(exclude_characters="<>\n\r", exclude_categories=("Cs", "Cc", "Z")), min_size=1)


@given(st.lists(st.tuples(st.integers(0, 10**7), st.integers(1, 10**6), LINES), min_size=1))
def test_what_was_written_is_read_as_it_was(rows: list[tuple[int, int, str]]) -> None:
    cues = tuple(Cue(start, start + length, "", text) for start, length, text in sorted(rows))

    assert read(written(cues), float("inf")) == (cues, ())
    assert carried(written(cues).encode()) == ()


@given(st.text())
def test_no_text_stops_the_reader(text: str) -> None:
    read(text, 1)
    read(f"WEBVTT\n\n{text}", 1)
    read(f"WEBVTT\n\n00:00.000 {ARROW} {text}", 1)
