"""What is published of recordings, and what is not: on the web, in the kiosk, in what was built before."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from changlang import pipeline
from changlang.media.clean import carried
from changlang.media.formats import format_of
from changlang.read.record import in_chinese
from changlang.settings import Settings
from changlang.translation.policy import without
from tests.conftest import settings_of
from tests.media.conftest import Built
from tests.media.site import BOARD, PERSON
from tests.media.site import EVENT as FIELDS
from tests.recordings import MDPM, PLACE, SECRET, TAGS

SECRETS = (*(text.encode() for text in (SECRET, PLACE, TAGS["make"])), bytes.fromhex(MDPM))
EVENT = Path("content/events/2021-quiet.zh.md")
VIDEO = FIELDS.splitlines()[1]


@pytest.fixture
def copy(recorded: Built, tmp_path: Path) -> Settings:
    """The built site to be changed, with its cache."""
    root = tmp_path / "copy"
    shutil.copytree(recorded.settings.root, root, ignore=shutil.ignore_patterns("dist"))
    return settings_of(root)


def edited(settings: Settings, file: Path, old: str, new: str) -> None:
    place = settings.root / file
    assert old in place.read_text("utf-8")
    place.write_text(place.read_text("utf-8").replace(old, new), "utf-8")


def recordings(folder: Path) -> list[Path]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in found if format_of(path.read_bytes()[:16]))


def test_no_file_of_any_edition_says_where_when_or_with_what_it_was_recorded(recorded: Built) -> None:
    assert all(secret in (recorded.settings.media / "dam.mov").read_bytes() for secret in SECRETS)

    for folder in (recorded.web, recorded.kiosk):
        found = recordings(folder)
        assert len(found) >= 3 and all(carried(path.read_bytes()) == () for path in found)
        for path in folder.rglob("*"):
            assert path.is_dir() or not any(secret in path.read_bytes() for secret in SECRETS), path


def test_each_language_has_its_own_sound_and_captions(recorded: Built) -> None:
    pages = [(recorded.web / path / "events/2021-quiet/index.html").read_text("utf-8") for path in ("", "en")]
    sounds = [re.findall(r'<audio [^>]*src="([^"]+)"', page) for page in pages]

    assert (
        [len(some) for some in sounds] == [1, 1] and sounds[0][0].endswith(".mp3") and sounds[1][0].endswith(".m4a")
    )
    for page, language in zip(pages, ("zh-CN", "en"), strict=True):
        assert re.findall(r'<track kind="captions" srclang="([^"]+)"[^>]* default>', page) == [language]
    assert "<p>第一句话。</p>" in pages[0] and "<p>The first words.</p>" in pages[1]


def test_nothing_plays_by_itself_and_on_the_web_nothing_is_loaded_before_it_is_asked_for(recorded: Built) -> None:
    for folder in (recorded.web, recorded.kiosk):
        texts = [path.read_text("utf-8") for path in folder.rglob("*.html")]
        tags = [tag for text in texts for tag in re.findall(r"<(?:audio|video) [^>]*>", text)]
        assert len(tags) >= 4 and not any("autoplay" in tag for tag in tags)
        assert folder == recorded.kiosk or all('preload="none"' in tag for tag in tags)


def test_the_kiosk_has_what_its_pages_play_and_sums_of_it(recorded: Built) -> None:
    sums = (recorded.kiosk / "SHA256SUMS").read_text("utf-8")
    played = sorted(path.name for path in (recorded.kiosk / "media").iterdir())

    assert all(f"  media/{name}\n" in sums for name in played)
    assert [name.rpartition(".")[2] for name in played].count("mp4") == 1
    assert not any(name.endswith(".vtt") for name in played), "captions stand within pages"
    with zipfile.ZipFile(recorded.kiosk.with_name(f"{recorded.kiosk.name}.zip")) as archive:
        packed = [one for one in archive.infolist() if "/media/" in one.filename]
        assert len(packed) == len(played) and all(one.compress_type == zipfile.ZIP_STORED for one in packed)


def test_a_second_build_makes_and_writes_nothing(copy: Settings) -> None:
    store = {path: path.stat().st_mtime_ns for path in (copy.cache / "media").rglob("*")}

    pipeline.build(copy, copy.site_dir, jobs=1)
    outcome = pipeline.build(copy, copy.site_dir, jobs=1)

    assert outcome.written == 0
    assert {path: path.stat().st_mtime_ns for path in (copy.cache / "media").rglob("*")} == store


def test_what_is_withdrawn_is_gone_from_site_former_site_and_cache(copy: Settings) -> None:
    edited(copy, EVENT, "column: care\n", "column: care\nstatus: withdrawn\n")
    assert {one.code for one in pipeline.check(copy, jobs=1).problems} == {"media-withdrawn-twin"}
    edited(copy, Path("content/people/keeper.zh.md"), PERSON, "")
    film = next((copy.site_dir / "media").glob("*.mp4")).name

    outcome = pipeline.build(copy, copy.site_dir, jobs=1)

    assert outcome.written is not None, outcome.problems
    left = [path for path in copy.root.rglob("*") if path.is_file() and not path.is_relative_to(copy.media)]
    assert not any(path.name == film or format_of(path.read_bytes()[:16]) == "mp4" for path in left)


def test_a_store_that_was_meddled_with_is_not_published(copy: Settings) -> None:
    (note,) = [path for path in (copy.cache / "media").rglob("media.json") if "media.mp4" in path.read_text("utf-8")]
    stored = note.with_name("media.mp4")
    whole = stored.read_bytes()
    shutil.rmtree(copy.site_dir)
    stored.write_bytes(whole[:-1] + b"!")

    assert pipeline.build(copy, copy.site_dir, jobs=1).written, "it is made anew"
    assert stored.read_bytes() == whole

    dirty = (copy.media / "dam.mov").read_bytes()
    stored.write_bytes(dirty)
    said = json.loads(note.read_text("utf-8")) | {"digest": hashlib.sha256(dirty).hexdigest()}
    note.write_text(json.dumps(said), "utf-8")
    outcome = pipeline.build(copy, copy.site_dir, jobs=1)

    assert outcome.written is None and [one.code for one in outcome.problems] == ["audit-media"]
    assert not any(path.read_bytes() == dirty for path in (copy.site_dir / "media").iterdir())


def test_an_english_edition_without_the_poster_is_without_the_film(copy: Settings) -> None:
    catalogue = pipeline.check(copy, jobs=1).catalogue

    assert catalogue.events["2021-quiet"].video
    assert without(catalogue, frozenset({"photo:dam"})).events["2021-quiet"].video is None


def test_a_board_without_a_recording_reads_that_of_what_it_shows(copy: Settings) -> None:
    boards = Path("content/boards/boards.yml")
    edited(copy, boards, BOARD, "")
    edited(copy, boards, "event:2019-07-dam", "event:2021-quiet")

    assert pipeline.build(copy, copy.site_dir, jobs=1).written
    page = (copy.site_dir / "B/YC001/index.html").read_text("utf-8")

    assert sorted(re.findall(r"<audio [^>]*src=[^>]*\.(\w+)\"", page)) == ["m4a", "mp3"]
    assert not any(name.stat().st_size < 10_000 for name in (copy.site_dir / "media").glob("*.mp3")), (
        "its own is gone"
    )


def test_a_draft_plays_in_previews_only(copy: Settings) -> None:
    edited(copy, EVENT, "column: care\n", "column: care\nstatus: draft\n")

    public, preview = (
        pipeline.check(replace(copy, drafts=drafts), jobs=1).media.of.keys() for drafts in (False, True)
    )

    assert "events/2021-quiet" not in public and "events/2021-quiet" in preview


def test_a_film_of_a_person_asks_for_consent(copy: Settings) -> None:
    video = "video: {file: dam.mov, poster: dam, captions: {zh: dam.zh.vtt, en: dam.en.vtt}}"
    edited(copy, Path("content/people/keeper.zh.md"), "portrait: dam\nconsent: 虚构人物，无需同意\n", f"{video}\n")

    assert [one.code for one in pipeline.check(copy, jobs=1).problems] == ["no-consent"]


def test_numbers_said_in_a_film_agree_in_both_languages(copy: Settings) -> None:
    edited(copy, Path("media/dam.zh.vtt"), "第二句话。", "种了35棵树。")
    edited(copy, Path("media/dam.en.vtt"), "The second words.", "They planted 53 trees.")

    (differ,) = pipeline.check(copy, jobs=1).problems

    line = (copy.root / EVENT).read_text("utf-8").split("\n").index(VIDEO) + 1
    assert (differ.code, differ.file, differ.line) == ("numbers-differ", EVENT.as_posix(), line)
    edited(copy, EVENT, VIDEO, f"# numbers: ok – 第二次种的\n{VIDEO}")
    assert [one.code for one in pipeline.check(copy, jobs=1).problems] == ["numbers-silenced"]
    edited(copy, Path("media/dam.en.vtt"), "53 trees", "35 trees")
    assert [one.code for one in pipeline.check(copy, jobs=1).problems] == ["numbers-unused"]


def test_no_language_borrows_the_others_recording() -> None:
    data, missing = in_chinese(
        {"title": {"zh": "题"}, "audio": {"zh": "a.mp3"}, "video": {"captions": {"zh": "a.vtt"}}}
    )

    assert data["title"]["en"] == "题" and missing == ("title",)
    assert data["audio"] == {"zh": "a.mp3"} and data["video"] == {"captions": {"zh": "a.vtt"}}
