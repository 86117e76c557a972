"""What the search costs and finds: an index of so many bilingual records, asked in a real browser, beside others.

    python -m tests.bench.search 10000 --peers

Our index is asked from a folder, the others over HTTP because they need that. Bytes are what a question reads when
nothing was read before, each file compressed on its own, as a server would send it.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import Page

from changlang.editions.assets import script
from changlang.model.languages import LANGUAGES, Language
from changlang.search.ask import Index, ask
from changlang.search.document import FIELDS, Document
from changlang.search.fold import BORDER, fold
from changlang.search.index import index
from tests.bench import search_peers
from tests.bench.search_peers import Peer
from tests.chromium import chromium
from tests.search.conftest import PAGE, SCRIPT
from tests.search.yunchuan import documents

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
    questions: dict[Language, list[str]] = {
        "zh": _chinese(texts["zh"], options.questions),
        "en": _english(texts["en"], options.questions),
    }
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        root = Path(folder)
        files = _ours(root, pages)
        for language in LANGUAGES:
            asked = _asked(root, files, language, questions[language], texts[language])
            print(_line(f"changlang {language}", asked), flush=True)
            print(_exactness(files, language, pages), flush=True)
        if options.peers:
            python = search_peers.install(root / "venv")
            for peer in search_peers.PEERS:
                for line in _peer(peer, python, root / peer.name, pages, questions, texts):
                    print(line, flush=True)


def _peer(
    peer: Peer,
    python: Path,
    root: Path,
    pages: Sequence[Document],
    questions: Mapping[Language, Sequence[str]],
    texts: Mapping[Language, Sequence[str]],
) -> Iterator[str]:
    started = perf_counter()
    files = peer.build(python, root, pages)
    yield _cost(peer.name, perf_counter() - started, (path.read_bytes() for path in files), len(pages))
    for language in LANGUAGES:
        with _browser() as page:
            answers = list(peer.ask(page, root, language, questions[language]))
        contained = [_containing(texts[language], question) for question in questions[language]]
        asked = [Asked(count, *answer) for count, answer in zip(contained, answers, strict=True)]
        yield _line(f"{peer.name} {language}", asked)


def _exactness(files: Mapping[str, bytes], language: Language, pages: Iterable[Document]) -> str:
    """1,000 pieces of two to six characters, or 500 words: how many find just the pages that contain them."""
    index = Index(files.get, language)
    texts = {
        page.address: BORDER.join(fold(getattr(page, field)) for field in FIELDS)
        for page in pages
        if page.language == language
    }
    chance = random.Random(6)
    pieces = _pieces(chance, list(texts.values())) if language == "zh" else _english(list(texts.values()), 500)
    right = missed = foreign = 0
    for question in pieces:
        found = {index.texts(slot)[0] for slot, field in index.hits(question).items() if field < len(FIELDS)}
        containing = {address for address, text in texts.items() if question in text}
        right += found == containing
        missed += len(containing - found)
        foreign += len(found - containing)
    return f"changlang {language}: {right} of {len(pieces)} exact, {missed} pages missed, {foreign} too many"


def _pieces(chance: random.Random, texts: Sequence[str]) -> list[str]:
    """Pieces of two to six characters from pages, as they come."""
    result: list[str] = []
    while len(result) < 1000:
        run = chance.choice(re.findall("[\u4e00-\u9fff]{6,}", chance.choice(texts)))
        length = chance.randint(2, 6)
        start = chance.randrange(len(run) - length + 1)
        result.append(run[start : start + length])
    return result


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description=__doc__)
    parser.add_argument("records", type=int, help="how many bilingual records; each is two pages")
    parser.add_argument("--questions", type=int, default=40, help="questions in each language (default: 40)")
    parser.add_argument("--peers", action="store_true", help="the same pages with Pagefind and Material's search")
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
    return chance.choices(words, k=count)


def _ours(root: Path, pages: Sequence[Document]) -> dict[str, bytes]:
    started = perf_counter()
    files = index(pages)
    seconds = perf_counter() - started
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    print(_cost("changlang", seconds, files.values(), len(pages)), flush=True)
    (root / "search.js").write_bytes(script(SCRIPT))
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


if __name__ == "__main__":
    main()
