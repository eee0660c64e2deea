"""One calm colour: that of the light around the region, wholly opaque."""

from __future__ import annotations

import numpy as np

from .patch import NEUTRAL, Paint, Patch, Style, depth, feather

_CALM = 0.45
"""Share of the neutral in the colour, which takes its sharpness."""
_EDGE = 1.5
"""Pixels over which the edge is smoothed."""


def paint(patch: Patch) -> Paint:
    around = patch.ring.colours[patch.ring.known]
    neutral = np.array(NEUTRAL, float)
    colour = (1 - _CALM) * np.median(around, axis=0) + _CALM * neutral if len(around) else neutral
    height, width = patch.window.height, patch.window.width
    plain = np.broadcast_to(colour.astype(np.uint8), (height, width, 3))
    return Paint(plain, feather(depth(patch.region, patch.window), patch.window, _EDGE))


SOLID = Style(paint, reach=0.0)
