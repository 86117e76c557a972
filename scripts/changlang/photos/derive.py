"""Carries out a plan for one original: decode once, hide, turn, colour, and every size from the next larger one."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO

from PIL import AvifImagePlugin, Image, JpegImagePlugin, WebPImagePlugin  # noqa: F401  # or Pillow loads all it has

from changlang.photos.decode import Look, opened, pixels_of, upright
from changlang.photos.derived import Derived, Rendition, Wish
from changlang.photos.hide import boxes, hide
from changlang.photos.plan import Plan, Size, crop, plan
from changlang.photos.recipe import JPEG, Encoding

# The picture shown while the real one loads: a few colours, stretched by the browser.
PLACEHOLDER = 6


def derive(data: bytes, wish: Wish) -> tuple[Derived, dict[str, bytes]]:
    """Every derivative of an original, and their bytes by name. Raises `Refused` where it is no whole picture."""
    image, look = opened(data, wish.pixels)
    todo = plan(*look.upright, wish.recipe)
    whole = _whole(pixels_of(data, image, look, todo.least), look, todo, wish)
    del data, image  # a large original need not stay in memory while encoders work
    files: dict[str, bytes] = {}
    derived = Derived(
        *look.upright,
        look.frames,
        tuple(_renditions(_sizes(whole, todo.sizes), "", wish.recipe.encodings, files)),
        tuple(
            _renditions(
                _sizes(_cut(whole, wish, wish.recipe.card), todo.cards), "card-", wish.recipe.encodings, files
            )
        ),
        _social(whole, todo, wish, files),
        _placeholder(whole),
    )
    return derived, files


def _whole(stored: Image.Image, look: Look, todo: Plan, wish: Wish) -> Image.Image:
    """The upright picture without what is hidden, just large enough for everything that is made of it."""
    shrunk = look.stored[0] / stored.width
    hide(stored, boxes(wish.hidden, stored.size, look.orientation, shrunk))
    small = stored.resize(look.turned(todo.least), Image.Resampling.LANCZOS, _covered(look.stored, stored.size))
    small.info = dict(stored.info)
    return upright(small, look.orientation)


def _covered(original: Size, decoded: Size) -> tuple[float, float, float, float]:
    """What the original covers of a picture decoded at eighths of its size, which are rounded up to whole pixels."""
    eighths = 8 * decoded[0] // original[0]
    return 0.0, 0.0, original[0] * eighths / 8, original[1] * eighths / 8


def _cut(whole: Image.Image, wish: Wish, proportion: Size) -> Image.Image:
    return whole.crop(crop(*whole.size, proportion, wish.focus))


def _sizes(image: Image.Image, sizes: Sequence[Size]) -> Iterator[Image.Image]:
    """The picture in each size, widest first, each made from the one before."""
    for size in sizes:
        image = image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)
        yield image


def _renditions(
    images: Iterable[Image.Image], prefix: str, encodings: Sequence[Encoding], files: dict[str, bytes]
) -> Iterator[Rendition]:
    for image in images:
        for encoding in encodings:
            name = f"{prefix}{image.width}.{encoding.suffix}"
            files[name] = _encoded(image, encoding)
            digest = hashlib.sha256(files[name]).hexdigest()
            yield Rendition(name, encoding.media, image.width, image.height, digest)


def _encoded(image: Image.Image, encoding: Encoding) -> bytes:
    made = BytesIO()
    image.save(made, encoding.format, **dict(encoding.options))
    return made.getvalue()


def _social(whole: Image.Image, todo: Plan, wish: Wish, files: dict[str, bytes]) -> Rendition | None:
    """The crop that social cards are written on; the only size that a small picture is enlarged to."""
    if todo.social is None:
        return None
    cut = _cut(whole, wish, todo.social).resize(todo.social, Image.Resampling.LANCZOS)
    return next(_renditions([cut], "social-", [JPEG], files))


def _placeholder(whole: Image.Image) -> str:
    """A few of the picture's own colours as an address that needs no request."""
    width, height = whole.size
    long = max(width, height)
    size = (max(1, round(PLACEHOLDER * width / long)), max(1, round(PLACEHOLDER * height / long)))
    made = BytesIO()
    whole.resize(size, Image.Resampling.BOX).save(made, "PNG", optimize=True)
    return f"data:image/png;base64,{base64.b64encode(made.getvalue()).decode()}"
