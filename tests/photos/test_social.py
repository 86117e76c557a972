"""Social cards: readable on any picture, in lines that fit, with nothing but pixels, drawn once."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFont

from changlang.pages import fonts
from changlang.photos import social
from changlang.photos.clean.carried import carried
from changlang.photos.derive import derive
from changlang.photos.derived import Wish
from changlang.photos.recipe import STANDARD
from changlang.photos.social import Card, draw, social_cards
from changlang.photos.store import Stored, store_at
from tests import pictures

TITLE = "云川青年冒雪长跑，把冬衣送到山上的哨所和每一户人家"
Face = tuple[Path, int]


@pytest.fixture(scope="module")
def face() -> Face:
    found = fonts.find_face(fonts.font_folders())
    assert found is not None
    return found.path, fonts.in_collection(found.path)


def crop(colour: str) -> bytes:
    made = BytesIO()
    Image.new("RGB", (1200, 630), colour).save(made, "JPEG", quality=90)
    return made.getvalue()


def luminance(colour: tuple[int, ...]) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [value / 255 for value in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    lower, higher = sorted((luminance(one), luminance(other)))
    return (higher + 0.05) / (lower + 0.05)


def written_rows(card: Image.Image) -> list[int]:
    """The rows that words stand in. Beside the margin a row of these cards is one colour."""
    rows = []
    for row in range(card.height):
        line = card.crop((0, row, card.width, row + 1))
        beside = line.getpixel((20, 0))
        plain = Image.new("RGB", line.size, beside)
        strongest = max(high for _, high in ImageChops.difference(line, plain).getextrema())  # type: ignore[misc]
        if strongest > 90:
            rows.append(row)
    return rows


@pytest.mark.parametrize("colour", ["white", "yellow", "#99aadd", "black"])
@pytest.mark.parametrize("title", [TITLE, "短", "A run through the snow, with winter coats for the post on the hill"])
def test_words_stand_out_from_any_picture(colour: str, title: str, face: Face) -> None:
    card = Image.open(BytesIO(draw(crop(colour), title, "云川国防长廊", face))).convert("RGB")
    rows = written_rows(card)

    assert len(rows) > 60
    for row in rows:
        behind = card.getpixel((20, row))
        assert isinstance(behind, tuple)
        assert contrast((255, 255, 255), behind) >= 4.5
        assert contrast((0xF3, 0xD9, 0xA4), behind) >= 4.5 or row < card.height - social.MARGIN - social.NAME - 4


def test_long_words_stay_within_the_margins(face: Face) -> None:
    card = Image.open(BytesIO(draw(crop("white"), TITLE * 6, "云川国防教育与双拥工作长廊" * 6, face))).convert("RGB")

    right = card.crop((card.width - social.MARGIN + 6, 0, card.width, card.height))
    assert written_rows(right.resize((64, card.height))) == []
    assert written_rows(card)[0] > 200


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("短", ["短"]),
        (TITLE, ["云川青年冒雪长跑，把冬衣送到山上的", "哨所和每一户人家"]),
        ("Winter coats for the post on the hill, again", ["Winter coats for the post on the", "hill, again"]),
        ("云" * 80, ["云" * 17, "云" * 17, "云" * 16 + "…"]),
    ],
)
def test_lines_break_where_a_reader_expects_it(text: str, lines: list[str], face: Face) -> None:
    font = ImageFont.truetype(str(face[0]), social.TITLE, index=face[1])

    found = list(social._lines(text, font, 1072, 3))

    assert found == lines
    assert all(font.getlength(line) <= 1072 for line in found)
    assert not any(line[0] in social.NOT_FIRST for line in found)


def test_a_card_carries_nothing_but_pixels(face: Face) -> None:
    assert carried(draw(pictures.jpeg(pictures.landscape(1200, 630)), TITLE, "云川", face)) == ()


def test_what_is_hidden_is_on_no_card(face: Face) -> None:
    cards = []
    for colour in ("red", "green"):
        picture = pictures.landscape(600, 400)
        picture.paste(colour, (200, 100, 300, 200))
        wish = Wish(STANDARD, hidden=((0.3, 0.2, 0.25, 0.35),))
        _, files = derive(pictures.jpeg(picture), wish)
        cards.append(draw(files["social-1200.jpg"], TITLE, "云川", face))

    assert cards[0] == cards[1]


def test_a_card_is_drawn_once_for_the_same_words(face: Face, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = store_at(str(tmp_path))
    data = crop("white")
    store.write("wish/social-1200.jpg", data)
    stored = Stored("wish/social-1200.jpg", hashlib.sha256(data).hexdigest())
    chinese, english = (Card(stored, title, "云川", face) for title in (TITLE, "A run"))
    first = social_cards([chinese, english, chinese], str(tmp_path), 1)
    assert first[chinese].digest != first[english].digest

    monkeypatch.setattr(social, "run_all", None)

    assert social_cards([chinese, english], str(tmp_path), 1) == first


def test_a_card_that_was_altered_is_drawn_anew(face: Face, tmp_path: Path) -> None:
    store, data = store_at(str(tmp_path)), crop("white")
    store.write("wish/social-1200.jpg", data)
    card = Card(Stored("wish/social-1200.jpg", hashlib.sha256(data).hexdigest()), TITLE, "云川", face)
    first = social_cards([card], str(tmp_path), 1)
    store.write(card.name(), b"another picture")

    assert social_cards([card], str(tmp_path), 1) == first
    assert store.read(card.name()) != b"another picture"
