"""The contact sheet: every photo record of a site at one glance, with what is still missing. For the office, no page.

One file that needs nothing else: it is sent on, opened without a network, printed on A4 and gone through with a pen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from changlang.model.fields import Text
from changlang.model.languages import LANGUAGES, UNWRITTEN, Language
from changlang.model.records import Photo
from changlang.pages import dates
from changlang.pages.jinja import jinja

# The sheet's own words: they are in no edition, so they are not among those that the heading font is cut for.
WORDS: Mapping[str, Mapping[Language, str]] = {
    "sheet": {"zh": "照片总表", "en": "Contact sheet"},
    "faces": {"zh": "建议遮住的人脸", "en": "Faces that might be hidden"},
    "office": {
        "zh": "仅供内部使用：含未公开的草稿，不要外传",
        "en": "For the office only: it shows drafts; do not pass it on",
    },
    "faces-office": {
        "zh": "仅供内部使用：这里的人脸没有遮住。程序会看漏，也会看错，以人看为准",
        "en": "For the office only: faces are not hidden here. The program misses some and sees others that are none",
    },
    "all": {"zh": "照片", "en": "Pictures"},
    "published": {"zh": "公开", "en": "published"},
    "draft": {"zh": "草稿", "en": "draft"},
    "withdrawn": {"zh": "已撤下", "en": "withdrawn"},
    "to-come": {"zh": "图没有到", "en": "not arrived"},
    "incomplete": {"zh": "有缺项", "en": "incomplete"},
    "unread": {"zh": "读不出的记录", "en": "Records that could not be read"},
    "undated": {"zh": "没有日期", "en": "Without a date"},
    "absent": {"zh": "图没有到", "en": "The picture has not arrived"},
    "unshown": {"zh": "图用不了，原因见下", "en": "The picture cannot be used; see below"},
    "gone": {"zh": "已撤下，不再制图", "en": "Withdrawn; no picture is made of it"},
    "caption": {"zh": "说明", "en": "Caption"},
    "alt": {"zh": "替代文字", "en": "Alt text"},
    "credit": {"zh": "摄影", "en": "Credit"},
    "date": {"zh": "日期", "en": "Date"},
    "consent": {"zh": "同意", "en": "Consent"},
    "event": {"zh": "活动", "en": "Event"},
    "file": {"zh": "文件", "en": "File"},
    "record": {"zh": "记录", "en": "Record"},
    "missing": {"zh": "没有写", "en": "missing"},
    "missing-zh": {"zh": "缺中文", "en": "Chinese missing"},
    "missing-en": {"zh": "缺英文", "en": "English missing"},
    "no-consent": {"zh": "没有写；画面中认得出人就要有", "en": "missing; needed where people can be recognised"},
}
Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Entry:
    """One photo on the sheet. `picture` is a `data:` address, "" where there is none to show.

    `boxes` are outlined: what is hidden, or what is proposed to be (`note` then says how to accept it). `faults` are
    what the check says of the record and its file, in the sheet's language.
    """

    photo: Photo
    picture: str
    boxes: Sequence[Rectangle] = ()
    faults: Sequence[str] = ()
    note: str = ""


def contact_sheet(
    entries: Iterable[Entry], unread: Sequence[str], site: str, kind: str, language: Language, today: date
) -> str:
    """The sheet as HTML, by year, newest first. `kind` is `sheet` or `faces`.

    `unread` says what is wrong with records that could not be read.
    """
    entries = list(entries)
    environment = jinja()
    environment.globals |= {
        "lang": language,
        "word": lambda name: WORDS[name][language],
        "written": lambda when: dates.written(when, language),
        "missing": missing,
        "languages": LANGUAGES,
    }
    return environment.get_template("contact.html").render(
        title=WORDS[kind][language],
        office=WORDS["faces-office" if kind == "faces" else "office"][language],
        site=site,
        today=today.isoformat(),
        years=list(_by_year(entries)),
        unread=unread,
        counts=list(_counts(entries)),
    )


def missing(photo: Photo) -> frozenset[str]:
    """What a photo still lacks: `caption.zh`, `alt.en`, `file`, `date`, `credit`, `consent`. A withdrawn one nothing.

    Whether anybody can be recognised, so that there has to be a consent, is for a person to see.
    """
    if photo.status == "withdrawn":
        return frozenset()
    lacking = {name for name in ("file", "date", "credit", "consent") if getattr(photo, name) is None}
    for name, text in (("caption", photo.caption), ("alt", photo.alt), ("credit", photo.credit)):
        lacking |= {f"{name}.{language}" for language in LANGUAGES if _unwritten(text, language)}
    return frozenset(lacking)


def _unwritten(text: Text | None, language: Language) -> bool:
    return text is None or text[language].startswith(UNWRITTEN[language])


def _by_year(entries: Iterable[Entry]) -> Iterator[tuple[int, list[Entry]]]:
    """Entries under their years, 0 for none, which comes last."""

    def year(entry: Entry) -> int:
        return entry.photo.date.last.year if entry.photo.date else 0

    for key, group in groupby(sorted(entries, key=lambda entry: (-year(entry), entry.photo.id)), year):
        yield key, list(group)


def _counts(entries: Iterable[Entry]) -> Iterator[tuple[str, int]]:
    """What stands at the head of the sheet: how many there are, by status, and how many lack something."""
    photos = [entry.photo for entry in entries]
    tests: Mapping[str, Iterable[bool]] = {
        "all": [True for _ in photos],
        "published": [photo.status == "published" for photo in photos],
        "draft": [photo.status == "draft" for photo in photos],
        "withdrawn": [photo.status == "withdrawn" for photo in photos],
        "to-come": [photo.file is None for photo in photos],
        "incomplete": [bool(missing(photo) - {"consent"}) for photo in photos],
    }
    yield from ((name, sum(test)) for name, test in tests.items())
