"""The run, top to bottom: read, link, check; then frames, pages, audit, and only then the swap.

`check` is `build` without the writing. Stages know nothing of one another; what has to be done between them is in
`steps/`, and the order is here and nowhere else.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import perf_counter

from changlang.codes import ledger
from changlang.editions.pour import moulds
from changlang.editions.print.artwork import artworks
from changlang.editions.print.formats import FORMATS, Format
from changlang.language.figures import FigureTexts, figure_texts, unit_names
from changlang.model.catalogue import Catalogue, Catalogues
from changlang.model.records import Photo
from changlang.pages.board.plan import plan as board_plan
from changlang.pages.board.render import BoardRenderer
from changlang.pages.datapackage import downloads
from changlang.pages.kiosk.plan import plan as kiosk_plan
from changlang.pages.kiosk.render import KioskRenderer
from changlang.pages.plan import plan
from changlang.pages.render import Renderer
from changlang.photos.derived import Unusable
from changlang.photos.pictures import NO_PICTURES, Pictures, pictures, unusable, workshop
from changlang.photos.store import Altered
from changlang.problems import Problem, has_errors, in_order, problem
from changlang.publish import manifest, release
from changlang.publish.lock import Busy, lock
from changlang.read.link import link
from changlang.read.parse import parse
from changlang.read.places import of_english, of_record
from changlang.read.survey import survey
from changlang.settings import Settings
from changlang.spread import cores, spread, uncollected
from changlang.steps.artwork import Press, faults_of, pressed, printable, site_of, typesetter, workroom
from changlang.steps.audit import audit_release
from changlang.steps.boards import audit_boards, board_files, board_keys, ledger_copy, light_pictures, tells_case
from changlang.steps.charts import drawn_charts
from changlang.steps.codes import printed_codes
from changlang.steps.files import shared_files, taken_over, wanted_keys, write_files
from changlang.steps.frames import frames, shared_assets, versions
from changlang.steps.kiosk import (
    audit_folder,
    issue_of,
    kiosk_page_maker,
    seal,
    write_scripts,
    write_search,
    write_shared,
    write_shown,
)
from changlang.steps.media import NO_MEDIA, Media, audit_media, drop_altered_media, media, played, spoken, write_media
from changlang.steps.pages import by_language, made_pages, page_maker
from changlang.steps.pictures import audit_pictures, drop_altered_pictures, pictured, shared_cards, write_pictures
from changlang.steps.search import audit_search, former_pieces, only_pieces, search_index, without_pieces
from changlang.steps.sheets import keep_others, sheets
from changlang.steps.verify import Verified, save_report, verified, verify_faults
from changlang.steps.withdrawal import forget, taken_back
from changlang.steps.wording import wording
from changlang.translation.policy import standing, without

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Checked:
    """All that reading gave: what could be linked, and every problem in order.

    `hidden` are the records (`word:id`) that the English edition does without.
    """

    catalogue: Catalogue
    figures: FigureTexts
    problems: tuple[Problem, ...]
    pictures: Pictures = NO_PICTURES
    media: Media = NO_MEDIA
    hidden: frozenset[str] = frozenset()

    @property
    def catalogues(self) -> Catalogues:
        """What each language's edition is made of: the English one does without what is hidden from it."""
        return {"zh": self.catalogue, "en": without(self.catalogue, self.hidden)}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to. `written` is None where the target was left as it was; `seconds` is by stage.

    `forgotten` are earlier bundles that were deleted, because they held what was taken back.
    """

    problems: tuple[Problem, ...]
    pages: int = 0
    written: int | None = None
    seconds: Mapping[str, float] = field(default_factory=dict)
    forgotten: tuple[Path, ...] = ()


def silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


@uncollected()
def check(
    settings: Settings, *, target: Path | None = None, jobs: int | None = None, progress: Progress = silent
) -> Checked:
    """Reads everything and finds every fault that can be found without building. Writes nothing but the cache.

    `target` is where the site will be built, if not where it usually is: what is there knows of printed codes.
    """
    sources, found = survey(settings)
    records, more = parse(sources, settings)
    catalogue, unlinked = link(records, settings)
    stood = standing(catalogue, settings, partial(of_english, settings.root))
    catalogue = stood.catalogue
    figures, unworded = figure_texts(catalogue.figures.values(), partial(of_record, settings.root, "figures"))
    made, unpictured = pictures(
        catalogue.photos.values(),
        [record for _, record in records.records if isinstance(record, Photo)],
        workshop(settings, jobs or cores()),
        partial(of_record, settings.root, "photos"),
        partial(progress, "pictures"),
    )
    recorded, unplayed = media(catalogue, records.records, settings, jobs or cores(), partial(progress, "media"))
    worded = wording(catalogue, figures, settings.root, settings.cache, spoken(catalogue, recorded))
    former = (settings.site_dir, *([target] if target else []))
    unkept = printed_codes(settings, records, catalogue, (*found, *more), former)
    problems = in_order(
        (*found, *more, *unlinked, *stood.problems, *unworded, *unpictured, *unplayed, *worded, *unkept)
    )
    return Checked(played(pictured(catalogue, made), recorded), figures, problems, made, recorded, stood.hidden)


def build(
    settings: Settings,
    target: Path,
    *,
    jobs: int | None = None,
    clean: bool = False,
    progress: Progress = silent,
) -> Outcome:
    """The web edition in `target`, swapped in whole; with any error the target stays as it was.

    `jobs` is how many processes work at once, one a core where it is None. `clean` makes every page anew,
    and keeps nothing of earlier builds.
    """
    return _checked(settings, target, partial(_build, anew=clean), jobs, progress, site=target)


def _checked(
    settings: Settings,
    target: Path,
    edition: Callable[..., Outcome],
    jobs: int | None,
    progress: Progress,
    *,
    site: Path | None = None,
) -> Outcome:
    """An edition of what was read, where nothing of it is an error and nobody else is at work on the target.

    `site` is the target where it is the site itself, which knows of printed codes.
    """
    clock = _Clock(progress)
    with clock("read"):
        checked = check(settings, target=site, jobs=jobs, progress=progress)
    if has_errors(checked.problems):
        return Outcome(checked.problems, seconds=clock.seconds)
    try:
        with lock(target):
            release.recover(target)
            if not release.is_ours(target):
                return Outcome((*checked.problems, problem("target-not-ours", str(target))))
            try:
                return edition(settings, target, checked, jobs or cores(), clock)
            except Altered:
                drop_altered_pictures(checked.pictures, settings)
                drop_altered_media(checked.media, settings)
                checked = check(settings, target=site, jobs=jobs, progress=progress)
                if has_errors(checked.problems):
                    return Outcome(checked.problems, seconds=clock.seconds)
                return edition(settings, target, checked, jobs or cores(), clock)
    except Busy:
        return Outcome((*checked.problems, problem("target-busy", str(target))))
    except Unusable as fault:
        return Outcome((*checked.problems, unusable(fault)))


def _build(settings: Settings, target: Path, checked: Checked, jobs: int, clock: _Clock, *, anew: bool) -> Outcome:
    catalogue, catalogues, figures = checked.catalogue, checked.catalogues, checked.figures
    with clock("plan"):
        pages, boards = plan(catalogues, version := versions(settings)), board_plan(catalogues, version)
    with clock("frames"):
        shared, notices = shared_assets(catalogue, settings)
        rendered, faults = frames(pages, catalogues, figures, settings, shared)
    problems = (*checked.problems, *notices, *faults)
    if has_errors(problems):
        return Outcome(in_order(problems), seconds=clock.seconds)
    hand = {order.language: made.hand for order, made in rendered}
    shapes = moulds(frame for _, made in rendered for frame in made.frames)
    place = manifest.place(settings.cache, target)
    held = manifest.load(place)
    last = {} if anew else held
    with release.staging(target, {} if anew else manifest.load(manifest.before(place))) as (folder, there):
        with clock("files"):
            files = {**shared_files(pages, catalogues, settings, shared), **ledger_copy(settings)}
            files |= downloads(catalogue, figures, unit_names(catalogue.figures.values()), settings)
            files |= checked.media.texts
            cards, drawn = shared_cards(catalogues, checked.pictures, settings, jobs)
            shown = {**checked.pictures.files, **drawn}
            wanted = wanted_keys(pages, files, shapes, hand) | board_keys(boards, tells_case(folder))
            wanted |= {path: one.digest for path, one in (*shown.items(), *checked.media.files.items())}
            entries = taken_over(target, folder, last, without_pieces(there), wanted)
            kept = len(entries)
            entries |= write_files(folder, files, wanted, entries)
            entries |= write_pictures(folder, settings, shown, entries)
            entries |= write_media(folder, settings, checked.media, entries)
        with clock("pages"):
            seen = (checked.pictures.of, cards, drawn_charts(catalogues, figures, settings), checked.media.of)
            renderers = by_language(catalogues, lambda of: Renderer(of, settings, figures, hand, *seen))
            make = page_maker(settings.site_url, renderers, shapes, folder, wanted)
            entries |= made_pages(pages, make, entries, jobs, partial(clock.progress, "pages"))
        with clock("boards"):
            light = light_pictures(checked.pictures.of, folder)
            boarder = BoardRenderer(catalogues, settings, figures, checked.pictures.of, light, checked.media.of)
            entries |= board_files(boards, boarder, settings.site_url, folder, wanted, entries, jobs)
        with clock("search"):
            former = former_pieces(target, entries, last)
            indexed = search_index(folder, pages, catalogue, checked.pictures.of, former, jobs)
            taken = taken_over(target, folder, last, only_pieces(there), indexed.wanted)
            kept += len(taken)
            entries |= taken | write_files(folder, indexed.files, indexed.wanted, taken)
        with clock("audit"):
            audit_search(folder, indexed, entries)
            faults = (
                *audit_release(settings, target, pages, boards, rendered, entries, last),
                *audit_pictures(target, folder, pages, entries, last),
                *audit_media(target, folder, entries, last),
                *audit_boards(settings, folder, catalogue.boards.values(), entries, last),
            )
        if faults:
            return Outcome(in_order((*problems, *faults)), seconds=clock.seconds)
        with clock("swap"):
            gone = taken_back(target, held, entries)
            release.swap(folder, target)
            manifest.save(place, entries)
            forgotten = forget(settings, target, gone) if gone or not last else ()
    return Outcome(in_order(problems), len(pages), len(entries) - kept, clock.seconds, forgotten)


def kiosk(
    settings: Settings,
    target: Path,
    *,
    jobs: int | None = None,
    epoch: str | None = None,
    progress: Progress = silent,
) -> Outcome:
    """The kiosk's folder in `target` and its archive beside it, swapped in whole; no host, and no network ever.

    `epoch` is the day of issue in seconds, as SOURCE_DATE_EPOCH has it; without one it is that of the newest record.
    """
    return _checked(settings, target, partial(_kiosk, epoch=epoch), jobs, progress)


def _kiosk(
    settings: Settings, target: Path, checked: Checked, jobs: int, clock: _Clock, *, epoch: str | None
) -> Outcome:
    catalogue, catalogues = checked.catalogue, checked.catalogues
    with clock("plan"):
        pages = kiosk_plan(catalogues)
        issue = issue_of(catalogue, settings, epoch)
    with release.staging(target, {}) as (folder, _):
        with clock("files"):
            digests, notices = write_shared(folder, catalogue, settings)
        with clock("pages"):
            charts = drawn_charts(catalogues, checked.figures, settings)
            renderers = by_language(
                catalogues,
                lambda of: KioskRenderer(
                    of, settings, checked.figures, checked.pictures.of, pages, issue, checked.media.of, charts
                ),
            )
            digests |= write_scripts(folder, renderers)
            made = {}
            for done, (path, one) in enumerate(spread(kiosk_page_maker(renderers, folder), pages, jobs), 1):
                made[path] = one
                clock.progress("pages", done, len(pages))
            digests |= {path: one.digest for path, one in made.items()}
            digests |= write_shown(folder, settings, checked.pictures, checked.media, made)
        with clock("search"):
            digests |= write_search(folder, pages, catalogue, checked.pictures.of, digests, jobs)
        with clock("audit"):
            faults = tuple(audit_folder(target, folder, made, digests))
        problems = in_order((*checked.problems, *notices, *faults))
        if faults:
            return Outcome(problems, seconds=clock.seconds)
        with clock("swap"):
            sealed = seal(folder, target, digests, issue.day)
            release.swap(folder, target)
            release.forget(target)  # it is made in whole each time, and what it shows goes out on sticks
            sealed.replace(target.with_name(f"{target.name}.zip"))
    return Outcome(problems, len(pages), len(digests) + 1, clock.seconds)


def print_boards(
    settings: Settings,
    target: Path,
    today: datetime.date,
    *,
    codes: Sequence[str] = (),
    formats: Sequence[str] = tuple(FORMATS),
    jobs: int | None = None,
    progress: Progress = silent,
) -> Outcome:
    """Artwork of boards in `target`, swapped in whole; only then are their codes in the ledger of what was printed.

    No `codes` are all boards. With any error, and with any code that cannot be read back, nothing is changed.
    """
    kinds = [FORMATS[name] for name in formats]
    return _checked(settings, target, partial(_print, today=today, codes=codes, formats=kinds), jobs, progress)


def _print(
    settings: Settings,
    target: Path,
    checked: Checked,
    jobs: int,
    clock: _Clock,
    *,
    today: datetime.date,
    codes: Sequence[str],
    formats: Sequence[Format],
) -> Outcome:
    boards, unknown = printable(checked.catalogue, codes)
    entered = ledger.entered(ledger.load(settings)[0], boards, settings, today)
    with workroom() as root, release.staging(target, {}) as (folder, _):
        with clock("plan"):
            setter, unset = typesetter(root)
            site, unfit = site_of(checked.catalogue, checked.figures, boards, settings, root, jobs)
            wanted, unprintable = artworks(boards, formats, site)
        problems = (*checked.problems, *unknown, *unset, *unfit, *unprintable)
        if has_errors(problems):
            return Outcome(in_order(problems), seconds=clock.seconds)
        with clock("artwork"):
            faults: list[Problem] = []
            for done, made in enumerate(pressed(Press(setter, folder), wanted, jobs), 1):
                faults += faults_of(made, site)
                clock.progress("artwork", done, len(wanted))
            faults += () if faults else sheets(folder, target, site, setter, entered)
        if faults:
            return Outcome(in_order((*problems, *faults)), seconds=clock.seconds)
        with clock("swap"):
            keep_others(target, folder, checked.catalogue)
            ledger.save(settings, entered)
            release.swap(folder, target)
            release.forget(target)  # what is to be kept of it was taken over
    return Outcome(in_order(problems), len(wanted), 2 * len(wanted), clock.seconds)


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of all artwork in a folder when it was read back, and what is wrong with it."""

    artworks: tuple[Verified, ...]
    problems: tuple[Problem, ...]


def verify_boards(
    settings: Settings, target: Path, today: datetime.date, *, jobs: int | None = None, progress: Progress = silent
) -> Tried:
    """Reads every artwork in `target` back, as printed and worn, by its file alone; leaves a report beside it."""
    printed, problems = ledger.load(settings)
    addresses = {code: line.address for code, line in printed.items()}
    done: list[Verified] = []
    for number, (found, count) in enumerate(verified(target, addresses, jobs or cores()), 1):
        done += found
        progress("verify", number, count)
    faults = tuple(verify_faults(done, target, settings.site_dir))
    save_report(target, done, faults, today)
    return Tried(tuple(done), in_order((*problems, *faults)))


class _Clock:
    """Seconds by stage, and word of each stage's beginning and end to whoever watches."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        started = perf_counter()
        self.progress(stage, 0, 0)
        try:
            yield
        finally:
            self.seconds[stage] = perf_counter() - started
