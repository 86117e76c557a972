"""A seeded generator of sites: any number of bilingual events of the invented city of Yunchuan."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise

from tests.bench import words
from tests.bench.words import Pair

FIRST_DAY, DAYS = date(2016, 1, 1), 3652
# A body grows until it has this many Chinese characters: a little fewer than 400, because the last sentence goes
# beyond. Its English says the same sentences, in about 245 words.
CHARACTERS = 385
PARAGRAPHS = 3
TAGS_EACH = 3
MOST = len(words.PLACES) * len(words.AUDIENCES) * len(words.OCCASIONS)


@dataclass(frozen=True, slots=True)
class Story:
    """One event in both languages; bodies are Markdown as an officer writes it.

    `section` is the place in the source, which is the report of the event's year.
    """

    ident: str
    day: date
    column: str
    tags: tuple[str, ...]
    section: int
    title: Pair
    place: Pair
    summary: Pair
    body: Pair


def stories(count: int, seed: int = 1) -> tuple[Story, ...]:
    """`count` events with distinct titles and summaries over ten years; equal for equal arguments.

    Raises ValueError for more than `MOST`, the number of titles that the vocabulary has.
    """
    chance = random.Random(seed)
    heads = [_Head.drawn(chance, index, number) for index, number in enumerate(chance.sample(range(MOST), count))]
    return tuple(_story(chance, head, heads) for head in heads)


@dataclass(frozen=True, slots=True)
class _Head:
    """What is drawn of an event before its text, so that texts can link to any event."""

    ident: str
    day: date
    slots: Mapping[str, Pair]
    title: Pair

    @classmethod
    def drawn(cls, chance: random.Random, index: int, number: int) -> _Head:
        number, audience = divmod(number, len(words.AUDIENCES))
        place, occasion = divmod(number, len(words.OCCASIONS))
        slug, name = words.OCCASIONS[occasion]
        slots = {name: chance.choice(choices) for name, choices in words.SLOTS.items()}
        slots |= {"place": words.PLACES[place], "audience": words.AUDIENCES[audience], "occasion": name}
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        title = ("{place}面向{audience}开展{occasion}", "{occasion} for {audience} in {place}")
        return cls(f"{day:%Y-%m-%d}-{slug}-{index:05}", day, slots, _filled(title, slots))


def _story(chance: random.Random, head: _Head, heads: Sequence[_Head]) -> Story:
    tags = chance.sample([ident for ident, _ in words.TAGS], TAGS_EACH)
    return Story(
        ident=head.ident,
        day=head.day,
        column=chance.choice(words.COLUMNS)[0],
        tags=tuple(tags),
        section=chance.randrange(1, 13),
        title=head.title,
        place=head.slots["place"],
        summary=_sentence(chance, chance.choice(words.SUMMARIES), head.slots),
        body=_body(chance, head, heads),
    )


def _body(chance: random.Random, head: _Head, heads: Sequence[_Head]) -> Pair:
    """Three paragraphs, the same sentences in both languages; one in ten ends in a list."""
    said = [_sentence(chance, chance.choice(words.OPENINGS), head.slots)]
    said += [_sentence(chance, pair, {**head.slots, **more}) for pair, more in _special(chance, heads)]
    said += [_sentence(chance, pair, head.slots) for pair in chance.sample(words.SENTENCES, len(words.SENTENCES))]
    said = said[: _enough(CHARACTERS, [len(pair[0]) for pair in said])]
    listed = _sentence(chance, words.LIST, head.slots) if chance.random() < 0.1 else ("", "")
    order = chance.sample(range(1, len(said)), len(said) - 1)
    chinese, english = zip(*said, strict=True)
    return _text(chinese, "", order, listed[0]), _text(english, " ", order, listed[1])


def _enough(wanted: int, sizes: Sequence[int]) -> int:
    """How many of the first sentences together are large enough."""
    return next(count for count, total in enumerate(accumulate(sizes), 1) if total >= wanted)


def _special(chance: random.Random, heads: Sequence[_Head]) -> Iterator[tuple[Pair, Mapping[str, Pair]]]:
    """Two records in five mark something, half link to an event, a quarter cite a figure."""
    if chance.random() < 0.4:
        yield chance.choice(words.EMPHASIS), {}
    if chance.random() < 0.5:
        former = chance.choice(heads)
        yield (
            chance.choice(words.LINKS),
            {"former": former.slots["occasion"], "ident": (former.ident, former.ident)},
        )
    if chance.random() < 0.25:
        ident = chance.choice(words.FIGURES)[0]
        yield chance.choice(words.CITATIONS), {"figure": (ident, ident)}


def _text(said: Sequence[str], between: str, order: Sequence[int], listed: str) -> str:
    """The opening and the other sentences in a given order, in three like paragraphs, and the list."""
    placed = [said[0], *(said[index] for index in order if index < len(said))]
    cuts = [len(placed) * part // PARAGRAPHS for part in range(PARAGRAPHS + 1)]
    paragraphs = [between.join(placed[start:end]) for start, end in pairwise(cuts)]
    return "\n\n".join([*paragraphs, *([listed] if listed else [])])


def _sentence(chance: random.Random, pair: Pair, slots: Mapping[str, Pair]) -> Pair:
    """A sentence with its slots filled; its numbers are drawn for it, and are equal in both languages."""
    numbers = {"n": chance.randrange(40, 900), "m": chance.randrange(12, 40), "k": chance.randrange(2, 10)}
    return _filled(pair, {**slots, **{name: (str(value), str(value)) for name, value in numbers.items()}})


def _filled(pair: Pair, slots: Mapping[str, Pair]) -> Pair:
    chinese, english = ({name: words[side] for name, words in slots.items()} for side in (0, 1))
    return pair[0].format_map(chinese), pair[1].format_map(english)
