"""What had to go is gone after one build: from site, former release and cache, and from whatever was made of it."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from changlang import pipeline
from changlang.cli import main
from changlang.photos.clean.formats import is_picture
from changlang.problems import has_errors
from changlang.publish.release import Entry
from changlang.settings import Settings
from changlang.steps.withdrawal import taken_back
from tests import pictures
from tests.conftest import SITES, settings_of

PHOTOS = "content/photos/photos.yml"
RUN = "content/events/2021-05-04-run.zh.md"
QUIZ = "content/quiz/quiz.yml"
WORDS = ("起点处的年轻人们", "Runners behind a painted line", "长跑就要开始", "The run is about to start")
PHOTO = """
- id: run-two
  caption: {zh: 长跑就要开始, en: The run is about to start}
  alt: {zh: 起点处的年轻人们, en: Runners behind a painted line}
  file: 2021/two.jpg
  date: 2021-05-04
  event: 2021-05-04-run
  column: learn
"""


def built(settings: Settings) -> pipeline.Outcome:
    outcome = pipeline.build(settings, settings.site_dir, jobs=1)
    assert not has_errors(outcome.problems), outcome.problems
    return outcome


def edited(settings: Settings, path: str, old: str, new: str) -> None:
    file = settings.root / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def former(settings: Settings) -> Path:
    return settings.site_dir.with_name(".site.former")


def files(settings: Settings) -> Iterator[Path]:
    """Everything in the project's folder but what the officer keeps there, and what was read of it last."""
    kept = {settings.root / "content", settings.root / "photos", settings.cache / "records.tsv"}
    return (path for path in settings.root.rglob("*") if path.is_file() and not kept & {path, *path.parents})


def saying(settings: Settings, words: tuple[str, ...]) -> list[str]:
    """The files that hold any of some words, or of the words as JSON may write them."""
    spelt = [one.encode() for word in words for one in (word, word.encode("unicode_escape").decode())]
    return [
        path.relative_to(settings.root).as_posix()
        for path in files(settings)
        if any(word in path.read_bytes() for word in spelt)
    ]


@pytest.fixture
def shown(tmp_path: Path) -> Settings:
    """The small sound site with a second picture of the run, built twice: there is a release to go back to."""
    root = tmp_path / "good"
    shutil.copytree(SITES / "good", root)
    settings = settings_of(root)
    with (root / PHOTOS).open("a", encoding="utf-8") as file:
        file.write(PHOTO)
    (root / "photos/2021/two.jpg").write_bytes(pictures.jpeg(pictures.landscape(700, 500, 7)))
    edited(settings, RUN, "photos: [run]", "photos: [run-two, run]")
    built(settings)
    edited(settings, RUN, "跑过", "一起跑过")
    assert built(settings).forgotten == ()
    assert former(settings).is_dir()
    return settings


def withdraw(settings: Settings) -> None:
    edited(settings, RUN, "photos: [run-two, run]", "photos: [run]")
    edited(settings, PHOTOS, "- id: run-two\n", "- id: run-two\n  status: withdrawn\n")


def images(settings: Settings) -> dict[str, list[str]]:
    """Every picture in the project's folder but the originals, by the digest of its bytes, with its places."""
    found: dict[str, list[str]] = {}
    for path in files(settings):
        data = path.read_bytes()
        if is_picture(path.name, data):
            place = path.relative_to(settings.root).as_posix()
            found.setdefault(hashlib.sha256(data).hexdigest(), []).append(place)
    return found


def test_after_one_build_a_withdrawn_photo_is_nowhere_but_where_the_officer_keeps_it(
    shown: Settings, tmp_path: Path
) -> None:
    """What is left are the very pictures of a site that never had it; and no file says its words."""
    pipeline.build(replace(shown, drafts=True), shown.cache / "preview", jobs=1)
    pipeline.kiosk(shown, shown.root / "dist" / "kiosk", jobs=1)
    sheet = CliRunner().invoke(main, ["--config-file", str(shown.config_file), "photos", "sheet"])
    assert sheet.exit_code == 0, sheet.output
    everywhere = {place.split("/")[0] for places in images(shown).values() for place in places}
    assert everywhere == {"site", ".site.former", ".cache", "dist"} and len(saying(shown, WORDS)) > 10
    withdraw(shown)

    outcome = built(shown)

    never = tmp_path / "never"
    shutil.copytree(shown.root, never, ignore=shutil.ignore_patterns("site", "dist", ".*"))
    built(settings_of(never))
    assert images(shown).keys() <= images(settings_of(never)).keys()
    assert saying(shown, WORDS) == []
    assert {path.name for path in outcome.forgotten} == {"kiosk", "photos.html"}
    assert not former(shown).exists()
    assert [path.name for path in (shown.root / "dist").iterdir()] == [".kiosk.lock"]


def test_pictures_with_an_old_title_or_without_what_is_hidden_now_leave_everything(shown: Settings) -> None:
    cards = {digest for digest, places in images(shown).items() if any("/card-" in place for place in places)}
    edited(shown, RUN, "title: 云川青年长跑", "title: 云川青年春季长跑")
    built(shown)
    assert len(cards - images(shown).keys()) == 1
    assert not former(shown).exists()

    own = hashlib.sha256((shown.photos / "2021/two.jpg").read_bytes()).hexdigest()[:12]
    before = {digest for digest, places in images(shown).items() if any(own in place for place in places)}
    edited(shown, PHOTOS, "file: 2021/two.jpg", "file: 2021/two.jpg\n  hide: [[0, 0, 1, 1]]")
    built(shown)
    assert len(before) > 10 and not before & images(shown).keys()
    assert not former(shown).exists()


def test_the_former_release_goes_with_a_question_and_with_a_build_from_nothing(shown: Settings) -> None:
    """A question has no page of its own: what is gone is its place on one."""
    edited(shown, QUIZ, "about: event:2019-07-dam", "about: event:2019-07-dam\n  status: withdrawn")
    built(shown)
    assert not former(shown).exists()

    built(shown)
    assert former(shown).is_dir()
    pipeline.build(shown, shown.site_dir, jobs=1, clean=True)
    assert not former(shown).exists()


def test_a_recording_that_is_gone_counts_and_a_style_sheet_does_not(tmp_path: Path) -> None:
    held = {path: Entry("key", "stamp", "") for path in ("media/0a.m4a", "assets/0a.css", "robots.txt")}

    assert taken_back(tmp_path, held, {"robots.txt": Entry("another key", "stamp", "")}) == {"media/0a.m4a"}


def test_a_preview_deletes_nothing_but_its_own_and_a_deleted_cache_vouches_for_nothing(shown: Settings) -> None:
    preview = shown.cache / "preview"
    pipeline.build(replace(shown, drafts=True), preview, jobs=1)
    withdraw(shown)
    pipeline.build(replace(shown, drafts=True), preview, jobs=1)
    assert not preview.with_name(".preview.former").exists()
    assert former(shown).is_dir()

    shutil.rmtree(shown.cache)
    built(shown)
    assert saying(shown, WORDS) == [] and not former(shown).exists()
