"""Frosted glass: the light around the region, carried smoothly through it, with a fine grain.

The fill comes from the ring outside alone, so there is nothing of the face to be sharpened back.
"""

from __future__ import annotations

import numpy as np

from ...formats import Pixels
from ..geometry import Region
from ..mask import Window
from .fill import filled
from .patch import Colours, Paint, Patch, Style, depth, enlarged, feather, resampled

# The pane's looks, found by looking at many covered photos. Shares of the shorter axis:
_FEATHER, _RIM = 0.03, 0.018
_EDGE = 1.5
"""Pixels of feather that the smallest region has."""
# Shares, 0 to 1: towards the mean colour, towards white, at the upper left, at the rim.
_EVEN, _VEIL, _SHEEN, _GLOW = 0.4, 0.18, 0.22, 0.12
_VIVID = 1.35
"""How much livelier colours become, since mixing has dulled them."""

_GRAIN = 2.4
"""Standard deviation of the grain, of 255."""
_GRAIN_TILE = 256
_DARKEST = 9
"""What the glass keeps away from black and white, and the most that the grain adds."""


def paint(patch: Patch) -> Paint:
    region, window, ring = patch.region, patch.window, patch.ring
    size = min(region.width, region.height)
    outwards = depth(region, window)
    light = resampled(_pane(filled(ring)), outwards.shape, window, ring.window)
    rim = _GLOW * np.exp(-((outwards / (_RIM * size) + 1) ** 2))[:, :, None]
    glass = enlarged(np.clip(light + rim * (255 - light), _DARKEST, 255 - _DARKEST), window)
    return Paint(
        _grained(glass, region, window), feather(outwards, window, max(_EDGE, _FEATHER * size))
    )


def _pane(light: Colours) -> Colours:
    """The light behind a pane: calmer, livelier and paler than it is, palest at the upper left."""
    even = light + _EVEN * (light.mean(axis=(0, 1)) - light)
    grey = even.mean(axis=2, keepdims=True)
    vivid = grey + _VIVID * (even - grey)
    rows, columns = light.shape[:2]
    slope = np.linspace(1, 0, rows)[:, None] + np.linspace(1, 0, columns)
    pale = (_VEIL + _SHEEN * slope / 2)[:, :, None]
    pane: Colours = vivid * (1 - pale) + 255 * pale
    return pane


def _grained(glass: Pixels, region: Region, window: Window) -> Pixels:
    """The glass with grey noise, the same whenever the same region is covered."""
    seed = [abs(round(part)) for part in (region.cx, region.cy, region.width, region.height)]
    noise = np.random.default_rng(seed).normal(0, _GRAIN, (_GRAIN_TILE, _GRAIN_TILE, 1))
    bounded = np.clip(noise.round(), -_DARKEST, _DARKEST).astype(np.int8)
    tile = bounded.repeat(3, axis=2).view(np.uint8)  # adding wraps round, so -1 is 255
    tile = np.roll(tile, (-window.top, -window.left), axis=(0, 1))
    grained = glass.copy()
    for top in range(0, window.height, _GRAIN_TILE):
        for left in range(0, window.width, _GRAIN_TILE):
            part = grained[top : top + _GRAIN_TILE, left : left + _GRAIN_TILE]
            part += tile[: part.shape[0], : part.shape[1]]
    return grained


SOFT = Style(paint, reach=_FEATHER)
