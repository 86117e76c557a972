"""The first use of a term in a text carries its explanation where it stands, as `abbr` of HTML does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from changlang.model.fields import Prose
from changlang.model.languages import LANGUAGES, Language
from changlang.model.records import Term

PIECE = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)[^>]*>|[^<]+")
# Where a term is left alone: it leads elsewhere already, is a heading or a caption, or is shown letter by letter.
WITHIN = frozenset({"a", "abbr", "code", "h2", "h3", "h4", "h5", "h6", "pre", "small", "sup", "th"})
QUOTES = "“”‘’\"'"


class Explanations:
    """The terms of one catalogue as texts use them. Built once a process; its methods change nothing."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Only a term with a note explains anything; the others keep shorter ones from being found within them."""
        terms = tuple(terms)
        self._terms = {language: {_folded(_name(term, language)): term for term in terms} for language in LANGUAGES}
        self._patterns = {language: _pattern(terms, language) for language in LANGUAGES}

    def digests(self, text: Prose) -> Iterator[str]:
        """What a page with this body is made of beside it: its terms in order, and the digests of their records."""
        for language, pattern in self._patterns.items():
            for form in pattern.findall(text[language]) if pattern else ():
                term = self._terms[language].get(_folded(form))
                yield f"{form}{term.digest if term else ''}"

    def explain(self, html: str, language: Language) -> str:
        """A body with the first use of each term marked, and its note in the language of the text as `title`.

        It can be reached with the keyboard and by touch, where a `title` alone is never seen.
        """
        pattern = self._patterns[language]
        if pattern is None or not pattern.search(html):
            return html
        told: set[str] = set()
        depth = 0

        def mark(found: re.Match[str]) -> str:
            term = self._terms[language].get(_folded(found[0]))
            if term is None or term.id in told or not (note := _note(term, language)):
                return found[0]
            told.add(term.id)
            return f'<abbr title="{escape(note)}" tabindex="0">{found[0]}</abbr>'

        def piece(found: re.Match[str]) -> str:
            nonlocal depth
            if found["name"]:
                depth += (-1 if found["end"] else 1) * (found["name"] in WITHIN)
                return found[0]
            return found[0] if depth else pattern.sub(mark, found[0])

        return PIECE.sub(piece, html)


def _name(term: Term, language: Language) -> str:
    return term.zh if language == "zh" else term.en.strip(QUOTES)


def _note(term: Term, language: Language) -> str:
    """What explains a term in one language; "" where nothing does, or nobody has translated it."""
    if term.note is None or (language == "en" and {"", "note"} & {*term.untranslated}):
        return ""
    return term.note[language]


def _folded(text: str) -> str:
    """English as it is looked up: small letters, single blanks, in the singular."""
    return re.sub(r"\s+", " ", text).lower().removesuffix("s")


def _pattern(terms: Iterable[Term], language: Language) -> re.Pattern[str] | None:
    """Any form of any term, the longest at each place; None where there are none."""
    terms = [term for term in terms if language == "zh" or "" not in term.untranslated]
    also = (form for term in terms for form in (term.also.zh if language == "zh" else term.also.en))
    forms = {*(_name(term, language) for term in terms), *also}
    if not forms:
        return None
    choice = "|".join(re.escape(form).replace(r"\ ", r"\s") for form in sorted(forms, key=len, reverse=True))
    return re.compile(choice if language == "zh" else rf"(?<![\w-])(?:{choice})s?(?![\w-])", re.IGNORECASE)
