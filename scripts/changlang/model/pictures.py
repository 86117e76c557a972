"""What a site has of a photo."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture in one size and format: its path below the site's root, media type, size in pixels."""

    path: str
    media: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """What a site has of a photo's original. `width` and `height` are those of the upright original, in pixels.

    `whole` and `cards` (crops of one proportion) hold every format in the order of preference, widest first;
    `placeholder` is a `data:` address of a few of its colours; `digest` changes exactly when any of it does.
    """

    width: int
    height: int
    whole: tuple[Rendition, ...]
    cards: tuple[Rendition, ...]
    placeholder: str
    digest: str
