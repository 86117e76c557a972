"""From photo records to pictures of the site: which originals there are, what is made of them, what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from changlang.model.pictures import Picture
from changlang.model.pictures import Rendition as Shown
from changlang.model.records import Photo
from changlang.photos.bounds import Bounds
from changlang.photos.derived import LIST, Derived, Done, Rendition, Unusable, Wish, from_list
from changlang.photos.executor import CLUSTER, LOCAL
from changlang.photos.originals import Original, Where, originals
from changlang.photos.recipe import STANDARD, Recipe
from changlang.photos.store import Store, Stored, prune, store_at
from changlang.problems import Problem, problem

if TYPE_CHECKING:
    from changlang.photos.perform import Order
    from changlang.settings import Settings

# Where pictures stand on the site. Their names are made of content and recipe, so they may be kept for ever.
FOLDER = "pictures"


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where pictures are made: the folder of originals, the store, the executor, how many at once, the bounds."""

    photos: Path
    store: str
    memory: Path
    executor: str = LOCAL
    jobs: int = 1
    bounds: Bounds = field(default_factory=Bounds)
    recipe: Recipe = STANDARD


def workshop(settings: Settings, jobs: int) -> Workshop:
    """The workshop of a site. A store that is no address is a folder, named from the site's own."""
    store = settings.picture_cache or str(settings.cache / "pictures")
    return Workshop(
        photos=settings.photos,
        store=store if "://" in store else str(settings.root / store),
        memory=settings.cache / "originals.json",
        executor=settings.executor,
        jobs=jobs,
    )


@dataclass(frozen=True, slots=True)
class Pictures:
    """By photo: its picture, and the crop that social cards are written on. `files`: path on the site → store."""

    of: Mapping[str, Picture] = field(default_factory=dict)
    social: Mapping[str, Stored] = field(default_factory=dict)
    files: Mapping[str, Stored] = field(default_factory=dict)


NO_PICTURES = Pictures()


def pictures(
    shown: Iterable[Photo],
    records: Iterable[Photo],
    shop: Workshop,
    where: Where,
    progress: Callable[[int, int], None],
) -> tuple[Pictures, tuple[Problem, ...]]:
    """The pictures of the photos that are shown, made only where no earlier run made them.

    `records` are all photo records of the site. Derivatives that neither a published one nor a draft asks for any
    more (it was withdrawn, its hidden parts or its file changed) leave the store.
    """
    wanted, filed = ([photo for photo in some if photo.file] for some in (shown, records))
    found, problems = originals(wanted, filed, shop.photos, shop.memory, where)
    names = {photo.id: _name(found[photo.id], photo, shop) for photo in filed if photo.id in found}
    todo = {names[photo.id]: (found[photo.id], photo) for photo in wanted if photo.id in found}
    try:
        done = _derived(todo, shop, progress)
        prune(store_at(shop.store), {names[one.id] for one in filed if one.id in names and one.status != "withdrawn"})
    except Unusable as fault:
        return NO_PICTURES, (*problems, unusable(fault))
    made = [(photo, done[names[photo.id]]) for photo in wanted if photo.id in found]
    faults = [fault for photo, outcome in made for fault in _faults(photo, outcome, where)]
    return _gathered(made), (*problems, *_twins(wanted, filed, found, where), *faults)


def unusable(fault: Unusable) -> Problem:
    """What an officer is told of a store or cluster that cannot be used."""
    return problem(fault.code, fault.address, address=fault.address, reason=fault.reason)


def _name(original: Original, photo: Photo, shop: Workshop) -> str:
    return f"{original.digest}-{_wish(photo, shop).digest()}"


def _wish(photo: Photo, shop: Workshop) -> Wish:
    return Wish(shop.recipe, photo.focus, photo.hide, shop.bounds.pixels)


def _derived(
    todo: Mapping[str, tuple[Original, Photo]], shop: Workshop, progress: Callable[[int, int], None]
) -> Mapping[str, Done]:
    """What came of every picture: as an earlier run left it in the store, or of an order that is carried out now."""
    done = dict(_made_before(todo, store_at(shop.store)))
    missing = [name for name in todo if name not in done]
    if not missing:
        return done
    from changlang.photos.perform import perform_all  # loads Pillow, which most runs do without

    progress(0, len(missing))
    orders = (_order(name, *todo[name], shop) for name in missing)
    for count, outcome in enumerate(perform_all(orders, shop.executor, shop.jobs), 1):
        done[outcome.name] = outcome
        progress(count, len(missing))
    return done


def _made_before(names: Iterable[str], store: Store) -> Iterator[tuple[str, Done]]:
    """What earlier runs derived, from the lists they left. One that cannot be read is as if it were not there."""
    lists = store.read_all(f"{name}/{LIST}" for name in names)
    for path, data in lists.items():
        name = path.removesuffix(f"/{LIST}")
        with suppress(KeyError, ValueError, TypeError):
            yield name, Done(name, from_list(data))


def _order(name: str, original: Original, photo: Photo, shop: Workshop) -> Order:
    from changlang.photos.perform import Order

    return Order(name, original.digest, _handed(original, shop), _wish(photo, shop), shop.store, shop.bounds)


def _handed(original: Original, shop: Workshop) -> Path | bytes:
    """A worker here opens the file itself; one of a cluster, which may not see this disk, is given its bytes."""
    if not shop.executor.startswith(CLUSTER):
        return original.path
    try:
        return original.path.read_bytes()
    except OSError:
        return original.path  # whoever is to open it says why it cannot be read


def _twins(
    wanted: Iterable[Photo], filed: Iterable[Photo], found: Mapping[str, Original], where: Where
) -> Iterator[Problem]:
    """The same original in two records: what one withdraws or hides, the other must not show."""
    by_digest: dict[str, list[Photo]] = {}
    for photo in filed:
        if photo.id in found:
            by_digest.setdefault(found[photo.id].digest, []).append(photo)
    for photo in wanted:
        for other in by_digest.get(found[photo.id].digest, []) if photo.id in found else []:
            if other.id != photo.id and other.status == "withdrawn":
                yield problem("photo-withdrawn-twin", *where(photo, ("file",)), path=photo.file, id=other.id)
            elif other.id != photo.id and not set(other.hide) <= set(photo.hide):
                yield problem("photo-hide-differs", *where(photo, ("file",)), path=photo.file, id=other.id)


def _faults(photo: Photo, outcome: Done, where: Where) -> Iterator[Problem]:
    if outcome.derived is None:
        yield problem(outcome.fault, *where(photo, ("file",)), path=photo.file, **outcome.named)
    elif outcome.derived.frames > 1:
        yield problem("photo-frames", *where(photo, ("file",)), path=photo.file, frames=outcome.derived.frames)


def _gathered(made: Iterable[tuple[Photo, Done]]) -> Pictures:
    """What pages need, with the files' names on the site."""
    of: dict[str, Picture] = {}
    social: dict[str, Stored] = {}
    files: dict[str, Stored] = {}
    for photo, outcome in made:
        derived, name = outcome.derived, outcome.name
        if derived is None:
            continue
        files |= {
            _path(name, one): Stored(f"{name}/{one.name}", one.digest) for one in (*derived.whole, *derived.cards)
        }
        of[photo.id] = _picture(name, derived)
        if derived.social:
            social[photo.id] = Stored(f"{name}/{derived.social.name}", derived.social.digest)
    return Pictures(of, social, files)


def _picture(name: str, derived: Derived) -> Picture:
    whole, cards = (
        tuple(Shown(_path(name, one), one.media, one.width, one.height) for one in some)
        for some in (derived.whole, derived.cards)
    )
    return Picture(derived.width, derived.height, whole, cards, derived.placeholder, name)


def _path(name: str, one: Rendition) -> str:
    """A file's place on the site: what it is made of, by content and recipe, then its size and format."""
    original, _, wish = name.partition("-")
    return f"{FOLDER}/{original[:12]}{wish[:8]}-{one.name}"
