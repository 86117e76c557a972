"""Tests of what a site's mkdocs.yml says. Yunchuan 云川 is an invented city."""

from __future__ import annotations

from pathlib import Path

import pytest

from changlang.problems import Problem
from changlang.settings import Settings, load_settings

LEAST = """\
site_name: 云川国防长廊
site_url: https://yc.example/gfjy
docs_dir: docs/zh
plugins:
  - changlang:
      site_name: {zh: 云川国防长廊, en: Yunchuan Defence Gallery}
"""


def read(folder: Path, text: str) -> tuple[Settings | None, tuple[Problem, ...]]:
    file = folder / "mkdocs.yml"
    file.write_text(text, "utf-8")
    return load_settings(file)


def sound(folder: Path, text: str) -> Settings:
    settings, problems = read(folder, text)
    assert settings is not None, problems
    assert problems == ()
    return settings


def faults(folder: Path, text: str) -> list[tuple[str, int, int]]:
    settings, problems = read(folder, text)
    assert settings is None
    return [(found.code, found.line, found.column) for found in problems]


def test_the_least_that_a_site_says_is_enough(tmp_path: Path) -> None:
    settings = sound(tmp_path, LEAST)

    assert settings.site_name.en == "Yunchuan Defence Gallery"
    assert settings.site_url == "https://yc.example/gfjy/"
    assert settings.docs == {"zh": tmp_path / "docs/zh", "en": tmp_path / "docs/en"}
    assert settings.content == tmp_path / "content"
    assert settings.photos == tmp_path / "photos"
    assert settings.site_dir == tmp_path / "site"
    assert (settings.board_prefix, settings.organiser, settings.drafts, settings.samples) == ("", None, False, True)


def test_every_option_is_read(tmp_path: Path) -> None:
    settings = sound(
        tmp_path,
        LEAST
        + """\
      board_prefix: YC
      organiser: {zh: 云川市虚构办公室, en: Invented Office of Yunchuan}
      contact: {email: a@yc.example, phone: "012", address: {zh: 一号, en: Number 1}}
      registration: {site_code: 0123, icp: 云ICP备1号, police: 云公网安备1号}
      content_dir: records
      photos_dir: pictures
site_dir: out
theme: {name: material, custom_dir: look}
""",
    )

    assert settings.board_prefix == "YC"
    assert settings.contact.phone == "012"
    assert settings.registration.site_code == "0123"
    assert settings.content == tmp_path / "records"
    assert settings.photos == tmp_path / "pictures"
    assert settings.site_dir == tmp_path / "out"
    assert settings.custom_dir == tmp_path / "look"


@pytest.mark.parametrize(
    "plugins",
    [
        "{changlang: {site_name: {zh: 云, en: Y}}}",
        "[search, changlang: {site_name: {zh: 云, en: Y}}]",
        "[{search: {lang: [zh]}}, {changlang: {site_name: {zh: 云, en: Y}}}]",
    ],
)
def test_plugins_are_a_list_or_a_table(tmp_path: Path, plugins: str) -> None:
    text = f"site_url: https://yc.example/\ndocs_dir: docs/zh\nplugins: {plugins}\n"

    assert sound(tmp_path, text).site_name.zh == "云"


def test_keys_and_tags_that_are_the_hosts_affair_are_left_to_it(tmp_path: Path) -> None:
    more = "markdown_extensions:\n  - toc:\n      slugify: !!python/name:a.b\nextra: {key: !ENV [KEY, none]}\n"

    assert sound(tmp_path, LEAST + more).board_prefix == ""


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("https://yc.example/gfjy", "yc.example", ("no-site-url", 2, 11)),
        ("site_url: https://yc.example/gfjy\n", "", ("no-site-url", 1, 1)),
        ("docs/zh", "docs", ("bad-docs-dir", 3, 11)),
        ("      site_name", "      site_nmae", ("unknown-option", 6, 7)),
        (", en: Yunchuan Defence Gallery", "", ("bad-option", 6, 18)),
        ("zh: 云川国防长廊, en", "zh: [], en", ("bad-option", 6, 23)),
        ("- changlang:", "- search:", ("no-options", 5, 3)),
        ("plugins:", "plugin:", ("no-options", 1, 1)),
    ],
)
def test_what_is_wrong_is_told_at_its_place(tmp_path: Path, old: str, new: str, found: tuple[str, int, int]) -> None:
    assert old in LEAST
    assert found in faults(tmp_path, LEAST.replace(old, new))


def test_an_unknown_option_is_offered_the_nearest_at_its_own_level(tmp_path: Path) -> None:
    _, problems = read(tmp_path, LEAST + "      bord_prefix: YC\n      contact: {emial: a@yc.example}\n")

    assert {dict(found.args)["nearest_en"] for found in problems} == {
        "; did you mean “board_prefix”?",
        "; did you mean “email”?",
    }


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    assert {code for code, *_ in faults(tmp_path, "plugins: {changlang: {a: 1}}")} == {
        "unknown-option",
        "bad-option",
        "no-site-url",
        "bad-docs-dir",
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "no-settings"), ("- a\n", "no-settings"), ("a: [", "yaml-syntax"), ("a: \u200b1", "hidden-sign")],
)
def test_a_file_that_says_nothing_is_a_problem(tmp_path: Path, text: str, code: str) -> None:
    assert [found for found, *_ in faults(tmp_path, text)] == [code]


def test_without_the_file_there_are_no_settings(tmp_path: Path) -> None:
    settings, problems = load_settings(tmp_path / "mkdocs.yml")

    assert settings is None
    assert [found.code for found in problems] == ["no-settings"]
