"""What is wrong with the words themselves, at the very sign."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from changlang.language.figures import FigureTexts
from changlang.language.names.near import near_names
from changlang.language.numbers import memory
from changlang.language.numbers.byhand import by_hand
from changlang.language.numbers.records import numbers
from changlang.language.printed import printed
from changlang.language.terms import terms
from changlang.language.texts import Pair, Where
from changlang.language.unwritten import unwritten
from changlang.model.catalogue import Catalogue
from changlang.model.languages import Language
from changlang.problems import Problem
from changlang.read.places import Place
from changlang.read.silences import silences
from changlang.read.spots import place_of


def wording(
    catalogue: Catalogue, figures: FigureTexts, root: Path, cache: Path, spoken: Iterable[Pair] = ()
) -> tuple[Problem, ...]:
    """What is wrong with the words themselves, at the very sign. `spoken` is what is said in films."""

    def where(pair: Pair, language: Language, index: int) -> Place:
        return place_of(root, pair.kind, pair.record, pair.path, language, pair[language], index)

    return (
        *unwritten(catalogue, where),
        *terms(catalogue, figures, where),
        *near_names(catalogue, where),
        *_numbers(catalogue, figures, root, cache, where, spoken),
        *by_hand(catalogue, figures, where),
        *printed(catalogue, where),
    )


def _numbers(
    catalogue: Catalogue, figures: FigureTexts, root: Path, cache: Path, where: Where, spoken: Iterable[Pair]
) -> tuple[Problem, ...]:
    """Numbers that disagree; what agreed in the last run and did not change since is not read again."""
    place, version = memory.place(cache), memory.version(catalogue, figures)
    agreed = memory.load(place, version)
    found, quiet = numbers(catalogue, figures, partial(silences, root), where, agreed, spoken)
    if quiet != agreed:
        memory.save(place, version, quiet)
    return found
