"""`changlang photos faces`: proposals for a person to accept. The faces are drawn; nobody has them."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from changlang import pipeline
from changlang.cli import main
from changlang.model.records import Photo
from changlang.photos import faces
from changlang.problems import has_errors
from changlang.read.parse import parse
from changlang.read.survey import survey
from changlang.settings import Settings
from tests.pictures import face, jpeg, landscape, sideways

# Where the faces are drawn: x, y, width, height of what makes each known, in pixels of 1200 x 800.
DRAWN = ((230, 170, 190, 230), (820, 270, 130, 160))
RECORDS = """\
# 云川的照片 · pictures of Yunchuan
- id: pair
  caption: {zh: 两个画出来的人, en: Two people who are drawn}
  alt: {zh: 两张脸, en: Two faces}
  file: 2022/pair.jpg   # 画的 · drawn
  status: draft
- id: pair-shown
  caption: {zh: 公开的那一幅, en: The one that is published}
  alt: {zh: 还是两张脸, en: Two faces once more}
  file: 2022/again.jpg
"""


@pytest.fixture
def drawn(good: Settings) -> Settings:
    """The sound site with two drawn faces, in a draft whose file lies on its side, and in a published record."""
    picture = landscape(1200, 800, 8)
    picture.paste(face(200), (220, 150))
    picture.paste(face(140), (815, 255))
    (good.photos / "2022").mkdir()
    (good.photos / "2022" / "pair.jpg").write_bytes(jpeg(sideways(picture, 6), 6))
    picture.save(good.photos / "2022" / "again.jpg", quality=92)
    (good.content / "photos" / "drawn.yml").write_text(RECORDS, "utf-8")
    return good


def run(settings: Settings, *words: str, answers: str = "", language: str = "en") -> Result:
    start = ["--config-file", str(settings.config_file), "--language", language, "photos", "faces"]
    return CliRunner().invoke(main, [*start, *words], input=answers)


def record(settings: Settings, ident: str) -> Photo:
    records = parse(survey(settings)[0], settings)[0].records
    return next(one for _, one in records if isinstance(one, Photo) and one.id == ident)


def holds(rectangle: tuple[float, ...], part: tuple[int, ...]) -> bool:
    """Whether a rectangle in fractions of 1200 x 800 holds a part in pixels."""
    x, y, wide, high = (side * size for side, size in zip(rectangle, (1200, 800) * 2, strict=True))
    return x <= part[0] and y <= part[1] and x + wide >= part[0] + part[2] and y + high >= part[1] + part[3]


def proposed(text: str) -> list[tuple[float, ...]]:
    found = re.search(r"hide: \[(\[.*\])\]", text)
    assert found, text
    return [tuple(map(float, one.split(", "))) for one in re.findall(r"\[([^][]+)\]", found[1])]


def test_both_faces_are_proposed_in_fractions_of_the_upright_picture(drawn: Settings) -> None:
    result = run(drawn, "pair")

    assert result.exit_code == 0, result.output
    assert "content/photos/drawn.yml: pair" in result.stdout
    found = proposed(result.stdout)
    assert len(found) == 2
    assert all(any(holds(rectangle, part) for rectangle in found) for part in DRAWN)


def test_nothing_is_written_unless_it_is_asked_for_and_agreed_to(drawn: Settings) -> None:
    before = {path: path.read_bytes() for path in drawn.content.rglob("*.*")}
    run(drawn)
    run(drawn, "--write", answers="n\n")
    run(drawn, "--write", answers="")

    assert {path: path.read_bytes() for path in drawn.content.rglob("*.*")} == before


def test_an_accepted_proposal_stands_in_the_draft_and_all_else_stays(drawn: Settings) -> None:
    path = drawn.content / "photos" / "drawn.yml"
    before = path.read_text("utf-8")

    result = run(drawn, "--write", answers="y\n")

    assert result.exit_code == 0, result.output
    found = proposed(result.stdout)
    assert record(drawn, "pair").hide == tuple(found)
    assert record(drawn, "pair").status == "draft" and record(drawn, "pair-shown").hide == ()
    assert "pair-shown” is published and never changed by program" in result.stdout
    lines = path.read_text("utf-8").splitlines()
    assert [line for line in lines if "hide:" not in line] == before.splitlines()
    assert not has_errors(pipeline.check(drawn, jobs=1).problems)


def test_what_is_hidden_is_not_proposed_again(drawn: Settings) -> None:
    run(drawn, "pair", "--write", answers="y\n")

    result = run(drawn, "pair")

    assert "hide:" not in result.stdout
    assert "with what may be faces: 0" in result.stdout


def test_the_sheet_shows_each_proposal_and_that_it_is_for_the_office(drawn: Settings) -> None:
    run(drawn, language="zh")

    text = (drawn.root / "dist" / "faces.html").read_text("utf-8")
    assert text.count("<i style=") == 4
    assert "这里的人脸没有遮住" in text and "hide: [[" in text


def test_a_landscape_has_no_faces(good: Settings) -> None:
    assert "with what may be faces: 0" in run(good).stdout


def test_unknown_and_withdrawn_pictures_are_wrong_use(drawn: Settings) -> None:
    path = drawn.content / "photos" / "drawn.yml"
    path.write_text(path.read_text("utf-8").replace("status: draft", "status: withdrawn"), "utf-8")

    assert run(drawn, "pair").exit_code == 2
    result = run(drawn, "pair-show")
    assert result.exit_code == 2 and "pair-shown?" in result.output


def test_without_the_detector_the_command_says_what_to_install(
    drawn: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faces, "available", lambda: False)

    result = run(drawn)

    assert result.exit_code == 2
    assert 'pip install "changlang[faces]"' in result.output
    assert not (drawn.root / "dist").exists()


def test_a_picture_that_cannot_be_read_is_named(drawn: Settings) -> None:
    broken = drawn.photos / "2022" / "pair.jpg"
    broken.write_bytes(broken.read_bytes()[:5000])

    result = run(drawn)

    assert result.exit_code == 1
    assert "drawn.yml:5:9: error photo-unreadable" in result.stdout


def test_small_pictures_are_looked_at_too(drawn: Settings) -> None:
    path = drawn.photos / "2022" / "again.jpg"
    with Image.open(path) as picture:
        small = picture.resize((600, 400))
    small.save(path, quality=90)

    assert len(proposed(run(drawn, "pair-shown").stdout)) == 2
