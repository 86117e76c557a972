"""Captions: WebVTT (W3C) as officers bring it, read strictly and written anew with nothing but what is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

TIME = re.compile(r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})", re.ASCII)
ARROW = "-->"
# Settings of a cue that browsers know (WebVTT, 4.4), and the tags that change how words are shown, not what is said.
SETTING = re.compile(r"(?:vertical|line|position|size|align):[a-z0-9.,%-]+", re.ASCII)
KEPT = re.compile(r"</?[biu]>")
TAG = re.compile(r"<[^>]*>")
HIDDEN = ("NOTE", "STYLE", "REGION")
SLACK = 1.0  # seconds that a cue may begin after its film has ended: rounding, not another film's captions


@dataclass(frozen=True, slots=True)
class Cue:
    """Words shown from `start` to `end`, in milliseconds; `settings` say where on the picture."""

    start: int
    end: int
    settings: str
    text: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in which line and column, both from 1, in both languages."""

    line: int
    column: int
    zh: str
    en: str


def read(text: str, seconds: float) -> tuple[tuple[Cue, ...], tuple[Fault, ...]]:
    """The cues of a file for a film so long, and every fault. Comments, styles and cue names are passed over."""
    lines = text.split("\n")
    if not re.fullmatch(r"WEBVTT(?:[ \t].*)?", lines[0]):
        return (), (Fault(1, 1, "第一行应当是 WEBVTT", "the first line must be WEBVTT"),)
    cues: list[Cue] = []
    faults: list[Fault] = []
    for number, block in _blocks(lines):
        made = _cue(number, block, cues[-1].start if cues else 0, seconds)
        if isinstance(made, Cue):
            cues.append(made)
        elif made:
            faults.append(made)
    if not cues and not faults:
        faults.append(Fault(len(lines), 1, "没有一条字幕", "there is not one cue"))
    return tuple(cues), tuple(faults)


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Lines between empty lines, with the number of the first; the head of the file is none."""
    block: list[str] = []
    first = True
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            block.append(line)
            continue
        if block and not first:
            yield number - len(block), block
        first, block = first and not block, []


def _cue(number: int, block: list[str], after: int, seconds: float) -> Cue | Fault | None:
    """One cue, what is wrong with it, or None for what is not shown."""
    if block[0].split()[0] in HIDDEN:
        return None
    at = next((index for index, line in enumerate(block[:2]) if ARROW in line), None)
    if at is None:
        return Fault(
            number,
            1,
            "这里缺少“00:00:01.000 --> 00:00:04.000”一行",
            "a line “00:00:01.000 --> 00:00:04.000” is missing",
        )
    line, place = block[at], number + at
    left, _, right = line.partition(ARROW)
    end_text, _, settings = right.strip().partition(" ")
    start, end = _milliseconds(left.strip()), _milliseconds(end_text)
    if start is None or end is None:
        column = 1 if start is None else line.index(ARROW) + 5
        return Fault(
            place,
            column,
            "时间要写成 00:00:01.000（小数点，三位）",
            "times are written 00:00:01.000, with a point and three digits",
        )
    if end <= start:
        return Fault(place, line.index(ARROW) + 5, "结束不晚于开始", "it ends before it begins")
    if start < after:
        return Fault(place, 1, "比上一条开始得早", "it begins before the one above")
    if start > (seconds + SLACK) * 1000:
        return Fault(
            place,
            1,
            f"影片只有 {seconds:.0f} 秒，这一条在它结束之后",
            f"the film has {seconds:.0f} seconds; this begins after its end",
        )
    words = [TAG.sub(lambda tag: tag[0] if KEPT.fullmatch(tag[0]) else "", said).strip() for said in block[at + 1 :]]
    if not TAG.sub("", "".join(words)).strip():
        return Fault(place, 1, "这一条没有文字", "this one has no words")
    return Cue(start, end, " ".join(SETTING.findall(settings)), "\n".join(filter(None, words)))


def _milliseconds(text: str) -> int | None:
    match = TIME.fullmatch(text)
    if not match:
        return None
    hours, minutes, seconds, rest = (int(part or 0) for part in match.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest


def written(cues: Iterable[Cue]) -> str:
    """The file that is published: the same text for the same cues."""
    return "WEBVTT\n" + "".join(
        f"\n{_time(cue.start)} {ARROW} {_time(cue.end)}{' ' if cue.settings else ''}{cue.settings}\n{cue.text}\n"
        for cue in cues
    )


def words(cues: Iterable[Cue]) -> tuple[str, ...]:
    """What is said, cue by cue, without tags and with signs as they are read."""
    return tuple(" ".join(unescape(TAG.sub("", cue.text)).split()) for cue in cues)


def _time(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


def vtt(data: bytes) -> Iterator[str]:
    """What a file of captions holds that is not shown. Raises `ValueError` for one that `written` did not write."""
    text = data.decode("utf-8")
    if written(read(text, float("inf"))[0]) != text:
        yield "comments"
