"""The same records as sites of other makers, as their manuals show: Hugo, and MkDocs with Material."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench import words
from tests.bench.generate import Story
from tests.bench.maker import Maker, write_files

SIDES = (("zh", 0), ("en", 1))
SITE_NAME: words.Pair = ("云川国防长廊", "Yunchuan Defence Gallery")
THEME = Path(__file__).parent / "hugo"
# The bytes of a page of the Hugo theme below the text and its chrome; a page has those of its frame as well.
HUGO_BARE = 6500
PER_LIST = 50
FIGURE = re.compile(r"\{figure:([a-z]+)\}")
LINK = re.compile(r"\(event:([a-z0-9-]+)\)")

HUGO_SETTINGS = """\
baseURL: https://yc.example/gfjy/
defaultContentLanguage: zh
enableRobotsTXT: true
paginate: 50
disableKinds: []
taxonomies: {column: columns, year: years, tag: tags}
outputs: {home: [HTML, RSS], section: [HTML], taxonomy: [HTML], term: [HTML]}
rssLimit: 30
related:
  threshold: 10
  indices: [{name: columns, weight: 40}, {name: tags, weight: 30}, {name: years, weight: 30}]
languages:
  zh: {title: 云川国防长廊, contentDir: content/zh, languageCode: zh-CN, languageName: 中文}
  en: {title: Yunchuan Defence Gallery, contentDir: content/en, languageCode: en, languageName: English}
"""
MKDOCS_SETTINGS = """\
site_name: 云川国防长廊
site_url: https://yc.example/gfjy/
theme: {name: material, font: false, language: zh}
plugins: []
nav: [index.md, about.md, en/index.md, en/about.md]
not_in_nav: |
  /events/
  /columns/
  /years/
  /tags/
  /en/events/
  /en/columns/
  /en/years/
  /en/tags/
"""


def _plain(text: str, side: int, link: str) -> str:
    """A body in plain Markdown: figures written out, links to events in the maker's form (`{}`: the id)."""
    texts = {ident: shown[side] for ident, _, _, _, shown in words.FIGURES}
    return LINK.sub(lambda found: f"({link.format(found[1])})", FIGURE.sub(lambda found: texts[found[1]], text))


def _front(**values: object) -> str:
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())
    return f"---\n{''.join(lines)}---\n\n"


def write_hugo(folder: Path, told: Sequence[Story], page_bytes: int) -> None:
    """A site of Hugo with a small theme: related records, both languages, lists by column, year and tag."""
    shutil.copytree(THEME, folder, dirs_exist_ok=True)
    write_files(
        folder,
        [
            ("config.yaml", HUGO_SETTINGS),
            ("layouts/partials/chrome.html", _chrome(page_bytes - HUGO_BARE)),
            *(_hugo_terms(told)),
            *(_hugo_event(story, language, side) for story in told for language, side in SIDES),
        ],
    )


def _hugo_event(story: Story, language: str, side: int) -> tuple[str, str]:
    front = _front(
        title=story.title[side],
        date=str(story.day),
        description=story.summary[side],
        place=story.place[side],
        columns=[story.column],
        years=[str(story.day.year)],
        tags=story.tags,
        source=(
            f"{story.day.year}年工作报告，第{story.section}节",
            f"Report of {story.day.year}, section {story.section}",
        )[side],
    )
    return f"content/{language}/events/{story.ident}.md", front + _plain(story.body[side], side, "../{}/") + "\n"


def _hugo_terms(told: Sequence[Story]) -> Iterator[tuple[str, str]]:
    for language, side in SIDES:
        yield f"content/{language}/_index.md", _front(title=SITE_NAME[side], description=SITE_NAME[side])
        yield (
            f"content/{language}/about.md",
            _front(title=("关于本站", "About this site")[side], date="2025-01-01"),
        )
        for group, ident, name, _ in _groups(told):
            yield (
                f"content/{language}/{group}/{ident}/_index.md",
                _front(title=name[side], description=name[side]),
            )


def _chrome(size: int) -> str:
    """Navigation of about so many bytes, as themes have it."""
    entry = '<li><a class="chrome-link" href="/gfjy/events/#{0:03}">Item {0:03}</a></li>\n'
    entries = (entry.format(number) for number in range(max(0, size) // len(entry.format(0))))
    return f'<nav class="chrome"><ul>\n{"".join(entries)}</ul></nav>\n'


def _groups(told: Sequence[Story]) -> Iterator[tuple[str, str, words.Pair, Sequence[Story]]]:
    """The lists of events: (kind, id, name, its events)."""
    for ident, name, _ in words.COLUMNS:
        yield "columns", ident, name, [story for story in told if story.column == ident]
    for year in sorted({story.day.year for story in told}):
        yield (
            "years",
            str(year),
            (f"{year}年", str(year)),
            [story for story in told if story.day.year == year],
        )
    for ident, name in words.TAGS:
        yield "tags", ident, name, [story for story in told if ident in story.tags]


def write_mkdocs(folder: Path, told: Sequence[Story], _page_bytes: int) -> None:
    """A site of MkDocs with Material: events and lists outside the navigation, no search, nothing related."""
    newest = sorted(told, key=lambda story: story.day, reverse=True)
    files = [("mkdocs.yml", MKDOCS_SETTINGS)]
    for side, root in enumerate(("docs/", "docs/en/")):
        files += _mkdocs_lists(newest, side, root)
        for story in told:
            front = _front(title=story.title[side], description=story.summary[side])
            facts = f"{story.day} · {story.place[side]} · {', '.join(story.tags)}"
            body = _plain(story.body[side], side, "{}.md")
            files.append((f"{root}events/{story.ident}.md", f"{front}{facts}\n\n{body}\n"))
    write_files(folder, files)


def _mkdocs_lists(newest: Sequence[Story], side: int, root: str) -> Iterator[tuple[str, str]]:
    first_pages = []
    for group, ident, name, chosen in _groups(newest):
        first_pages.append(f"- [{name[side]}]({group}/{ident}/1.md)\n")
        for number in range(1, len(chosen) // PER_LIST + 2):
            rows = chosen[(number - 1) * PER_LIST : number * PER_LIST]
            text = "".join(f"- [{s.title[side]}](../../events/{s.ident}.md) {s.summary[side]}\n" for s in rows)
            others = " ".join(f"[{page}]({page}.md)" for page in range(1, len(chosen) // PER_LIST + 2))
            yield (
                f"{root}{group}/{ident}/{number}.md",
                _front(title=f"{name[side]} {number}") + f"{text}\n{others}\n",
            )
    yield f"{root}index.md", f"# {SITE_NAME[side]}\n\n{''.join(first_pages)}"
    yield f"{root}about.md", f"# {SITE_NAME[side]}\n"


def _hugo_command(folder: Path) -> list[str]:
    return ["hugo", "--quiet", "--source", str(folder), "--cacheDir", str(folder / "cache")]


def _mkdocs_command(folder: Path) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml")]


HUGO = Maker(
    "Hugo",
    write_hugo,
    _hugo_command,
    lambda story: f"content/zh/events/{story.ident}.md",
    "public",
    ("public", "cache", "resources"),
)
MKDOCS = Maker(
    "MkDocs + Material",
    write_mkdocs,
    _mkdocs_command,
    lambda story: f"docs/events/{story.ident}.md",
    "site",
    ("site",),
)
PEERS = (*([HUGO] if shutil.which("hugo") else []), MKDOCS)
