"""What is made of one original: right sizes, true colours, small files, and nothing in them but pixels."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Callable
from io import BytesIO

import pillow_heif
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from changlang.photos.clean.carried import carried
from changlang.photos.decode import Refused
from changlang.photos.derive import derive
from changlang.photos.derived import Derived, Wish, as_list, from_list
from changlang.photos.recipe import AVIF, JPEG, STANDARD, WEBP, Recipe
from tests import pictures
from tests.bench.photos import ssim
from tests.photos import profiles

pillow_heif.register_heif_opener(thumbnails=False)

EVERY = Recipe(widths=(40, 90), cards=(60,), social=(120, 63))
ENDINGS = {AVIF.suffix: "AVIF", WEBP.suffix: "WEBP", JPEG.suffix: "JPEG"}


def saved(picture: Image.Image, name: str = "PNG") -> bytes:
    made = BytesIO()
    picture.save(made, name)
    return made.getvalue()


def test_sizes_and_formats_are_what_the_list_says() -> None:
    derived, files = derive(pictures.jpeg(pictures.landscape(700, 500), 6), Wish(STANDARD))

    assert (derived.width, derived.height) == (500, 700)
    assert {one.width for one in derived.whole} == {500, 320} and len(derived.whole) == 6
    assert {one.width for one in derived.cards} == {320} and len(derived.cards) == 3
    named = (*derived.whole, *derived.cards, *((derived.social,) if derived.social else ()))
    assert {one.name for one in named} == set(files)
    for one in named:
        image = Image.open(BytesIO(files[one.name]))
        assert image.format == ENDINGS[one.name.rpartition(".")[2]]
        assert image.size == (one.width, one.height)
        assert one.media == Image.MIME[image.format]


@pytest.mark.parametrize("seed", [1, 2])
def test_every_size_is_as_good_as_one_made_from_the_whole_picture_in_one_step(seed: int) -> None:
    """Decoded small and made smaller step by step, it loses less than 0.005 of SSIM."""
    data = pictures.jpeg(pictures.landscape(1250, 930, seed))
    whole = Image.open(BytesIO(data)).convert("RGB")

    derived, files = derive(data, Wish(Recipe(widths=(200, 400, 600), cards=(), social=None)))

    for one in derived.whole:
        best = whole.resize((one.width, one.height), Image.Resampling.LANCZOS)
        encoding = next(made for made in STANDARD.encodings if made.media == one.media)
        written = BytesIO()
        best.save(written, encoding.format, **dict(encoding.options))
        reached, possible = (
            ssim(best, Image.open(BytesIO(found))) for found in (files[one.name], written.getvalue())
        )
        assert possible - reached < 0.005, one.name


def test_the_list_comes_back_as_it_was_written() -> None:
    derived, _ = derive(saved(pictures.landscape(120, 90)), Wish(EVERY))

    assert from_list(as_list(derived)) == derived


def test_the_same_original_and_wish_give_the_same_bytes() -> None:
    data = pictures.jpeg(pictures.landscape(300, 200))

    assert derive(data, Wish(EVERY)) == derive(data, Wish(EVERY))


def test_a_card_and_a_social_card_show_the_focus() -> None:
    picture = Image.new("RGB", (600, 300), "white")
    ImageDraw.Draw(picture).rectangle((540, 0, 600, 300), fill="red")

    derived, files = derive(saved(picture), Wish(STANDARD, focus=(0.95, 0.5)))

    for name in ("card-320.jpg", "social-1200.jpg"):
        shown = Image.open(BytesIO(files[name]))
        red, green, _ = shown.getpixel((shown.width - 5, shown.height // 2))  # type: ignore[misc]
        assert red > 200 and green < 80
    assert derived.social and (derived.social.width, derived.social.height) == (1200, 630)


def test_the_placeholder_is_tiny_and_in_the_pictures_own_colours() -> None:
    picture = Image.new("RGB", (600, 300), (10, 60, 200))
    picture.paste((230, 200, 20), (300, 0, 600, 300))

    derived, _ = derive(saved(picture), Wish(EVERY))

    assert derived.placeholder.startswith("data:image/png;base64,") and len(derived.placeholder) < 300
    data = base64.b64decode(derived.placeholder.partition(",")[2])
    shown = Image.open(BytesIO(data)).convert("RGB")
    assert carried(data) == ()
    assert shown.size == (6, 3)
    assert (shown.getpixel((0, 1)), shown.getpixel((5, 1))) == ((10, 60, 200), (230, 200, 20))


def test_every_derivative_is_right_side_up_and_in_true_colours() -> None:
    numbers = profiles.written_in((200, 100, 50), profiles.DISPLAY_P3)
    picture = Image.new("RGB", (400, 240), numbers)
    picture.paste((0, 0, 0), (0, 120, 400, 240))
    made = BytesIO()
    stored = pictures.sideways(picture, 6)
    stored.save(made, "JPEG", quality=95, exif=pictures.exif(6), icc_profile=profiles.profile(profiles.DISPLAY_P3))

    derived, files = derive(made.getvalue(), Wish(EVERY))

    assert (derived.width, derived.height) == (400, 240)
    for name, data in files.items():
        shown = Image.open(BytesIO(data)).convert("RGB")
        upper, lower = (shown.getpixel((shown.width // 2, shown.height * part // 8)) for part in (1, 7))
        assert isinstance(upper, tuple) and isinstance(lower, tuple)
        assert max(abs(one - other) for one, other in zip(upper, (200, 100, 50), strict=True)) < 14, name
        assert max(lower) < 20, name


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", len(body), kind) + body + struct.pack(">I", zlib.crc32(body, zlib.crc32(kind)))


SECRET = pictures.SECRET.encode()
THUMBNAIL = saved(Image.new("RGB", (16, 16), "red"), "JPEG")
# What a JPEG may carry, each as the bytes of its segment: (ITU-T T.81, B.2.4.6; Exif 2.32; IPTC-IIM 4.2).
SEGMENTS: dict[str, bytes] = {
    "EXIF": segment(0xE1, pictures.exif().tobytes()),
    "thumbnail": segment(
        0xE1,
        b"Exif\0\0II*\0\x08\0\0\0\0\0\x0e\0\0\0\x02\0"
        + struct.pack("<HHIIHHII", 0x0201, 4, 1, 44, 0x0202, 4, 1, len(THUMBNAIL))
        + bytes(4)
        + THUMBNAIL,
    ),
    "XMP": segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + pictures.XMP),
    "more XMP": segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + SECRET),
    "ICC": segment(0xE2, b"ICC_PROFILE\0\1\1" + profiles.profile(profiles.DISPLAY_P3)),
    "IPTC": segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0c" + SECRET[:12]),
    "maker notes": segment(0xE4, b"Maker" + SECRET),
    "comment": segment(0xFE, SECRET),
}
TEXTS: dict[str, bytes] = {
    "EXIF": chunk(b"eXIf", pictures.exif().tobytes().removeprefix(b"Exif\0\0")),
    "text": chunk(b"tEXt", b"Comment\0" + SECRET),
    "packed text": chunk(b"zTXt", b"Comment\0\0" + zlib.compress(SECRET)),
    "XMP": chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + pictures.XMP),
    "ICC": chunk(b"iCCP", b"wide\0\0" + zlib.compress(profiles.profile(profiles.ADOBE_RGB))),
    "time": chunk(b"tIME", bytes((7, 228, 4, 12, 9, 30, 0))),
    "private": chunk(b"prVt", SECRET),
}


def a_jpeg(parts: list[str], orientation: int) -> bytes:
    plain = saved(pictures.landscape(100, 70), "JPEG")
    turned = segment(0xE1, pictures.exif(orientation).tobytes())
    return plain[:2] + turned + b"".join(SEGMENTS[part] for part in parts if part in SEGMENTS) + plain[2:] + SECRET


def an_mpo(parts: list[str], orientation: int) -> bytes:
    made = BytesIO()
    second = Image.new("RGB", (100, 70), "red")
    pictures.landscape(100, 70).save(
        made, "MPO", save_all=True, append_images=[second], exif=pictures.exif(orientation)
    )
    return made.getvalue()


def a_png(parts: list[str], orientation: int) -> bytes:
    plain = saved(pictures.landscape(100, 70))
    return plain[:33] + b"".join(TEXTS[part] for part in parts if part in TEXTS) + plain[33:] + SECRET


def another(name: str) -> Callable[[list[str], int], bytes]:
    def make(parts: list[str], orientation: int) -> bytes:
        made = BytesIO()
        options = {"exif": pictures.exif(orientation).tobytes(), "xmp": pictures.XMP}
        if "ICC" in parts:
            options["icc_profile"] = profiles.profile(profiles.DISPLAY_P3)
        pictures.landscape(100, 70).save(made, name, **options)
        return made.getvalue()

    return make


MAKERS = {
    "JPEG": a_jpeg,
    "MPO": an_mpo,
    "PNG": a_png,
    **{name: another(name) for name in ("WEBP", "AVIF", "TIFF", "HEIF")},
}
PARTS = sorted({*SEGMENTS, *TEXTS})


def only_pixels(derived: Derived, files: dict[str, bytes]) -> None:
    """Two readers of their own agree: ours of bytes, and Pillow of what it understands."""
    placeholder = base64.b64decode(derived.placeholder.partition(",")[2])
    for name, data in {**files, "placeholder.png": placeholder}.items():
        assert carried(data) == (), name
        assert SECRET not in data and b"Exif" not in data and b"xmp" not in data.lower(), name
        shown = Image.open(BytesIO(data))
        assert not dict(shown.getexif()) and not {"exif", "xmp", "icc_profile", "comment"} & shown.info.keys(), name
        assert getattr(shown, "n_frames", 1) == 1, name


@pytest.mark.parametrize("name", MAKERS)
def test_what_goes_in_is_really_there(name: str) -> None:
    """Else the property below would hold of files that carry nothing."""
    data = MAKERS[name](PARTS, 6)

    assert SECRET in data or b"Exif" in data


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(MAKERS)), st.lists(st.sampled_from(PARTS), unique=True), st.integers(1, 8))
def test_whatever_an_original_carries_no_derivative_does(name: str, parts: list[str], orientation: int) -> None:
    only_pixels(*derive(MAKERS[name](parts, orientation), Wish(EVERY, hidden=((0.1, 0.1, 0.2, 0.2),))))


def test_everything_at_once_is_gone_too() -> None:
    only_pixels(*derive(a_jpeg(list(SEGMENTS), 8), Wish(EVERY)))


def test_what_cannot_be_read_gives_no_derivative_at_all() -> None:
    data = pictures.jpeg(pictures.landscape(300, 200))

    with pytest.raises(Refused):
        derive(data[: len(data) * 2 // 3], Wish(EVERY))


def test_the_number_of_pictures_in_a_file_is_told() -> None:
    made = BytesIO()
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("red", "blue")]
    frames[0].save(made, "GIF", save_all=True, append_images=frames[1:])

    assert derive(made.getvalue(), Wish(EVERY))[0].frames == 2
