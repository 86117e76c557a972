"""The files of an index: which piece a key is in, how a piece is written, and how it is read again.

A piece is a plain script that hands itself over, `__cl("zh/…/p1f", {"红墙": "…"})`, because a page that was opened
from a folder may read scripts and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from changlang.model.languages import Language

FOLDER = "search"
# What a key is: a whole word with its places, letters inside of words, or the sound of a title or name. The signs
# never occur in folded text, so that no pair of characters is taken for one of these.
WORD, LETTERS, SOUND = "=", "~", "'"
STEM = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """How many slots, pieces and slots a chunk there are. It is in every path, so that no two layouts mix.

    `large` are the keys whose entry no other should have to carry; each has a file of its own.
    """

    language: Language
    slots: int
    pieces: int
    chunk: int
    large: frozenset[str]

    @property
    def folder(self) -> str:
        return f"{self.language}/{self.slots:x}-{self.pieces:x}-{self.chunk:x}"

    def piece(self, key: str) -> str:
        return self.numbered(number(stem(key)) % self.pieces)

    def file(self, key: str) -> str:
        """Where an entry is."""
        return f"{self.folder}/x{number(key):x}" if is_large(key, self.large) else self.piece(key)

    def numbered(self, number: int) -> str:
        return f"{self.folder}/p{number:x}"

    def texts(self, slot: int) -> str:
        return f"{self.folder}/t{slot // self.chunk:x}"

    def days(self, year: str) -> str:
        return f"{self.folder}/d{year}"


def is_large(key: str, large: frozenset[str]) -> bool:
    """Whether a key has its own file. Where a run of characters is in many pages, its places are many too."""
    return key in large or key.removeprefix(WORD) in large


def head(language: Language) -> str:
    """What every question reads first."""
    return f"{language}/head"


TRADITIONAL = "traditional"


def stem(key: str) -> str:
    """What decides a key's piece. Words that begin alike are together."""
    return key[: STEM + 1] if key[0] == WORD else key


def number(text: str) -> int:
    """FNV-1a of 32 bits over UTF-16 units, which JavaScript computes as easily."""
    data = text.encode("utf-16-le")
    result = 0x811C9DC5
    for low, high in zip(data[::2], data[1::2], strict=True):
        result = (result ^ (low | high << 8)) * 0x01000193 & 0xFFFFFFFF
    return result


def path(name: str) -> str:
    """The file of a piece, below the site's root."""
    return f"{FOLDER}/{name}.js"


def is_piece(path: str) -> bool:
    """Whether a file of a site belongs to an index."""
    return path.startswith(f"{FOLDER}/") and path.endswith(".js")


def script(name: str, data: Any) -> bytes:
    """A piece as the script that it is. U+2028 and U+2029 end a line in older browsers."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    written = written.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'__cl("{name}",{written})\n'.encode()


def data(script: bytes) -> Any:
    """What a piece holds."""
    text = script.decode()
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])


def gathered(entries: Mapping[str, str], layout: Layout) -> dict[str, bytes]:
    """Entries by key → files by path. There is every piece, so that a reader never asks for what is not there."""
    files: dict[str, dict[str, str]] = {layout.numbered(number): {} for number in range(layout.pieces)}
    for key in sorted(entries):
        files.setdefault(layout.file(key), {})[key] = entries[key]
    return {path(name): script(name, found) for name, found in files.items()}
