"""Proposes parts of a picture to hide because there may be a face: OpenCV's cascades, for a person to accept.

The detector misses faces that look away and sees some where there are none. It proposes; it decides nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from changlang.photos.bounds import Bounds, bounded
from changlang.photos.decode import Refused
from changlang.photos.derive import derive
from changlang.photos.derived import Rectangle, Wish
from changlang.photos.recipe import Encoding, Recipe

# Wide enough for the faces of a group, small enough for a preview that is sent along as text.
WIDTH = 1280
SHOWN = Recipe(
    widths=(WIDTH,),
    cards=(),
    social=None,
    encodings=(Encoding("JPEG", "jpg", "image/jpeg", (("quality", 88),)),),
)
# Cascade, and how many neighbouring findings make one. Of OpenCV's frontal cascades `alt2` sees the fewest faces
# where there are none; `default` saw some three in every drawn landscape.
CASCADES = (("haarcascade_frontalface_alt2", 3), ("haarcascade_profileface", 5))
SMALLEST = 24  # pixels of the shown picture
# Cascades are trained on faces from brow to chin: hair, ears and neck make a person known too.
AROUND = 0.25
SAME = 0.3  # of two findings so much in common is one face


@dataclass(frozen=True, slots=True)
class FaceOrder:
    """One picture to be looked at; what is `hidden` already is hidden first and not proposed again."""

    name: str
    original: Path
    hidden: tuple[Rectangle, ...]
    bounds: Bounds = field(default_factory=Bounds)


@dataclass(frozen=True, slots=True)
class Faces:
    """What was found: rectangles as fractions of the upright picture, and that picture as a JPEG of our own."""

    name: str
    rectangles: tuple[Rectangle, ...] = ()
    picture: bytes = b""
    fault: str = ""
    named: Mapping[str, str] = field(default_factory=dict)


def available() -> bool:
    """Whether the detector is installed (extra `faces`)."""
    return find_spec("cv2") is not None


def find_faces(order: FaceOrder) -> Faces:
    """Looks for faces within the bounds of every picture. Whatever is wrong with it is in what is returned."""
    import cv2  # before the bounds: what the library takes is not the picture's

    try:
        with bounded(order.bounds):
            derived, files = derive(
                order.original.read_bytes(), Wish(SHOWN, hidden=order.hidden, pixels=order.bounds.pixels)
            )
            data = files[derived.whole[0].name]
            found = _merged(_found(Image.open(BytesIO(data), formats=["JPEG"]), cv2))
            return Faces(order.name, tuple(sorted(found)), data)
    except Refused as refused:
        return Faces(order.name, fault=refused.code, named=refused.named)
    except MemoryError:
        return lost(order)
    except OSError as fault:
        return Faces(order.name, fault="photo-unreadable", named={"reason": fault.strerror or str(fault)})


def lost(order: FaceOrder) -> Faces:
    """What is said of a picture that its worker died of."""
    return Faces(order.name, fault="photo-too-costly")


def _found(image: Image.Image, cv2: Any) -> Iterator[Rectangle]:
    """Every finding of every cascade, grown to a head; profiles look left, so they are also sought in the mirror."""
    import numpy

    grey = numpy.asarray(image.convert("L"))
    for name, neighbours in CASCADES:
        cascade = cv2.CascadeClassifier(str(Path(cv2.data.haarcascades) / f"{name}.xml"))
        for mirrored in (False, True) if "profile" in name else (False,):
            seen = cv2.flip(grey, 1) if mirrored else grey
            for x, y, w, h in cascade.detectMultiScale(seen, 1.08, neighbours, minSize=(SMALLEST, SMALLEST)):
                left = image.width - x - w if mirrored else x
                yield _head(left / image.width, y / image.height, w / image.width, h / image.height)


def _head(x: float, y: float, w: float, h: float) -> Rectangle:
    """A face grown on every side, cut off at the picture's edge, in thousandths that never make it smaller."""
    left, top = (math.floor(max(0.0, at - by * AROUND) * 1000) / 1000 for at, by in ((x, w), (y, h)))
    right, bottom = (min(1.0, at + by * (1 + AROUND)) for at, by in ((x, w), (y, h)))
    wide, high = (math.ceil((end - at) * 1000) / 1000 for end, at in ((right, left), (bottom, top)))
    return left, top, round(min(wide, 1 - left), 3), round(min(high, 1 - top), 3)


def _merged(found: Iterable[Rectangle]) -> list[Rectangle]:
    """One rectangle for what several cascades saw at one place: the one that holds them all."""
    faces: list[Rectangle] = []
    for rectangle in found:
        for other in [face for face in faces if _shared(rectangle, face) > SAME]:
            faces.remove(other)
            rectangle = _around(rectangle, other)
        faces.append(rectangle)
    return faces


def _shared(one: Rectangle, other: Rectangle) -> float:
    """How much of the smaller of two rectangles lies in the other."""
    wide = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    high = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return max(0.0, wide) * max(0.0, high) / min(one[2] * one[3], other[2] * other[3])


def _around(one: Rectangle, other: Rectangle) -> Rectangle:
    left, top = min(one[0], other[0]), min(one[1], other[1])
    right, bottom = max(one[0] + one[2], other[0] + other[2]), max(one[1] + one[3], other[1] + other[3])
    return left, top, round(right - left, 3), round(bottom - top, 3)
