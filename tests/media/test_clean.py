"""The audit names whatever a recording carries; a file that it cannot follow to its end is not clean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changlang.carried import BROKEN, UNKNOWN
from changlang.media.clean import carried
from changlang.media.formats import format_of, is_recording
from changlang.media.remux import remux
from tests.recordings import box, film, id3, sound


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A film and a sound as they are published."""
    folder = tmp_path_factory.mktemp("clean")
    moving, voice = film(folder / "a.mov"), sound(folder / "a.mp3")
    return {
        kind: (folder / remux(original, kind, folder).name).read_bytes()  # type: ignore[arg-type]
        for kind, original in (("video", moving), ("audio", voice))
    }


def inserted(data: bytes, before: bytes, added: bytes) -> bytes:
    """A film with a box more before another one; the boxes that hold it are left as they were."""
    place = data.index(before) - 4
    return data[:place] + added + data[place:]


def test_what_is_added_to_a_film_is_named(clean: dict[str, bytes]) -> None:
    data = clean["video"]

    assert carried(data) == ()
    assert carried(data + box(b"uuid", bytes(20))) == ("private data",)
    assert carried(data + box(b"free", b"SECRET")) == ("free space",)
    assert "metadata" in carried(inserted(data, b"mdat", box(b"meta", bytes(4))))
    assert "date" in carried(stamped(data, b"mvhd")) and "date" in carried(stamped(data, b"tkhd"))
    assert "names" in carried(data.replace(b"VideoHandler", b"SECRETPLACE!"))
    assert "private data" in carried(data.replace(b"\x08ilst", b"\x08SECR"))


def stamped(data: bytes, name: bytes) -> bytes:
    place = data.index(name) + 8
    return data[:place] + b"\xd0\0\0\0" + data[place + 4 :]


def test_notes_within_pictures_are_named(clean: dict[str, bytes]) -> None:
    data = bytearray(clean["video"])
    first = data.index(b"mdat") + 8
    assert data[first] & 31 == 5 and data[first + 0] != 6
    data[first] = 6

    assert "notes within the pictures" in carried(bytes(data))


def test_bytes_that_no_track_plays_are_named(clean: dict[str, bytes]) -> None:
    data = clean["video"]
    at = data.index(b"mdat") - 4
    hidden = data[:at] + (int.from_bytes(data[at : at + 4]) + 6).to_bytes(4) + data[at + 4 :] + b"SECRET"

    assert carried(hidden) == ("bytes that belong to no track",)


def test_what_is_added_to_sound_is_named(clean: dict[str, bytes]) -> None:
    data = clean["audio"]

    assert carried(data) == ()
    assert carried(id3(b"") + data) == ("ID3",)
    assert carried(data + b"TAG" + bytes(125)) == ("ID3",)
    assert carried(data + b"APETAGEX" + bytes(24)) == ("APE",)
    assert carried(data.replace(b"Lavf\0\0\0\0\0", b"LAME3.100")) == ("names",)
    assert carried(data + b"SECRET") == carried(data[:-3]) == (BROKEN,)


def test_a_name_that_promises_a_recording_is_looked_into() -> None:
    assert is_recording("a.mp4", b"anything") and carried(b"anything") == (UNKNOWN,)
    assert is_recording("picture.jpg", b"\0\0\0\x18ftypisom") and is_recording("x.txt", b"WEBVTT\n")
    assert not is_recording("a.jpg", b"\xff\xd8\xff\xe0") and not is_recording("a.avif", b"\0\0\0\x18ftypavif")


@given(st.binary(max_size=200), st.sampled_from([b"\0\0\0\x10ftypisom", b"\xff\xfb\x50\xc4", b"ID3", b"WEBVTT\n\n"]))
def test_no_file_stops_the_audit(data: bytes, start: bytes) -> None:
    carried(start + data)


@given(data=st.data())
def test_a_changed_byte_does_not_stop_the_audit(clean: dict[str, bytes], data: st.DataObject) -> None:
    changed = bytearray(clean["video"])
    changed[data.draw(st.integers(0, changed.index(b"mdat") + 40))] = data.draw(st.integers(0, 255))

    assert format_of(bytes(changed)) in ("mp4", "") and isinstance(carried(bytes(changed)), tuple)
