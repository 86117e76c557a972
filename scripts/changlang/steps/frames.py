"""Frames of the host, and what every page shares: style sheets, scripts, the heading font."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from changlang import __version__, host, urls
from changlang.editions.assets import Assets, assets
from changlang.language.figures import FigureTexts
from changlang.model.catalogue import Catalogue, Catalogues
from changlang.model.languages import LANGUAGES, Language
from changlang.model.pages import Page
from changlang.model.records import HandPage
from changlang.pages import fonts
from changlang.pages.chrome import chrome
from changlang.pages.clean import clean
from changlang.pages.colors import columns_css
from changlang.pages.markup import Markup
from changlang.pages.words import WORDS
from changlang.problems import Problem
from changlang.settings import Settings

PACKAGE = Path(__file__).parents[1]


def versions(settings: Settings) -> str:
    """A digest of what changes pages without being a record: the package, its templates, the settings."""
    face = fonts.find_face(fonts.font_folders())  # social cards are drawn in it
    anywhere = replace(settings, executor="")
    digest = hashlib.sha256(f"{__version__}{anywhere}{face}".encode())
    for path in sorted((*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.html"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def shared_assets(catalogue: Catalogue, settings: Settings) -> tuple[Assets, tuple[Problem, ...]]:
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


def frames(
    pages: tuple[Page, ...], catalogues: Catalogues, figures: FigureTexts, settings: Settings, shared: Assets
) -> tuple[tuple[tuple[host.Order, host.Rendered], ...], tuple[Problem, ...]]:
    """One frame for each kind, depth and language that the plan has, and the hand-written bodies."""
    orders = []
    for language in LANGUAGES:
        catalogue = catalogues[language]
        markup = Markup(catalogue, figures)
        kinds = {(page.frame, page.address.count("/")) for page in pages if page.language == language}
        hand = tuple(
            page.model_copy(
                update={"body": page.body.model_copy(update={language: _expanded(markup, page, language)})}
            )
            for page in catalogue.hand.values()
        )
        orders.append(
            host.Order(
                language=language,
                site_name=settings.site_name[language],
                site_url=settings.site_url,
                config_file=settings.config_file,
                frames=tuple(sorted(kinds)),
                extra=chrome(catalogue, settings, language, shared.names),
                hand=hand,
                assets=settings.docs["zh"].parent / "assets",
                custom_dir=settings.custom_dir,
            )
        )
    rendered, problems = host.render(orders, clean, settings.cache)
    return tuple(zip(orders, rendered, strict=True)), problems


def _expanded(markup: Markup, page: HandPage, language: Language) -> str:
    """A hand-written body for the host; Chinese that stands for want of English has its figures in Chinese words."""
    words: Language = "zh" if "body" in page.untranslated else language
    return markup.expand(page.body[language], language, urls.hand(page.name, language), words)
