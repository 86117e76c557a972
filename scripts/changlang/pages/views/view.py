"""What a page shows, as every view gives it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from changlang.model.fields import Text
from changlang.model.pages import Page
from changlang.pages.views.site import Site
from changlang.pages.words import word


@dataclass(frozen=True, slots=True)
class View:
    """`title` is the page's heading, `full_title` what the browser's tab and search engines show."""

    title: str
    full_title: str
    description: str
    shown: Mapping[str, Any] = field(default_factory=dict)


def view(site: Site, page: Page, title: str, description: str, **shown: Any) -> View:
    return View(title, f"{title} - {site.name(page.language)}", description, shown)


def described(site: Site, page: Page, kind: str, title: str, summary: Text | None) -> str:
    """The summary, or a sentence that no other page has."""
    if summary:
        return summary[page.language]
    language = page.language
    return word("record-description", language, site=site.name(language), kind=word(kind, language), title=title)
