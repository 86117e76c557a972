"""Pagefind and Material's search, built and asked over the same pages, each as its manual shows.

They are installed into a virtual environment of the run, never among what changlang needs.
"""

from __future__ import annotations

import gzip
import html
import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, Response

from changlang.model.languages import LANGUAGES, SPOKEN, Language
from changlang.search.document import FIELDS, Document

PACKAGES = (
    "pagefind[extended]==1.5.2",
    "mkdocs>=1.6,<2",
    "mkdocs-material>=9.8,<10",
    "jieba==0.42.1",
    "setuptools<81",  # which jieba takes its dictionary from
)
# How many pages answer, milliseconds until that was known, compressed bytes read for it.
Answer = tuple[int, float, int]

PAGEFIND = """async question => {
  const pagefind = await import("/pagefind/pagefind.js");
  const started = performance.now();
  const found = await pagefind.search(question);
  return [found.results.length, performance.now() - started];
}"""
# Material's own worker, spoken to as Material's script does: 0 sets it up, 1 says it is ready, 2 asks, 3 answers.
MATERIAL_OPEN = """async path => {
  const started = performance.now();
  const told = type => new Promise(done => worker.addEventListener("message", function hear(event) {
    if (event.data.type === type) { worker.removeEventListener("message", hear); done(event.data.data); }
  }));
  const worker = new Worker(path);
  const data = await (await fetch("search/search_index.json")).json();
  const ready = told(1);
  worker.postMessage({type: 0, data: {config: data.config, docs: data.docs, options: {suggest: false}}});
  await ready;
  window.ask = async question => {
    const started = performance.now(), answer = told(3);
    worker.postMessage({type: 2, data: question});
    return [(await answer).items.length, performance.now() - started];
  };
  return performance.now() - started;
}"""
MATERIAL_SETTINGS = """\
site_name: "{language}"
use_directory_urls: true
theme: {{name: material, custom_dir: {theme}, language: {language}, font: false}}
plugins: [search]
nav: [index.md]
not_in_nav: "*.md"
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """`build` writes the site and returns the files of its search; `ask` puts questions in one language."""

    name: str
    build: Callable[[Path, Path, Sequence[Document]], Iterable[Path]]
    ask: Callable[[Page, Path, Language, Sequence[str]], Iterator[Answer]]


def install(folder: Path) -> Path:
    """A virtual environment with the peers; its Python."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    python = folder / "bin" / "python"
    subprocess.run(
        [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check", "install", *PACKAGES], check=True
    )
    return python


def _build_pagefind(python: Path, root: Path, pages: Sequence[Document]) -> Iterable[Path]:
    for page in pages:
        path = root / page.address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        body = "".join(f"<p>{html.escape(getattr(page, field))}</p>" for field in FIELDS[1:])
        title = html.escape(page.title)
        path.write_text(
            f'<!doctype html><html lang="{SPOKEN[page.language]}"><meta charset="utf-8"><title>{title}</title>'
            f"<main data-pagefind-body><h1>{title}</h1>{body}</main></html>",
            "utf-8",
        )
    subprocess.run([str(python), "-m", "pagefind", "--site", str(root), "--silent"], check=True)
    return [path for path in (root / "pagefind").rglob("*") if path.is_file()]


def _ask_pagefind(page: Page, root: Path, language: Language, questions: Sequence[str]) -> Iterator[Answer]:
    """Each question on a page that has read nothing; the results' own texts are not read and do not count."""
    name = f"ask-{language}.html"
    (root / name).write_text(f'<!doctype html><html lang="{SPOKEN[language]}"><title>.</title></html>')
    with _served(root) as address:
        for question in questions:
            assert page.context.browser
            with page.context.browser.new_context() as context:
                yield _asked_pagefind(context.new_page(), root, address + name, question)


def _asked_pagefind(page: Page, root: Path, address: str, question: str) -> Answer:
    seen: list[Response] = []
    page.on("response", lambda response: seen.append(response))
    page.goto(address)
    found, milliseconds = page.evaluate(PAGEFIND, question)
    paths = {root / urlsplit(response.url).path[1:] for response in seen}
    return found, milliseconds, _packed(path for path in paths if path.is_relative_to(root / "pagefind"))


def _build_material(python: Path, root: Path, pages: Sequence[Document]) -> Iterable[Path]:
    """One site a language, of bare pages: what is measured is its search, not its look."""
    theme = root / "theme"
    theme.mkdir(parents=True)
    (theme / "main.html").write_text("{{ page.content }}", "utf-8")
    (theme / "404.html").write_text("", "utf-8")
    for language in LANGUAGES:
        docs = root / language / "docs"
        docs.mkdir(parents=True)
        (docs / "index.md").write_text("# .\n", "utf-8")
        for number, page in enumerate(one for one in pages if one.language == language):
            body = "\n\n".join(filter(None, (getattr(page, field) for field in FIELDS[1:])))
            (docs / f"{number}.md").write_text(f"# {page.title}\n\n{body}\n", "utf-8")
        settings = root / language / "mkdocs.yml"
        settings.write_text(MATERIAL_SETTINGS.format(language=language, theme=json.dumps(str(theme))), "utf-8")
        subprocess.run([str(python), "-m", "mkdocs", "build", "--quiet", "--config-file", str(settings)], check=True)
    return [root / language / "site" / "search" / "search_index.json" for language in LANGUAGES]


def _ask_material(page: Page, root: Path, language: Language, questions: Sequence[str]) -> Iterator[Answer]:
    """All questions on one page: setting up takes so long that no reader would wait for it again."""
    site = root / language / "site"
    worker = next((site / "assets" / "javascripts" / "workers").glob("search.*.js"))
    read = _packed((site / "search" / "search_index.json", worker))
    with _served(site) as address:
        page.goto(address)
        ready = page.evaluate(MATERIAL_OPEN, worker.relative_to(site).as_posix())
        print(f"Material {language}: ready after {ready / 1000:.1f} s", flush=True)
        for question in questions:
            found, milliseconds = page.evaluate("question => window.ask(question)", question)
            yield found, milliseconds, read


PEERS = (
    Peer("Pagefind", _build_pagefind, _ask_pagefind),
    Peer("Material", _build_material, _ask_material),
)


def _packed(paths: Iterable[Path]) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 6)) for path in paths)


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def _served(root: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
