"""What an image file is found to carry. Every picture is made here, clean or with metadata put into it."""

from __future__ import annotations

import base64
import io
import struct
import urllib.parse
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from changlang.carried import BROKEN, UNKNOWN
from changlang.photos.clean.carried import carried, carried_inline
from changlang.photos.clean.formats import format_of, is_picture
from changlang.photos.clean.names import TRAILING

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>40,4N</exif:GPSLatitude></x:xmpmeta>'


def encoded(name: str, **options: Any) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((48, 32)).convert("RGB").save(out, name, **options)
    return out.getvalue()


def located() -> Image.Exif:
    """Exif with a camera's name and a place."""
    exif = Image.Exif()
    exif[0x0110] = "Camera"
    exif[0x8825] = {1: "N", 2: (40.0, 4.0, 30.0)}
    return exif


@pytest.mark.parametrize("name", FORMATS)
def test_a_plain_file_carries_nothing(name: str) -> None:
    assert carried(encoded(name)) == ()


@pytest.mark.parametrize("options", [{"progressive": True}, {"subsampling": 0}, {"restart_marker_rows": 1}])
def test_every_way_of_writing_a_jpeg_can_be_followed(options: dict[str, Any]) -> None:
    assert carried(encoded("JPEG", **options)) == ()


@pytest.mark.parametrize(
    ("name", "options", "expected"),
    [
        ("JPEG", {"exif": located()}, ("EXIF", "GPS")),
        ("PNG", {"exif": located()}, ("EXIF", "GPS")),
        ("WEBP", {"exif": located()}, ("EXIF", "GPS")),
        ("AVIF", {"exif": located()}, ("EXIF",)),
        ("JPEG", {"xmp": XMP}, ("XMP",)),
        ("WEBP", {"xmp": XMP}, ("XMP",)),
        ("AVIF", {"xmp": XMP}, ("XMP",)),
        ("JPEG", {"comment": b"barracks"}, ("comment",)),
        ("GIF", {"comment": b"barracks"}, ("comment",)),
        ("JPEG", {"icc_profile": b"x" * 200}, ("ICC profile",)),
        ("PNG", {"icc_profile": b"x" * 200}, ("ICC profile",)),
        ("WEBP", {"icc_profile": b"x" * 200}, ("ICC profile",)),
        ("AVIF", {"icc_profile": b"x" * 200}, ("ICC profile",)),
    ],
)
def test_what_was_put_in_is_named(name: str, options: dict[str, Any], expected: tuple[str, ...]) -> None:
    assert carried(encoded(name, **options)) == expected


@pytest.mark.parametrize(
    ("segment", "expected"),
    [
        (b"\xff\xed\x00\x21Photoshop 3.0\x008BIM\x04\x04" + bytes(11), "IPTC"),
        (b"\xff\xe2\x00\x08MPF\0\0\0", "second picture"),
        (b"\xff\xe0\x00\x08JFXX\0\x10", "thumbnail"),
        (b"\xff\xe5\x00\x04ab", "APP5"),
        (b"\xff\xf0\x00\x04ab", "marker F0"),
    ],
)
def test_a_segment_that_no_picture_needs_is_named(segment: bytes, expected: str) -> None:
    plain = encoded("JPEG")

    assert carried(plain[:20] + segment + plain[20:]) == (expected,)


def test_the_thumbnail_of_an_exif_block_is_named() -> None:
    first = struct.pack("<2sHIHI", b"II", 42, 8, 0, 14)
    second = struct.pack("<HHHIII", 1, 0x0201, 4, 1, 32, 0)
    body = b"Exif\0\0" + first + second
    plain = encoded("JPEG")

    found = carried(plain[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + plain[2:])

    assert found == ("EXIF", "thumbnail")


def test_a_second_picture_behind_the_first_is_named() -> None:
    out = io.BytesIO()
    first, second = Image.new("RGB", (32, 32)), Image.new("RGB", (32, 32), "red")
    first.save(out, "MPO", save_all=True, append_images=[second])

    assert "second picture" in carried(out.getvalue())


@pytest.mark.parametrize("name", ["PNG", "WEBP", "AVIF", "GIF"])
def test_moving_pictures_are_named(name: str) -> None:
    frames = [Image.new("RGB", (32, 32), colour) for colour in ("red", "blue")]
    out = io.BytesIO()
    frames[0].save(out, name, save_all=True, append_images=frames[1:])

    assert "animation" in carried(out.getvalue())


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        (b"tEXt", b"Comment\0barracks", "text"),
        (b"zTXt", b"Comment\0\0" + zlib.compress(b"barracks"), "text"),
        (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP, "XMP"),
        (b"tEXt", b"Raw profile type exif\0aa", "EXIF"),
        (b"tIME", bytes(7), "time"),
        (b"prVt", b"anything", "chunk prVt"),
    ],
)
def test_a_chunk_that_no_picture_needs_is_named(kind: bytes, body: bytes, expected: str) -> None:
    plain = encoded("PNG")
    chunk = struct.pack(">I4s", len(body), kind) + body + struct.pack(">I", zlib.crc32(body, zlib.crc32(kind)))

    assert carried(plain[:33] + chunk + plain[33:]) == (expected,)


def test_bytes_of_an_avif_that_belong_to_no_item_are_named() -> None:
    plain = encoded("AVIF")

    assert carried(plain + b"\0\0\0\x10free12345678") == ("free space",)
    assert carried(plain + b"\0\0\0\x10mdat12345678") == ("bytes that belong to no item",)


@pytest.mark.parametrize(
    ("name", "expected"), [("JPEG", TRAILING), ("PNG", TRAILING), ("WEBP", TRAILING), ("GIF", TRAILING)]
)
def test_what_follows_a_picture_is_named(name: str, expected: str) -> None:
    assert carried(encoded(name) + b"barracks") == (expected,)


def test_a_drawing_may_hold_neither_metadata_nor_pictures() -> None:
    head, end = b'<svg xmlns="http://www.w3.org/2000/svg">', b"</svg>"

    assert carried(head + b'<path d="M0 0h9"/>' + end) == ()
    assert carried(head + b"<metadata>x</metadata>" + end) == ("metadata",)
    assert carried(head + b'<image href="data:x"/>' + end) == ("embedded picture",)


@pytest.mark.parametrize("name", ["TIFF", "BMP", "ICO"])
def test_a_picture_of_another_format_is_never_clean(name: str) -> None:
    assert format_of(encoded(name)) == "other"
    assert carried(encoded(name)) == (UNKNOWN,)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("share", [0.2, 0.5, 0.99])
def test_a_file_cut_short_is_broken(name: str, share: float) -> None:
    whole = encoded(name)

    assert BROKEN in carried(whole[: int(len(whole) * share)])


@given(st.sampled_from([encoded(name) for name in FORMATS]), st.integers(0, 400), st.binary(max_size=40))
def test_no_bytes_whatever_stop_the_reading(data: bytes, place: int, junk: bytes) -> None:
    carried(data[:place] + junk + data[place:])
    carried(data[:place] + junk + data[place + len(junk) :])


def test_a_file_that_calls_itself_a_picture_is_read_as_one() -> None:
    assert is_picture("map.bin", b"\x89PNG\r\n\x1a\n")
    assert is_picture("a/MAP.JPG", b"\0damaged") and carried(b"\0damaged")
    assert not is_picture("sitemap.xml", b"<?xml")


def address(data: bytes, media: str = "image/jpeg") -> bytes:
    return b'<img src="data:' + media.encode() + b";base64," + base64.b64encode(data) + b'" alt="">'


@pytest.mark.parametrize("name", FORMATS)
def test_a_clean_picture_within_a_page_carries_nothing(name: str) -> None:
    assert carried_inline(b"<p>" + address(encoded(name), f"image/{name.lower()}") + b"</p>") == ()


def test_what_a_picture_within_a_page_or_style_sheet_carries_is_named() -> None:
    located_jpeg = encoded("JPEG", exif=located())
    sheet = b"a{background:url(data:image/webp;base64," + base64.b64encode(encoded("WEBP", xmp=XMP)) + b")}"

    assert carried_inline(address(encoded("PNG")) + address(located_jpeg)) == ("EXIF", "GPS")
    assert carried_inline(sheet) == ("XMP",)
    assert carried_inline(address(located_jpeg).replace(b"image/jpeg", b"image/svg+xml")) == ("EXIF", "GPS")
    assert carried_inline(address(located_jpeg).replace(b";base64", b";charset=utf-8;base64")) == ("EXIF", "GPS")


@pytest.mark.parametrize("wrapped", [b"url('%s')", b'url("%s")', b"url(%s)"])
def test_drawings_within_style_sheets_are_read_too(wrapped: bytes) -> None:
    plain = b"data:image/svg+xml;charset=utf-8,<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>"
    hiding = plain.replace(b"<path", b"<metadata/><path")
    quoted = plain.partition(b",")[0] + b"," + urllib.parse.quote_from_bytes(hiding.partition(b",")[2]).encode()

    assert carried_inline(wrapped % plain) == ()
    assert carried_inline(wrapped % hiding) == carried_inline(wrapped % quoted) == ("metadata",)


@pytest.mark.parametrize("content", [b"A", b"////", b"%%%", b"QUJD"])
def test_what_is_no_picture_within_a_page_is_never_clean(content: bytes) -> None:
    assert carried_inline(b"<img src='data:image/png;base64," + content + b"'>")
