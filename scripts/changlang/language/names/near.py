"""One way of writing each name throughout a site: what is one sign off a known one is pointed out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from changlang.language.mask import masked
from changlang.language.names.chinese import ChineseNames, Near
from changlang.language.names.english import EnglishNames
from changlang.language.terms import QUOTES
from changlang.language.texts import Where, pairs, whole_file
from changlang.model.catalogue import Catalogue
from changlang.model.languages import LANGUAGES, Language
from changlang.model.records import Term
from changlang.problems import Problem, problem


class Finder(Protocol):
    def find(self, text: str) -> Iterator[Near]: ...


def near_names(catalogue: Catalogue, where: Where = whole_file) -> tuple[Problem, ...]:
    """`near-name` for each place where a text has nearly the name of a term or a person. Samples are nobody.

    A text that quotes both forms speaks of how the name is written, and may.
    """
    people = [person.title for person in catalogue.people.values() if not person.sample]
    forms = {
        language: [form for term in catalogue.terms.values() for form in _forms(term, language)]
        for language in LANGUAGES
    }
    finders: Mapping[Language, Finder] = {
        "zh": ChineseNames(forms["zh"], [title.zh for title in people]),
        "en": EnglishNames([*forms["en"], *(title.en for title in people)]),
    }
    found: list[Problem] = []
    for pair in pairs(catalogue):
        for language in LANGUAGES:
            text = pair[language]
            for near in finders[language].find(masked(text, pair.body)):
                written = text[near.start : near.end]
                if not (f"“{written}”" in text and f"“{near.name}”" in text):
                    place = where(pair, language, near.start)
                    found.append(problem("near-name", *place, written=written, name=near.name))
    return tuple(found)


def _forms(term: Term, language: Language) -> Iterator[str]:
    """Every form that is known, also those to be avoided, which are pointed out as such."""
    yield (term.zh if language == "zh" else term.en).strip(QUOTES)
    yield from term.also.zh if language == "zh" else term.also.en
    yield from term.avoid.zh if language == "zh" else term.avoid.en
