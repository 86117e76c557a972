"""Opens an original and gives upright pixels in sRGB, and nothing else. The only place that decodes foreign files."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, ImageFile, UnidentifiedImageError

# What may be decoded, whatever a file is called. Others (EPS, PDF, PSD …) start programs or are no photographs.
FORMATS = ("JPEG", "MPO", "PNG", "WEBP", "AVIF", "TIFF", "GIF", "HEIF")
# Of these the further pictures belong to the camera: depth map, preview, second lens.
SECOND_PICTURES = ("MPO", "HEIF")
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
    """The picture, not decoded yet, and its header's facts. Raises `Refused` for what is no photograph.

    `pixels` is the most that a picture may have: beyond it a small file could fill the memory.
    """
    _register_heif()
    Image.MAX_IMAGE_PIXELS = None  # the bound below is ours, and an error instead of a warning
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(BytesIO(data), formats=FORMATS)
    except UnidentifiedImageError:
        raise Refused("photo-unknown-format") from None
    except Exception as fault:
        raise Refused("photo-unreadable", reason=_reason(fault)) from None
    width, height = image.size
    if width * height > pixels:
        raise Refused("photo-too-large", megapixels=width * height // 10**6, limit=pixels // 10**6)
    return image, _look(image)


def _look(image: ImageFile.ImageFile) -> Look:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            orientation = int(image.getexif().get(ORIENTATION, 1))
    except Exception:  # a broken EXIF block says nothing; its picture may still be whole
        orientation = 1
    orientation = orientation if orientation in TURNS else 1
    name = image.format or ""
    frames = 1 if name in SECOND_PICTURES else int(getattr(image, "n_frames", 1))
    return Look(name, image.size, orientation, frames)


def pixels_of(image: ImageFile.ImageFile, look: Look, least: tuple[int, int]) -> Image.Image:
    """The stored pixels, decoded once, in one of the `PLAIN` modes; JPEG at the smallest scale that covers `least`.

    `least` is in upright pixels. Raises `Refused` where the file ends early or holds nonsense.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            warnings.filterwarnings("ignore", category=UserWarning)
            image.draft(None, look.turned(least))
            image.load()
            return _plain(image)
    except MemoryError:
        raise
    except Exception as fault:
        raise Refused("photo-unreadable", reason=_reason(fault)) from None


def _plain(image: Image.Image) -> Image.Image:
    """Another mode turned into one of the plain ones: paper behind what is transparent, 16 bits to 8."""
    if image.mode in PLAIN:
        return image
    if image.mode.startswith("I"):  # grey in 16 bits; a value is brought to 8 as 65535 is to 255
        return image.convert("I").point(lambda value: value * (1 / 257) + 0.5).convert("L")
    if image.mode == "F":
        raise ValueError("floating-point pixels")
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


def _register_heif() -> None:
    """Lets Pillow open HEIC; where the library for it is missing such a file is of an unknown format."""
    try:
        from pillow_heif import register_heif_opener
    except ImportError:
        return
    register_heif_opener(thumbnails=False)


def _reason(fault: BaseException) -> str:
    return str(fault).split("\n")[0][:120] or type(fault).__name__
