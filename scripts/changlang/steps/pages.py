"""One page, from its plan to its file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from changlang import urls
from changlang.editions.pour import Moulds, pour
from changlang.model.catalogue import Catalogue, Catalogues
from changlang.model.languages import LANGUAGES, Language
from changlang.model.pages import Page
from changlang.pages.render import Renderer
from changlang.publish import facts, release
from changlang.publish.release import Entry
from changlang.spread import spread

Made = TypeVar("Made")
LANG = re.compile(r'<html lang="([^"]*)"')


def by_language(catalogues: Catalogues, make: Callable[[Catalogue], Made]) -> Mapping[Language, Made]:
    """What is made of each language's catalogue; where both languages have the same one it is made once."""
    chinese, english = catalogues["zh"], catalogues["en"]
    first = make(chinese)
    return {"zh": first, "en": first if english is chinese else make(english)}


def page_maker(
    site_url: str, renderers: Mapping[Language, Renderer], shapes: Moulds, folder: Path, wanted: Mapping[str, str]
) -> Callable[[Page], tuple[str, Entry]]:
    """Renders, pours and writes one page, and reads what the audit needs of it."""

    def make(page: Page) -> tuple[str, Entry]:
        parts = renderers[page.language].render(page)
        root = urls.base_path(site_url) if page.address == urls.NOT_FOUND else urls.root(page.address)
        html = pour(shapes[page.language, page.frame, page.address.count("/")], parts, page, root + _other(page))
        said = LANG.search(html)
        read = facts.read(parts.head + parts.body)._replace(
            lang=said[1] if said else "", title=parts.title, description=parts.description
        )
        path = urls.file(page.address)
        return path, Entry(wanted[path], release.write(folder, path, html.encode()), facts.as_line(read))

    return make


def made_pages(
    pages: Iterable[Page],
    make: Callable[[Page], tuple[str, Entry]],
    kept: Mapping[str, Entry],
    jobs: int,
    progress: Callable[[int, int], None],
) -> Mapping[str, Entry]:
    """Makes the pages that are not kept, and tells how many of how many are done."""
    todo = [page for page in pages if urls.file(page.address) not in kept]
    made = {}
    for done, (path, entry) in enumerate(spread(make, todo, jobs), 1):
        made[path] = entry
        progress(done, len(todo))
    return made


def _other(page: Page) -> str:
    """Where the link to the other language leads: the same page there, or the other home page where there is none."""
    if page.alone:
        return urls.home(LANGUAGES[1 - LANGUAGES.index(page.language)])
    return urls.other(page.address, page.language)
