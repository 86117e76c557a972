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


def face(width: int) -> Image.Image:
    """A drawn face that nobody has, 1.3 times as high as wide: what a detector of faces looks for."""
    height = int(width * 1.3)
    picture = Image.new("RGB", (width, height), (120, 130, 125))
    pen = ImageDraw.Draw(picture)

    def oval(left: float, top: float, right: float, bottom: float, fill: tuple[int, int, int]) -> None:
        pen.ellipse((left * width, top * height, right * width, bottom * height), fill=fill)

    oval(0.1, 0.02, 0.9, 0.75, (40, 32, 28))
    oval(0.16, 0.1, 0.84, 0.96, (205, 165, 140))
    brow = [(0.16, 0.3), (0.5, 0.14), (0.84, 0.3), (0.8, 0.1), (0.2, 0.1)]
    pen.polygon([(x * width, y * height) for x, y in brow], fill=(40, 32, 28))
    for eye in (0.34, 0.66):
        oval(eye - 0.12, 0.38, eye + 0.12, 0.42, (55, 40, 35))
        oval(eye - 0.12, 0.43, eye + 0.12, 0.52, (150, 110, 95))
        oval(eye - 0.09, 0.445, eye + 0.09, 0.505, (230, 225, 220))
        oval(eye - 0.045, 0.44, eye + 0.045, 0.51, (30, 22, 20))
    nose = [(0.46, 0.5), (0.54, 0.5), (0.59, 0.66), (0.41, 0.66)]
    pen.polygon([(x * width, y * height) for x, y in nose], fill=(225, 185, 160))
    for nostril in (0.41, 0.52):
        oval(nostril, 0.64, nostril + 0.07, 0.68, (120, 80, 70))
    oval(0.36, 0.75, 0.64, 0.82, (140, 60, 60))
    return picture.filter(ImageFilter.GaussianBlur(width / 90))
