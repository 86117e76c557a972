"""Plugins of the host: the one that a site's `mkdocs.yml` names, and the one that the host's own runs carry.

With `plugins: changlang`, plain `mkdocs build` and `mkdocs serve` make the same site as `changlang build`: the whole run
happens before MkDocs would clean its target, MkDocs then builds an empty tree, and the finished site takes its place.
"""

from __future__ import annotations

from collections.abc import Callable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from changlang.model import Language


class FramesPlugin(BasePlugin):  # type: ignore[type-arg]  # MkDocs reads the argument as a schema
    """Carried by a run for one language: addresses below that language's root, bodies sanitised and gathered."""

    def __init__(self, language: Language, mark: str, clean: Callable[[str], str]) -> None:
        super().__init__()
        self.language = language
        self.mark = mark
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
        if page.meta["frame"] != "hand":
            return self.mark
        name = page.file.src_uri.removeprefix(f"{self.language}/").removesuffix(".md")
        self.bodies[name] = self.clean(html)
        return self.bodies[name]
