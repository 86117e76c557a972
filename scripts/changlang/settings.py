"""What `mkdocs.yml` says of a site, read once and frozen. Everything left out has its default here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from changlang import plain
from changlang.model.fields import Behind, Line, Noun, Text
from changlang.model.languages import Language
from changlang.problems import Problem, problem


class Contact(Noun):
    """How readers reach the editors; shown in the footer of every page."""

    email: str | None = None
    phone: str | None = None
    address: Text | None = None


class Registration(Noun):
    """The numbers that a government site in China must show: site code, ICP record, public-security record."""

    site_code: str | None = None
    icp: str | None = None
    police: str | None = None


Policy = Literal["block", "notice", "hide"]


class Translation(Noun):
    """What becomes of records whose English is missing or stale, by kind; `pages` are the hand-written ones.

    `block`: nothing is built. `notice`: readers are told, and where English is missing they see the Chinese. `hide`:
    the record is not in the English edition; pages and the home page, which others lead to, have a notice instead.
    Where nothing is said, missing English blocks and stale English has a notice. `drafts` says whether `check` warns
    of English that nobody has confirmed.
    """

    default: Policy | None = None
    columns: Policy | None = None
    events: Policy | None = None
    people: Policy | None = None
    photos: Policy | None = None
    figures: Policy | None = None
    boards: Policy | None = None
    quiz: Policy | None = None
    terms: Policy | None = None
    sources: Policy | None = None
    tags: Policy | None = None
    pages: Literal["block", "notice"] | None = None
    home: Literal["block", "notice"] | None = None
    drafts: Literal["list", "warn"] = "list"


class Kiosk(Noun):
    """An exhibition's screen, in seconds: untouched for `idle_seconds` it asks whether anybody is there, and after
    `countdown_seconds` more begins again from its pictures, each of which it shows for `still_seconds`.
    """

    idle_seconds: Annotated[int, Field(ge=10, le=3600)] = 60
    countdown_seconds: Annotated[int, Field(ge=5, le=60)] = 15
    still_seconds: Annotated[int, Field(ge=4, le=20)] = 10


# What one sound or film may weigh where a site says nothing else.
MEGABYTES = 100
NO_CONTACT, UNREGISTERED, TRANSLATION, KIOSK = Contact(), Registration(), Translation(), Kiosk()


@dataclass(frozen=True, slots=True)
class Settings:
    """One site. Paths are absolute; `site_url` and `board_url` end in a slash.

    `board_url` is the address that printed codes begin with, where it is another than the site's: a shorter one whose
    `/B/` leads into the site, or the former one of a site that has moved.
    """

    root: Path
    config_file: Path
    site_name: Text
    site_url: str
    docs: Mapping[Language, Path]
    content: Path
    photos: Path
    media: Path
    site_dir: Path
    cache: Path
    board_prefix: str = ""
    board_url: str = ""
    organiser: Text | None = None
    contact: Contact = NO_CONTACT
    registration: Registration = UNREGISTERED
    drafts: bool = False
    samples: bool = True
    custom_dir: Path | None = None
    translation: Translation = TRANSLATION
    picture_cache: str = ""
    executor: str = "local"
    kiosk: Kiosk = KIOSK
    media_megabytes: int = MEGABYTES

    def policy(self, kind: str, behind: Behind) -> Policy:
        """What becomes of a record of a kind (a folder of `KINDS`, `home` or `hand`) whose English is behind."""
        own: Policy | None = getattr(self.translation, "pages" if kind == "hand" else kind)
        found = own or self.translation.default or ("block" if behind == "missing" else "notice")
        return "notice" if kind in ("home", "hand") and found == "hide" else found


class Options(Noun):
    """What may stand under `plugins: changlang:`."""

    site_name: Text
    board_prefix: Annotated[str, StringConstraints(pattern=r"^[A-Z]{0,6}$")] = ""
    board_url: Annotated[str, StringConstraints(pattern=r"^(https?://[^\s/]+/([^\s?#]+/)?)?$")] = ""
    organiser: Text | None = None
    contact: Contact = Contact()
    registration: Registration = Registration()
    translation: Translation = Translation()
    content_dir: Line = "content"
    photos_dir: Line = "photos"
    media_dir: Line = "media"
    media_megabytes: Annotated[int, Field(ge=1, le=4000)] = MEGABYTES
    picture_cache: str = ""
    kiosk: Kiosk = Kiosk()


NESTED: Mapping[str, type[Noun]] = {
    "contact": Contact,
    "registration": Registration,
    "translation": Translation,
    "kiosk": Kiosk,
    "site_name": Text,
    "organiser": Text,
}


def load_settings(config_file: Path) -> tuple[Settings | None, tuple[Problem, ...]]:
    """A site's settings, or what is wrong with them. Keys that are MkDocs's affair are left to MkDocs."""
    shown = config_file.name
    try:
        text, found = plain.decode(config_file.read_bytes(), shown)
    except OSError:
        return None, (problem("no-settings", shown),)
    document, more = plain.read_yaml(text, shown, places=True, tags=True)
    if found or more:
        return None, (*found, *more)
    if not isinstance(document.value, dict):
        return None, (problem("no-settings", shown),)
    options, problems = _options(document, shown)
    problems += _addresses(document, shown)
    if options is None or problems:
        return None, tuple(problems)
    return _settings(config_file, document.value, options), ()


def _options(document: plain.Document, file: str) -> tuple[Options | None, list[Problem]]:
    """The options of our plugin, wherever the list or table of plugins holds them."""
    plugins = document.value.get("plugins")
    path: plain.Path = ("plugins", "changlang")
    value = plugins.get("changlang") if isinstance(plugins, dict) else None
    for index, plugin in enumerate(plugins if isinstance(plugins, list) else []):
        if isinstance(plugin, dict) and "changlang" in plugin:
            path, value = ("plugins", index, "changlang"), plugin["changlang"]
    if not isinstance(value, dict):
        return None, [problem("no-options", file, *_place(document, path))]
    try:
        return Options.model_validate(value), []
    except ValidationError as error:
        return None, [_fault(document, file, path, item) for item in error.errors()]


def _fault(document: plain.Document, file: str, path: plain.Path, item: ErrorDetails) -> Problem:
    place = (*path, *item["loc"])
    name = ".".join(str(part) for part in item["loc"])
    if item["type"] == "extra_forbidden":
        known = NESTED.get(str(item["loc"][0]), Options)
        near = get_close_matches(str(item["loc"][-1]), list(known.model_fields), 1, 0.6)
        hints = {
            "nearest_zh": f"，是不是“{near[0]}”？" if near else "",
            "nearest_en": f"; did you mean “{near[0]}”?" if near else "",
        }
        return problem("unknown-option", file, *_place(document, (*place, "@key")), key=name, **hints)
    return problem("bad-option", file, *_place(document, place), key=name)


def _addresses(document: plain.Document, file: str) -> list[Problem]:
    """`site_url` is a whole address, and `docs_dir` names the folder of one language."""
    found = []
    url = document.value.get("site_url")
    if not isinstance(url, str) or not url.startswith(("https://", "http://")):
        found.append(problem("no-site-url", file, *_place(document, ("site_url",))))
    if Path(str(document.value.get("docs_dir", "docs"))).name != "zh":
        found.append(problem("bad-docs-dir", file, *_place(document, ("docs_dir",))))
    return found


def _place(document: plain.Document, path: plain.Path) -> tuple[int, int]:
    while path and path not in document.places:
        path = path[:-1]
    return document.places.get(path, (1, 1))


def _settings(config_file: Path, value: Mapping[str, Any], options: Options) -> Settings:
    root = config_file.parent
    docs = root / value["docs_dir"]
    theme = value.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    return Settings(
        root=root,
        config_file=config_file,
        site_name=options.site_name,
        site_url=value["site_url"].rstrip("/") + "/",
        docs={"zh": docs, "en": docs.with_name("en")},
        content=root / options.content_dir,
        photos=root / options.photos_dir,
        media=root / options.media_dir,
        site_dir=root / value.get("site_dir", "site"),
        cache=root / ".cache",
        board_prefix=options.board_prefix,
        board_url=options.board_url,
        organiser=options.organiser,
        contact=options.contact,
        registration=options.registration,
        translation=options.translation,
        custom_dir=root / custom if custom else None,
        picture_cache=options.picture_cache,
        kiosk=options.kiosk,
        media_megabytes=options.media_megabytes,
    )
