"""Pages, before and after they are rendered."""

from __future__ import annotations

from dataclasses import dataclass

from changlang.model.fields import Behind
from changlang.model.languages import SPOKEN, Language


@dataclass(frozen=True, slots=True)
class Page:
    """One page to be written, before it is rendered. `frame` names the kind of page, `subject` what it is about.

    `key` is a digest of everything the page's parts are made of: an equal key is an equal page. `behind` says that
    the English of what it is about is missing or stale; an English page where it is missing shows, and says it is,
    Chinese. `alone` is a page that the other language has not, `counterpart` the language (BCP 47) of the page that
    its link to the other language leads to.
    """

    address: str
    language: Language
    frame: str
    subject: str
    key: str
    behind: Behind = ""
    alone: bool = False
    counterpart: str = ""

    @property
    def spoken(self) -> str:
        """The language that the page says it is in (BCP 47)."""
        return SPOKEN["zh"] if self.behind == "missing" else SPOKEN[self.language]

    @property
    def translated(self) -> bool:
        """Whether the page and the one at its address in the other language are translations of one another."""
        return not self.alone and self.behind != "missing"


@dataclass(frozen=True, slots=True)
class Frame:
    """A finished page with marks where a record's parts go, for one kind of page `depth` folders below the root."""

    language: Language
    kind: str
    depth: int
    html: str


@dataclass(frozen=True, slots=True)
class Parts:
    """What is poured into a frame. `title` and `description` are plain text, `head` and `body` finished HTML."""

    title: str
    description: str
    head: str
    body: str
