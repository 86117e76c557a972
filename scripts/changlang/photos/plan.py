"""What is to be made of one picture: sizes, crops, and the smallest decoding that serves. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from changlang.photos.recipe import Recipe

Size = tuple[int, int]
Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Plan:
    """`sizes` are of the whole picture, widest first; `cards` and `social` of its crops, which `crop` cuts out.

    `least` is the size of the upright picture that all of these can be made from without enlarging.
    """

    sizes: tuple[Size, ...]
    cards: tuple[Size, ...]
    social: Size | None
    least: Size


def plan(width: int, height: int, recipe: Recipe) -> Plan:
    """The plan for a picture of `width` x `height` upright pixels. Nothing is enlarged but a social card."""
    sizes = _whole(width, height, recipe.widths)
    cards = _cards(width, height, recipe)
    scale = sizes[0][0] / width if sizes else 0.0
    if cards:
        box = crop_size(width, height, recipe.card)
        scale = max(scale, cards[0][0] / box[0])
    if recipe.social:
        scale = max(scale, recipe.social[0] / crop_size(width, height, recipe.social)[0])
    scale = min(1.0, scale)
    return Plan(sizes, cards, recipe.social, (max(1, round(width * scale)), max(1, round(height * scale))))


def _whole(width: int, height: int, widths: tuple[int, ...]) -> tuple[Size, ...]:
    """The widths that do not enlarge; a picture smaller than the next one is given in its own width as well."""
    fitting = [wide for wide in widths if wide <= width]
    if len(fitting) < len(widths) and width not in fitting:
        fitting.append(width)
    return tuple((wide, max(1, round(height * wide / width))) for wide in sorted(fitting, reverse=True))


def _cards(width: int, height: int, recipe: Recipe) -> tuple[Size, ...]:
    """Sizes of the card crops, widest first; of a picture too small for any the greatest crop that it has."""
    if not recipe.cards:
        return ()
    across, down = recipe.card
    widest = crop_size(width, height, recipe.card)[0]
    fitting = [wide for wide in recipe.cards if wide <= widest] or [widest]
    return tuple((wide, max(1, round(wide * down / across))) for wide in sorted(fitting, reverse=True))


def crop_size(width: int, height: int, proportion: tuple[int, int]) -> Size:
    """The greatest part of a picture that has a proportion."""
    across, down = proportion
    if width * down > height * across:
        return max(1, height * across // down), height
    return width, max(1, width * down // across)


def crop(width: int, height: int, proportion: tuple[int, int], focus: tuple[float, float]) -> Box:
    """The greatest box of a proportion, with the focus as near its middle as the picture's edges allow."""
    wide, high = crop_size(width, height, proportion)
    left = min(max(0, round(focus[0] * width - wide / 2)), width - wide)
    top = min(max(0, round(focus[1] * height - high / 2)), height - high)
    return left, top, left + wide, top + high
