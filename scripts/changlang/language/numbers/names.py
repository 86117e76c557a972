"""Numbers inside names: a term that has one is covered where both languages name it (93601部队 and Unit 93601)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from changlang.language.mask import COVER
from changlang.language.terms import loose
from changlang.model.records import Term

NUMBERED = re.compile("[0-9０-９〇零一二两三四五六七八九十百千万亿双]")


class Names:
    """The terms of a site that have numbers in them."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        rows = []
        for term in terms:
            if any(map(NUMBERED.search, (term.zh, *term.also.zh))):
                english = sorted((term.en, *term.also.en), key=len, reverse=True)
                pattern = re.compile(rf"\b(?:{'|'.join(map(loose, english))})(?:s|es)?\b", re.IGNORECASE)
                rows += [(form, pattern) for form in (term.zh, *term.also.zh)]
        self._rows = sorted(rows, key=lambda row: len(row[0]), reverse=True)

    def hidden(self, zh: str, en: str) -> tuple[str, str]:
        """Both texts with such names covered, sign for sign; a name that only one of them has stays."""
        for form, pattern in self._rows:
            if form in zh and pattern.search(en):
                zh = zh.replace(form, COVER * len(form))
                en = pattern.sub(lambda found: COVER * len(found[0]), en)
        return zh, en
