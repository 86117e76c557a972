"""Foreign files: every format by its content, the right way up, in the right colours; and what is refused."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pillow_heif
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw

from changlang.photos.decode import Look, Refused, opened, pixels_of, upright
from tests import pictures
from tests.photos import profiles

MOST = 100_000_000
SIZE = (96, 64)
pillow_heif.register_heif_opener(thumbnails=False)


def read(data: bytes, least: tuple[int, int] = SIZE, most: int = MOST) -> tuple[Image.Image, Look]:
    image, look = opened(data, most)
    return upright(pixels_of(data, image, look, least), look.orientation), look


def refusal(data: bytes, most: int = MOST) -> Refused:
    with pytest.raises(Refused) as found:
        read(data, most=most)
    return found.value


def corners(size: tuple[int, int] = SIZE) -> Image.Image:
    """A different colour in every corner, so that each of the eight ways to turn it is another picture."""
    width, height = size
    picture = Image.new("RGB", size, (200, 180, 150))
    pen = ImageDraw.Draw(picture)
    for x, y, colour in (
        (0, 0, "#c02020"),
        (width, 0, "#20a040"),
        (0, height, "#2040c0"),
        (width, height, "#101010"),
    ):
        pen.rectangle((x - width // 3, y - height // 3, x + width // 3, y + height // 3), fill=colour)
    return picture


def encoded(name: str, picture: Image.Image, **options: Any) -> bytes:
    made = BytesIO()
    picture.save(made, name, **({"quality": 92} if name in ("JPEG", "WEBP", "AVIF", "HEIF") else {}), **options)
    return made.getvalue()


def apart(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of two pictures, of 255."""
    assert one.size == other.size
    means = ImageChops.difference(one.convert("RGB"), other.convert("RGB")).resize((1, 1), Image.Resampling.BOX)
    return sum(means.getpixel((0, 0))) / 3  # type: ignore[arg-type]


WAYS: dict[str, Callable[[Image.Image], bytes]] = {
    "baseline": lambda picture: encoded("JPEG", picture),
    "progressive": lambda picture: encoded("JPEG", picture, progressive=True),
    "grey": lambda picture: encoded("JPEG", picture.convert("L")),
    "CMYK": lambda picture: encoded("JPEG", picture.convert("CMYK")),
    "MPO": lambda picture: encoded("MPO", picture, save_all=True, append_images=[Image.new("RGB", SIZE, "red")]),
    "PNG": lambda picture: encoded("PNG", picture),
    "palette": lambda picture: encoded("PNG", picture.quantize(64)),
    "WebP": lambda picture: encoded("WEBP", picture),
    "AVIF": lambda picture: encoded("AVIF", picture),
    "TIFF": lambda picture: encoded("TIFF", picture),
    "deflated TIFF": lambda picture: encoded("TIFF", picture, compression="tiff_adobe_deflate"),
    "CMYK TIFF": lambda picture: encoded("TIFF", picture.convert("CMYK"), compression="tiff_lzw"),
    "GIF": lambda picture: encoded("GIF", picture),
    "HEIC": lambda picture: encoded("HEIF", picture),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_format_is_read_for_what_it_holds(way: str) -> None:
    picture = corners().convert("L") if way == "grey" else corners()

    found, look = read(WAYS[way](picture))

    assert (found.mode, found.size, found.info) == ("RGB", SIZE, {})
    assert look.upright == SIZE and look.frames == 1
    assert apart(found, picture) < 4


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "HEIF"])
def test_every_orientation_comes_out_upright(name: str, orientation: int) -> None:
    """AVIF and HEIC say it twice: in a property of the picture, which a decoder obeys, and in their EXIF."""
    stored = pictures.sideways(corners(), orientation)

    found, look = read(encoded(name, stored, exif=pictures.exif(orientation).tobytes()))

    assert look.upright == SIZE
    assert apart(found, corners()) < 4


def test_the_orientation_behind_a_pngs_pixels_counts() -> None:
    stored = pictures.sideways(corners(), 6)
    plain = encoded("PNG", stored)
    body = pictures.exif(6).tobytes().removeprefix(b"Exif\0\0")
    late = plain[:-12] + chunk(b"eXIf", body) + plain[-12:]

    assert apart(read(late)[0], corners()) < 1


@pytest.mark.parametrize("broken", [b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0", b"Exif\0\0" + b"\xff" * 40])
def test_a_picture_with_a_broken_exif_block_is_still_a_picture(broken: bytes) -> None:
    assert apart(read(encoded("JPEG", corners(), exif=broken))[0], corners()) < 4


SPACES = {"Display P3": (profiles.DISPLAY_P3, 0.0), "Adobe RGB": (profiles.ADOBE_RGB, profiles.ADOBE_GAMMA)}


@pytest.mark.parametrize("space", SPACES)
@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "HEIF"])
@pytest.mark.parametrize("colour", [(200, 100, 50), (40, 160, 60), (60, 190, 180)])
def test_colours_of_a_wide_space_are_the_same_in_srgb(space: str, name: str, colour: tuple[int, int, int]) -> None:
    primaries, gamma = SPACES[space]
    numbers = profiles.written_in(colour, primaries, gamma)
    assert max(abs(one - other) for one, other in zip(numbers, colour, strict=True)) > 8

    data = encoded(name, Image.new("RGB", SIZE, numbers), icc_profile=profiles.profile(primaries, gamma))
    found = read(data)[0].getpixel((40, 30))

    assert isinstance(found, tuple)
    assert max(abs(one - other) for one, other in zip(found, colour, strict=True)) <= 6


def test_a_palette_and_a_transparent_picture_keep_their_colours_too() -> None:
    numbers = profiles.written_in((200, 100, 50), profiles.ADOBE_RGB, profiles.ADOBE_GAMMA)
    icc = profiles.profile(profiles.ADOBE_RGB, profiles.ADOBE_GAMMA)
    for picture in (Image.new("RGB", SIZE, numbers).quantize(4), Image.new("RGBA", SIZE, (*numbers, 255))):
        found = read(encoded("PNG", picture, icc_profile=icc))[0].getpixel((40, 30))
        assert isinstance(found, tuple)
        assert max(abs(one - other) for one, other in zip(found, (200, 100, 50), strict=True)) <= 3


@pytest.mark.parametrize("icc", [b"x" * 200, b"", profiles.profile(profiles.SRGB)[:150]])
def test_a_profile_that_cannot_be_read_is_as_none(icc: bytes) -> None:
    assert apart(read(encoded("JPEG", corners(), icc_profile=icc))[0], corners()) < 4


@pytest.mark.parametrize(("grey", "expected"), [(0, 0), (65535, 255), (32768, 128), (257 * 100, 100), (80, 0)])
@pytest.mark.parametrize("name", ["PNG", "TIFF"])
def test_sixteen_bits_of_grey_become_eight(name: str, grey: int, expected: int) -> None:
    picture = Image.frombytes("I;16", SIZE, struct.pack("<H", grey) * (SIZE[0] * SIZE[1]))

    assert read(encoded(name, picture))[0].getpixel((5, 5)) == (expected,) * 3


def test_sixteen_bits_of_colour_become_eight() -> None:
    row = b"\0" + struct.pack(">3H", 257 * 200, 257 * 100, 257 * 50) * SIZE[0]
    head = struct.pack(">IIBBBBB", *SIZE, 16, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(row * SIZE[1]))

    assert read(data + chunk(b"IEND", b""))[0].getpixel((5, 5)) == (200, 100, 50)


@pytest.mark.parametrize("name", ["PNG", "WEBP", "AVIF", "GIF", "HEIF"])
def test_behind_what_is_transparent_stands_white_paper(name: str) -> None:
    picture = Image.new("RGBA", SIZE, (20, 40, 60, 255))
    picture.paste((0, 0, 0, 0), (0, 0, 48, 64))

    found = read(encoded(name, picture))[0]

    assert min(found.getpixel((10, 30))) > 250 and max(found.getpixel((90, 30))) < 80  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["GIF", "PNG", "WEBP", "AVIF", "TIFF"])
def test_of_several_pictures_the_first_is_read_and_all_are_counted(name: str) -> None:
    more = [Image.new("RGB", SIZE, colour) for colour in ("red", "blue")]

    found, look = read(encoded(name, corners(), save_all=True, append_images=more))

    assert look.frames == 3
    assert apart(found, corners()) < 4


def test_a_jpeg_is_decoded_at_the_smallest_scale_that_serves() -> None:
    data = encoded("JPEG", corners((1600, 1200)))
    image, look = opened(data, MOST)

    found = pixels_of(data, image, look, (390, 290))  # and a quarter more, for the filter to work on

    assert found.size == (600, 450) and look.upright == (1600, 1200)


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", len(body), kind) + body + struct.pack(">I", zlib.crc32(body, zlib.crc32(kind)))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("share", [0.5, 0.9])
def test_a_file_that_ends_early_is_refused(way: str, share: float) -> None:
    data = WAYS[way](corners((400, 300)))
    if way == "MPO":
        data = data[: data.index(b"\xff\xd8\xff", 2)]

    assert refusal(data[: int(len(data) * share)]).code == "photo-unreadable"


@pytest.mark.parametrize("options", [{}, {"progressive": True}])
def test_half_a_jpeg_that_was_given_an_end_is_refused(options: dict[str, Any]) -> None:
    data = encoded("JPEG", pictures.landscape(400, 300), **options)

    assert refusal(data[: len(data) // 2] + b"\xff\xd9").code == "photo-unreadable"


def test_a_jpeg_with_a_hole_is_refused() -> None:
    data = bytearray(encoded("JPEG", pictures.landscape(400, 300)))
    data[len(data) // 2 : len(data) // 2 + 2000] = bytes(2000)

    assert refusal(bytes(data)).code == "photo-unreadable"


@pytest.mark.parametrize("name", ["WEBP", "AVIF", "HEIF"])
def test_a_copy_that_broke_off_in_space_set_aside_for_it_is_refused(name: str) -> None:
    data = encoded(name, pictures.landscape(800, 600))
    half = len(data) // 2

    assert refusal(data[:half] + bytes(len(data) - half)).code == "photo-unreadable"


def lying_jpeg() -> bytes:
    data = encoded("JPEG", corners())
    place = data.index(b"\xff\xc0") + 5
    return data[:place] + struct.pack(">H", 640) + data[place + 2 :]


def lying_png(interlaced: int = 0) -> bytes:
    head = struct.pack(">IIBBBBB", SIZE[0], 640, 8, 2, 0, 0, interlaced)
    rows = zlib.compress(b"\0" * (1 + 3 * SIZE[0]) * 64)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def lying_tiff(tag: int = 257) -> bytes:
    data = bytearray(encoded("TIFF", corners()))
    (place,) = struct.unpack_from("<I", data, 4)
    (count,) = struct.unpack_from("<H", data, place)
    for entry in range(place + 2, place + 2 + 12 * count, 12):
        if struct.unpack_from("<H", data, entry)[0] in (tag, 278):
            struct.pack_into("<I", data, entry + 8, 640 if data[entry] == tag & 255 else 64)
    return bytes(data)


@pytest.mark.parametrize("data", [lying_jpeg(), lying_png(), lying_png(1), lying_tiff()])
def test_a_file_that_says_it_is_larger_than_it_is_is_refused(data: bytes) -> None:
    assert refusal(data).code == "photo-unreadable"


def test_a_whole_picture_may_end_in_black() -> None:
    for size in (SIZE, (3, 2), (1, 1)):
        assert read(encoded("PNG", Image.new("RGB", size)))[0].size == size
    assert read(encoded("TIFF", Image.new("RGB", SIZE)))[0].size == SIZE


@pytest.mark.parametrize("name", ["PNG", "TIFF", "GIF", "WEBP"])
def test_a_picture_beyond_the_bound_is_refused_before_it_is_decoded(name: str) -> None:
    found = refusal(encoded(name, Image.new("L", (2000, 1000))), most=1_000_000)

    assert (found.code, found.named) == ("photo-too-large", {"megapixels": "2", "limit": "1"})


def test_a_hundred_megapixels_are_the_most() -> None:
    head = struct.pack(">IIBBBBB", 20_000, 20_000, 1, 0, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(50_000_000), 9))

    assert len(bomb) < 60_000
    assert refusal(bomb + chunk(b"IEND", b"")).named == {"megapixels": "400", "limit": "100"}


@pytest.mark.parametrize(
    "data",
    [
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\nshowpage\n",
        b"%PDF-1.7\n",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"",
        b"\0" * 100,
        "一封信".encode(),
        encoded("BMP", Image.new("RGB", (4, 4))),
        encoded("PCX", Image.new("RGB", (4, 4))),
        b"\0\0\0\x18ftypisom\0\0\0\0isommp42" + bytes(40),
    ],
    ids=["EPS", "PDF", "SVG", "nothing", "zeros", "text", "BMP", "PCX", "film"],
)
def test_what_is_no_photograph_is_refused_whatever_it_is_called(data: bytes) -> None:
    assert refusal(data).code == "photo-unknown-format"


@given(st.sampled_from(sorted(WAYS)), st.integers(0, 600), st.binary(min_size=1, max_size=60))
def test_whatever_a_file_holds_it_is_a_picture_or_refused(way: str, place: int, junk: bytes) -> None:
    data = WAYS[way](corners((24, 16)))
    broken = data[:place] + junk + data[place + len(junk) :]
    try:
        found, look = read(broken, most=1_000_000)
    except Refused as refused:
        assert refused.code in {"photo-unreadable", "photo-unknown-format", "photo-too-large"}
    else:
        assert found.mode == "RGB" and look.frames >= 1
