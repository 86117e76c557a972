"""What a new record says where something is still to be written: nothing that says so is published."""

from __future__ import annotations

from collections.abc import Iterator

from changlang.language.texts import Where, pairs
from changlang.model.catalogue import Catalogue
from changlang.model.languages import LANGUAGES, UNWRITTEN
from changlang.problems import Problem, problem


def unwritten(catalogue: Catalogue, where: Where) -> Iterator[Problem]:
    """Every text of a published record that begins as a new record's does. Drafts, in a preview, may."""
    for pair in pairs(catalogue):
        if getattr(pair.record, "status", "published") != "published":
            continue
        for language in LANGUAGES:
            if pair[language].startswith(UNWRITTEN[language]):
                field = ".".join(str(step) for step in (*pair.path, language))
                yield problem("unwritten", *where(pair, language, 0), field=field, written=pair[language])
