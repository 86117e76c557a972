"""All that views read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from changlang.model.catalogue import Catalogue
from changlang.model.figure_text import FigureText
from changlang.model.languages import LANGUAGES, Language
from changlang.model.media import Medium
from changlang.pages import alphabet
from changlang.pages.lists import Listing, listings
from changlang.pages.shelves import Shelves
from changlang.settings import Settings


@dataclass(frozen=True)
class Site:
    """All that views read."""

    catalogue: Catalogue
    shelves: Shelves
    settings: Settings
    figures: Mapping[str, Mapping[Language, FigureText]]
    hand: Mapping[Language, Mapping[str, str]]
    charts: Mapping[Language, Mapping[str, str]] = field(default_factory=dict)
    media: Mapping[str, Medium] = field(default_factory=dict)

    @cached_property
    def alphabets(self) -> Mapping[Language, Sequence[alphabet.Titled]]:
        return {language: alphabet.alphabet(self.catalogue, language) for language in LANGUAGES}

    @cached_property
    def lists(self) -> Mapping[str, Listing]:
        return listings(self.catalogue, self.shelves)

    def name(self, language: Language) -> str:
        return self.settings.site_name[language]
