"""The host: MkDocs with Material renders one frame a kind of page and language, and the hand-written pages.

Only this file and `plugin.py` import mkdocs. The host is given a folder that was laid out for it and checked before:
it never sees a file of the site itself. What comes back is text; nothing of it is written into the site from here.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from changlang import urls
from changlang.model.languages import Language
from changlang.model.pages import Frame
from changlang.model.records import HandPage
from changlang.problems import Problem, problem

MARKS = {name: f"x0{name}x0" for name in ("title", "description", "lang", "head", "body")}
OTHER = "x0otherx0"
META = MARKS | {"other": OTHER, "counterpart": "x0counterpartx0"}
PACKAGE_THEME = Path(__file__).parent / "theme"
NOT_FOUND = "notfound"


@dataclass(frozen=True, slots=True)
class Order:
    """What one run of the host is asked for, in one language.

    `frames` holds (kind, depth) pairs, depth being the number of folders above the page's `index.html`; `extra` is
    what the theme reads as `config.extra.changlang`; `hand` are pages whose Markdown is ready for the host, `assets`
    the folder of the pictures that they show, `custom_dir` the site's own templates.
    """

    language: Language
    site_name: str
    site_url: str
    config_file: Path
    frames: tuple[tuple[str, int], ...]
    extra: Mapping[str, Any]
    hand: tuple[HandPage, ...]
    assets: Path
    custom_dir: Path | None = None


@dataclass(frozen=True, slots=True)
class Rendered:
    """What the host made: frames with their marks, and the bodies of hand-written pages by name."""

    frames: tuple[Frame, ...]
    hand: Mapping[str, str]


def render(
    orders: Iterable[Order], clean: Callable[[str], str], cache: Path
) -> tuple[tuple[Rendered, ...], tuple[Problem, ...]]:
    """One host run an order, each remembered in `cache` by everything that goes into it."""
    rendered: list[Rendered] = []
    problems: list[Problem] = []
    for order in orders:
        path = cache / "host" / f"{_digest(order)}.json"
        made = _remembered(path)
        if made is None:
            made, found = _run(order, clean)
            problems += found
            if not found:
                _remember(path, made)
        rendered.append(made)
    return tuple(rendered), tuple(problems)


def material_css() -> Path:
    """Material's main style sheet; its name holds a digest that changes with the version."""
    spec = find_spec("material")
    assert spec is not None and spec.origin is not None
    return next((Path(spec.origin).parent / "templates" / "assets" / "stylesheets").glob("main.*.min.css"))


def theme_digest(folders: Iterable[Path]) -> str:
    """A digest of every template below some folders: a changed template is a changed frame."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*.html")):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _digest(order: Order) -> str:
    parts = [
        version("mkdocs"),
        version("mkdocs-material"),
        version("changlang"),
        theme_digest([PACKAGE_THEME, *filter(None, [order.custom_dir])]),
        order.config_file.read_text("utf-8"),
        order.language,
        order.site_name,
        order.site_url,
        json.dumps([order.frames, order.extra], sort_keys=True, ensure_ascii=False),
        *(page.name + page.digest + page.body[order.language] for page in order.hand),
    ]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _load(config_file: Path, **options: Any) -> Any:
    from mkdocs.config import load_config  # slow to import, and a run whose frames are remembered needs none

    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    return load_config(str(config_file), plugins=[], hooks=[], nav=None, use_directory_urls=True, **options)


def _run(order: Order, clean: Callable[[str], str]) -> tuple[Rendered, tuple[Problem, ...]]:
    from mkdocs.commands.build import build

    from changlang.plugin import FramesPlugin

    with tempfile.TemporaryDirectory(prefix="changlang-host-") as folder:
        docs, site = Path(folder) / "docs", Path(folder) / "site"
        _lay_out(order, docs)
        config = configure(order, docs, site)
        hand = frozenset(page.name for page in order.hand)
        frames = FramesPlugin(order.language, MARKS["body"], hand, clean)
        config.plugins["changlang-frames"] = frames
        with _Warnings() as warnings:
            build(config)
        return _collect(order, site, frames.bodies), warnings.problems(order.config_file.name)


def configure(order: Order, docs: Path, site: Path) -> Any:
    """The host's settings for one run from `docs` to `site`: the site's own templates, then ours, then Material's."""
    config = _load(
        order.config_file,
        docs_dir=str(docs),
        site_dir=str(site),
        site_url=order.site_url,
        site_name=order.site_name,
    )
    place = 1 if config.theme.custom_dir else 0
    config.theme.dirs.insert(place, str(PACKAGE_THEME))
    config.theme["language"] = order.language
    config.theme["font"] = False
    config.extra["changlang"] = {"notfound": META | {"frame": NOT_FOUND}, **order.extra}
    return config


def frame_address(language: Language, kind: str, depth: int) -> str:
    """The address that stands for every page of a frame: `depth` folders below the root."""
    below = depth - urls.PREFIX[language].count("/")
    folders = [f"frame-{kind}", *["x0"] * (below - 1)] if below else []
    return urls.PREFIX[language] + "".join(f"{folder}/" for folder in folders)


def _lay_out(order: Order, docs: Path) -> None:
    """The host's tree: `docs/<language>/` as the officer has it, so that links between hand-written pages work."""
    own = docs / order.language
    for kind, depth in order.frames:
        if kind != NOT_FOUND:
            address = frame_address(order.language, kind, depth)
            _write_page(own / address.removeprefix(urls.PREFIX[order.language]) / "index.md", kind, MARKS["body"])
    for page in order.hand:
        _write_page(own / f"{page.name}.md", "hand", page.body[order.language])
    if order.assets.is_dir():
        (docs / "assets").symlink_to(order.assets, target_is_directory=True)


def _write_page(path: Path, kind: str, body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    meta = META | {"frame": kind}
    front = "".join(f"{key}: {json.dumps(value)}\n" for key, value in meta.items() if key != "body")
    path.write_text(f"---\n{front}---\n{body}\n", "utf-8")


def _collect(order: Order, site: Path, bodies: Mapping[str, str]) -> Rendered:
    frames = []
    for kind, depth in order.frames:
        address = "404.html" if kind == NOT_FOUND else frame_address(order.language, kind, depth)
        frames.append(Frame(order.language, kind, depth, (site / urls.file(address)).read_text("utf-8")))
    return Rendered(tuple(frames), {page.name: bodies[page.name] for page in order.hand})


class _Warnings(logging.Handler):
    """Gathers what the host warns of: a warning of the host is a problem of the site, never only a log line."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())

    def __enter__(self) -> _Warnings:
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)

    def problems(self, file: str) -> tuple[Problem, ...]:
        return tuple(problem("host-warning", file, text=text) for text in self.messages)


def _remembered(path: Path) -> Rendered | None:
    """What an earlier run made of the same order; a damaged memory counts as none."""
    try:
        data = json.loads(path.read_text("utf-8"))
        frames = tuple(Frame(*fields) for fields in data["frames"])
        return Rendered(frames, {str(name): str(body) for name, body in data["hand"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _remember(path: Path, made: Rendered) -> None:
    data = {"frames": [list(astuple(frame)) for frame in made.frames], "hand": dict(made.hand)}
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    temporary.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    temporary.replace(path)
