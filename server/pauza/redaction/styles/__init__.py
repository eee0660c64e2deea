"""How a region is covered: one module a style, one line here that names it."""

from __future__ import annotations

from collections.abc import Mapping

from ... import settings
from . import drawings
from .patch import Paint, Patch, Ring, Style, ring_of
from .pixelate import PIXELATE
from .soft import SOFT
from .solid import SOLID
from .sticker import sticker

__all__ = ["STYLES", "Paint", "Patch", "Ring", "Style", "ring_of"]

STYLES: Mapping[settings.Style, Style] = {
    "soft": SOFT,
    "pixelate": PIXELATE,
    "solid": SOLID,
    "sticker-sun": sticker(drawings.sun()),
    "sticker-cat": sticker(drawings.cat()),
    "sticker-star": sticker(drawings.star()),
    "sticker-heart": sticker(drawings.heart()),
    "sticker-balloon": sticker(drawings.balloon()),
}
