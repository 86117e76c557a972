"""Official names and recurring terms: the English of a text has the approved form of what its Chinese says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from changlang.language.figures import FigureTexts
from changlang.language.mask import masked
from changlang.language.texts import Pair, Place, Where, pairs, whole_file
from changlang.model.catalogue import Catalogue
from changlang.model.records import Term
from changlang.problems import Problem, problem

TOKEN = re.compile(r"[A-Za-z0-9À-ɏ]+(?:['’][A-Za-z]+)?")
FIGURE = re.compile(r"\{figure:([a-z0-9-]+)\}")
QUOTES = "“”‘’\"'"
ARTICLES = frozenset({"a", "an", "the"})


class Named(NamedTuple):
    """A name in a Chinese text: the term, where it stands, and whether it is a form to be avoided."""

    term: Term
    start: int
    text: str
    avoided: bool


class Chinese:
    """Finds terms in Chinese, the longest at each place; a term within a longer one is not named for itself."""

    def __init__(self, terms: Iterable[Term]) -> None:
        forms = [(form, term, False) for term in terms for form in (term.zh, *term.also.zh)]
        forms += [(form, term, True) for term in terms for form in term.avoid.zh]
        self._by_first: dict[str, list[tuple[str, Term, bool]]] = {}
        for form in sorted(forms, key=lambda form: len(form[0]), reverse=True):
            self._by_first.setdefault(form[0][0], []).append(form)
        self._first = re.compile("[" + re.escape("".join(self._by_first)) + "]") if self._by_first else None

    def find(self, text: str) -> Iterator[Named]:
        reached = 0
        for sign in self._first.finditer(text) if self._first else ():
            start = sign.start()
            for form, term, avoided in self._by_first[sign[0]]:
                if text.startswith(form, start):
                    if start + len(form) > reached:
                        reached = start + len(form)
                        yield Named(term, start, form, avoided)
                    break


class English:
    """Finds the forms to be avoided in English; what stands within an approved form is none."""

    def __init__(self, terms: Iterable[Term]) -> None:
        terms = tuple(terms)
        self._avoided = {_folded(form): term for term in terms for form in term.avoid.en}
        forms = [form for term in terms for form in term.avoid.en]
        approved = [form for term in terms for form in (term.en, *term.also.en)]
        forms += [form for form in approved if any(avoided in _folded(form) for avoided in self._avoided)]
        choice = "|".join(map(loose, sorted(set(forms), key=len, reverse=True)))
        self._forms = re.compile(rf"\b(?:{choice})(?:s|es|['’]s)?\b", re.IGNORECASE) if forms else None

    def find(self, text: str) -> Iterator[tuple[Term, int, str]]:
        for found in self._forms.finditer(text) if self._forms else ():
            term = self._avoided.get(_folded(found[0]))
            if term:
                yield term, found.start(), found[0]


def loose(form: str) -> str:
    """A pattern for a form with hyphens for spaces and the other way round, and any apostrophe."""
    words = re.split(r"[\s\-–]+", form.strip(QUOTES))
    return r"[\s\-–]+".join(re.sub("['’]", "['’]", re.escape(word)) for word in words)


def _folded(text: str) -> str:
    """English as it is compared: words in small letters, in the singular, without articles and signs."""
    words = (word.lower().replace("’", "'") for word in TOKEN.findall(text))
    return f" {' '.join(singular(word) for word in words if word not in ARTICLES)} "


@lru_cache(maxsize=1 << 14)
def singular(word: str) -> str:
    """A word of small letters without the endings of the plural and the genitive."""
    word = word.removesuffix("'s").removesuffix("'")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def terms(catalogue: Catalogue, figures: FigureTexts, where: Where = whole_file) -> tuple[Problem, ...]:
    """`term-missing` where Chinese names a term and its English lacks the approved form, `term-avoided` where
    either uses a form that is listed to be avoided. Texts without English are left alone; `figures` are the words
    that readers see for `{figure:ID}`.
    """
    if not catalogue.terms:
        return ()
    chinese, english = Chinese(catalogue.terms.values()), English(catalogue.terms.values())
    approved = {
        ident: tuple(_folded(form) for form in (term.en, *term.also.en)) for ident, term in catalogue.terms.items()
    }
    found: list[Problem] = []
    for pair in pairs(catalogue):
        if pair.kind == "terms" and not pair.path:
            continue
        texts = masked(pair.zh, pair.body), masked(pair.en, pair.body)
        named = list(chinese.find(texts[0]))
        found += _avoided(pair, named, list(english.find(texts[1])), where)
        if pair.en:
            found += _missing(pair, named, _spoken(pair.en, texts[1], figures), approved, where)
    return tuple(found)


def _spoken(text: str, shown: str, figures: FigureTexts) -> str:
    """An English text with what its figures say behind it."""
    named = [figures[ident]["en"].whole for ident in FIGURE.findall(text) if ident in figures]
    return " ".join((shown, *named))


def _missing(
    pair: Pair, named: Iterable[Named], english: str, approved: Mapping[str, tuple[str, ...]], where: Where
) -> Iterator[Problem]:
    """One for each term of a pair, at its first place."""
    said = ""
    first: dict[str, Named] = {}
    for name in named:
        first.setdefault(name.term.id, name)
    for term, name in first.items():
        said = said or _folded(english)
        if not any(form in said for form in approved[term]):
            yield problem(
                "term-missing",
                *where(pair, "zh", name.start),
                zh=name.term.zh,
                en=name.term.en.strip(QUOTES),
                other=_written(where(pair, "en", _start(pair.en))),
            )


def _avoided(
    pair: Pair, named: Iterable[Named], english: Iterable[tuple[Term, int, str]], where: Where
) -> Iterator[Problem]:
    first = {name.term.id: name.start for name in reversed(list(named))}
    for name in named:
        if name.avoided:
            other = _written(where(pair, "en", _start(pair.en)))
            place = where(pair, "zh", name.start)
            yield problem("term-avoided", *place, form=name.text, approved=name.term.zh, other=other)
    for term, start, form in english:
        other = _written(where(pair, "zh", first.get(term.id, _start(pair.zh))))
        yield problem(
            "term-avoided", *where(pair, "en", start), form=form, approved=term.en.strip(QUOTES), other=other
        )


def _start(text: str) -> int:
    return len(text) - len(text.lstrip())


def _written(place: Place) -> str:
    return ":".join(map(str, place))
