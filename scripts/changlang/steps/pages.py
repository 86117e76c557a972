"""One page, from its plan to its file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from changlang import urls
from changlang.editions.pour import Moulds, pour
from changlang.model import Page
from changlang.pages.render import Renderer
from changlang.publish import facts, release
from changlang.publish.release import Entry


def page_maker(
    site_url: str, renderer: Renderer, shapes: Moulds, folder: Path, wanted: Mapping[str, str]
) -> Callable[[Page], tuple[str, Entry]]:
    """Renders, pours and writes one page, and reads what the audit needs of it."""

    def make(page: Page) -> tuple[str, Entry]:
        parts = renderer.render(page)
        root = urls.base_path(site_url) if page.address == urls.NOT_FOUND else urls.root(page.address)
        other = root + urls.other(page.address, page.language)
        html = pour(shapes[page.language, page.frame, page.address.count("/")], parts, other)
        read = facts.read(parts.head + parts.body)._replace(title=parts.title, description=parts.description)
        path = urls.file(page.address)
        return path, Entry(wanted[path], release.write(folder, path, html.encode()), facts.as_line(read))

    return make
