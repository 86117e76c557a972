"""Pictures of a release: shown, shared, written, audited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from changlang import urls
from changlang.model.catalogue import Catalogue, Catalogues
from changlang.model.languages import Language
from changlang.model.pages import Page
from changlang.pages import fonts
from changlang.pages.pictures import sharings
from changlang.photos.clean.carried import carried, carried_inline
from changlang.photos.clean.formats import is_picture
from changlang.photos.pictures import Pictures, workshop
from changlang.photos.social import Card, social_cards
from changlang.photos.store import Stored
from changlang.problems import Problem, problem
from changlang.publish.release import Entry
from changlang.settings import Settings
from changlang.steps.stored import drop_altered, write_stored

SharedPage = tuple[str, str, Language]  # frame, subject, language


def pictured(catalogue: Catalogue, made: Pictures) -> Catalogue:
    """The catalogue with photos whose digests take in their pictures: a page is made of both."""
    photos = {
        ident: photo.model_copy(update={"digest": photo.digest + made.of[ident].digest})
        if ident in made.of
        else photo
        for ident, photo in catalogue.photos.items()
    }
    return replace(catalogue, photos=photos)


def shared_cards(
    catalogues: Catalogues, pictures: Pictures, settings: Settings, jobs: int
) -> tuple[Mapping[SharedPage, str], Mapping[str, Stored]]:
    """The card that each page with a picture is shared with, by page, and where its file comes from, by path.

    Without a font for Chinese on this machine it is the bare picture.
    """
    crops = pictures.social
    wanted = list(sharings(catalogues, settings, crops)) if crops else []
    face = fonts.find_face(fonts.font_folders()) if wanted else None
    font = (face.path, fonts.in_collection(face.path)) if face else None
    cards = {one: Card(crops[one.photo], one.title, settings.site_name[one.language], font) for one in wanted if font}
    drawn = social_cards(cards.values(), workshop(settings, jobs).store, jobs)
    made = {one: drawn[cards[one]] if one in cards else crops[one.photo] for one in wanted}
    paths = {one: f"pictures/{stored.digest[:20]}.jpg" for one, stored in made.items()}
    return (
        {(one.frame, one.subject, one.language): path for one, path in paths.items()},
        {paths[one]: stored for one, stored in made.items()},
    )


def write_pictures(
    folder: Path, settings: Settings, shown: Mapping[str, Stored], kept: Mapping[str, Entry]
) -> dict[str, Entry]:
    """Pictures come out of their store. Raises `Altered`."""
    return write_stored(folder, workshop(settings, 1).store, shown, kept)


def drop_altered_pictures(made: Pictures, settings: Settings) -> None:
    """Takes every picture out of the store whose files are not what was put there."""
    drop_altered(workshop(settings, 1).store, (*made.files.values(), *made.social.values()))


def audit_pictures(
    target: Path,
    folder: Path,
    pages: tuple[Page, ...],
    entries: Mapping[str, Entry],
    former: Mapping[str, Entry] | None = None,
) -> Iterator[Problem]:
    """Reads every picture that is about to be published, whatever its name, and names what it carries.

    So are those read that stand within a page, style sheet or script. A page that is in the former release as it is
    now passed with that one.
    """
    written = {urls.file(page.address) for page in pages}
    passed = written & {path for path, entry in (former or {}).items() if entries.get(path) == entry}
    for path in sorted(entries.keys() - passed):
        data = (folder / path).read_bytes()
        picture = path not in written and is_picture(path, data)
        if found := carried(data) if picture else carried_inline(data) if b"data:image/" in data else ():
            yield problem("audit-picture", f"{target.name}/{path}", picture=path, carried="、".join(found))
