"""Opens an original and gives upright pixels in sRGB, and nothing else. The only place that decodes foreign files."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, ImageFile, UnidentifiedImageError

from changlang.photos import jpeg, whole
from changlang.photos.clean.formats import format_of

# What may be decoded, whatever a file is called. Others (EPS, PDF, PSD …) start programs or are no photographs.
# Pillow's JPEG reads MPO too; HEIC has a library of its own.
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF")
JPEGS = frozenset({"JPEG", "MPO"})
# How files of these formats begin, beside those that `format_of` tells (TIFF 6.0; ISO/IEC 23008-12, 10.2).
TIFFS = (b"II*\0", b"MM\0*")
HEIFS = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"})
# Of these the further pictures belong to the camera: depth map, preview, second lens.
SECOND_PICTURES = frozenset({"MPO", "HEIF"})
# Pillow turns these itself when it decodes them.
TURNED = frozenset({"TIFF"})
ORIENTATION = 0x0112
# EXIF 2.32, 4.6.4, tag 0x0112: how the stored rows and columns have to be turned.
TURNS: Mapping[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
SIDEWAYS = frozenset({5, 6, 7, 8})
# Modes in which a rectangle can be filled and the picture made smaller as it is.
PLAIN = frozenset({"L", "RGB", "CMYK"})
PAPER = (255, 255, 255)


class Refused(Exception):
    """A file that no picture is made of; `code` is the problem's, `args` what its message names."""

    def __init__(self, code: str, **named: object) -> None:
        super().__init__(code)
        self.code, self.named = code, {key: str(value) for key, value in named.items()}


@dataclass(frozen=True, slots=True)
class Look:
    """What the header says: format by content, stored size in pixels, EXIF orientation, number of pictures."""

    format: str
    stored: tuple[int, int]
    orientation: int
    frames: int

    def turned(self, size: tuple[int, int]) -> tuple[int, int]:
        """A stored size as it is when upright, and the other way round."""
        return (size[1], size[0]) if self.orientation in SIDEWAYS else size

    @property
    def upright(self) -> tuple[int, int]:
        return self.turned(self.stored)


def opened(data: bytes, pixels: int) -> tuple[ImageFile.ImageFile, Look]:
    """The picture, not decoded yet where its format allows, and its header's facts.

    `pixels` is the most that a picture may have: beyond it a small file could fill the memory. Raises `Refused` for
    what is no photograph, or none that can be read.
    """
    Image.MAX_IMAGE_PIXELS = None  # the bound below is ours, and an error instead of a warning
    with _refusing(data):
        image = Image.open(BytesIO(data), formats=(*FORMATS, *_heif(data)))
        width, height = image.size
        if width * height > pixels:
            raise Refused("photo-too-large", megapixels=width * height // 10**6, limit=pixels // 10**6)
        if image.format == "PNG":
            image.load()  # its EXIF may stand behind the pixels
        return image, _look(image)


@contextmanager
def _refusing(data: bytes) -> Iterator[None]:
    """Whatever a decoder raises over a foreign file is that file's fault; a lack of memory is its worker's affair."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (Refused, MemoryError):
        raise
    except UnidentifiedImageError:
        if _promising(data):
            raise Refused("photo-unreadable", reason="the header is damaged") from None
        raise Refused("photo-unknown-format") from None
    except Exception as fault:
        raise Refused("photo-unreadable", reason=_reason(fault)) from None


def _promising(data: bytes) -> bool:
    """Whether a file begins as one does that can be used, whatever follows."""
    heif = data[4:8] == b"ftyp" and data[8:12] in HEIFS
    return heif or data.startswith(TIFFS) or format_of(data[:512]) not in ("", "svg", "other")


def _look(image: ImageFile.ImageFile) -> Look:
    name = image.format or ""
    frames = 1 if name in SECOND_PICTURES else int(getattr(image, "n_frames", 1))
    return Look(name, image.size, 1 if name in TURNED else _orientation(image), frames)


def _orientation(image: ImageFile.ImageFile) -> int:
    """How the picture has to be turned; 1 where it does not say, or its EXIF is broken: it may still be whole."""
    try:
        found = int(image.getexif().get(ORIENTATION, 1))
    except Exception:
        return 1
    return found if found in TURNS else 1


def pixels_of(data: bytes, image: ImageFile.ImageFile, look: Look, least: tuple[int, int]) -> Image.Image:
    """The stored pixels, decoded once, in one of the `PLAIN` modes; JPEG at the smallest scale that covers `least`.

    `least` is in upright pixels. Raises `Refused` where the file ends early, holds nonsense or less than it says.
    """
    with _refusing(data):
        if look.format in JPEGS:
            decoded = jpeg.decode(data, image.mode, look.turned(least))
            decoded.info = dict(image.info)
        else:
            image.load()
            whole.must_be(data, image, look.format)
            decoded = image
        return _plain(decoded)


def _plain(image: Image.Image) -> Image.Image:
    """Another mode turned into one of the plain ones: paper behind what is transparent, 16 bits to 8."""
    if image.mode in PLAIN:
        return image
    if image.mode.startswith("I;16"):  # grey; a value is brought to 8 bits as 65535 is to 255
        return image.convert("I").point(lambda value: value * (1 / 257) + 0.5).convert("L")
    if image.mode in ("I", "F"):
        raise ValueError("pixels of 32 bits are no photograph's")
    if image.mode in ("1", "LAB", "YCbCr", "HSV") or (image.mode == "P" and "transparency" not in image.info):
        return _named(image.convert("RGB"), image)
    clear = image if image.mode == "RGBA" else image.convert("RGBA")
    paper = Image.new("RGB", clear.size, PAPER)
    paper.paste(clear, mask=clear.getchannel("A"))
    return _named(paper, image)


def _named(made: Image.Image, source: Image.Image) -> Image.Image:
    """Keeps the profile that the colours are still in; a palette's or transparent picture's RGB is in it too."""
    if source.mode != "LAB" and source.info.get("icc_profile"):
        made.info["icc_profile"] = source.info["icc_profile"]
    return made


def upright(image: Image.Image, orientation: int) -> Image.Image:
    """The picture turned as its orientation asks, in sRGB, without anything beside its pixels."""
    turned = image.transpose(TURNS[orientation]) if orientation in TURNS else image
    coloured = _in_srgb(turned, image.info.get("icc_profile"))
    coloured.info = {}
    return coloured


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours in sRGB; a profile that cannot be read, or of another colour space, is as if there were none."""
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            made = ImageCms.profileToProfile(
                image,
                source,
                ImageCms.createProfile("sRGB"),
                renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
                outputMode="RGB",
                flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
            )
            if made is not None:
                return made
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass
    return image.convert("RGB") if image.mode != "RGB" else image


def _heif(data: bytes) -> tuple[str, ...]:
    """Pillow's name for HEIC, where a file may be that; without its library it is of an unknown format."""
    if data[4:8] != b"ftyp":
        return ()
    try:
        from pillow_heif import register_heif_opener
    except ImportError:
        return ()
    register_heif_opener(thumbnails=False)
    return ("HEIF",)


def _reason(fault: BaseException) -> str:
    return str(fault).split("\n")[0][:120] or type(fault).__name__
