"""What leaves the workshop is what was seen and heard, and nothing else of the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
import pytest

from changlang.media.clean import carried
from changlang.media.formats import LARGEST
from changlang.media.made import Kind, Made, Refused
from changlang.media.remux import remux
from tests.recordings import MDPM, PLACE, SECRET, TAGS, box, film, id3, sound

SECRETS = [text.encode() for text in (SECRET, PLACE, TAGS["make"], "2020-04-12", "x264")]


def made(original: Path, kind: Kind) -> tuple[Made, bytes]:
    folder = original.parent / "made"
    folder.mkdir(exist_ok=True)
    found = remux(original, kind, folder)
    return found, (folder / found.name).read_bytes()


def refused(original: Path, kind: Kind = "video") -> Refused:
    with pytest.raises(Refused) as fault:
        made(original, kind)
    return fault.value


def test_a_phones_film_is_published_without_place_date_device_and_notes_within_its_pictures(tmp_path: Path) -> None:
    original = film(tmp_path / "phone.mov", turned=90)
    original.write_bytes(original.read_bytes() + box(b"uuid", bytes(16) + SECRET.encode()))
    before = original.read_bytes()
    assert all(secret in before for secret in (*SECRETS[:3], bytes.fromhex(MDPM), b"tmcd"))
    assert {"date", "names", "free space"} <= set(carried(before))

    found, data = made(original, "video")

    assert carried(data) == ()
    assert not any(secret in data for secret in (*SECRETS, bytes.fromhex(MDPM)))
    assert (found.media, found.width, found.height, found.heard, round(found.seconds)) == (
        "video/mp4",
        90,
        160,
        True,
        2,
    )
    assert data.index(b"moov") < data.index(b"mdat"), "a browser plays while it loads"


def test_every_picture_and_tone_is_still_there_and_turned_as_before(tmp_path: Path) -> None:
    original = film(tmp_path / "phone.mov", turned=90)
    place = tmp_path / "published.mp4"
    place.write_bytes(made(original, "video")[1])

    assert frames(place) == frames(original)


def frames(place: Path) -> list[tuple[Any, ...]]:
    """Every decoded frame: its kind, time, turn and content."""
    with av.open(str(place)) as source:
        return sorted(
            (type(one).__name__, float(one.time or 0), getattr(one, "rotation", 0), one.to_ndarray().tobytes())
            for one in source.decode([*source.streams.video, *source.streams.audio])
            if isinstance(one, av.VideoFrame | av.AudioFrame)
        )


@pytest.mark.parametrize("suffix", ["mp3", "m4a"])
def test_sound_is_published_without_tags_and_cover_picture(tmp_path: Path, suffix: str) -> None:
    original = tmp_path / f"voice.{suffix}"
    if suffix == "mp3":
        sound(original)
        original.write_bytes(
            id3(b"\xff\xd8" + bytes(3000)) + original.read_bytes() + b"TAG" + SECRET.encode().ljust(125)
        )
    else:
        sound(original, format="ipod", codec="aac")
    assert SECRET.encode() in original.read_bytes() and carried(original.read_bytes())

    found, data = made(original, "audio")

    assert carried(data) == () and SECRET.encode() not in data
    assert found.name == f"media.{suffix}" and round(found.seconds) == 2


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    for original, kind in ((film(tmp_path / "a.mov"), "video"), (sound(tmp_path / "a.mp3"), "audio")):
        assert made(original, kind) == made(original, kind)  # type: ignore[arg-type]


def test_a_film_in_pieces_is_published_in_one(tmp_path: Path) -> None:
    original = film(tmp_path / "a.mp4", format="mp4", movflags="frag_keyframe+empty_moov")

    found, data = made(original, "video")

    assert carried(data) == () and b"moof" not in data and round(found.seconds) == 2


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ({"codec": "mpeg4", "format": "mp4"}, "mpeg4"),
        ({"pixels": "yuv422p"}, "h264 yuv422p"),
        ({"size": (LARGEST // 2160 + 16, 2160), "seconds": 0.1, "heard": False}, "h264 3856×2160"),
    ],
)
def test_what_some_browser_cannot_play_is_refused_by_name(
    tmp_path: Path, options: dict[str, Any], named: str
) -> None:
    fault = refused(film(tmp_path / "a.mp4", **options))

    assert (fault.code, fault.named["found_en"]) == ("media-format", named)


def test_the_name_of_a_file_says_nothing(tmp_path: Path) -> None:
    text, voice, moving = tmp_path / "text.mp4", sound(tmp_path / "voice.mp4"), film(tmp_path / "moving.mp3")
    text.write_text("no film at all " * 99)

    assert refused(text).code == refused(text, "audio").code == "media-format"
    assert refused(voice).named["found_en"] == "MP3" and refused(moving, "audio").named["found_en"] == "h264"
    assert made(voice, "audio")[0].media == "audio/mpeg" and made(moving, "video")[0].media == "video/mp4"


def test_a_film_that_is_cut_short_or_damaged_is_refused(tmp_path: Path) -> None:
    ready = tmp_path / "ready.mp4"
    ready.write_bytes(made(film(tmp_path / "a.mov", 4), "video")[1])
    whole, start = ready.read_bytes(), ready.read_bytes().index(b"mdat") + 200
    damaged = bytearray(whole)
    damaged[start : start + 600] = bytes(600)

    for name, data in {"short": whole[:-2000], "half": whole[: len(whole) // 2], "damaged": bytes(damaged)}.items():
        place = tmp_path / f"{name}.mp4"
        place.write_bytes(data)
        assert refused(place).code == "media-unreadable", name


def test_a_recording_that_ends_before_it_said_it_would_is_refused(tmp_path: Path) -> None:
    original = sound(tmp_path / "a.mp3", 6)
    tagged = id3(bytes(9000)) + original.read_bytes()
    original.write_bytes(tagged[: len(tagged) * 2 // 3])

    assert refused(original, "audio").code == "media-unreadable"
