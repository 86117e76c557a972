"""The small sound site with something to hear and to see: of an event, of a person, of a board."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import SITES
from tests.recordings import captions, film, sound

EVENT = """audio: {zh: dam.zh.mp3, en: dam.en.m4a}
video: {file: dam.mov, poster: dam, captions: {zh: dam.zh.vtt, en: dam.en.vtt}}
"""
PERSON = "audio: {zh: dam.zh.mp3, en: dam.en.m4a}\n"
BOARD = "  audio: {zh: board.mp3, en: board.mp3}\n"


def lay_out(root: Path) -> None:
    """Writes the site with its recordings, which are made now."""
    shutil.copytree(SITES / "good", root)
    _insert(root / "content/events/2021-quiet.zh.md", EVENT)
    _insert(root / "content/people/keeper.zh.md", PERSON)
    boards = root / "content/boards/boards.yml"
    boards.write_text(boards.read_text("utf-8") + BOARD, "utf-8")
    media = root / "media"
    media.mkdir()
    film(media / "dam.mov", 3, (320, 180))
    sound(media / "dam.zh.mp3", 2)
    sound(media / "dam.en.m4a", 3, "ipod", "aac")
    sound(media / "board.mp3", 1)
    (media / "dam.zh.vtt").write_text(captions("第一句话。", "第二句话。"), "utf-8")
    (media / "dam.en.vtt").write_text(captions("The first words.", "The second words."), "utf-8")


def _insert(file: Path, fields: str) -> None:
    head, _, rest = file.read_text("utf-8").removeprefix("---\n").partition("---\n")
    file.write_text(f"---\n{head}{fields}---\n{rest}", "utf-8")
