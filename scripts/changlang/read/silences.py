"""What somebody said of numbers: comments `# numbers: ok – reason` in YAML and front matter."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from changlang import plain
from changlang.model.records import HandPage, Record
from changlang.model.silence import Silence
from changlang.read.places import text_of

SAID = re.compile(r"(?:^|\s)#[ \t]*numbers:[ \t]*ok\b(?P<reason>.*)")
COMMENT = re.compile(r"\s*(?:#.*)?")
REACH = 3  # lines below a comment that it can be about


def silences(root: Path, record: Record | HandPage) -> tuple[Silence, ...]:
    """What a record's files say, in order; the reason is "" where none is given.

    A comment is about its own line and the three below; one at the end of the front matter is about the body.
    """
    if isinstance(record, HandPage):
        files = list(record.origin.values())
    else:
        files = [record.origin.file, *([record.origin.english] if record.origin.english else [])]
    return tuple(found for file in files for found in _said(text_of(root, file), file))


@lru_cache(maxsize=8)
def _said(text: str, file: str) -> tuple[Silence, ...]:
    """Kept for the many records that one list may have."""
    if "numbers:" not in text:
        return ()
    head = plain.front_matter(text)[0]
    above = 0 if head is None else 1
    lines = (text if head is None else head).split("\n")
    end = len(lines)
    while head is not None and end and COMMENT.fullmatch(lines[end - 1]):
        end -= 1
    found = []
    for index, line in enumerate(lines):
        if said := SAID.search(line):
            number = index + 1 + above
            last = number + REACH if index < end else text.count("\n") + 1
            found.append(Silence(file, number, last, " ".join(said["reason"].strip(" –—-:：").split())))
    return tuple(found)
