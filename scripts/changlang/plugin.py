"""Plugins of the host: the one that a site's `mkdocs.yml` names, and the one that the host's own runs carry.

With `plugins: changlang`, plain `mkdocs build` and `mkdocs serve` make the same site as `changlang build`: the whole
run happens before MkDocs would clean its target, MkDocs then builds an empty tree, and the finished site takes its
place.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Container
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from changlang import pipeline
from changlang.console import Console, default_language
from changlang.model.languages import Language
from changlang.problems import has_errors
from changlang.publish import release
from changlang.settings import load_settings


class FramesPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # untyped in MkDocs
    """Carried by a run for one language: addresses below that language's root, bodies sanitised and gathered."""

    def __init__(self, language: Language, mark: str, hand: Container[str], clean: Callable[[str], str]) -> None:
        """`hand` are the names of the hand-written pages; every other page is a frame with `mark` for its body."""
        super().__init__()
        self.language = language
        self.mark = mark
        self.hand = hand
        self.clean = clean
        self.bodies: dict[str, str] = {}

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Chinese stands at the root of the site, so its pages lose the folder that they are written in."""
        if self.language == "zh":
            for file in files:
                if file.src_uri.startswith("zh/"):
                    file.dest_uri = file.dest_uri.removeprefix("zh/")
                    file.url = file.url.removeprefix("zh/") or "./"
        return files

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        name = page.file.src_uri.removeprefix(f"{self.language}/").removesuffix(".md")
        if name not in self.hand:
            return self.mark
        self.bodies[name] = self.clean(html)
        return self.bodies[name]


class ChanglangPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # untyped in MkDocs
    """`plugins: changlang` in a site's `mkdocs.yml`. Its options are read and checked by `settings.py`."""

    def __init__(self) -> None:
        super().__init__()
        self.drafts = False
        self.finished = Path()

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[list[Any], list[Any]]:
        """MkDocs would warn of options that it does not know; ours are checked elsewhere, with line and hint."""
        return [], []

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.drafts = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Builds the whole site beside the target. With errors it stops here: MkDocs has touched nothing yet."""
        console = Console(default_language())
        settings, found = load_settings(Path(config.config_file_path))
        if settings is None or has_errors(found):
            console.report(found)
            raise Abort("")
        settings = replace(settings, drafts=self.drafts)
        self.finished = settings.cache / "mkdocs"
        outcome = pipeline.build(settings, self.finished)
        console.report(outcome.problems)
        if outcome.written is None:
            raise Abort("")
        config.watch += [str(path) for path in (settings.content, settings.photos, settings.media) if path.is_dir()]
        config.watch += [str(path) for path in settings.docs.values()]
        config.theme.static_templates.clear()
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        return Files([])

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        shutil.rmtree(config.site_dir, ignore_errors=True)
        shutil.copytree(self.finished, config.site_dir)
        release.forget(
            Path(config.site_dir)
        )  # left by `changlang build`; what is taken back here must not stand in it
