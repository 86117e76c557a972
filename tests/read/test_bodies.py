"""Tests of what bodies lead to."""

from __future__ import annotations

import pytest

from changlang.model.kinds import KINDS, Kind
from changlang.read.bodies import Mention, mentions, resolved


def found(body: str) -> list[tuple[str, str]]:
    return [(mention.folder, mention.ident) for mention in mentions(body)]


def test_links_to_records_and_figures_in_place_are_mentions_at_their_place() -> None:
    body = "一[舰](event:ship)\n{figure:visits}"

    assert list(mentions(body)) == [Mention("events", "ship", 5), Mention("figures", "visits", 17)]


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.word)
def test_every_kind_can_be_linked_to(kind: Kind) -> None:
    assert found(f"[a]({kind.word}:x)") == [(kind.folder, "x")]


def test_a_link_within_a_link_s_text_and_one_with_a_title_count() -> None:
    assert found("[{figure:a} **b**](event:c 'd')") == [("figures", "a"), ("events", "c")]


def test_files_are_mentions_without_a_folder() -> None:
    body = "[a](corrections.md#how) ![b](../assets/b%20c.png)\n\n[d]: about.md\n[e]: https://gov.example/"

    assert found(body) == [("", "corrections.md"), ("", "../assets/b c.png"), ("", "about.md")]


@pytest.mark.parametrize(
    "body",
    [
        "[a](https://gov.example/) [b](mailto:a@yc.example) [c](#d) [e]() <https://gov.example>",
        "`[a](event:b)` ``{figure:a}``",
        "```\n[a](event:b)\n{figure:c}\n```\n",
        "~~~\n[a](event:b)\n~~~\n",
        "event:b {figures:a} [a] (event:b)",
    ],
)
def test_web_addresses_places_and_code_are_no_mentions(body: str) -> None:
    assert found(body) == []


@pytest.mark.parametrize(
    ("page", "target", "path"),
    [
        ("about", "corrections.md", "corrections.md"),
        ("history/walls", "gates.md", "history/gates.md"),
        ("history/walls", "../about.md", "about.md"),
        ("about", "../assets/a.png", "../assets/a.png"),
        ("about", "./corrections.md", "corrections.md"),
    ],
)
def test_a_link_is_resolved_from_its_page(page: str, target: str, path: str) -> None:
    assert resolved(page, target) == path
