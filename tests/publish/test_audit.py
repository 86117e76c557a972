"""The audit stops what must not be released. Every test breaks one thing of a small sound site."""

from __future__ import annotations

from typing import Any

import pytest

from changlang import urls
from changlang.model.languages import SPOKEN, Language
from changlang.publish import facts
from changlang.publish.audit import Built, Release, Unsound, audit
from changlang.publish.facts import Facts

SITE = "https://yc.example/gfjy/"
FRAMES: dict[Language, Facts] = {
    "zh": facts.read('<html lang="zh-CN"><link rel="stylesheet" href="x.css"><body></body></html>'),
    "en": facts.read('<html lang="en"><body></body></html>'),
}


def page(address: str, body: str = "", **changes: Any) -> Built:
    language: Language = "en" if address.startswith("en/") else "zh"
    other = urls.absolute(SITE, urls.other(address, language))
    here = urls.absolute(SITE, address)
    pair = {"zh-CN": here, "en": other} if language == "zh" else {"zh-CN": other, "en": here}
    head = f'<link rel="canonical" href="{here}">' + "".join(
        f'<link rel="alternate" hreflang="{name}" href="{href}">' for name, href in pair.items()
    )
    spoken = SPOKEN[language]
    parts = facts.read(f'<html lang="{spoken}">{head}<h1>{address or "home"}</h1>{body}')
    parts = parts._replace(title=f"title of {address}", description=f"about {address}")._replace(**changes)
    return Built(address, language, replace_fetches(FRAMES[language]), parts, spoken)


def replace_fetches(frame: Facts) -> Facts:
    return frame._replace(fetches=[])


def site(*pages: Built, files: frozenset[str] = frozenset()) -> Release:
    built = {item.address: item for item in pages}
    present = {urls.file(address) for address in built} | files
    records = [address for address in built if address not in ("", "en/")]
    return Release(SITE, "site", built, frozenset(present), records)


SOUND = (
    page("", '<a href="events/x/">x</a>'),
    page("en/", '<a href="../en/events/x/">x</a>'),
    page("events/x/", '<a href="../../">home</a><a href="#top">top</a><p id="top"></p>'),
    page("en/events/x/", '<a href="../../../en/">home</a>'),
)


def codes(*pages: Built, files: frozenset[str] = frozenset()) -> set[str]:
    changed = {item.address: item for item in (*SOUND, *pages)}
    return {found.code for found in audit(site(*changed.values(), files=files))}


def test_a_sound_site_passes() -> None:
    assert codes() == set()


@pytest.mark.parametrize(
    ("code", "broken"),
    [
        ("audit-link", page("events/x/", '<a href="../gone/">gone</a>')),
        ("audit-link", page("events/x/", '<img alt="" src="../../p.jpg">')),
        ("audit-link", page("events/x/", '<a href="../../../outside/">above the root</a>')),
        ("audit-anchor", page("events/x/", '<a href="#nowhere">nowhere</a>')),
        ("audit-anchor", page("events/x/", '<a href="../../#nowhere">nowhere</a>')),
        ("audit-foreign", page("events/x/", '<img alt="" src="https://elsewhere.example/p.jpg">')),
        ("audit-foreign", page("events/x/", '<script src="//elsewhere.example/s.js"></script>')),
        ("audit-alt", page("events/x/", '<img src="data:,">')),
        ("audit-heading", page("events/x/", "<h1>a second one</h1>")),
        ("audit-same-title", page("events/x/", title="title of ")),
        ("audit-same-description", page("events/x/", description="about ")),
    ],
)
def test_one_broken_thing_is_found(code: str, broken: Built) -> None:
    assert code in codes(broken)


def test_a_page_in_the_wrong_language_is_found() -> None:
    assert "audit-lang" in codes(page("events/x/", lang="en"))


@pytest.mark.parametrize(
    "unsound",
    [
        page("events/only-chinese/"),
        page("events/x/", title=" "),
        page("events/x/", description=""),
        page("events/x/", canonical="https://yc.example/events/x/"),
        page("events/x/", alternates=[["zh-CN", "https://yc.example/gfjy/events/x/"]]),
    ],
)
def test_a_page_that_misnames_itself_or_its_other_language_is_a_fault_of_ours(unsound: Built) -> None:
    with pytest.raises(Unsound):
        codes(unsound)


def test_a_record_further_than_three_clicks_from_home_is_found() -> None:
    chain = [
        page("events/x/", '<a href="../../events/1/">1</a>'),
        page("events/1/", '<a href="../../events/2/">2</a>'),
        page("events/2/", '<a href="../../events/3/">3</a>'),
        page("events/3/"),
        *(page(f"en/events/{number}/") for number in (1, 2, 3)),
    ]
    built = {item.address: item for item in (*SOUND, *chain)}
    found = {item.file for item in audit(site(*built.values())) if item.code == "audit-unreachable"}

    assert "site/events/3/index.html" in found
    assert "site/events/2/index.html" not in found


def test_links_that_leave_the_site_by_mail_telephone_or_web_are_left_to_the_reader() -> None:
    assert (
        codes(page("events/x/", '<a href="mailto:a@yc.example">a</a><a href="https://gov.example/">b</a>')) == set()
    )


def test_a_link_to_a_file_that_is_no_page_is_sound() -> None:
    assert codes(page("events/x/", '<a href="../../feed.xml">feed</a>'), files=frozenset({"feed.xml"})) == set()
