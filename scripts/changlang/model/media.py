"""What a site has to be heard and seen of a record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from changlang.model.languages import Language


@dataclass(frozen=True, slots=True)
class Sound:
    """A sound file: its path below the site's root, media type, length in seconds."""

    path: str
    media: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Track:
    """The captions of a film in one language: the path of the file, the same as text (WebVTT), the words alone."""

    path: str
    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Film:
    """A film file: its path below the site's root, upright size in pixels, length in seconds, its captions."""

    path: str
    media: str
    width: int
    height: int
    seconds: float
    tracks: Mapping[Language, Track]


@dataclass(frozen=True, slots=True)
class Medium:
    """What can be played of one record; `digest` changes exactly when any of it does."""

    sounds: Mapping[Language, Sound]
    film: Film | None
    digest: str
