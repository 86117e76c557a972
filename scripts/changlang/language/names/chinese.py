"""Chinese names that are nearly written as they should be: one sign off a known person, office, unit or term.

A Chinese text has no blanks between words, so a name is looked for by its halves: whoever mistypes one sign leaves
the other half as it is. What could just as well be another word is none: the sign in question must stand alone where
the dictionary cuts the sentence, or sound like the right one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from changlang.language.segment import words
from changlang.pinyin import readings

# Shorter names are one sign off too many ordinary words.
SHORTEST = 3
# From here on a sign that was left out, put in or changed at will is seen too, not only one that sounds alike.
LONG: Mapping[str, int] = {"left": 4, "put": 5, "changed": 4}
HAN = re.compile("[㐀-䶿一-鿿豈-﫿]")
# Names often differ in these, and mean something else: 八连冠 and 九连冠, the first and the second.
COUNTED = frozenset("〇零一二三四五六七八九十百千万亿两几数半第")
# These join what stands on either side.
JOINING = frozenset("的了和与及或在是为有等之各将把被对向从到不也都并、，。“”《》（）·—")
AROUND = 6  # signs on either side that the dictionary is shown


class Near(NamedTuple):
    """`text[start:end]` is nearly `name`; they differ at `text[at]`, or just before it where a sign is missing."""

    start: int
    end: int
    name: str
    at: int


class ChineseNames:
    """Finds what is nearly one of some Chinese names of three signs and more. `people` are names of persons."""

    def __init__(self, names: Iterable[str], people: Iterable[str] = ()) -> None:
        self._people = frozenset(people)
        known = {name for name in (*names, *self._people) if len(name) >= SHORTEST and HAN.search(name)}
        self._known = frozenset(known)
        self._seeds: dict[str, list[tuple[str, int]]] = {}
        for name in sorted(known):
            for seed, offset in _seeds(name):
                self._seeds.setdefault(seed, []).append((name, offset))
        self._exact = _pattern(known)
        self._first = _pattern(self._seeds)

    def find(self, text: str) -> Iterator[Near]:
        """Near misses in order, none of them a part of a name that is written as it should be."""
        if not self._first or not self._exact:
            return
        right = [found.span(1) for found in self._exact.finditer(text)]
        reached = 0
        for found in self._first.finditer(text):
            for near in self._at(text, found.start()):
                if near.start >= reached and not any(start <= near.at < end for start, end in right):
                    reached = near.end
                    yield near

    def _at(self, text: str, at: int) -> Iterator[Near]:
        """Near misses of the names of which a piece stands at an index."""
        for seed in sorted({text[at : at + 1], text[at : at + 2]} & self._seeds.keys()):
            for name, offset in self._seeds[seed]:
                for begin in (at - offset, at - offset + 1, at - offset - 1):
                    for length in (len(name), len(name) - 1, len(name) + 1):
                        near = self._near(text, begin, length, name)
                        if near:
                            yield near

    def _near(self, text: str, begin: int, length: int, name: str) -> Near | None:
        written = text[max(begin, 0) : begin + length]
        if begin < 0 or len(written) < length or written in self._known:
            return None
        place = _difference(written, name)
        if place is None or not self._mistaken(text, begin, written, name, place):
            return None
        return Near(begin, begin + length, name, begin + place)

    def _mistaken(self, text: str, begin: int, written: str, name: str, place: int) -> bool:
        if len(written) < len(name):
            return _left_out(name, place)
        if len(written) > len(name):
            return _put_in(text, begin, written, name, place)
        if _swapped(written, name, place):
            return _alone(text, begin + place, 2)
        old, new = name[place], written[place]
        if old.isdigit():
            return new.isdigit() and _code(text, begin, written, place)
        if not (HAN.match(new) and HAN.match(old)) or {old, new} <= COUNTED or new in JOINING:
            return False
        return self._changed(text, begin, name, place, _alike(old, new))

    def _changed(self, text: str, begin: int, name: str, place: int, alike: bool) -> bool:
        """Another sign in the place of one: any within a name, at its end only one that sounds alike."""
        person = name in self._people and place > 0
        inner = len(name) >= LONG["changed"] and place < len(name) - 1
        if not (alike or person or inner):
            return False
        start, end = _word(text, begin + place)
        if end - start == 1:
            return True
        return alike and len(name) > LONG["changed"] and begin <= start and end <= begin + len(name)


def _pattern(signs: Iterable[str]) -> re.Pattern[str] | None:
    """Finds every place where one of some texts begins."""
    choice = "|".join(map(re.escape, sorted(signs, key=len, reverse=True)))
    return re.compile(f"(?=({choice}))") if choice else None


def _seeds(name: str) -> Iterator[tuple[str, int]]:
    """Pieces of a name of which one is whole whichever single sign is wrong, with their places in it."""
    if len(name) == SHORTEST:
        yield from ((name[:2], 0), (name[1:], 1), (name[0], 0))
    else:
        middle = len(name) // 2
        yield from ((name[:2], 0), (name[middle : middle + 2], middle))


def _difference(written: str, name: str) -> int | None:
    """The place of the one sign in which two texts differ, that one has more, or where two have changed places."""
    short = min(len(written), len(name))
    place = next((index for index in range(short) if written[index] != name[index]), short)
    if len(written) == len(name):
        if place < short and written[place + 1 :] == name[place + 1 :]:
            return place
        return place if _swapped(written, name, place) else None
    longer, shorter = (written, name) if len(written) > len(name) else (name, written)
    return place if longer[place + 1 :] == shorter[place:] else None


def _swapped(written: str, name: str, place: int) -> bool:
    pair = name[place : place + 2]
    return (
        len(pair) == 2
        and pair[0] != pair[1]
        and written[place : place + 2] == pair[::-1]
        and written[place + 2 :] == name[place + 2 :]
    )


def _left_out(name: str, place: int) -> bool:
    """A sign that is missing within a name; a name without its first or last sign is a shorter name."""
    return len(name) >= LONG["left"] and 0 < place < len(name) - 1 and name[place] not in COUNTED


def _put_in(text: str, begin: int, written: str, name: str, place: int) -> bool:
    """A sign too many within a name: one that is written twice, or one that is no word there."""
    sign = written[place]
    if not 0 < place < len(written) - 1 or sign in JOINING or sign in COUNTED or not HAN.match(sign):
        return False
    if sign in (written[place - 1], written[place + 1]):
        return True
    return len(name) >= LONG["put"] and _alone(text, begin + place, 1)


def _code(text: str, begin: int, written: str, place: int) -> bool:
    """A digit within a number of at least four that is no part of a longer one."""
    run = re.search(r"\d{4,}", written)
    return (
        bool(run and run.start() <= place < run.end())
        and not text[begin - 1 : begin].isdigit()
        and not text[begin + len(written) : begin + len(written) + 1].isdigit()
    )


def _alone(text: str, at: int, count: int) -> bool:
    """Whether each of some signs of a text is no part of a longer word."""
    words = (_word(text, at + index) for index in range(count))
    return all(end - start == 1 for start, end in words)


def _word(text: str, at: int) -> tuple[int, int]:
    """Where the word begins and ends that the sign at an index belongs to, as the dictionary cuts the text."""
    start = max(0, at - AROUND)
    for word in words(text[start : at + AROUND + 1]):
        if start <= at < start + len(word):
            return start, start + len(word)
        start += len(word)
    return at, at + 1


def _alike(one: str, other: str) -> bool:
    """Whether two characters sound alike, or are the same in another script."""
    return not _sounds(one).isdisjoint(_sounds(other))


@lru_cache(maxsize=1 << 12)
def _sounds(sign: str) -> frozenset[str]:
    """Its syllables without tones, and without the differences that speakers of many places do not make."""
    plain = (re.sub("^([zcs])h", r"\1", sound) for sound in readings(sign))
    return frozenset(re.sub("(?<=[aei]n)g$", "", sound) for sound in plain)
