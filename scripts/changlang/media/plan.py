"""From records to what can be played of them: what they ask for, what they leave out, what pages are given. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from changlang.media import captions
from changlang.media.made import Kind, Made
from changlang.model.catalogue import Catalogue
from changlang.model.languages import LANGUAGES, Language
from changlang.model.media import Film, Medium, Sound, Track
from changlang.model.records import Playable, Video
from changlang.problems import Problem, problem

# Kinds of record that have sound, or sound and a film.
FOLDERS = ("columns", "events", "people", "boards")
# Where recordings stand on the site. Their names are made of their content, so they may be kept for ever.
FOLDER = "media"

NAMES: Mapping[Language, Mapping[str, str]] = {
    "zh": {"language_zh": "中文", "language_en": "Chinese"},
    "en": {"language_zh": "英文", "language_en": "English"},
}
# From a record's folder, the record and a path in it to file, line and column.
Where = Callable[[str, Any, tuple[str, ...]], tuple[str, int, int]]


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """One file that a record names: where it does, the name, and what the file should be (None for captions).

    Each is itself alone: two records may name one file.
    """

    folder: str
    record: Any
    path: tuple[str, ...]
    name: str
    kind: Kind | None
    language: Language | None = None


def asked(folder: str, record: Any) -> Iterator[Asked]:
    """Every file that a record names."""
    for language in LANGUAGES:
        if record.audio and (name := record.audio[language]):
            yield Asked(folder, record, ("audio", language), name, "audio", language)
    video: Video | None = getattr(record, "video", None)
    if video:
        yield Asked(folder, record, ("video", "file"), video.file, "video")
        for language in LANGUAGES:
            if name := video.captions[language]:
                yield Asked(folder, record, ("video", "captions", language), name, None, language)


def faults(catalogue: Catalogue, heard: Container[tuple[str, str]], where: Where) -> Iterator[Problem]:
    """What records leave out of their recordings: languages, text, captions, the picture before it plays.

    `heard` are folder and id of those whose films can be used and have sound.
    """
    for folder in FOLDERS:
        for record in catalogue.of(folder).values():
            if record.audio:
                yield from _heard(folder, record, where)
            video: Video | None = getattr(record, "video", None)
            if not video:
                continue
            if catalogue.photos[video.poster].file is None:
                yield problem("poster-missing", *where(folder, record, ("video", "poster")), id=video.poster)
            for language in LANGUAGES if (folder, record.id) in heard else ():
                if not video.captions[language]:
                    place = where(folder, record, ("video", "captions"))
                    yield problem("captions-missing", *place, id=record.id, **NAMES[language])


def _heard(folder: str, record: Any, where: Where) -> Iterator[Problem]:
    """WCAG 2.2, success criterion 1.2.1: whoever cannot hear a recording reads the same."""
    for language in LANGUAGES:
        if not record.audio[language]:
            yield problem("audio-one-language", *where(folder, record, ("audio",)), id=record.id, **NAMES[language])
        elif isinstance(record, Playable) and not record.body[language].strip():  # type: ignore[attr-defined]
            yield problem(
                "audio-no-text", *where(folder, record, ("audio", language)), id=record.id, **NAMES[language]
            )


def withdrawn_twins(
    shown: Iterable[Asked], every: Iterable[Asked], digests: Mapping[str, str], where: Where
) -> Iterator[Problem]:
    """The same file in a record that was withdrawn: what one withdraws the other must not play."""
    gone = {
        digests[one.name]: one.record.id for one in every if one.record.status == "withdrawn" and one.name in digests
    }
    for one in shown:
        if digests.get(one.name) in gone:
            place = where(one.folder, one.record, one.path)
            yield problem("media-withdrawn-twin", *place, path=one.name, id=gone[digests[one.name]])


def path_of(made: Made) -> str:
    """A recording's place on the site."""
    return f"{FOLDER}/{made.digest[:20]}.{made.name.rpartition('.')[2]}"


def track_of(text: str) -> Track:
    """Captions as `written` wrote them."""
    cues, _ = captions.read(text, float("inf"))
    return Track(f"{FOLDER}/{hashlib.sha256(text.encode()).hexdigest()[:20]}.vtt", text, captions.words(cues))


def medium_of(some: Iterable[Asked], made: Mapping[Asked, Made], texts: Mapping[Asked, str]) -> Medium:
    """What pages are given of one record: of its files those that could be used."""
    sounds: dict[Language, Sound] = {}
    tracks: dict[Language, Track] = {}
    film: Made | None = None
    for one in some:
        if one in texts and one.language:
            tracks[one.language] = track_of(texts[one])
        elif one.language:
            sounds[one.language] = Sound(path_of(made[one]), made[one].media, made[one].seconds)
        else:
            film = made[one]
    shown = Film(path_of(film), film.media, film.width, film.height, film.seconds, tracks) if film else None
    return Medium(sounds, shown, hashlib.sha256(repr((sounds, shown)).encode()).hexdigest()[:20])
