"""The run, top to bottom: read, link, check; then frames, pages, audit, and only then the swap.

`check` is `build` without the writing. Stages are called here and nowhere else, and know nothing of one another.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from time import perf_counter

from changlang import __version__, host, urls
from changlang.editions.assets import Assets, assets
from changlang.editions.pour import Moulds, moulds, pour
from changlang.language.figures import FigureTexts, figure_texts
from changlang.language.printed import printed
from changlang.language.terms import terms
from changlang.language.texts import Pair
from changlang.model import LANGUAGES, Catalogue, HandPage, Language, Page, Photo
from changlang.pages import feeds, fonts
from changlang.pages.chrome import chrome
from changlang.pages.clean import clean
from changlang.pages.colors import columns_css
from changlang.pages.markup import Markup
from changlang.pages.pictures import sharings
from changlang.pages.plan import plan
from changlang.pages.render import Renderer
from changlang.pages.words import WORDS
from changlang.photos.clean import carried, format_of
from changlang.photos.pictures import NO_PICTURES, Pictures, pictures, workshop
from changlang.photos.social import Card, social_cards
from changlang.photos.store import Stored, fetched, store_at
from changlang.problems import Problem, has_errors, in_order, problem
from changlang.publish import facts, manifest, release
from changlang.publish.audit import Built, Release, audit
from changlang.publish.facts import Facts
from changlang.publish.lock import Busy, lock
from changlang.publish.release import Entry, Manifest
from changlang.read.link import link
from changlang.read.parse import parse
from changlang.read.places import Place, of_record
from changlang.read.spots import place_of
from changlang.read.survey import survey
from changlang.settings import Settings
from changlang.spread import cores, spread, uncollected

SharedPage = tuple[str, str, Language]  # frame, subject, language
Progress = Callable[[str, int, int], None]
PACKAGE = Path(__file__).parent
# Kinds of page that are one record each; readers must reach them in three clicks.
RECORD_PAGES = frozenset({"event", "person", "photo", "column"})


@dataclass(frozen=True, slots=True)
class Checked:
    """All that reading gave: what could be linked, and every problem in order."""

    catalogue: Catalogue
    figures: FigureTexts
    problems: tuple[Problem, ...]
    pictures: Pictures = NO_PICTURES


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to. `written` is None where the target was left as it was; `seconds` is by stage."""

    problems: tuple[Problem, ...]
    pages: int = 0
    written: int | None = None
    seconds: Mapping[str, float] = field(default_factory=dict)


def silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


@uncollected()
def check(settings: Settings, *, jobs: int | None = None, progress: Progress = silent) -> Checked:
    """Reads everything and finds every fault that can be found without building. Writes nothing but the cache."""
    sources, found = survey(settings)
    records, more = parse(sources, settings)
    catalogue, unlinked = link(records, settings)
    figures, unworded = figure_texts(catalogue.figures.values(), partial(of_record, settings.root, "figures"))
    made, unpictured = pictures(
        catalogue.photos.values(),
        [record for _, record in records.records if isinstance(record, Photo)],
        workshop(settings, jobs or cores()),
        partial(of_record, settings.root, "photos"),
        partial(progress, "pictures"),
    )
    worded = _wording(catalogue, figures, settings)
    problems = in_order((*found, *more, *unlinked, *unworded, *unpictured, *worded))
    return Checked(_pictured(catalogue, made), figures, problems, made)


def _wording(catalogue: Catalogue, figures: FigureTexts, settings: Settings) -> tuple[Problem, ...]:
    """What is wrong with the words themselves, at the very sign."""

    def where(pair: Pair, language: Language, index: int) -> Place:
        return place_of(settings.root, pair.kind, pair.record, pair.path, language, pair[language], index)

    return (*terms(catalogue, figures, where), *printed(catalogue, where))


def _pictured(catalogue: Catalogue, made: Pictures) -> Catalogue:
    """The catalogue with photos whose digests take in their pictures: a page is made of both."""
    photos = {
        ident: photo.model_copy(update={"digest": photo.digest + made.of[ident].digest})
        if ident in made.of
        else photo
        for ident, photo in catalogue.photos.items()
    }
    return replace(catalogue, photos=photos)


def build(
    settings: Settings,
    target: Path,
    *,
    jobs: int | None = None,
    clean: bool = False,
    progress: Progress = silent,
) -> Outcome:
    """The web edition in `target`, swapped in whole; with any error the target stays as it was.

    `jobs` is how many processes work at once, one a core where it is None. `clean` makes every page anew.
    """
    clock = _Clock(progress)
    with clock("read"):
        checked = check(settings, jobs=jobs, progress=progress)
    if has_errors(checked.problems):
        return Outcome(checked.problems, seconds=clock.seconds)
    try:
        with lock(target):
            release.recover(target)
            if not release.is_ours(target):
                return Outcome((*checked.problems, problem("target-not-ours", str(target))))
            return _build(settings, target, checked, jobs or cores(), clean, clock)
    except Busy:
        return Outcome((*checked.problems, problem("target-busy", str(target))))


def _build(settings: Settings, target: Path, checked: Checked, jobs: int, anew: bool, clock: _Clock) -> Outcome:
    catalogue, figures = checked.catalogue, checked.figures
    with clock("plan"):
        pages = plan(catalogue, _versions(settings))
    with clock("frames"):
        shared, notices = _assets(catalogue, settings)
        rendered, faults = _frames(pages, checked, settings, shared)
    problems = (*checked.problems, *notices, *faults)
    if has_errors(problems):
        return Outcome(in_order(problems), seconds=clock.seconds)

    hand = {order.language: made.hand for order, made in rendered}
    shapes = moulds(frame for _, made in rendered for frame in made.frames)
    place = manifest.place(settings.cache, target)
    last = {} if anew else manifest.load(place)
    with release.staging(target, {} if anew else manifest.load(manifest.before(place))) as (folder, there):
        with clock("files"):
            files = _files(pages, catalogue, settings, shared)
            cards, drawn = _shared(checked, settings)
            shown = {**checked.pictures.files, **drawn}
            wanted = _wanted(pages, files, shapes, hand) | {path: one.digest for path, one in shown.items()}
            entries = _taken_over(target, folder, last, there, wanted)
            kept = len(entries)
            entries |= _write_files(folder, files, wanted, entries)
            entries |= _write_pictures(folder, settings, shown, entries)
        with clock("pages"):
            renderer = Renderer(catalogue, settings, figures, hand, checked.pictures.of, cards)
            todo = [page for page in pages if urls.file(page.address) not in entries]
            make = _maker(settings, renderer, shapes, folder, wanted)
            for done, (path, entry) in enumerate(spread(make, todo, jobs), 1):
                entries[path] = entry
                clock.progress("pages", done, len(todo))
        with clock("audit"):
            faults = (
                *_audit(settings, target, pages, rendered, entries, last),
                *_audit_pictures(target, folder, pages, entries),
            )
        if faults:
            return Outcome(in_order((*problems, *faults)), seconds=clock.seconds)
        with clock("swap"):
            release.swap(folder, target)
            manifest.save(place, entries)
    return Outcome(in_order(problems), len(pages), len(entries) - kept, clock.seconds)


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


def _versions(settings: Settings) -> str:
    """A digest of what changes pages without being a record: the package, its templates, the settings."""
    face = fonts.find_face(fonts.font_folders())  # social cards are drawn in it
    anywhere = replace(settings, executor="")
    digest = hashlib.sha256(f"{__version__}{anywhere}{face}".encode())
    for path in sorted((*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.html"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _assets(catalogue: Catalogue, settings: Settings) -> tuple[Assets, tuple[Problem, ...]]:
    """Style sheets, scripts and the heading font, which is made once for each set of characters."""
    words = [text for row in WORDS.values() for text in row.values()] + list(settings.site_name.model_dump().values())
    characters = "".join(sorted(fonts.heading_characters(catalogue, words)))
    face = fonts.find_face(fonts.font_folders())
    name = hashlib.sha256(f"{face}\0{characters}".encode()).hexdigest()[:24]
    path = settings.cache / "fonts" / f"{name}.woff"
    notices: tuple[Problem, ...] = ()
    if not path.is_file():
        font, notices = fonts.heading_font(face, characters)
        if font:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(font.data)
    data = path.read_bytes() if path.is_file() else None
    return assets(columns_css(catalogue.columns.values()), host.material_css(), data), notices


def _frames(
    pages: tuple[Page, ...], checked: Checked, settings: Settings, shared: Assets
) -> tuple[tuple[tuple[host.Order, host.Rendered], ...], tuple[Problem, ...]]:
    """One frame for each kind, depth and language that the plan has, and the hand-written bodies."""
    markup = Markup(checked.catalogue, checked.figures)
    orders = []
    for language in LANGUAGES:
        kinds = {(page.frame, page.address.count("/")) for page in pages if page.language == language}
        hand = tuple(
            page.model_copy(
                update={"body": page.body.model_copy(update={language: _expanded(markup, page, language)})}
            )
            for page in checked.catalogue.hand.values()
        )
        orders.append(
            host.Order(
                language=language,
                site_name=settings.site_name[language],
                site_url=settings.site_url,
                config_file=settings.config_file,
                frames=tuple(sorted(kinds)),
                extra=chrome(checked.catalogue, settings, language, shared.names),
                hand=hand,
                assets=settings.docs["zh"].parent / "assets",
                custom_dir=settings.custom_dir,
            )
        )
    rendered, problems = host.render(orders, clean, settings.cache)
    return tuple(zip(orders, rendered, strict=True)), problems


def _expanded(markup: Markup, page: HandPage, language: Language) -> str:
    return markup.expand(page.body[language], language, urls.hand(page.name, language))


def _files(pages: tuple[Page, ...], catalogue: Catalogue, settings: Settings, shared: Assets) -> Mapping[str, bytes]:
    """Everything of the release that is not a page, by path."""
    texts = dict(feeds.feed(catalogue, settings, language) for language in LANGUAGES)
    texts |= feeds.sitemap(pages, settings)
    texts |= {"robots.txt": feeds.robots(settings), release.MARKER: f"changlang {__version__}\n"}
    return {**shared.files, **_drawings(settings), **{path: text.encode() for path, text in texts.items()}}


def _drawings(settings: Settings) -> Mapping[str, bytes]:
    """The SVG drawings of hand-written pages, beside the pages of each language."""
    folder = settings.docs["zh"].parent / "assets"
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.svg"))}
    return {f"{urls.PREFIX[language]}assets/{name}": data for language in LANGUAGES for name, data in found.items()}


def _wanted(
    pages: tuple[Page, ...],
    files: Mapping[str, bytes],
    shapes: Moulds,
    hand: Mapping[Language, Mapping[str, str]],
) -> dict[str, str]:
    """Path → key of every file of the release. A page's key takes in its frame and a body that the host rendered."""
    frames = {place: hashlib.sha256("\0".join(mould).encode()).hexdigest()[:16] for place, mould in shapes.items()}
    wanted = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    for page in pages:
        frame = frames[page.language, page.frame, page.address.count("/")]
        body = hand[page.language].get(page.subject, "") if page.frame == "hand" else ""
        wanted[urls.file(page.address)] = f"{page.key}-{frame}" + (
            hashlib.sha256(body.encode()).hexdigest()[:16] if body else ""
        )
    return wanted


def _taken_over(
    target: Path, folder: Path, last: Manifest, there: Manifest, wanted: Mapping[str, str]
) -> dict[str, Entry]:
    """What need not be made again: files that are in the folder already, and links to those of the last release."""
    entries = {path: entry for path, entry in there.items() if wanted.get(path) == entry.key}
    release.drop(folder, there.keys() - entries.keys())
    missing = {path: key for path, key in wanted.items() if path not in entries}
    linked = release.unchanged(target, last, missing)
    release.keep(target, folder, linked)
    return entries | {path: last[path] for path in linked}


def _write_files(
    folder: Path, files: Mapping[str, bytes], wanted: Mapping[str, str], kept: Mapping[str, Entry]
) -> dict[str, Entry]:
    return {
        path: Entry(wanted[path], release.write(folder, path, data), "")
        for path, data in files.items()
        if path not in kept
    }


def _shared(checked: Checked, settings: Settings) -> tuple[Mapping[SharedPage, str], Mapping[str, Stored]]:
    """The card that each page with a picture is shared with, by page, and where its file comes from, by path.

    Without a font for Chinese on this machine it is the bare picture.
    """
    crops = checked.pictures.social
    wanted = list(sharings(checked.catalogue, settings, crops)) if crops else []
    face = fonts.find_face(fonts.font_folders()) if wanted else None
    made = {one: crops[one.photo] for one in wanted}
    if face:
        font = face.path, fonts.in_collection(face.path)
        cards = {one: Card(crops[one.photo], one.title, settings.site_name[one.language], font) for one in wanted}
        drawn = social_cards(cards.values(), store_at(workshop(settings, 1).store))
        made = {one: drawn[card] for one, card in cards.items()}
    paths = {one: f"pictures/{stored.digest[:20]}.jpg" for one, stored in made.items()}
    return (
        {(one.frame, one.subject, one.language): path for one, path in paths.items()},
        {paths[one]: stored for one, stored in made.items()},
    )


def _write_pictures(
    folder: Path, settings: Settings, shown: Mapping[str, Stored], kept: Mapping[str, Entry]
) -> dict[str, Entry]:
    """Pictures come out of their store one at a time, so that an archive need not fit into memory."""
    store = store_at(workshop(settings, 1).store)
    return {
        path: Entry(one.digest, release.write(folder, path, fetched(store, one)), "")
        for path, one in shown.items()
        if path not in kept
    }


def _maker(
    settings: Settings, renderer: Renderer, shapes: Moulds, folder: Path, wanted: Mapping[str, str]
) -> Callable[[Page], tuple[str, Entry]]:
    """Renders, pours and writes one page, and reads what the audit needs of it."""

    def make(page: Page) -> tuple[str, Entry]:
        parts = renderer.render(page)
        root = urls.base_path(settings.site_url) if page.address == urls.NOT_FOUND else urls.root(page.address)
        other = root + urls.other(page.address, page.language)
        html = pour(shapes[page.language, page.frame, page.address.count("/")], parts, other)
        read = facts.read(parts.head + parts.body)._replace(title=parts.title, description=parts.description)
        path = urls.file(page.address)
        return path, Entry(wanted[path], release.write(folder, path, html.encode()), facts.as_line(read))

    return make


def _audit(
    settings: Settings,
    target: Path,
    pages: tuple[Page, ...],
    rendered: tuple[tuple[host.Order, host.Rendered], ...],
    entries: Mapping[str, Entry],
    former: Mapping[str, Entry],
) -> tuple[Problem, ...]:
    """Audits the release, unless every page says to the audit just what it said in the former one, which passed."""
    frames = [frame for _, made in rendered for frame in made.frames]
    if former.keys() == entries.keys() and all(
        entry.facts == former[path].facts and entry.key.partition("-")[2] == former[path].key.partition("-")[2]
        for path, entry in entries.items()
        if entry != former[path]
    ):
        return ()
    read: Mapping[tuple[Language, str, int], Facts] = {
        (frame.language, frame.kind, frame.depth): _frame_facts(frame.html) for frame in frames
    }
    built = {}
    for page in pages:
        frame = read[page.language, page.frame, page.address.count("/")]
        parts = facts.from_line(entries[urls.file(page.address)].facts)
        built[page.address] = Built(page.address, page.language, frame, parts)
    records = [page.address for page in pages if page.frame in RECORD_PAGES]
    return audit(Release(settings.site_url, target.name, built, frozenset(entries), records))


def _audit_pictures(
    target: Path, folder: Path, pages: tuple[Page, ...], entries: Mapping[str, Entry]
) -> Iterator[Problem]:
    """Reads every picture that is about to be published, whatever its name, and names what it carries."""
    written = {urls.file(page.address) for page in pages}
    for path in sorted(entries.keys() - written):
        data = (folder / path).read_bytes()
        if format_of(data) and (found := carried(data)):
            yield problem("audit-picture", f"{target.name}/{path}", picture=path, carried="、".join(found))


def _frame_facts(html: str) -> Facts:
    """Facts of a frame, but for the link to the other language: every page's own is checked with its alternates."""
    read = facts.read(html)
    return read._replace(links=[link for link in read.links if link != host.OTHER])
