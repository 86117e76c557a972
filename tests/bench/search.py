"""What the search costs and finds: an index of so many bilingual records, asked in a real browser, beside others.

    python -m tests.bench.search 10000 --peers 1000

The others are given fewer records, because they would take the better part of an hour for all. Our index is asked
from a folder, the others over HTTP because they need that. Bytes are what a question reads when nothing was read
before, each file compressed on its own, as a server would send it.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from playwright.sync_api import Page

from changlang.editions.assets import script
from changlang.model.languages import LANGUAGES, Language
from changlang.search import pieces
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
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        root = Path(folder)
        files = _ours(root, pages)
        sizes = cache(lambda path: len(gzip.compress(files[path], 6)))
        for language in LANGUAGES:
            texts = _texts(pages, language)
            for name, questions in _questions(language, list(texts.values()), options.questions).items():
                asked = _asked(root, files, sizes, language, questions, list(texts.values()))
                print(_line(f"changlang {language}, {name}", asked), flush=True)
            print(_exactness(files, language, texts), flush=True)
        print(_bound(files, sizes, list(_texts(pages, "zh").values())), flush=True)
        if options.peers:
            _beside(root, documents(options.peers), options.questions)


def _questions(language: Language, texts: Sequence[str], count: int) -> Mapping[str, Sequence[str]]:
    if language == "en":
        return {"words": _english(texts, count)}
    return {"four characters": _chinese(texts, count), "two characters": _pairs(texts, count)}


def _beside(root: Path, pages: Sequence[Document], count: int) -> None:
    """The peers' figures for these pages."""
    texts = {language: list(_texts(pages, language).values()) for language in LANGUAGES}
    questions = {
        language: next(iter(_questions(language, texts[language], count).values())) for language in LANGUAGES
    }
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
    yield _cost(peer.name, perf_counter() - started, None, (path.read_bytes() for path in files), len(pages))
    for language in LANGUAGES:
        with _browser() as page:
            answers = list(peer.ask(page, root, language, questions[language]))
        contained = [_containing(texts[language], question) for question in questions[language]]
        asked = [Asked(count, *answer) for count, answer in zip(contained, answers, strict=True)]
        yield _line(f"{peer.name} {language}", asked)


def _exactness(files: Mapping[str, bytes], language: Language, texts: Mapping[str, str]) -> str:
    """1,000 pieces of two to six characters, or 500 words, compared page by page with a search of the texts."""
    index = Index(files.get, language)
    chance = random.Random(6)
    questions = _pieces(chance, list(texts.values())) if language == "zh" else _english(list(texts.values()), 500)
    both = missed = foreign = 0
    for question in questions:
        found = {index.texts(slot)[0] for slot, field in index.hits(question).items() if field < len(FIELDS)}
        containing = {address for address, text in texts.items() if question in text}
        both += len(found & containing)
        missed += len(containing - found)
        foreign += len(found - containing)
    return (
        f"changlang {language}: {len(questions)} questions by substring comparison, "
        f"recall {both / (both + missed):.2%}, precision {both / (both + foreign):.2%}"
    )


def _bound(files: Mapping[str, bytes], sizes: Callable[[str], int], texts: Sequence[str]) -> str:
    """The most that any four characters read: 400 that pages have, and the 100 whose entry is in the largest file."""
    layout = Index(files.get, "zh").layout
    runs = sorted({run for text in texts for run in map("".join, zip(*(text[n:] for n in range(4)), strict=False))})
    runs = [run for run in runs if BORDER not in run]

    def entry(run: str) -> int:
        key = next((run[:length] for length in (2, 3) if run[:length] not in layout.large), run)
        return sizes(pieces.path(layout.file(key)))

    asked = [*random.Random(7).sample(runs, min(400, len(runs))), *sorted(runs, key=entry)[-100:]]
    read = [_read(files, sizes, "zh", f'"{run}"') / 1024 for run in asked]
    return f"changlang zh: {len(read)} of {len(runs)} runs of four characters read {_described(read, 'KB')}"


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
    parser.add_argument("--peers", type=int, default=0, help="so many records with Pagefind and Material's search")
    return parser.parse_args()


def _texts(pages: Iterable[Document], language: Language) -> Mapping[str, str]:
    """Address → all folded fields."""
    return {
        page.address: BORDER.join(fold(getattr(page, field)) for field in FIELDS)
        for page in pages
        if page.language == language
    }


def _pairs(texts: Sequence[str], count: int) -> list[str]:
    """What is typed of a word at first: the commonest two characters, and as many others."""
    counted = Counter(pair for text in texts for pair in map(str.__add__, text, text[1:]) if pair >= "\u4e00\u4e00")
    known = [pair for pair, _ in counted.most_common() if not {" ", BORDER} & set(pair)]
    return [*known[: count // 2], *random.Random(8).sample(known, min(count // 2, len(known)))]


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
    started, used = perf_counter(), process_time()
    files = index(pages)
    seconds, used = perf_counter() - started, process_time() - used
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    print(_cost("changlang", seconds, used, files.values(), len(pages)), flush=True)
    (root / "search.js").write_bytes(script(SCRIPT))
    for language in LANGUAGES:
        (root / f"{language}.html").write_text(PAGE.format(language=language, other="zh"), "utf-8")
    return files


def _cost(name: str, wall: float, cpu: float | None, files: Iterable[bytes], pages: int) -> str:
    sizes = [(len(data), len(gzip.compress(data, 6))) for data in files]
    plain, packed = (sum(side) / pages / 1024 for side in zip(*sizes, strict=True))
    seconds = f"{wall:.1f} s" + (f" ({cpu:.1f} s CPU)" if cpu is not None else "")
    return (
        f"{name}: {pages} pages indexed in {seconds}, {len(sizes)} files, "
        f"{plain:.2f} KB a page ({packed:.2f} KB compressed)"
    )


def _line(name: str, asked: Sequence[Asked]) -> str:
    """Recall and precision by the numbers of pages alone, which is all that a peer says."""
    both = sum(min(one.found, one.containing) for one in asked)
    recall, precision = both / sum(one.containing for one in asked), both / max(1, sum(one.found for one in asked))
    return (
        f"{name}: {len(asked)} questions, recall {recall:.1%}, precision {precision:.1%}, "
        f"read {_described([one.read / 1024 for one in asked], 'KB')}, "
        f"answered in {_described([one.milliseconds for one in asked], 'ms')}"
    )


def _described(values: Sequence[float], unit: str) -> str:
    ordered = sorted(values)
    return (
        f"{median(ordered):.0f} {unit} (95 % within {ordered[int(len(ordered) * 0.95)]:.0f}, most {ordered[-1]:.0f})"
    )


@contextmanager
def _browser() -> Iterator[Page]:
    with chromium() as browser:
        yield browser.new_page()


def _asked(
    root: Path,
    files: Mapping[str, bytes],
    sizes: Callable[[str], int],
    language: Language,
    questions: Sequence[str],
    texts: Sequence[str],
) -> list[Asked]:
    """Each question on a fresh page; milliseconds until the answer stands there with its results."""
    result = []
    with _browser() as page:
        for question in questions:
            page.goto((root / f"{language}.html").as_uri())
            found, milliseconds = page.evaluate(OURS, question)
            read = _read(files, sizes, language, question)
            result.append(Asked(_containing(texts, question), found, milliseconds, read))
    return result


def _containing(texts: Sequence[str], question: str) -> int:
    return sum(question in text for text in texts)


def _read(files: Mapping[str, bytes], sizes: Callable[[str], int], language: Language, question: str) -> int:
    """Compressed bytes of all files that an answer with its first eight results reads."""
    seen: set[str] = set()

    def read(path: str) -> bytes | None:
        seen.add(path)
        return files[path]

    ask(read, language, question, limit=8)
    return sum(map(sizes, seen))


if __name__ == "__main__":
    main()
