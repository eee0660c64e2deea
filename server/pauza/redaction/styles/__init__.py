"""How a region is covered: one module a style, one line here that names it."""

from __future__ import annotations

from collections.abc import Mapping

from pauza import settings
from pauza.redaction.styles import drawings
from pauza.redaction.styles.patch import Paint, Patch, Ring, Style, ring_of
from pauza.redaction.styles.soft import SOFT
from pauza.redaction.styles.solid import SOLID
from pauza.redaction.styles.sticker import sticker

__all__ = ["STYLES", "Paint", "Patch", "Ring", "Style", "ring_of"]

STYLES: Mapping[settings.Style, Style] = {
    "soft": SOFT,
    "solid": SOLID,
    "sticker-sun": sticker(drawings.sun()),
    "sticker-cat": sticker(drawings.cat()),
    "sticker-star": sticker(drawings.star()),
    "sticker-heart": sticker(drawings.heart()),
    "sticker-balloon": sticker(drawings.balloon()),
}
