"""The oracle: a poured page is byte for byte the page that the host renders from the same parts."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from changlang import host, pipeline, urls
from changlang.editions.pour import moulds, pour
from changlang.model.pages import Frame, Page, Parts
from changlang.pages.plan import plan
from changlang.pages.render import Renderer
from changlang.settings import Settings
from changlang.steps.frames import frames, shared_assets

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
PAGE = Page("events/a/", "zh", "event", "a", "")


class Site:
    """The small site's pages, frames and renderer, as a build has them."""

    def __init__(self, settings: Settings) -> None:
        checked = pipeline.check(settings)
        self.pages = plan(checked.catalogues, "")
        shared, _ = shared_assets(checked.catalogue, settings)
        self.rendered, _ = frames(self.pages, checked.catalogues, checked.figures, settings, shared)
        hand = {order.language: made.hand for order, made in self.rendered}
        self.renderer = Renderer(checked.catalogue, settings, checked.figures, hand)
        self.moulds = moulds(frame for _, made in self.rendered for frame in made.frames)
        self.orders = {order.language: order for order, _ in self.rendered}

    def one_of_each(self) -> Iterator[Page]:
        seen = set()
        for page in self.pages:
            kind = (page.language, page.frame, page.address.count("/"))
            if kind not in seen:
                seen.add(kind)
                yield page


def rendered_by_host(order: host.Order, page: Page, parts: Parts, other: str, folder: Path) -> str:
    """The host's own page, from its title, description, head and body."""
    from mkdocs.commands.build import build

    from changlang.plugin import FramesPlugin

    meta: dict[str, Any] = {"title": parts.title, "description": parts.description, "head": parts.head}
    meta |= {"frame": page.frame, "other": other, "lang": page.spoken, "counterpart": page.counterpart}
    if page.frame == host.NOT_FOUND:
        order = replace(order, extra={**order.extra, host.NOT_FOUND: {**meta, "body": parts.body}})
    docs = folder / "docs"
    below = page.address.removeprefix(urls.PREFIX[page.language]) if page.address != urls.NOT_FOUND else ""
    place = docs / page.language / below / "index.md"
    place.parent.mkdir(parents=True)
    place.write_text("---\n" + "".join(f"{key}: {json.dumps(value)}\n" for key, value in meta.items()) + "---\nx\n")
    config = host.configure(order, docs, folder / "site")
    config.plugins["frames"] = FramesPlugin(page.language, parts.body, (), str)
    build(config)
    return (folder / "site" / urls.file(page.address)).read_text("utf-8")


def test_a_poured_page_is_the_hosts_own_page_for_every_kind_of_frame_in_both_languages(
    good: Settings, tmp_path: Path
) -> None:
    site = Site(good)
    kinds = set()
    for number, page in enumerate(site.one_of_each()):
        parts = site.renderer.render(page)
        root = urls.base_path(good.site_url) if page.address == urls.NOT_FOUND else urls.root(page.address)
        other = root + urls.other(page.address, page.language)
        mould = site.moulds[page.language, page.frame, page.address.count("/")]

        poured = pour(mould, parts, page, other)

        folder = tmp_path / str(number)
        assert poured == rendered_by_host(site.orders[page.language], page, parts, other, folder), page.address
        assert "x0" not in poured.replace("0x0", "")
        kinds.add((page.language, page.frame))
    assert len(kinds) >= 35


@pytest.mark.parametrize("text", ["<b>&amp;</b>", "\"quoted\" 'text'", "x0bodyx0", "</title><script>", "{{ 7 * 7 }}"])
def test_a_title_is_shown_as_text_whatever_it_holds(text: str) -> None:
    frame = Frame("zh", "event", 2, "<title>x0titlex0</title><p>x0bodyx0</p>")
    mould = moulds([frame])["zh", "event", 2]

    html = pour(mould, Parts(text, "", "", "<b>body</b>"), PAGE, "")

    title = html.removeprefix("<title>").split("</title>")[0]
    assert "<" not in title
    assert html.endswith("</title><p><b>body</b></p>")


def test_text_that_looks_like_a_mark_is_left_alone() -> None:
    mould = moulds([Frame("zh", "event", 2, "x0titlex0|x0bodyx0")])["zh", "event", 2]

    assert pour(mould, Parts("x0bodyx0", "", "", "x0titlex0"), PAGE, "") == "x0bodyx0|x0titlex0"
