"""What the search knows of a page: plain text by field, and the few facts that a result shows."""

from __future__ import annotations

from dataclasses import dataclass

from changlang.model.languages import Language

# Fields from the heaviest to the lightest; a match by sound in one of `SOUNDING` weighs less than any of them. Each
# weighs more than all lighter ones together, so that the best field decides and the date comes after it. Their order
# is part of the built index.
FIELDS = ("title", "names", "place", "caption", "body", "figures")
SOUNDING = ("title", "names")
WEIGHTS = tuple(1 << place for place in reversed(range(len(FIELDS) + len(SOUNDING))))


@dataclass(frozen=True, slots=True)
class Document:
    """One page as the search sees it.

    `address` is the page's (`events/2024-walls/`), unique within a language. The fields of `FIELDS` are plain text;
    a line break in one of them is a border that no phrase crosses, so several names stand on a line each. `kind`
    and `column` are words and ids that the search page names in its language; `year` has four digits, `date` sorts
    as text (`2024.05.01`). What there is not is empty. `thumbnail` is a path from the site's root.
    """

    address: str
    language: Language
    kind: str
    title: str
    names: str = ""
    place: str = ""
    caption: str = ""
    body: str = ""
    figures: str = ""
    column: str = ""
    year: str = ""
    date: str = ""
    thumbnail: str = ""
