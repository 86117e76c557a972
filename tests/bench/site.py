"""The generated events as a site of changlang: records, hand-written pages and settings."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench import words
from tests.bench.generate import Story
from tests.bench.maker import Maker, write_files

SETTINGS = """\
site_name: 云川国防长廊
site_url: https://yc.example/gfjy/
docs_dir: docs/zh
theme: {name: material, font: false}
plugins:
  - changlang:
      site_name: {zh: 云川国防长廊, en: Yunchuan Defence Gallery}
      board_prefix: YC
"""
# Hand-written pages: name, then title, description and body in each language.
HAND = (
    (
        "index",
        ("云川国防长廊", "Yunchuan Defence Gallery"),
        ("示例市云川的国防教育记录。", "Records of defence education in the invented city of Yunchuan."),
        ("本站内容由程序生成，仅供测量。", "What stands here was made by a program, for measuring only."),
    ),
    (
        "about",
        ("关于本站", "About this site"),
        ("本站内容从哪里来。", "Where the content of this site comes from."),
        ("云川是虚构的城市，所有记录均为示例。", "Yunchuan is an invented city; every record is a sample."),
    ),
    (
        "accessibility",
        ("无障碍声明", "Accessibility statement"),
        ("本站的无障碍目标。", "What this site aims at for all readers."),
        ("本站以WCAG 2.2 AA级为目标。", "This site aims at WCAG 2.2, level AA."),
    ),
)
FORM = "---\n{head}---\n\n{body}\n"


def write_site(folder: Path, told: Sequence[Story], _page_bytes: int = 0) -> None:
    """Writes a whole site into an empty folder; how long its pages get is the theme's affair."""
    write_files(folder, [("mkdocs.yml", SETTINGS), *_pages(), *_kinds(told), *_events(told)])


def chinese(story: Story) -> str:
    """The file that holds an event's Chinese body."""
    return f"content/events/{story.ident}.zh.md"


def _pages() -> Iterator[tuple[str, str]]:
    for name, title, description, body in HAND:
        for side, language in enumerate(("zh", "en")):
            head = f"title: {title[side]}\ndescription: {description[side]}\n"
            yield f"docs/{language}/{name}.md", FORM.format(head=head, body=body[side])


def _kinds(told: Sequence[Story]) -> Iterator[tuple[str, str]]:
    """What events refer to: columns, tags, figures, sources."""
    for order, (ident, name, color) in enumerate(words.COLUMNS, 1):
        data = f'title: {name[0]}\norder: {order}\ncolor: "{color}"\n'
        yield (
            f"content/columns/{ident}.zh.md",
            FORM.format(head=data, body=f"{name[0]}专栏收录云川各处的活动。"),
        )
        english = f"title: {name[1]}\n"
        yield (
            f"content/columns/{ident}.en.md",
            FORM.format(head=english, body=f"{name[1]}: what Yunchuan did."),
        )
    years = sorted({story.day.year for story in told})
    figures = ((f[0], "label", f[1], f"  value: {f[2]}\n  unit: {f[3]}\n") for f in words.FIGURES)
    yield "content/figures/figures.yml", "".join(_item(*figure) for figure in figures)
    yield "content/tags/tags.yml", "".join(_item(ident, "title", name) for ident, name in words.TAGS)
    reports = ((f"report-{year}", (f"{year}年工作报告", f"Report of the year {year}"), year) for year in years)
    yield (
        "content/sources/sources.yml",
        "".join(_item(ident, "title", title, f"  date: {year}\n") for ident, title, year in reports),
    )


def _item(ident: str, key: str, name: words.Pair, more: str = "") -> str:
    return f"- id: {ident}\n  {key}: {{zh: {_quoted(name[0])}, en: {_quoted(name[1])}}}\n{more}"


def _events(told: Sequence[Story]) -> Iterator[tuple[str, str]]:
    for story in told:
        at = f"{{zh: 第{story.section}节, en: section {story.section}}}"
        head = (
            f"title: {_quoted(story.title[0])}\ndate: {story.day}\ncolumn: {story.column}\n"
            f"place: {_quoted(story.place[0])}\nsummary: {_quoted(story.summary[0])}\n"
            f"tags: [{', '.join(story.tags)}]\nsources: [{{id: report-{story.day.year}, at: {at}}}]\n"
        )
        yield chinese(story), FORM.format(head=head, body=story.body[0])
        english = "".join(
            f"{key}: {_quoted(text[1])}\n"
            for key, text in (("title", story.title), ("place", story.place), ("summary", story.summary))
        )
        yield f"content/events/{story.ident}.en.md", FORM.format(head=english, body=story.body[1])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


CHANGLANG = Maker(
    "changlang",
    write_site,
    lambda folder: [sys.executable, "-m", "changlang", "--config-file", str(folder / "mkdocs.yml"), "build"],
    chinese,
    "site",
    ("site", ".site.former", ".cache"),
)
