"""No sequence of edits gives a site that passes and has a dead code: tried with real builds and real git."""

from __future__ import annotations

import datetime
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from changlang import pipeline, urls
from changlang.codes import ledger
from changlang.pages.board.plan import plan
from changlang.problems import has_errors
from changlang.settings import Settings
from tests.codes.git import commit, repository
from tests.codes.street import BOARDS, SHOWS, SITE, laid_out, leads_on, opened, record, settled, write

TODAY = datetime.date(2026, 11, 25)
EVENT, ENGLISH, FIGURES = "content/events/first.zh.md", "content/events/first.en.md", "content/figures/first.yml"
LOCK = "content/boards.lock"
CODES = ("SC001", "SC002", "SC003")
SHOWN = (SHOWS, 'show: ["event:first"]', 'show: ["figure:meetings"]', "show: []")
RETIRED = ("retired: true", "retired: 2026-05")
FILES = (BOARDS, EVENT, ENGLISH, FIGURES, LOCK, "mkdocs.yml")


@dataclass
class Street:
    """A site of three boards that were printed. `known` is what git or a built site knows of: code → address."""

    root: Path
    cache: Path
    in_git: bool = True
    boards: dict[str, tuple[str, ...]] = field(default_factory=lambda: dict.fromkeys(CODES, (SHOWS,)))
    known: dict[str, str] = field(default_factory=dict)
    sound: tuple[dict[str, tuple[str, ...]], dict[str, str]] = field(default_factory=lambda: ({}, {}))

    @property
    def settings(self) -> Settings:
        return settled(self.root, self.cache)

    @property
    def ledger(self) -> ledger.Ledger:
        return ledger.load(self.settings)[0]

    def read(self, path: str) -> str:
        place = self.root / path
        return place.read_text("utf-8") if place.exists() else ""

    def change(self, path: str, pattern: str, becomes: str) -> None:
        write(self.root, path, re.sub(pattern, becomes, self.read(path)))

    def remember(self) -> None:
        self.known |= {code: line.address for code, line in self.ledger.items()}


def keep(street: Street, boards: dict[str, tuple[str, ...]]) -> None:
    """The boards' records: of each code the fields that it has beside its title."""
    street.boards = boards
    write(street.root, BOARDS, "".join(record(code, *fields) for code, fields in boards.items()))


def writes(street: Street, code: str, *fields: str) -> None:
    keep(street, {**street.boards, code: fields})


def renames(street: Street, code: str, to: str) -> None:
    keep(street, {to if one == code else one: fields for one, fields in street.boards.items()})


def deletes(street: Street, code: str) -> None:
    keep(street, {one: fields for one, fields in street.boards.items() if one != code})


def sets_the_event(street: Street, status: str) -> None:
    street.change(EVENT, "status: .*\n", "")
    street.change(EVENT, "column: first\n", f"column: first\nstatus: {status}\n")


def hides_the_english(street: Street) -> None:
    street.change(ENGLISH, "^---\n(confirmed: .*\n)?", "---\nconfirmed: 0123456789ab\n")
    street.change("mkdocs.yml", " +translation: .*\n", "")
    write(street.root, "mkdocs.yml", street.read("mkdocs.yml") + "      translation: {events: hide}\n")


def renames_the_figure(street: Street) -> None:
    """Everywhere but on the boards."""
    for path in (FIGURES, EVENT, ENGLISH):
        street.change(path, "meetings", "visits")


def moves_house(street: Street, site: str, printed: str) -> None:
    street.change("mkdocs.yml", " +board_url: .*\n", "")
    street.change("mkdocs.yml", "site_url: .*", f"site_url: {site}")
    if printed:
        write(street.root, "mkdocs.yml", street.read("mkdocs.yml") + f"      board_url: {printed}\n")


def edits_the_ledger(street: Street, code: str, becomes: str) -> None:
    street.change(LOCK, f"{code} .*\n", becomes.format(code))


def takes_back(street: Street) -> None:
    """Everything since the site last passed."""
    street.boards, files = street.sound
    for path, text in files.items():
        write(street.root, path, text)


def loses_the_site(street: Street) -> None:
    """Without git only the ledger itself remembers then, and nobody can promise more."""
    shutil.rmtree(street.settings.site_dir, ignore_errors=True)
    if not street.in_git:
        street.known = {code: address for code, address in street.known.items() if code in street.ledger}


def prints(street: Street) -> None:
    """As `changlang boards` does once the artwork is made: it refuses a site that does not pass."""
    settings = street.settings
    checked = pipeline.check(settings, jobs=1)
    if not has_errors(checked.problems):
        boards = checked.catalogue.boards.values()
        ledger.save(settings, ledger.entered(street.ledger, boards, settings, TODAY))
        if street.in_git:
            commit(street.root)
            street.remember()


def releases(street: Street) -> None:
    """Builds; where the site is swapped in, a phone stands in front of every board that was ever printed."""
    settings = street.settings
    outcome = pipeline.build(settings, settings.site_dir, jobs=1)
    assert (outcome.written is None) == has_errors(outcome.problems)
    if outcome.written is not None:
        street.remember()
        base = settings.board_url or settings.site_url
        for code, printed in street.known.items():
            arrives(settings.site_dir, base, code, printed)


def arrives(site: Path, base: str, code: str, printed: str) -> None:
    """A code opens its page; one whose board has moved leads to the page of a board that is in use."""
    html, seen = opened(site, code, base, printed), [code]
    while further := leads_on(html):
        assert further not in seen
        html = opened(site, further, base, f"{base}B/{further}")
        seen.append(further)
    assert len(seen) == 1 or "已经拆除" not in html


def passes(street: Street) -> bool:
    """Whether the site passes as it stands. If so, every known code has a page planned where it is printed."""
    settings = street.settings
    checked = pipeline.check(settings, jobs=1)
    if has_errors(checked.problems):
        return False
    street.sound = street.boards, {path: street.read(path) for path in FILES}
    boards = checked.catalogue.boards
    assert street.known.keys() <= {page.subject for page in plan(checked.catalogues, "")}
    assert {code: urls.printed_address(settings, code) for code in street.known} == street.known
    for code in street.known:
        seen = [code]
        while further := boards[seen[-1]].moved_to:
            assert further not in seen
            seen.append(further)
        assert len(seen) == 1 or not boards[seen[-1]].retired
    return True


Edit = tuple[Callable[..., None], tuple[str, ...]]


def edit(change: Callable[..., None], *choices: tuple[str, ...]) -> st.SearchStrategy[Edit]:
    """A change of a site with one word of each of its choices."""
    return st.tuples(st.just(change), st.tuples(*map(st.sampled_from, choices)))


# What several edits have to meet for, to do harm, comes twice.
EDITS = st.one_of(
    edit(writes, CODES, SHOWN[:1], RETIRED),
    edit(writes, CODES, tuple(f"moved_to: {code}" for code in CODES)),
    edit(writes, CODES, SHOWN),
    edit(writes, CODES, SHOWN, RETIRED),
    edit(writes, CODES, SHOWN[:1], ("status: draft", "status: withdrawn")),
    edit(writes, CODES, tuple(f"moved_to: {code}" for code in CODES)),
    edit(renames, CODES, CODES),
    edit(deletes, CODES),
    edit(sets_the_event, ("published", "draft", "withdrawn")),
    edit(hides_the_english),
    edit(renames_the_figure),
    edit(moves_house, (SITE, "https://example.org/", "https://other.example/gfjy/"), ("", SITE)),
    edit(edits_the_ledger, CODES, ("", "{0} HTTPS://OTHER.EXAMPLE/B/{0} 2026-11-25\n", "<<<<<<< {0}\n")),
    edit(loses_the_site),
    edit(prints),
)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[Street, Path]:
    """A street as every story begins, released and in git, and a copy of its files."""
    folder = tmp_path_factory.mktemp("street")
    street = Street(folder / "city", folder / "cache")
    laid_out(street.root)
    repository(street.root)
    keep(street, street.boards)
    prints(street)
    releases(street)
    assert street.known.keys() == set(CODES)
    shutil.copytree(street.root, folder / "begun")
    return street, folder / "begun"


@given(in_git=st.booleans(), edits=st.lists(st.tuples(EDITS, st.booleans()), min_size=5, max_size=10))
@settings(max_examples=24, phases=[Phase.generate])
def test_no_sequence_of_edits_passes_and_leaves_a_board_dead(
    begun: tuple[Street, Path], in_git: bool, edits: list[tuple[Edit, bool]]
) -> None:
    """After an edit that does not pass, an officer takes it back or edits on."""
    first, files = begun
    shutil.rmtree(first.root)
    shutil.copytree(files, first.root)
    if not in_git:
        shutil.rmtree(first.root / ".git")
    street = replace(first, in_git=in_git, boards=dict(first.boards), known=dict(first.known))
    assert passes(street)
    for (change, words), patient in edits:
        change(street, *words)
        if not passes(street) and patient:
            takes_back(street)
    releases(street)
