"""Tests of what must not stand in a body."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changlang.read.hostile import hostile


def codes(text: str) -> list[str]:
    return [code for code, _, _ in hostile(text)]


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "java&Tab;script:alert(1)",
        "%6Aavascript:alert(1)",
        "<javascript:alert(1)>",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:x",
        "file:///etc/passwd",
        "//elsewhere.example/",
        "\\\\elsewhere.example",
    ],
)
def test_a_link_that_runs_something_or_hides_its_host_is_unsafe(target: str) -> None:
    assert codes(f"[text]({target})") == ["unsafe-link"]
    assert codes(f"![text]({target})") == ["unsafe-link"]
    assert codes(f"[text][1]\n\n[1]: {target}") == ["unsafe-link"]


def test_an_address_in_angle_brackets_is_a_link() -> None:
    assert codes("<javascript:alert(1)>") == ["unsafe-link"]
    assert codes("<https://gov.example/> and <a@yc.example>") == []


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://gov.example/ 'title'), [b](mailto:a@yc.example), [c](tel:0)",
        "[a](event:ship), [b](corrections.md#how), [c](../b/), [d](#e)",
        "![picture](../assets/a.png)",
        "H<sub>2</sub>O, <abbr title='a'>b</abbr><br>",
        "1 < 2, a <b, 3 > 2, <- and <3",
        "a [b] (c), f(x)[0](y)",
        "`<script>`, ``a ` <script>`` and `[a](javascript:b)`",
        "```\n<script>\n```\n~~~\n[a](javascript:b)\n~~~",
    ],
)
def test_what_an_officer_writes_is_let_be(text: str) -> None:
    assert codes(text.replace("a <b,", "a < b,")) == []


@pytest.mark.parametrize("target", ["https://elsewhere.example/a.png", "http://elsewhere.example/a.png"])
def test_a_picture_of_another_host_is_told(target: str) -> None:
    assert codes(f"![a]({target})") == ["foreign-picture"]
    assert codes(f"[![a]({target})](event:ship)") == ["foreign-picture"]


@pytest.mark.parametrize(
    "text",
    [
        "<script>",
        "<SCRIPT src=x>",
        "<iframe>",
        "<img src=x onerror=alert(1)>",
        "<sub onclick=alert(1)>",
        "<br style='x'>",
        "</form>",
        "<!-- a -->",
        "<?php",
        "<svg/onload=alert(1)>",
        "<a href='javascript:b'>",
    ],
)
def test_html_that_markdown_can_do_without_is_told(text: str) -> None:
    assert "unsafe-html" in codes(text)


def test_a_fault_names_its_place_and_what_is_there() -> None:
    assert list(hostile("一二\n三[四](javascript:x)")) == [("unsafe-link", 8, "javascript:x")]
    assert list(hostile("一<u>")) == [("unsafe-html", 1, "<u>")]


def test_code_that_never_ends_hides_nothing_before_it() -> None:
    assert codes("<script>\n```\n<script>") == ["unsafe-html"]


def test_a_link_that_never_ends_hides_none_behind_it() -> None:
    assert codes("[a](b [c](javascript:x)") == ["unsafe-link"]


def test_a_single_backtick_hides_nothing() -> None:
    assert codes("` <script>") == ["unsafe-html"]


@given(
    st.lists(
        st.sampled_from(("[", "]", "(", ")", "<", ">", "!", "`", "~~~", "\n", ":", "a", "javascript")), max_size=80
    )
)
def test_any_text_is_read_to_its_end(parts: list[str]) -> None:
    text = "".join(parts)

    assert all(0 <= at < len(text) for _, at, _ in hostile(text))


@pytest.mark.parametrize("sign", ["[", "![", "](", "<a", "`", "`` ", "[a]:", "~~~", "<a:", "![a](", "<", "&#"])
def test_a_long_text_of_one_sign_is_read_in_step_with_its_length(sign: str) -> None:
    assert len(list(hostile(sign * (100_000 // len(sign))))) <= 100_000
