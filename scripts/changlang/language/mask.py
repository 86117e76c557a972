"""What of a text is words: code, addresses and marks are covered, sign for sign, so that every index still holds."""

from __future__ import annotations

import re

# Covers what is not for readers; FIGURE covers `{figure:ID}`, which readers see as a number.
COVER = "\x00"
FIGURE = "\x01"

# Runs are bounded, so that no text takes more time than in step with its length.
HOST = r"[A-Za-z0-9-]{1,63}"
ADDRESS = rf"(?:https?://|www\.|mailto:|tel:)[!-~]{{1,500}}|[A-Za-z0-9_.+-]{{1,64}}@{HOST}(?:\.{HOST}){{1,5}}"
MARKDOWN = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n]{0,200}\n(?:.*?^(?P=fence)[`~]*[ \t]*$|.*)"
    r"|(?<!`)(?P<ticks>`{1,5})(?!`)[^`](?:.{0,2000}?[^`])?(?P=ticks)(?!`)"
    r"|(?P<figure>\{figure:[^}\s]{0,200}\})"
    r"|(?<=\])\([^()\n]{0,500}(?:\([^()\n]{0,200}\)[^()\n]{0,300})?\)"  # the target of a link or picture
    r"|^ {0,3}\[[^\[\]\n]{1,300}\]:[^\n]{0,600}"  # a reference's target, a footnote's mark
    r"|\[\^[^\[\]\s]{1,100}\]"
    r"|<!--.*?-->|</?[A-Za-z][^<>]{0,500}>|<[a-z]+:[^<>\s]{1,500}>"
    r"|&(?:[A-Za-z]{2,32}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});"
    r"|\{:?\s?[#.][^{}\n]{0,200}\}"
    r"|^(?: {4}|\t)[^\n]*(?:\n(?: {4}|\t)[^\n]*){0,500}"
    r"|^[ \t]*(?:[-+*]|\d{1,9}[.)])(?=[ \t])"  # the mark of a list's entry
    r"|\\[!-/:-@\[-`{-~]"
    rf"|{ADDRESS}",
    re.DOTALL | re.MULTILINE,
)
FOOTNOTE = re.compile(r" {0,3}\[\^[^\[\]\s]{1,100}\]:")
FIELD = re.compile(ADDRESS)
# Signs of which a text needs one for anything in it to be covered.
HINT = re.compile(r"[`{\](<&\\@~]|://|www\.|:|^ {4}|^\t|^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]", re.MULTILINE)


def masked(text: str, markdown: bool) -> str:
    """The text with all that is no words covered; as long as the text. A field is not Markdown, a body is."""
    if not HINT.search(text):
        return text
    return MARKDOWN.sub(_cover, text) if markdown else FIELD.sub(_cover, text)


def _cover(found: re.Match[str]) -> str:
    kept = FOOTNOTE.match(found[0])  # what a footnote says is text
    length = kept.end() if kept else len(found[0])
    sign = FIGURE if found.re is MARKDOWN and found["figure"] else COVER
    return sign * length + found[0][length:]
