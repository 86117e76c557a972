"""Draft records of pictures that were just brought in: what the file says is filled in, the rest is to be written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from changlang.model.languages import UNWRITTEN
from changlang.plain import HIDDEN
from changlang.scaffold.fields import FIELDS
from changlang.scaffold.record import DRAFT, written_line

HEAD = """\
# 新放入的照片：写好 caption（图片说明）和 alt（画面上有什么），核对日期，删去 status 一行，才会公开。
# Pictures just brought in: write caption and alt, look at the date, and delete the line status to publish.
"""
PLAIN = re.compile(r"[A-Za-z0-9/._-]+", re.ASCII)
PLACED = "原图记着拍摄地点，不要外传 · the original says where it was taken: do not pass it on"


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of a picture without looking at it: `name` and `size` (upright pixels) are the original's."""

    id: str
    file: str
    name: str
    size: tuple[int, int]
    taken: date | None
    placed: bool
    event: str | None


def photo_drafts(drafts: Iterable[Draft]) -> str:
    """The YAML of draft records that pass a check as they are, and do not pass it once they are published."""
    return HEAD + "".join(_item(draft, explained=number == 0) for number, draft in enumerate(drafts))


def _item(draft: Draft, explained: bool) -> str:
    return "\n- " + "\n  ".join(_lines(draft, explained)) + "\n"


def _lines(draft: Draft, explained: bool) -> Iterator[str]:
    """The lines of one record; help stands beside the fields of a file's first one."""
    known = _known(draft)
    yield f"id: {draft.id}"
    yield f"# {_shown(draft.name)} · {draft.size[0]} × {draft.size[1]}"
    if draft.placed:
        yield f"# {PLACED}"
    for field in FIELDS["photos"]:
        if field.name == "icon":  # of the card that stands for a picture until it arrives
            continue
        if field.name in known:
            field = field._replace(value=known[field.name], needed=True)
        yield written_line(field if explained else field._replace(help=""))
    yield DRAFT


def _known(draft: Draft) -> Mapping[str, str]:
    """Fields that the file tells. A caption names its record: two of one wording could not be told apart."""
    zh, en = UNWRITTEN["zh"], UNWRITTEN["en"]
    found = {"caption": f"{{zh: {zh}（{draft.id}）, en: {en} ({draft.id})}}", "file": _quoted(draft.file)}
    if draft.taken:
        found["date"] = draft.taken.isoformat()
    if draft.event:
        found["event"] = draft.event
    return found


def _quoted(path: str) -> str:
    return path if PLAIN.fullmatch(path) else json.dumps(path, ensure_ascii=False)


def _shown(name: str) -> str:
    """A file's name within a comment: nothing in it can end the line or is not to be seen."""
    return HIDDEN.sub("�", "".join(sign if sign.isprintable() else "�" for sign in name))
