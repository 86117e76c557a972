"""What frames show beside a page's own parts: menus, footer, names of shared files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from changlang import urls
from changlang.model.catalogue import Catalogue
from changlang.model.kinds import KINDS
from changlang.model.languages import LANGUAGES, SPOKEN, Language
from changlang.pages.icons import icon
from changlang.pages.words import word
from changlang.settings import Settings

NATIVE: Mapping[Language, str] = {"zh": "中文", "en": "English"}

# The main sections: the kind that must have records, the section's path, the kinds of page that belong to it.
SECTIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("columns", "columns/", ("columns", "column")),
    ("events", "events/", ("events", "event", "year")),
    ("people", "people/", ("people", "person")),
    ("photos", "photos/", ("photos", "photo")),
    ("figures", "figures/", ("figures",)),
    ("timeline", "timeline/", ("timeline",)),
    ("quiz", "quiz/", ("quiz",)),
    ("boards", "boards/", ("boards",)),
)
# Other pages that the footer leads to, where there are such records.
FURTHER = (("sources", "about/sources/"), ("glossary", "glossary/"), ("tags", "tags/"))
RECORDS = {"timeline": "events", "glossary": "terms"}


def chrome(catalogue: Catalogue, settings: Settings, language: Language, assets: Mapping[str, str]) -> dict[str, Any]:
    """`config.extra.changlang` for the frames of one language. Texts are plain; the theme escapes them."""
    other = LANGUAGES[1 - LANGUAGES.index(language)]
    prefix = urls.PREFIX[language]
    return {
        "lang": SPOKEN[language],
        "other": {"lang": SPOKEN[other], "name": NATIVE[other]},
        "name": settings.site_name[language],
        "home": urls.home(language),
        "feed": f"{prefix}feed.xml",
        "search": {
            "language": language,
            "path": urls.search(language),
            "other": urls.search(other),
            "icon": icon("material/magnify"),
            "kinds": json.dumps(kind_names(language), ensure_ascii=False, separators=(",", ":")),
        },
        "assets": dict(assets),
        "nav": [
            {"title": word(name, language), "path": prefix + path, "frames": list(frames)}
            for name, path, frames in SECTIONS
            if catalogue.of(RECORDS.get(name, name))
        ],
        "links": _links(catalogue, language),
        "imprint": _imprint(settings, language),
        "email": settings.contact.email,
        "registration": _registration(settings, language),
        "words": {
            "skip": word("skip", language),
            "nav": word("main-nav", language),
            "drawn": word("drawn", language),
            "search": word("search", language),
        },
    }


def kind_names(language: Language) -> dict[str, str]:
    """What the search calls each kind of page."""
    names = {kind.word: word("glossary" if folder == "terms" else folder, language) for folder, kind in KINDS.items()}
    return {**names, "page": word("search-pages", language)}


def _links(catalogue: Catalogue, language: Language) -> list[dict[str, str]]:
    """Hand-written pages, then the lists that are not main sections, then the feed."""
    prefix = urls.PREFIX[language]
    pages = [
        {"title": page.title[language], "path": urls.hand(name, language)}
        | ({"lang": SPOKEN["zh"]} if "title" in page.untranslated and language == "en" else {})
        for name, page in catalogue.hand.items()
        if "/" not in name
    ]
    further = [
        {"title": word(name, language), "path": prefix + path}
        for name, path in FURTHER
        if catalogue.of(RECORDS.get(name, name))
    ]
    return [*pages, *further, {"title": word("feed", language), "path": f"{prefix}feed.xml"}]


def _imprint(settings: Settings, language: Language) -> list[str]:
    """Organiser and contact, a line each."""
    colon = "：" if language == "zh" else ": "
    contact = settings.contact
    organiser = settings.organiser[language] if settings.organiser else None
    where = " ".join(filter(None, [contact.phone, contact.address[language] if contact.address else None]))
    lines = (("organiser", organiser), ("contact", where))
    return [f"{word(name, language)}{colon}{text}" for name, text in lines if text]


def _registration(settings: Settings, language: Language) -> list[dict[str, str]]:
    """The site's numbers with the language of each: two of them are Chinese in either."""
    numbers = settings.registration
    code = f"{word('site-code', language)} {numbers.site_code}" if numbers.site_code else None
    texts: tuple[tuple[str | None, Language], ...] = (
        (code, language),
        (numbers.icp, "zh"),
        (numbers.police, "zh"),
    )
    return [{"text": text, "lang": SPOKEN[own]} for text, own in texts if text]
