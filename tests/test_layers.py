"""The shape of the package: a stage never imports another stage, and each outside library has one owner."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "scripts" / "changlang"
NOUNS = {
    "problems",
    "messages",
    "settings",
    "model",
    "dates",
    "urls",
    "plain",
    "spread",
    "history",
    "bmff",
    "carried",
}
# Who may import stages: the run, its steps between them, and the commands, which only lead to it.
DRIVERS = {"pipeline", "steps", "cli", "commands", "preview", "plugin", "__main__"}
STAGES = {folder.name for folder in PACKAGE.iterdir() if (folder / "__init__.py").exists()} - DRIVERS - NOUNS

OWNERS = {
    "yaml": {"plain.py"},
    "edtf": {"dates.py"},
    "segno": {"qr.py"},
    "typst": {"editions/print/typeset.py"},
    "pypdf": {"editions/print/boxes.py"},
    "pypdfium2": {"verify/raster.py"},
    "zxingcpp": {"verify/scan.py"},
    "lxml": {"translation/xliff.py"},
    "mkdocs": {"host.py", "plugin.py"},
    "markdown": {"pages/markup.py"},
    "nh3": {"pages/clean.py"},
    "selectolax": {"publish/facts.py"},
    "fontTools": {"pages/fonts.py"},
    "uharfbuzz": {"pages/fonts.py"},
    "av": {"media/remux.py"},
    "simplejpeg": {"photos/jpeg.py"},
    "pillow_heif": {"photos/decode.py"},
    "autocorrect_py": {"language/punctuation.py"},
    "babel": {"language/figures.py"},
    "vl_convert": {"svg.py"},
    "rjsmin": {"editions/assets.py"},
    "rjieba": {"language/segment.py"},
    "pypinyin": {"pinyin.py"},
    "opencc": {"search/fold.py"},
    "cv2": {"photos/faces.py"},
    "watchfiles": {"serve.py"},
    "click": {
        "cli.py",
        "console.py",
        *(path.relative_to(PACKAGE).as_posix() for path in (PACKAGE / "commands").rglob("[a-z]*.py")),
    },
}

MODULES = sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def ours(path: Path) -> set[str]:
    """The first part of every import of this package: a stage or a noun."""
    return {name.split(".")[1] for name in imports(path) if name.startswith("changlang.")}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_stage_imports_only_itself_and_nouns(path: Path) -> None:
    relative = path.relative_to(PACKAGE)
    room = relative.parts[0] if len(relative.parts) > 1 else relative.stem
    if room in DRIVERS:
        return
    if room in STAGES:
        assert ours(path) & STAGES <= {room}
        assert not ours(path) & DRIVERS
    else:
        assert not ours(path) & (STAGES | DRIVERS) or room == "host"


def test_host_reaches_only_the_plugin_that_its_runs_carry() -> None:
    assert ours(PACKAGE / "host.py") & (STAGES | DRIVERS) == {"plugin"}


@pytest.mark.parametrize(("library", "owners"), OWNERS.items(), ids=OWNERS.keys())
def test_an_outside_library_has_one_owner(library: str, owners: set[str]) -> None:
    users = {
        path.relative_to(PACKAGE).as_posix()
        for path in MODULES
        if any(name.split(".")[0] == library for name in imports(path))
    }
    assert users == owners
