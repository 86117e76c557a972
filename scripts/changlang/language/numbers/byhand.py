"""Numbers that a body writes by hand although a figure of its page holds them: a reference cannot go wrong alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from changlang.language.figures import FigureTexts
from changlang.language.mask import masked
from changlang.language.numbers.chinese.read import chinese
from changlang.language.numbers.english.read import english
from changlang.language.numbers.quantity import Quantity
from changlang.language.texts import Pair, Where, pairs, whole_file
from changlang.model.catalogue import Catalogue
from changlang.model.figure_text import FigureText
from changlang.model.kinds import KINDS
from changlang.model.languages import LANGUAGES, Language
from changlang.problems import Problem, problem

# Below it a number without a measured unit stands in too many places by chance.
LEAST = 10

# What a figure's words hold, once as written and once as read.
Held = Sequence[tuple[str, FigureText, Quantity]]


def by_hand(catalogue: Catalogue, figures: FigureTexts, where: Where = whole_file) -> tuple[Problem, ...]:
    """`figure-by-hand` where a body says in its own words what `{figure:ID}` would say in its place.

    A page's figures are those that its record or its body names, and a column's all of the column. Only what the
    reference could replace as it stands is told: in English what is counted has to stand right behind the number.
    """
    held = _held(catalogue)
    found: list[Problem] = []
    for pair in pairs(catalogue):
        idents = held.get(_key(pair), ()) if pair.body else ()
        for language in LANGUAGES if idents else ():
            found += _told(pair, language, _read(idents, figures, language), where)
    return tuple(found)


def _held(catalogue: Catalogue) -> Mapping[str, Sequence[str]]:
    """The figures of every page, by `word:id`."""
    held: dict[str, list[str]] = {}
    for ident, figure in catalogue.figures.items():
        pointing = catalogue.mentions.get(f"figure:{ident}", ())
        for key in dict.fromkeys((*pointing, *([f"column:{figure.column}"] if figure.column else ()))):
            held.setdefault(key, []).append(ident)
    return held


def _key(pair: Pair) -> str:
    record: Any = pair.record
    if pair.kind == "hand":
        return f"page:{record.name}"
    return "home" if pair.kind == "home" else f"{KINDS[pair.kind].word}:{record.id}"


def _read(idents: Sequence[str], figures: FigureTexts, language: Language) -> Held:
    reader = chinese if language == "zh" else english
    words = ((ident, figures[ident][language]) for ident in idents if ident in figures)
    read = ((ident, text, reader(text.whole)) for ident, text in words)
    return [(ident, text, found[0]) for ident, text, found in read if len(found) == 1]


def _told(pair: Pair, language: Language, held: Held, where: Where) -> Iterator[Problem]:
    text = masked(pair[language], pair.body)
    for one in (chinese if language == "zh" else english)(text) if held else ():
        for ident, words, figure in held:
            end = one.end + len(words.whole) - figure.end  # the noun of what is counted, where the reader left it
            whole = text[one.start : end]
            if _same(one, figure) and _replaceable(whole, words.whole, figure, language):
                yield problem(
                    "figure-by-hand", *where(pair, language, one.start), written=whole, id=ident, shown=words.whole
                )
                break


def _same(one: Quantity, figure: Quantity) -> bool:
    """Whether both are one number of one unit and bound, and telling enough to be no chance."""
    telling = one.low >= LEAST or one.dimension not in ("", "count")
    return telling and (one.kind, one.low, one.high, one.unit, one.bounds[0]) == (
        figure.kind,
        figure.low,
        figure.high,
        figure.unit,
        figure.bounds[0],
    )


def _replaceable(written: str, shown: str, figure: Quantity, language: Language) -> bool:
    """Whether the words of the figure can stand where `written` does, and nothing around them need change."""
    return language == "zh" or written.endswith(shown[figure.end :])
