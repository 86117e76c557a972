"""Numbers over a whole catalogue: every text in both languages, what disagrees, and what somebody said is right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain
from typing import Any, NamedTuple

from changlang.language.figures import FigureTexts
from changlang.language.mask import masked
from changlang.language.numbers.agree import Fault, compared
from changlang.language.numbers.chinese.read import chinese
from changlang.language.numbers.english.read import english
from changlang.language.numbers.names import Names
from changlang.language.numbers.quantity import Quantity
from changlang.language.numbers.reasons import reason
from changlang.language.texts import Pair, Place, Where, pairs, whole_file
from changlang.model.catalogue import Catalogue
from changlang.model.languages import LANGUAGES, UNWRITTEN, Language
from changlang.model.records import HandPage
from changlang.model.silence import Silence
from changlang.problems import Problem, in_order, problem

FIGURE = re.compile(r"\{figure:([a-z0-9-]+)\}")
PARAGRAPH = re.compile(r"\n[ \t\x00]*\n[\s\x00]*")
READERS: Mapping[Language, Callable[[str], tuple[Quantity, ...]]] = {"zh": chinese, "en": english}

# From a record to what somebody wrote about its numbers in its files.
Silences = Callable[[Any], Sequence[Silence]]


class Finding(NamedTuple):
    """A fault with the place of both sides; where one side has nothing, its text's beginning."""

    fault: Fault
    zh: Place
    en: Place


def nothing_silenced(_: Any) -> Sequence[Silence]:
    return ()


def numbers(
    catalogue: Catalogue,
    figures: FigureTexts,
    silences: Silences = nothing_silenced,
    where: Where = whole_file,
    agreed: Set[str] = frozenset(),
    spoken: Iterable[Pair] = (),
) -> tuple[tuple[Problem, ...], Set[str]]:
    """`numbers-differ` for every disagreement, `numbers-silenced` in its stead where a comment says why it is right;
    `numbers-no-reason` and `numbers-unused` for comments that say no reason or have nothing to silence.

    `spoken` are texts that records do not hold themselves. Also returns which records have nothing to tell, as keys
    that change with their files; those among `agreed` are not read again.
    """
    names = Names(catalogue.terms.values())
    found: list[Finding] = []
    said: dict[Silence, None] = {}
    quiet: dict[str, bool] = {}
    for pair in chain(pairs(catalogue), spoken):
        key = _key(pair)
        comments = () if key in agreed and not _listed(pair.record) else silences(pair.record)
        read = pair.en and key not in agreed and not _unwritten(pair)
        new = list(_findings(pair, figures, names, where)) if read else []
        found += new
        said.update(dict.fromkeys(comments))
        quiet[key] = quiet.get(key, True) and not new and not comments
    return in_order(_told(found, list(said))), frozenset(key for key, still in quiet.items() if still)


def _unwritten(pair: Pair) -> bool:
    """Whether a draft still says in one language that the text is to be written."""
    return any(pair[language].startswith(UNWRITTEN[language]) for language in LANGUAGES)


def _listed(record: Any) -> bool:
    """Whether a record stands in a list, where a comment can change without it."""
    return not isinstance(record, HandPage) and record.origin.index is not None


def _key(pair: Pair) -> str:
    name = pair.record.name if isinstance(pair.record, HandPage) else pair.record.id
    return f"{pair.kind} {name} {pair.record.digest}"


def _told(found: list[Finding], said: Sequence[Silence]) -> Iterator[Problem]:
    left = sorted(found, key=lambda one: (one.zh, one.en))
    for silence in said:
        if not silence.reason:
            yield problem("numbers-no-reason", silence.file, silence.line)
            continue
        meant = next((one for one in left if _reaches(silence, one.zh) or _reaches(silence, one.en)), None)
        if meant is None:
            yield problem("numbers-unused", silence.file, silence.line)
        else:
            left.remove(meant)
            yield _problem("numbers-silenced", meant, why=silence.reason)
    for one in left:
        yield _problem("numbers-differ", one)


def _reaches(silence: Silence, place: Place) -> bool:
    return place[0] == silence.file and silence.line <= place[1] <= silence.last


def _problem(code: str, one: Finding, **more: str) -> Problem:
    place, other = (one.zh, one.en) if one.fault.zh else (one.en, one.zh)
    return problem(
        code,
        *place,
        reason_zh=reason(one.fault, "zh"),
        reason_en=reason(one.fault, "en"),
        other=":".join(map(str, other)),
        **more,
    )


def _findings(pair: Pair, figures: FigureTexts, names: Names, where: Where) -> Iterator[Finding]:
    zh, en = names.hidden(masked(pair.zh, pair.body), masked(pair.en, pair.body))
    for first, second in _parts(zh, en):
        texts = zh[first[0] : first[1]], en[second[0] : second[1]]
        reading = compared(
            texts,
            _read(pair.zh[first[0] : first[1]], texts[0], "zh", figures),
            _read(pair.en[second[0] : second[1]], texts[1], "en", figures),
        )
        for fault in reading.faults:
            places = (
                where(pair, "zh", first[0] + (fault.zh.start if fault.zh else 0)),
                where(pair, "en", second[0] + (fault.en.start if fault.en else 0)),
            )
            yield Finding(fault, *places)


def _parts(zh: str, en: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Both texts by paragraphs where they have as many, else as wholes."""
    first, second = _paragraphs(zh), _paragraphs(en)
    if len(first) == len(second):
        yield from zip(first, second, strict=True)
    else:
        yield (0, len(zh)), (0, len(en))


def _paragraphs(text: str) -> list[tuple[int, int]]:
    ends = [found.span() for found in PARAGRAPH.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    spans = zip(starts, [*(start for start, _ in ends), len(text)], strict=True)
    return [span for span in spans if text[slice(*span)].strip(" \n\t\x00")]


def _read(written: str, shown: str, language: Language, figures: FigureTexts) -> tuple[Quantity, ...]:
    """The quantities of a text, and those that a reader sees for `{figure:ID}` at its place."""
    found = list(READERS[language](shown))
    for mark in FIGURE.finditer(written):
        if mark[1] in figures:
            words = READERS[language](figures[mark[1]][language].whole)
            found += [one._replace(start=mark.start(), end=mark.end()) for one in words]
    return tuple(sorted(found, key=lambda one: one.start))
