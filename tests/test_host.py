"""The host: asked once for each frame, remembered by all that goes into it, its warnings never lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from changlang import host, pipeline
from changlang.editions.assets import Assets
from changlang.pages.plan import plan
from changlang.problems import Problem
from changlang.settings import Settings
from changlang.steps.frames import frames

NO_ASSETS = Assets({}, {"icon": "i", "style": "s", "material": "m", "wall": "w"})


@pytest.fixture
def order(good: Settings) -> host.Order:
    checked = pipeline.check(good)
    pages = plan(checked.catalogues, "")
    made, problems = frames(pages, checked.catalogues, checked.figures, good, NO_ASSETS)
    assert problems == ()
    return made[0][0]


def runs(order: host.Order, cache: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often the host itself is started for an order."""
    started = []
    real = host._run

    def run(given: host.Order, clean: Callable[[str], str]) -> tuple[host.Rendered, tuple[Problem, ...]]:
        started.append(given.language)
        return real(given, clean)

    with monkeypatch.context() as patch:
        patch.setattr(host, "_run", run)
        host.render([order], str, cache)
    return len(started)


def test_the_same_order_is_rendered_once_and_any_change_of_it_anew(
    order: host.Order, good: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert runs(order, tmp_path, monkeypatch) == 1
    assert runs(order, tmp_path, monkeypatch) == 0
    assert runs(replace(order, site_url="https://yc.example/elsewhere/"), tmp_path, monkeypatch) == 1
    assert runs(replace(order, extra={**order.extra, "name": "另一个名字"}), tmp_path, monkeypatch) == 1
    good.config_file.write_text(good.config_file.read_text("utf-8") + "\ncopyright: x\n", "utf-8")
    assert runs(order, tmp_path, monkeypatch) == 1


def test_a_damaged_memory_counts_as_none(order: host.Order, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runs(order, tmp_path, monkeypatch)
    for damage in (b"", b"\xff", b"[]", b'{"frames": [1], "hand": {}}', b'{"frames": []}'):
        for path in (tmp_path / "host").iterdir():
            path.write_bytes(damage)
        assert runs(order, tmp_path, monkeypatch) == 1


def test_every_frame_holds_each_mark_where_a_page_has_its_part(order: host.Order, tmp_path: Path) -> None:
    (made,), _ = host.render([order], str, tmp_path)

    for frame in made.frames:
        for mark in (*host.MARKS.values(), host.OTHER):
            assert frame.html.count(mark) == 1, (frame.kind, mark)


def test_bodies_of_hand_written_pages_are_sanitised_before_they_are_kept(order: host.Order, tmp_path: Path) -> None:
    (made,), _ = host.render([order], lambda html: "CLEAN", tmp_path)

    assert set(made.hand.values()) == {"CLEAN"}


def test_importing_the_pipeline_does_not_start_the_host() -> None:
    """Start-up time: MkDocs is imported only where it runs."""
    import subprocess
    import sys

    code = (
        "import sys, changlang.cli; print('mkdocs' in sys.modules, 'fontTools' in sys.modules, 'edtf' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert result.stdout.split() == ["False"] * 3
