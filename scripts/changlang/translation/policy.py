"""What becomes of records whose English is missing or stale, as the site's settings say for each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from changlang.model.catalogue import Catalogue
from changlang.model.fields import Behind
from changlang.model.kinds import KINDS, LINKS, REFERENCES
from changlang.problems import Problem, problem
from changlang.settings import Settings
from changlang.translation.state import state

# From a kind and a record of it to the place where its English, or what confirms it, stands.
Locate = Callable[[str, Any], tuple[str, int, int]]


class Standing(NamedTuple):
    """The catalogue whose records know that their English is behind, and the `word:id` of those to be hidden.

    What is hidden is out of the English edition only; an event of a hidden column has no place there either.
    """

    catalogue: Catalogue
    hidden: frozenset[str]
    problems: tuple[Problem, ...]


def standing(catalogue: Catalogue, settings: Settings, locate: Locate) -> Standing:
    """Marks every record whose English is missing or stale, and says so: where the policy is `block`, as an error."""
    changed: dict[str, dict[str, Any]] = {}
    hidden: set[str] = set()
    problems: list[Problem] = []
    for kind, ident, record in _all(catalogue):
        found = state(record) if record.untranslated or record.confirmed else "draft"
        if found == "draft" and settings.translation.drafts == "warn":
            problems.append(problem("draft-translation", *locate(kind, record), id=ident))
        if found not in ("missing", "stale"):
            continue
        policy = settings.policy(kind, found)
        problems.append(_said(policy, found, ident, locate(kind, record)))
        changed.setdefault(kind, {})[ident] = record.model_copy(update={"behind": found})
        if policy == "hide":
            hidden.add(f"{KINDS[kind].word}:{ident}")
    marked = _marked(catalogue, changed)
    return Standing(marked, frozenset(hidden | set(_events_of_hidden(catalogue, hidden))), tuple(problems))


def _said(policy: str, found: Behind, ident: str, place: tuple[str, int, int]) -> Problem:
    """An error where nothing may be built; else word of what English readers get. Reading blocks missing English."""
    if policy == "block":
        return problem("stale-translation", *place, id=ident)
    if policy == "hide":
        return problem("hidden-translation", *place, id=ident)
    return problem("old-translation" if found == "stale" else "no-translation", *place, id=ident)


def _all(catalogue: Catalogue) -> Iterator[tuple[str, str, Any]]:
    for kind in KINDS:
        for ident, record in catalogue.of(kind).items():
            yield kind, ident, record
    if catalogue.home:
        yield "home", "home", catalogue.home
    for name, page in catalogue.hand.items():
        yield "hand", name, page


def _marked(catalogue: Catalogue, changed: Mapping[str, Mapping[str, Any]]) -> Catalogue:
    """The catalogue with some records in place of others, in the same order."""
    if not changed:
        return catalogue
    kinds: dict[str, Any] = {
        kind: {**catalogue.of(kind), **records} for kind, records in changed.items() if kind != "home"
    }
    if "home" in changed:
        kinds["home"] = changed["home"]["home"]
    return replace(catalogue, **kinds)


def without(catalogue: Catalogue, hidden: frozenset[str]) -> Catalogue:
    """The catalogue of an edition that does without some records (`word:id`): nothing in it points at them."""
    if not hidden:
        return catalogue
    kept: dict[str, Any] = {
        kind: {
            ident: _let_go(kind, record, hidden)
            for ident, record in catalogue.of(kind).items()
            if f"{KINDS[kind].word}:{ident}" not in hidden
        }
        for kind in KINDS
    }
    kept["home"] = _let_go("home", catalogue.home, hidden) if catalogue.home else None
    mentions = {
        key: tuple(one for one in by if one not in hidden)
        for key, by in catalogue.mentions.items()
        if key not in hidden
    }
    return replace(catalogue, **kept, mentions=mentions)


def _let_go(kind: str, record: Any, hidden: frozenset[str]) -> Any:
    """A record without its references to what is hidden."""
    fields = {name: KINDS[folder].word + ":" for name, folder in REFERENCES.get(kind, {}).items()}
    fields |= dict.fromkeys(LINKS.get(kind, ()), "")
    changed: dict[str, Any] = {}
    for name, word in fields.items():
        value = getattr(record, name)
        if isinstance(value, tuple):
            kept = tuple(one for one in value if f"{word}{getattr(one, 'id', one)}" not in hidden)
            if kept != value:
                changed[name] = kept
        elif value and f"{word}{value}" in hidden:
            changed[name] = None
    video = getattr(record, "video", None)
    if video and f"photo:{video.poster}" in hidden:
        changed["video"] = None
    return record.model_copy(update=changed) if changed else record


def _events_of_hidden(catalogue: Catalogue, hidden: set[str]) -> Iterator[str]:
    for ident, event in catalogue.events.items():
        if f"column:{event.column}" in hidden:
            yield f"event:{ident}"
