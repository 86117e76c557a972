"""Documents of the invented city of Yunchuan, from the generator of the benchmark: no real place is meant."""

from __future__ import annotations

from functools import cache

from changlang.model.languages import LANGUAGES
from changlang.search.document import Document
from tests.bench.generate import Story, stories


@cache
def documents(count: int) -> tuple[Document, ...]:
    """`count` events in both languages. A seventh of them has no date; figures are exact."""
    return tuple(_document(story, number, side) for number, story in enumerate(stories(count)) for side in (0, 1))


def _document(story: Story, number: int, side: int) -> Document:
    return Document(
        address=f"{('', 'en/')[side]}events/{story.ident}/",
        language=LANGUAGES[side],
        kind=("event", "photo", "person")[number % 3],
        title=story.title[side],
        names=(f"张光华\n李{'云川山河'[number % 4]}", "Zhang Guanghua 张光华 (Yunchuan)")[side]
        if number % 5 == 0
        else "",
        place=story.place[side],
        caption=story.summary[side],
        body=story.body[side],
        figures=f"{number * 37 + 0.6:,.1f}",
        column=story.column,
        year="" if number % 7 == 0 else str(story.day.year),
        date="" if number % 7 == 0 else story.day.isoformat(),
    )
