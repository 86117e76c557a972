"""What bodies lead to: records, figures and hand-written pages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from changlang.model.kinds import KINDS
from changlang.read.hostile import without_code

FOLDERS = {kind.word: folder for folder, kind in KINDS.items()}
# Repetitions are bounded, so that no text takes more time than in step with its length.
LINK = re.compile(
    rf"\]\((?P<word>{'|'.join(FOLDERS)}):(?P<id>[^)\s]{{0,200}})"
    r"|\{figure:(?P<figure>[^}\s]{0,200})\}"
    r"|\]\(\s{0,9}<?(?P<file>[^)>\s:#?]{1,300})(?=[)>\s#?])"
    r"|^ {0,3}\[[^\[\]]{1,300}\]:\s{0,9}<?(?P<reference>[^>\s:#?]{1,300})(?=[>\s#?]|\Z)",
    re.MULTILINE,
)


class Mention(NamedTuple):
    """Where a body points: at `ident` among the records of `folder`, or at a file where `folder` is "".

    `at` is the place in the body.
    """

    folder: str
    ident: str
    at: int


def mentions(body: str) -> Iterator[Mention]:
    """Links to records, figures in place and links to files, outside code; web addresses are no mentions."""
    if "](" not in body and "{figure:" not in body and "]:" not in body:
        return
    for found in LINK.finditer(without_code(body)):
        if found["figure"] is not None:
            yield Mention("figures", found["figure"], found.start())
        elif found["word"]:
            yield Mention(FOLDERS[found["word"]], found["id"], found.start("word"))
        else:
            group = "file" if found["file"] else "reference"
            yield Mention("", unquote(found[group]), found.start(group))


def resolved(page: str, target: str) -> str:
    """The path below `docs/<language>/` that a link of a hand-written page leads to; it may climb out with `../`."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), target))
