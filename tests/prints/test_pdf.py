"""What a print shop gets: sizes, bleed, marks, fonts, codes and letters, read from the files that were made."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import IndirectObject, StreamObject

from changlang import pipeline, svg
from changlang.qr import symbol
from changlang.settings import Settings
from tests.pictures import SECRET
from tests.prints.conftest import DAY, HIGH, WIDE, out, yunchuan

MM = 72 / 25.4
EDGE = 13  # mm of bleed and marks
SIZES = {"YC001-A3": (420, 297), "YC001-sticker": (100, 100), "YC002-A1": (841, 594)}
# The side of a code by what is printed; readers of YC002 stand three metres away.
SIDES = {"YC001-A3": 99, "YC001-sticker": 48, "YC002-A1": 300}
PAPERS = [f"{name}-{language}" for name in SIZES for language in ("zh", "en")]
INK, MARK, PAPER = 60, 235, 250  # greys: of ink and a hairline at most, of paper at least


def artwork(settings: Settings, name: str, ending: str = "pdf") -> Path:
    return out(settings) / name[:5] / f"{name}.{ending}"


def millimetres(box: Any) -> tuple[float, ...]:
    return tuple(round(float(side) / MM, 2) for side in box)


def blackest(picture: Image.Image) -> int:
    return next(grey for grey, count in enumerate(picture.histogram()) if count)


def page(path: Path, dots: float) -> Image.Image:
    """The first page at so many pixels a millimetre."""
    if path.suffix == ".svg":
        width = SIZES[path.stem[:-3]][0] + 2 * EDGE
        return svg.drawn(path.read_text("utf-8"), round(width * dots))
    found: Image.Image = pypdfium2.PdfDocument(path)[0].render(scale=dots / MM, grayscale=True).to_pil()
    return found.convert("L")


@pytest.mark.parametrize("name", PAPERS)
def test_a_page_is_trimmed_to_its_size_and_its_colour_bleeds_3_mm(prints: Settings, name: str) -> None:
    wide, high = SIZES[name[:-3]]
    [sheet] = PdfReader(artwork(prints, name)).pages

    assert millimetres(sheet.mediabox) == (0, 0, wide + 2 * EDGE, high + 2 * EDGE)
    assert millimetres(sheet.trimbox) == (EDGE, EDGE, wide + EDGE, high + EDGE)
    assert millimetres(sheet.bleedbox) == (EDGE - 3, EDGE - 3, wide + EDGE + 3, high + EDGE + 3)
    drawing = artwork(prints, name, "svg").read_text("utf-8")
    assert f'width="{wide + 2 * EDGE}.000mm" height="{high + 2 * EDGE}.000mm"' in drawing


@pytest.mark.parametrize("ending", ["pdf", "svg"])
@pytest.mark.parametrize("name", PAPERS[::2])
def test_colour_reaches_over_the_edge_and_marks_stand_outside_of_it(prints: Settings, name: str, ending: str) -> None:
    wide, high = SIZES[name[:-3]]
    dots = 4
    drawn = page(artwork(prints, name, ending), dots)

    def darkest(x: float, y: float) -> int:
        left, top, right, bottom = (round(side * dots) for side in (x - 0.3, y - 0.3, x + 0.3, y + 0.3))
        return blackest(drawn.crop((left, top, right, bottom)))

    left, bottom = EDGE - 1.5, high + EDGE - 5  # in the bleed of the lower left, which is coloured on all of them
    assert darkest(left, bottom) < 150
    assert darkest(left - 3, bottom) > PAPER
    for x in (EDGE, wide + EDGE):
        assert darkest(x, EDGE - 8) < MARK and darkest(x, high + EDGE + 8) < MARK
    for y in (EDGE, high + EDGE):
        assert darkest(EDGE - 8, y) < MARK and darkest(wide + EDGE + 8, y) < MARK


@pytest.mark.parametrize("name", PAPERS)
def test_fonts_are_embedded_and_hold_only_what_is_said(prints: Settings, name: str) -> None:
    fonts = list(_fonts(PdfReader(artwork(prints, name))))

    assert fonts
    for base, descriptor in fonts:
        assert re.fullmatch(r"/[A-Z]{6}\+.+", base), base
        assert len(descriptor["/FontFile3"].get_object().get_data()) < 60_000
    assert "<text" not in artwork(prints, name, "svg").read_text("utf-8")


def _fonts(document: PdfReader) -> Iterator[tuple[str, Any]]:
    for sheet in document.pages:
        resources: Any = sheet["/Resources"]
        for font in resources["/Font"].values():
            for below in font.get_object()["/DescendantFonts"]:
                yield str(font.get_object()["/BaseFont"]), below.get_object()["/FontDescriptor"].get_object()


@pytest.mark.parametrize("ending", ["pdf", "svg"])
@pytest.mark.parametrize("name", PAPERS)
def test_a_code_has_its_size_its_level_and_four_modules_of_white(prints: Settings, name: str, ending: str) -> None:
    side = SIDES[name[:-3]]
    dots = 600 / side
    drawn = page(artwork(prints, name, ending), dots)
    found = symbol(f"HTTPS://YC.EXAMPLE/gfjy/B/{name[:5]}")
    assert found is not None
    [seen] = zxingcpp.read_barcodes(drawn)
    corner = seen.position.top_left
    module = side * dots / found.modules

    assert seen.ec_level == found.level and found.level in "HQ"
    assert abs(seen.position.top_right.x - corner.x - side * dots) < 0.5 * module
    assert abs(seen.position.bottom_left.y - corner.y - side * dots) < 0.5 * module
    xs = [corner.x + round(module * (at + 0.5)) for at in range(found.modules)]
    y = corner.y + round(module / 2)
    assert "".join("1" if blackest(drawn.crop((x, y, x + 1, y + 1))) < INK else "0" for x in xs) == found.rows[0]
    near, far = 0.3 * module, 3.7 * module
    edges = corner.x - far, corner.y - far, corner.x + side * dots + far, corner.y + side * dots + far
    left, top, right, bottom = map(round, edges)
    zone = drawn.crop((left, top, right, bottom))
    zone.paste(255, (*(round(far - near),) * 2, *(round(far + side * dots + near),) * 2))
    assert blackest(zone) > PAPER


@pytest.mark.parametrize("name", PAPERS)
def test_code_and_address_stand_in_letters_that_can_be_typed(prints: Settings, name: str) -> None:
    said = pypdfium2.PdfDocument(artwork(prints, name))[0].get_textpage().get_text_range().split()

    assert f"yc.example/gfjy/b/{name[:5]}" in said
    assert name[:5] in said


def test_what_a_file_tells_of_itself_is_its_title_and_nothing_of_who_made_it_where_and_when(prints: Settings) -> None:
    papers = [artwork(prints, name) for name in PAPERS]
    for path in [*papers, out(prints) / "labels.pdf", out(prints) / "boards.pdf"]:
        document = PdfReader(path)
        told: Any = document.metadata or {}
        assert set(told) <= {"/Title", "/Subject", "/Creator", "/Producer", "/CreationDate", "/ModDate"}
        assert "1970" in str(told["/CreationDate"]) and "1970" in str(told["/ModDate"])
        assert not _secrets(prints, path.read_bytes(), *_streams(document))
    for path in papers:
        drawing = path.with_suffix(".svg").read_text("utf-8")
        assert not _secrets(prints, drawing.encode(), *_pictures(drawing))


@pytest.mark.parametrize("name", ["YC002-A1-zh", "YC001-sticker-en"])
def test_a_code_is_vector_art(prints: Settings, name: str) -> None:
    assert list(PdfReader(artwork(prints, name)).pages[0].images) == []
    assert "<image" not in artwork(prints, name, "svg").read_text("utf-8")


def test_a_photo_is_of_our_own_pixels_cut_for_150_dots_an_inch(prints: Settings) -> None:
    [inside] = PdfReader(artwork(prints, "YC001-A3-zh")).pages[0].images
    [drawn] = _pictures(artwork(prints, "YC001-A3-zh", "svg").read_text("utf-8"))
    original = (prints.root / "photos" / "2019" / "dam.jpg").read_bytes()

    for data in (inside.data, drawn):
        with Image.open(BytesIO(data)) as picture:
            assert (
                picture.format == "JPEG"
                and not picture.getexif()
                and not set(picture.info) & {"exif", "xmp", "comment"}
            )
            assert 287 / 25.4 * 150 <= picture.width <= WIDE and 152 / 25.4 * 150 <= picture.height <= HIGH
            middle = [round(side * share) for share in (0.42, 0.58) for side in picture.size]
            greys = picture.convert("L").crop((middle[0], middle[1], middle[2], middle[3])).histogram()
            assert sum(map(bool, greys)) <= 2  # what is hidden is flat
        assert data != original


def _secrets(settings: Settings, *parts: bytes) -> list[bytes]:
    words = [SECRET.encode(), b"GPSLat", b"Exif", str(settings.root.parent).encode(), b"changlang-", b"dam.jpg"]
    return [word for word in words for part in parts if word in part]


def _streams(document: PdfReader) -> Iterator[bytes]:
    for number in range(1, len(document.xref[0]) + len(document.xref_objStm) + 1):
        found = document.get_object(IndirectObject(number, 0, document))
        if isinstance(found, StreamObject):
            yield found.get_data()


def _pictures(drawing: str) -> Iterator[bytes]:
    for found in re.finditer(r'"data:image/[a-z]+;base64,([^"]+)"', drawing):
        yield base64.b64decode(found[1])


def test_the_same_boards_give_the_same_bytes(prints: Settings, tmp_path: Path) -> None:
    again = yunchuan(tmp_path / "elsewhere")
    pipeline.print_boards(again, out(again), DAY, codes=["YC001"], formats=["A3", "sticker"], jobs=1)

    made = sorted(path.relative_to(out(again)) for path in (out(again) / "YC001").iterdir())
    assert len(made) == 8
    assert [path for path in made if (out(again) / path).read_bytes() != (out(prints) / path).read_bytes()] == []


def test_a_credit_that_has_no_room_is_a_problem_where_it_stands_and_nothing_is_printed(tmp_path: Path) -> None:
    settings = yunchuan(tmp_path / "site")
    photos = settings.root / "content" / "photos" / "photos.yml"
    photos.write_text(photos.read_text("utf-8").replace("云川照相馆", "云川照相馆" * 30), "utf-8")
    outcome = pipeline.print_boards(settings, out(settings), DAY, codes=["YC001"], formats=["A3"], jobs=1)
    [problem] = (problem for problem in outcome.problems if problem.code.startswith("print-"))

    assert (problem.code, problem.file, problem.line) == ("print-text-long", "content/photos/photos.yml", 8)
    assert outcome.written is None and not out(settings).exists() and not (settings.content / "boards.lock").exists()
