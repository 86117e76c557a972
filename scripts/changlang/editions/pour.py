"""To pour is to put a page's parts where its frame has marks: byte for byte what the host would have rendered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from markupsafe import escape

from changlang.model.languages import Language
from changlang.model.pages import Frame, Page, Parts

MARK = re.compile(r"x0(title|description|head|other|counterpart|body|lang)x0")

Mould = tuple[str, ...]
Moulds = Mapping[tuple[Language, str, int], Mould]


def moulds(frames: Iterable[Frame]) -> Moulds:
    """Frames cut at their marks, by language, kind and depth: text, mark, text, mark, …, text."""
    return {(frame.language, frame.kind, frame.depth): tuple(MARK.split(frame.html)) for frame in frames}


def pour(mould: Mould, parts: Parts, page: Page, other: str) -> str:
    """The finished page. Title and description are escaped as the frame's template escapes them; the rest is HTML.

    `other` is the link to the same page in the other language; which languages both are in, the page says.
    """
    filling = {
        "title": str(escape(parts.title)),
        "description": str(escape(parts.description)),
        "head": parts.head,
        "other": other,
        "counterpart": page.counterpart,
        "lang": page.spoken,
        "body": parts.body,
    }
    return "".join(filling[piece] if index % 2 else piece for index, piece in enumerate(mould))
