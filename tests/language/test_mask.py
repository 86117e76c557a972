"""Only words are left to read, each at its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changlang.language.mask import COVER, FIGURE, masked


def left(text: str, markdown: bool = True) -> str:
    return re.sub(f"{FIGURE}+", "#", masked(text, markdown).replace(COVER, ""))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("城里种了{figure:trees}。", "城里种了#。"),
        ("见[大坝](event:2019-07-dam)。", "见[大坝]。"),
        ('见[大坝](https://yc.example/a_(b),c "题")。', "见[大坝]。"),
        ("运行`a,b`即可", "运行即可"),
        ("运行``a`,b``即可", "运行即可"),
        ("前\n\n```\na,b\n```\n\n后", "前\n\n\n\n后"),
        ("前\n\n```\na,b\n", "前\n\n"),
        ("前\n\n    a,b\n\n后", "前\n\n\n\n后"),
        ("写信到a.b@yc.example，或看https://yc.example/x,y", "写信到，或看"),
        ("H<sub>2</sub>O &lt; 3", "H2O  3"),
        ("一条注[^1]\n\n[^1]: 注的文字", "一条注\n\n 注的文字"),
        ("[甲]: https://yc.example/", ""),
        ("- 第一\n- 第二", " 第一\n 第二"),
        ("1. 第一", " 第一"),
        (r"\*不斜\*", "不斜"),
        ("平常的字", "平常的字"),
    ],
)
def test_what_is_no_words_is_covered(text: str, words: str) -> None:
    assert left(text) == words


def test_a_field_is_not_markdown() -> None:
    assert left("a `b` [c](d) https://yc.example/", markdown=False) == "a `b` [c](d) "


@given(st.text("甲a1 \n`~{}[]()<>&\\:/@.^#-*_\"'figurehttps", max_size=80), st.booleans())
def test_every_sign_keeps_its_place(text: str, markdown: bool) -> None:
    found = masked(text, markdown)

    assert len(found) == len(text)
    assert all(new in (old, COVER, FIGURE) for old, new in zip(text, found, strict=True))
