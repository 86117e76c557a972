"""Chinese pages: every run of four characters with its places, gathered under what such runs begin with.

Whatever two to four characters are asked for, one entry of bounded size says all of it: see `letters.py`. A longer
question is put together from runs of four.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from changlang.search import letters
from changlang.search.fold import BORDER
from changlang.search.pieces import WORD
from changlang.search.terms import Part
from changlang.search.texts import Fields, Texts

WHOLE = 4


def entries(fields: Fields, size: int) -> dict[str, str]:
    """Every entry of two to four characters by its key; under `=` and a run of four its places, if they are many."""
    texts = Texts(size)
    row = _row(fields, texts)
    pairs: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for place, pair in enumerate(map(str.__add__, row, row[1:])):
        pairs[pair].append(place)
    result: dict[str, str] = {}
    for pair, places in pairs.items():
        if BORDER not in pair:
            result.update(_of_pair(_runs(row, places), texts))
    return result


def _row(fields: Fields, texts: Texts) -> str:
    """All texts in one, a border after each."""
    result = []
    for field, by_slot in fields.items():
        for slot, text in by_slot.items():
            texts.add(field, slot, len(text))
            result.append(text)
    return "".join(f"{text}{BORDER}" for text in result)


def _runs(row: str, places: Sequence[int]) -> Mapping[str, Sequence[int]]:
    """What stands at these places: four characters, or fewer before a border."""
    result: defaultdict[str, list[int]] = defaultdict(list)
    for place in places:
        result[row[place : place + WHOLE]].append(place)
    for run in [run for run in result if BORDER in run]:
        short = run.partition(BORDER)[0]
        result[short] = sorted((*result[short], *result.pop(run)))
    return result


def _of_pair(runs: Mapping[str, Sequence[int]], texts: Texts) -> Iterator[tuple[str, str]]:
    words = {run: texts.with_places(places) for run, places in runs.items()}
    found = cache(lambda run: texts.found(runs[run]))
    for key, entry in letters.entries(words, found, "", letters.beginning):
        yield key, entry
        if len(key) == WHOLE and entry[0] == letters.SHARED:
            yield WORD + key, words[key]


def parts(phrase: str) -> tuple[Part, ...]:
    """As few runs of four as cover a phrase that is no shorter than that."""
    last = len(phrase) - WHOLE
    return tuple(Part(phrase[place : place + WHOLE], place) for place in (*range(0, last, WHOLE), last))
