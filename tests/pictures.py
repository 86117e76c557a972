"""Pictures for tests: invented landscapes with the entropy of photographs, and files with everything that must go."""

from __future__ import annotations

import random
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFilter

# Latitude and longitude of no barracks: a place in the open sea.
GPS = {1: "N", 2: (0.0, 7.0, 7.0), 3: "W", 4: (24.0, 7.0, 7.0)}
SECRET = "SECRET-PLACE"


def landscape(width: int, height: int, seed: int = 1) -> Image.Image:
    """Sky, hills and a field with grain, as a camera would see them; the same picture for the same seed."""
    dice = random.Random(seed)
    sky = Image.linear_gradient("L").resize((width, height))
    warm = dice.random()
    picture = Image.merge(
        "RGB",
        (
            sky.point(lambda value: int(120 + value * 0.35 + 40 * warm)),
            sky.point(lambda value: int(150 + value * 0.25)),
            sky.point(lambda value: int(220 - value * 0.3)),
        ),
    )
    pen = ImageDraw.Draw(picture)
    for ridge in range(4):
        _ridge(pen, dice, width, height, ridge)
    for scale, strength in ((40, 0.3), (8, 0.25), (2, 0.2)):
        grain = _noise(dice, max(4, width // scale), max(4, height // scale))
        grain = grain.resize((width, height), Image.Resampling.BICUBIC).convert("RGB")
        picture = Image.blend(picture, ImageChops.overlay(picture, grain), strength)
    return picture.filter(ImageFilter.GaussianBlur(0.6))


def _noise(dice: random.Random, width: int, height: int) -> Image.Image:
    return Image.frombytes("L", (width, height), dice.randbytes(width * height))


def _ridge(pen: ImageDraw.ImageDraw, dice: random.Random, width: int, height: int, number: int) -> None:
    base = height * (0.42 + 0.14 * number)
    tone = (60 + 26 * (3 - number), 92 + 16 * (3 - number), 52 + 30 * (3 - number))
    points = [(0.0, float(height))]
    level = base
    for step in range(41):
        level = min(height * 0.98, max(base - height * 0.12, level + dice.uniform(-1, 1) * height * 0.018))
        points.append((width * step / 40, level))
    pen.polygon([*points, (float(width), float(height))], fill=tone)


def exif(orientation: int = 1, when: str = "2020:04:12 09:30:00") -> Image.Exif:
    """EXIF with orientation, time, camera, place and maker's notes."""
    found = Image.Exif()
    found[0x0112] = orientation
    found[0x010E] = SECRET
    found[0x010F] = "Invented Camera"
    found[0x0132] = when
    found.get_ifd(0x8769)[0x9003] = when
    found.get_ifd(0x8769)[0x927C] = SECRET.encode() * 4
    found.get_ifd(0x8825).update(GPS)
    return found


XMP = f"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="0,7.1N" exif:GPSLongitude="24,7.1W">{SECRET}
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".encode()


def jpeg(picture: Image.Image, orientation: int = 1, quality: int = 90, **options: object) -> bytes:
    """A JPEG as a phone writes it: EXIF with place, XMP, a comment."""
    made = BytesIO()
    picture.save(made, "JPEG", quality=quality, exif=exif(orientation), xmp=XMP, comment=SECRET.encode(), **options)
    return made.getvalue()


def sideways(picture: Image.Image, orientation: int) -> Image.Image:
    """A picture as a camera stores it that was held so: turned by its EXIF orientation it is as it was."""
    turns = Image.Transpose
    stored = {
        2: turns.FLIP_LEFT_RIGHT,
        3: turns.ROTATE_180,
        4: turns.FLIP_TOP_BOTTOM,
        5: turns.TRANSPOSE,
        6: turns.ROTATE_90,
        7: turns.TRANSVERSE,
        8: turns.ROTATE_270,
    }
    return picture.transpose(stored[orientation]) if orientation in stored else picture
