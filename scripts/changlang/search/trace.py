"""What an index as built would answer with, read back from its files."""

from __future__ import annotations

from collections.abc import Mapping

from changlang.model.languages import Language
from changlang.search import pieces
from changlang.search.ask import Index, Read


def traces(read: Read, language: Language) -> Mapping[str, tuple[str, ...]]:
    """Address → all that is kept of a page to be shown, for every page that an index knows.

    Raises KeyError where its parts do not belong together: facts of a page without its text, or the reverse.
    """
    index = Index(read, language)
    found = {address: texts for texts in map(index.texts, index.facts) for address in texts[:1]}
    for name in {index.layout.texts(slot) for slot in index.facts}:
        data = read(pieces.path(name))
        if data is None or not {int(slot) for slot in pieces.data(data)} <= index.facts.keys():
            raise KeyError(name)
    return found
