"""What is to be known of a picture before it has a record: if it can be used, when it was taken, what it tells.

Runs in a worker, because the file may be anything.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageFile

from changlang.photos.bounds import Bounds, bounded
from changlang.photos.decode import Refused, opened
from changlang.photos.derive import derive
from changlang.photos.derived import Wish
from changlang.photos.likeness import turned
from changlang.photos.recipe import JPEG, Recipe

# Endings by content; a camera's MPO is a JPEG that more follows on.
SUFFIXES: Mapping[str, str] = {
    "JPEG": "jpg",
    "MPO": "jpg",
    "PNG": "png",
    "WEBP": "webp",
    "AVIF": "avif",
    "TIFF": "tif",
    "GIF": "gif",
    "HEIF": "heic",
}
# Exif 2.32: the sub-folders, when the picture was taken, when it was made digital, when the file was changed.
EXIF, PLACE = 0x8769, 0x8825
TAKEN, DIGITISED, CHANGED = 0x9003, 0x9004, 0x0132
LATITUDE = 2
MOMENT = re.compile(r"(\d{4})[:-](\d\d)[:-](\d\d)\b", re.ASCII)
# A photograph is smaller; a film is not read only to be refused.
LARGEST = 400 << 20
SMALL = Recipe(widths=(96,), cards=(), social=None, encodings=(JPEG,))


@dataclass(frozen=True, slots=True)
class Examined:
    """One file: its digest, ending and upright size, the day it was taken, whether it says where, what it is like.

    `likeness` holds that of the picture and of its turned copies. Where `fault` is a problem's code, nothing else
    but `named`, what its message names, means anything.
    """

    path: Path
    digest: str = ""
    suffix: str = ""
    size: tuple[int, int] = (0, 0)
    taken: date | None = None
    placed: bool = False
    frames: int = 1
    likeness: tuple[int, ...] = ()
    fault: str = ""
    named: Mapping[str, str] = field(default_factory=dict)


def examine(path: Path) -> Examined:
    """Reads one file to its end, within the bounds of every picture; what is wrong with it is in what it returns."""
    bounds = Bounds()
    try:
        with bounded(bounds):
            if path.stat().st_size > LARGEST:
                return lost(path)
            return _examined(path, path.read_bytes(), bounds.pixels)
    except Refused as refused:
        return Examined(path, fault=refused.code, named=refused.named)
    except MemoryError:
        return lost(path)
    except OSError as fault:
        return Examined(path, fault="photo-unreadable", named={"reason": fault.strerror or str(fault)})


def lost(path: Path) -> Examined:
    """What is said of a file that its worker died of."""
    return Examined(path, fault="photo-too-costly")


def _examined(path: Path, data: bytes, pixels: int) -> Examined:
    image, look = opened(data, pixels)
    derived, files = derive(data, Wish(SMALL, pixels=pixels))
    small = Image.open(BytesIO(files[derived.whole[0].name]), formats=["JPEG"])
    return Examined(
        path,
        hashlib.sha256(data).hexdigest(),
        SUFFIXES[look.format],
        look.upright,
        _taken(image),
        _placed(image, data),
        look.frames,
        tuple(turned(small)),
    )


def _taken(image: ImageFile.ImageFile) -> date | None:
    """The day that the camera's clock said; None where it says none, or one that no calendar has."""
    try:
        tags = image.getexif()
        moments = (tags.get_ifd(EXIF).get(TAKEN), tags.get_ifd(EXIF).get(DIGITISED), tags.get(CHANGED))
        found = next(filter(None, (MOMENT.match(str(moment)) for moment in moments)), None)
        return date(*map(int, found.groups())) if found else None
    except Exception:  # a broken EXIF block says nothing; its picture is whole
        return None


def _placed(image: ImageFile.ImageFile, data: bytes) -> bool:
    """Whether the file says where it was taken: in EXIF, or in XMP, which is plain text in every format."""
    if b"GPSLatitude" in data:
        return True
    try:
        return LATITUDE in image.getexif().get_ifd(PLACE)
    except Exception:  # what cannot be read by us others may still read
        return b"GPS" in data
