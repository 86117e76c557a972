"""`changlang photos add`: what an officer drops in, run after run. Yunchuan 云川 and its pictures are invented."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from changlang import pipeline
from changlang.cli import main
from changlang.model.records import Event, Photo
from changlang.problems import Problem, has_errors
from changlang.read.parse import parse
from changlang.read.survey import survey
from changlang.settings import Settings
from changlang.steps import intake
from tests.pictures import SECRET, exif, jpeg, landscape, sideways

TODAY = date(2026, 1, 1)


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    """What comes off a telephone: two cameras' `IMG_0001`, one of them upright, and a screenshot without date."""
    folder = tmp_path / "phone"
    (folder / "其他 相机").mkdir(parents=True)
    (folder / "IMG_0001.JPG").write_bytes(jpeg(landscape(480, 320, 31)))
    (folder / "其他 相机" / "IMG_0001.JPG").write_bytes(jpeg(sideways(landscape(320, 480, 32), 6), 6))
    landscape(300, 300, 33).save(folder / "截图 一.jpeg", "PNG")
    return folder


def add(settings: Settings, folder: Path, event: str = "") -> intake.Intake:
    chosen = intake.events_of(settings)[event] if event else None
    return intake.add(settings, folder, chosen, TODAY, 1, pipeline.silent)


def run(settings: Settings, *words: str | Path) -> Result:
    return CliRunner().invoke(main, ["--config-file", str(settings.config_file), *map(str, words)])


def drafts(settings: Settings) -> dict[str, Photo]:
    records = parse(survey(settings)[0], settings)[0].records
    return {one.id: one for _, one in records if isinstance(one, Photo) and one.status == "draft"}


def contents(*folders: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()}


def codes(problems: tuple[Problem, ...]) -> set[str]:
    return {found.code for found in problems}


def test_pictures_come_in_under_safe_names_and_keep_their_bytes(good: Settings, phone: Path) -> None:
    before = contents(good.photos)
    found = add(good, phone)

    assert (found.added, found.present) == (3, 0)
    new = contents(good.photos).items() - before.items()
    assert {data for _, data in new} == set(contents(phone).values())
    for name, data in new:
        path = Path(name).relative_to(good.photos).as_posix()
        digest = hashlib.sha256(data).hexdigest()[:8]
        assert path in (f"2020/2020-04-12-{digest}.jpg", f"undated/undated-{digest}.png")
    assert before.items() <= contents(good.photos).items()


def test_drafts_say_what_the_file_says_and_that_the_rest_is_to_be_written(good: Settings, phone: Path) -> None:
    found = add(good, phone, "2020-trees")
    made = drafts(good)

    assert len(made) == 3 and found.records is not None
    for photo in made.values():
        year = photo.date.first.year if photo.date else 2020
        assert photo.file in (f"{year}/{photo.id}.jpg", f"{year}/{photo.id}.png")
        assert (photo.event, photo.consent, photo.alt and photo.alt.zh) == ("2020-trees", None, "在此填写")
    assert sorted(photo.date.edtf if photo.date else "" for photo in made.values()) == ["", *["2020-04-12"] * 2]
    text = found.records.read_text("utf-8")
    assert "# IMG_0001.JPG · 320 × 480" in text and "# 截图 一.jpeg · 300 × 300" in text


def test_drafts_pass_the_check_and_the_preview_and_are_in_no_edition(good: Settings, phone: Path) -> None:
    add(good, phone)

    assert not has_errors(pipeline.check(good, jobs=1).problems)
    assert not has_errors(pipeline.check(replace(good, drafts=True), jobs=1).problems)
    pipeline.build(good, good.site_dir, jobs=1)
    assert not [path for path in good.site_dir.rglob("*") if "2020-04-12" in str(path)]


def test_a_draft_that_is_published_unwritten_stops_the_check_at_each_text(good: Settings, phone: Path) -> None:
    path = add(good, phone).records
    assert path is not None
    text = path.read_text("utf-8")
    path.write_text(text.replace("status: draft", "status: published", 1), "utf-8")

    found = [one for one in pipeline.check(good, jobs=1).problems if one.code == "unwritten"]

    assert {dict(one.args)["field"] for one in found} == {"caption.zh", "caption.en", "alt.zh", "alt.en"}
    assert all(one.line for one in found)


def test_run_again_it_changes_nothing(good: Settings, phone: Path) -> None:
    add(good, phone)
    before = contents(good.photos, good.content)

    found = add(good, phone)

    assert (found.added, found.present, found.problems) == (0, 3, ())
    assert contents(good.photos, good.content) == before


def test_the_same_picture_twice_in_a_folder_comes_in_once(good: Settings, phone: Path) -> None:
    (phone / "copy.jpg").write_bytes((phone / "IMG_0001.JPG").read_bytes())

    found = add(good, phone)

    assert (found.added, found.present) == (3, 1)
    assert "photo-alike" not in codes(found.problems)


def test_a_run_that_is_broken_off_leaves_nothing_half_made_and_the_next_one_goes_on(
    good: Settings, phone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, copies = shutil.copyfile, list[Path]()

    def copy(source: Path, target: Path) -> None:
        copies.append(target)
        if len(copies) == 2:
            target.write_bytes(b"half")
            raise KeyboardInterrupt
        whole(source, target)

    before = contents(good.photos)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copyfile", copy)
        with pytest.raises(KeyboardInterrupt):
            add(good, phone)

    left = contents(good.photos).items() - before.items()
    assert len(left) == 1 and {data for _, data in left} <= set(contents(phone).values())
    assert not drafts(good)
    assert add(good, phone).added == 3
    assert len(drafts(good)) == 3
    assert {one.file for one in drafts(good).values()} == {
        Path(name).relative_to(good.photos).as_posix() for name in contents(good.photos).keys() - before.keys()
    }


def test_a_file_of_drafts_is_never_written_over(good: Settings, phone: Path) -> None:
    first = add(good, phone).records
    assert first is not None
    written = first.read_text("utf-8").split("\n- ")
    first.write_text("\n- ".join([written[0], *written[2:]]), "utf-8")  # the first draft was thrown away
    gone = next(one for one in contents(good.photos) if Path(one).stem == first.stem)
    Path(gone).unlink()
    kept = first.read_text("utf-8")

    again = add(good, phone)

    assert again.added == 1 and again.records != first
    assert first.read_text("utf-8") == kept


def test_what_cannot_be_used_is_named_and_nothing_of_it_comes_in(good: Settings, phone: Path) -> None:
    whole = (phone / "IMG_0001.JPG").read_bytes()
    (phone / "half.jpg").write_bytes(whole[: len(whole) // 2])
    (phone / "report.jpg").write_bytes(b"%PDF-1.7 no picture")
    Image.new("1", (20_000, 20_000)).save(phone / "bomb.png")
    (phone / "way.jpg").symlink_to(good.config_file)
    (phone / "elsewhere").symlink_to(good.content)

    result = run(good, "--language", "en", "photos", "add", phone)

    assert result.exit_code == 1
    for name, code in (
        ("half.jpg", "photo-unreadable"),
        ("report.jpg", "photo-unknown-format"),
        ("bomb.png", "photo-too-large"),
        ("way.jpg", "photo-link"),
        ("elsewhere", "photo-link"),
    ):
        assert f"phone/{name}:0:0: error {code}" in result.stdout
    assert "pictures added: 3" in result.stdout
    assert len(drafts(good)) == 3


def test_smaller_turned_and_recompressed_copies_are_pointed_out(good: Settings, phone: Path) -> None:
    add(good, phone)
    copy = phone.parent / "chat"
    copy.mkdir()
    picture = landscape(480, 320, 31).resize((240, 160))
    picture.transpose(Image.Transpose.ROTATE_90).save(copy / "mmexport.jpg", quality=55)
    landscape(480, 320, 40).save(copy / "other.jpg")

    found = [one for one in add(good, copy).problems if one.code == "photo-alike"]

    assert [one.file for one in found] == ["chat/mmexport.jpg"]
    original = hashlib.sha256((phone / "IMG_0001.JPG").read_bytes()).hexdigest()[:8]
    assert dict(found[0].args)["other"] == f"2020/2020-04-12-{original}.jpg"


def test_what_was_withdrawn_does_not_come_back_unseen(good: Settings, phone: Path) -> None:
    path = add(good, phone).records
    assert path is not None
    path.write_text(path.read_text("utf-8").replace("status: draft", "status: withdrawn"), "utf-8")

    again = add(good, phone)

    assert again.added == 0
    assert [one.code for one in again.problems] == ["photo-withdrawn-again"] * 3


def test_originals_that_tell_their_place_are_named(good: Settings, phone: Path) -> None:
    landscape(200, 200, 50).save(phone / "calm.jpg")

    found = {one.code: dict(one.args) for one in add(good, phone).problems}

    assert found["photo-place"]["count"] == "2"
    assert "calm" not in found["photo-place"]["names"]


@pytest.mark.parametrize(
    "when", ["0000:00:00 00:00:00", "2020:13:45 00:00:00", "1980:01:01 00:00:00", "2031:01:01 00:00:00"]
)
def test_a_clock_that_was_never_set_gives_no_date(good: Settings, tmp_path: Path, when: str) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    landscape(200, 150, 60).save(folder / "a.jpg", exif=exif(when=when))

    add(good, folder)

    assert [(one.date, (one.file or "")[:8]) for one in drafts(good).values()] == [(None, "undated/")]


def test_with_a_fault_in_the_photo_records_nothing_is_done(good: Settings, phone: Path) -> None:
    (good.content / "photos" / "more.yml").write_text("- id: x\n", "utf-8")
    before = contents(good.photos)

    found = add(good, phone)

    assert codes(found.problems) == {"missing-key"}
    assert contents(good.photos) == before


def test_pictures_laid_into_photos_by_hand_get_their_drafts_where_they_are(good: Settings, phone: Path) -> None:
    (good.photos / "手放").mkdir()
    (good.photos / "手放" / "一 张.jpg").write_bytes((phone / "IMG_0001.JPG").read_bytes())

    found = add(good, good.photos)

    assert found.added == 1
    assert [one.file for one in drafts(good).values()] == ["手放/一 张.jpg"]
    assert not has_errors(pipeline.check(replace(good, drafts=True), jobs=1).problems)


def test_the_command_says_what_it_did_and_where_to_go_on(good: Settings, phone: Path) -> None:
    result = run(good, "--language", "zh", "photos", "add", phone, "--event", "2020-trees")

    assert result.exit_code == 0, result.stdout
    assert "新放入 3 张照片" in result.stdout and "content/photos/2020-04-12-" in result.stdout
    assert SECRET not in result.stdout


def test_an_unknown_event_and_the_site_itself_are_wrong_use(good: Settings, phone: Path) -> None:
    result = run(good, "photos", "add", phone, "--event", "2020-tree")
    assert result.exit_code == 2 and "2020-trees?" in result.output
    assert run(good, "photos", "add", good.root).exit_code == 2
    assert not drafts(good)


def test_events_are_known_by_id(good: Settings) -> None:
    assert isinstance(intake.events_of(good)["2022-draft"], Event)
