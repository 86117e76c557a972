"""Codes found in a picture by a decoder that made none of them. Only zxing-cpp here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image


@dataclass(frozen=True, slots=True)
class Seen:
    """What a code says, and its corners in pixels: upper left, upper right, lower right, lower left."""

    text: str
    corners: tuple[tuple[int, int], ...]

    @property
    def side(self) -> float:
        """The greatest of its sides, in pixels."""
        pairs = zip(self.corners, (*self.corners[1:], self.corners[0]), strict=True)
        return float(max(((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 for a, b in pairs))


# Where black ends and white begins, in shares of a picture's range of greys.
THRESHOLDS = (0.25, 0.5, 0.75)


def looks(image: Image.Image) -> Iterator[tuple[Seen, ...]]:
    """What is read at a look, and at further ones that take other greys for black.

    Readers in phones do so: WeChat's has four ways to tell black from white, and takes them in turn.
    """
    yield scan(image)
    greys = [grey for grey, count in enumerate(image.histogram()) if count]
    for share in THRESHOLDS:
        least = greys[0] + share * (greys[-1] - greys[0])
        yield scan(image.point([255 * (grey > least) for grey in range(256)]))


def scan(image: Image.Image) -> tuple[Seen, ...]:
    """Every QR code that can be read at one look, in the order of their places: by row, then from the left."""
    import zxingcpp

    seen = []
    for found in zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)):
        place = found.position
        corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
        seen.append(Seen(found.text, tuple((point.x, point.y) for point in corners)))
    return tuple(sorted(seen, key=lambda one: (one.corners[0][1], one.corners[0][0])))
