"""Codes found in a picture by a decoder that made none of them. Only zxing-cpp here."""

from __future__ import annotations

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


def scan(image: Image.Image) -> tuple[Seen, ...]:
    """Every QR code that can be read, in the order of their places: by row, then from the left."""
    import zxingcpp

    seen = []
    for found in zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)):
        place = found.position
        corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
        seen.append(Seen(found.text, tuple((point.x, point.y) for point in corners)))
    return tuple(sorted(seen, key=lambda one: (one.corners[0][1], one.corners[0][0])))
