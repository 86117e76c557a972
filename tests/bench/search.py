"""What the search costs and finds: an index of so many bilingual records, asked in a real browser, beside Pagefind.

    python -m tests.bench.search 10000 --pagefind

Our index is asked from a folder, Pagefind over HTTP because it needs that. Bytes are what a question reads when
nothing was read before, each file compressed on its own, as a server would send it.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, Response

from changlang.model import LANGUAGES, Language
from changlang.search.ask import ask
from changlang.search.document import FIELDS, Document
from changlang.search.fold import BORDER, fold
from changlang.search.index import index
from tests.chromium import chromium
from tests.search.conftest import PAGE, SCRIPT
from tests.search.yunchuan import documents

PAGEFIND = """async question => {
  const pagefind = await import("/pagefind/pagefind.js");
  const started = performance.now();
  const found = await pagefind.search(question);
  return [found.results.length, performance.now() - started];
}"""
OURS = """question => new Promise(done => {
  const input = document.querySelector("input"), status = document.querySelector("[role=status]");
  const started = performance.now();
  new MutationObserver((_, seen) => {
    if (!status.textContent) return;
    seen.disconnect();
    done([Number((status.textContent.match(/\\d+/) || [0])[0]), performance.now() - started]);
  }).observe(status, {childList: true});
  input.value = question;
  input.dispatchEvent(new Event("input"));
})"""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: how many pages contain it, how many were said to, milliseconds, compressed bytes read."""

    containing: int
    found: int
    milliseconds: float
    read: int


def main() -> None:
    options = _options()
    pages = documents(options.records)
    texts = {language: _texts(pages, language) for language in LANGUAGES}
    questions = {"zh": _chinese(texts["zh"], options.questions), "en": _english(texts["en"], options.questions)}
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        root = Path(folder)
        files = _ours(root, pages)
        for language in LANGUAGES:
            asked = _asked(root, files, language, questions[language], texts[language])
            print(_line(f"changlang {language}", asked), flush=True)
        if options.pagefind:
            _pagefind(root / "pagefind", pages)
            for language in LANGUAGES:
                asked = _asked_pagefind(root / "pagefind", language, questions[language], texts[language])
                print(_line(f"Pagefind {language}", asked), flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description=__doc__)
    parser.add_argument("records", type=int, help="how many bilingual records; each is two pages")
    parser.add_argument("--questions", type=int, default=40, help="questions in each language (default: 40)")
    parser.add_argument("--pagefind", action="store_true", help="index and ask the same pages with Pagefind")
    return parser.parse_args()


def _texts(pages: Iterable[Document], language: Language) -> list[str]:
    return [
        BORDER.join(fold(getattr(page, field)) for field in FIELDS) for page in pages if page.language == language
    ]


def _chinese(texts: Sequence[str], count: int) -> list[str]:
    """Pieces of four characters from pages."""
    chance = random.Random(4)
    result: list[str] = []
    while len(result) < count:
        found = re.findall("[\u4e00-\u9fff]{8,}", chance.choice(texts))
        run = chance.choice(found)
        start = chance.randrange(len(run) - 3)
        result.append(run[start : start + 4])
    return result


def _english(texts: Sequence[str], count: int) -> list[str]:
    chance = random.Random(5)
    words = sorted({word for text in chance.sample(texts, 50) for word in re.findall("[a-z]{4,}", text)})
    return chance.sample(words, count)


def _ours(root: Path, pages: Sequence[Document]) -> dict[str, bytes]:
    started = perf_counter()
    files = index(pages)
    seconds = perf_counter() - started
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    print(_cost("changlang", seconds, files.values(), len(pages)), flush=True)
    (root / "search.js").write_bytes(SCRIPT.read_bytes())
    for language in LANGUAGES:
        (root / f"{language}.html").write_text(PAGE.format(language=language, other="zh"), "utf-8")
    return files


def _cost(name: str, seconds: float, files: Iterable[bytes], pages: int) -> str:
    sizes = [(len(data), len(gzip.compress(data, 6))) for data in files]
    plain, packed = (sum(side) / pages / 1024 for side in zip(*sizes, strict=True))
    return f"{name}: {seconds:.1f} s, {len(sizes)} files, {plain:.2f} KB a page ({packed:.2f} KB compressed)"


def _line(name: str, asked: Sequence[Asked]) -> str:
    recall = sum(min(one.found, one.containing) for one in asked) / sum(one.containing for one in asked)
    exact = sum(one.found == one.containing for one in asked)
    read, times = [one.read / 1024 for one in asked], [one.milliseconds for one in asked]
    return (
        f"{name}: {len(asked)} questions, recall {recall:.1%}, {exact} with the right number of pages, "
        f"read {median(read):.0f} KB (most {max(read):.0f}), {median(times):.0f} ms (most {max(times):.0f})"
    )


@contextmanager
def _browser() -> Iterator[Page]:
    with chromium() as browser:
        yield browser.new_page()


def _asked(
    root: Path, files: dict[str, bytes], language: Language, questions: Sequence[str], texts: Sequence[str]
) -> list[Asked]:
    """Each question on a fresh page; milliseconds until the answer stands there with its results."""
    result = []
    with _browser() as page:
        for question in questions:
            page.goto((root / f"{language}.html").as_uri())
            found, milliseconds = page.evaluate(OURS, question)
            result.append(Asked(_containing(texts, question), found, milliseconds, _read(files, language, question)))
    return result


def _containing(texts: Sequence[str], question: str) -> int:
    return sum(question in text for text in texts)


def _read(files: dict[str, bytes], language: Language, question: str) -> int:
    """Compressed bytes of all files that an answer with its first eight results reads."""
    seen: dict[str, int] = {}

    def read(path: str) -> bytes | None:
        seen[path] = len(gzip.compress(files[path], 6))
        return files[path]

    ask(read, language, question, limit=8)
    return sum(seen.values())


def _pagefind(root: Path, pages: Sequence[Document]) -> None:
    for page in pages:
        path = root / page.address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        body = "".join(f"<p>{getattr(page, field)}</p>" for field in FIELDS[1:])
        path.write_text(
            f'<!doctype html><html lang="{page.language}"><meta charset="utf-8"><title>{page.title}</title>'
            f"<main data-pagefind-body><h1>{page.title}</h1>{body}</main></html>",
            "utf-8",
        )
    started = perf_counter()
    subprocess.run([sys.executable, "-m", "pagefind", "--site", str(root), "--silent"], check=True)
    seconds = perf_counter() - started
    files = (path.read_bytes() for path in (root / "pagefind").rglob("*") if path.is_file())
    print(_cost("Pagefind", seconds, files, len(pages)), flush=True)


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


def _asked_pagefind(root: Path, language: Language, questions: Sequence[str], texts: Sequence[str]) -> list[Asked]:
    """Each question on a fresh page as Pagefind asks; its results' texts are not read and do not count."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    (root / f"{language}.html").write_text(f'<!doctype html><html lang="{language}"><title>.</title></html>')
    result = []
    for question in questions:
        with _browser() as page:
            seen: list[Response] = []
            page.on("response", seen.append)
            page.goto(f"http://127.0.0.1:{server.server_port}/{language}.html")
            found, milliseconds = page.evaluate(PAGEFIND, question)
            paths = (root / urlsplit(response.url).path[1:] for response in seen)
            read = sum(
                len(gzip.compress(path.read_bytes(), 6)) for path in paths if path.is_relative_to(root / "pagefind")
            )
            result.append(Asked(_containing(texts, question), found, milliseconds, read))
    server.shutdown()
    server.server_close()
    return result


if __name__ == "__main__":
    main()
