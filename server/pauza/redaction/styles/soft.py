"""Frosted glass: the light around the region, carried smoothly through it, with a fine grain.

The fill comes from the ring outside alone, so there is nothing of the face to be sharpened back.
"""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageChops

from ..geometry import Region
from ..mask import Window
from .fill import filled
from .patch import Colours, Paint, Patch, Style, depth, enlarged, feather

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


def paint(patch: Patch) -> Paint:
    region, window, ring = patch.region, patch.window, patch.ring
    size = min(region.width, region.height)
    light = _pane(filled(ring))
    glass = Image.fromarray(enlarged(light, window, over=ring.window))
    glass.paste("white", mask=_rim(patch, _RIM * size))
    glass = ImageChops.add(glass, _grain(region, window), offset=-128)
    return Paint(np.asarray(glass), feather(region, window, max(_EDGE, _FEATHER * size)))


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


def _rim(patch: Patch, width: float) -> Image.Image:
    """How bright the line is where a pane would be cut."""
    inwards = depth(patch.region, patch.window) / width + 1
    return Image.fromarray(enlarged(255 * _GLOW * np.exp(-(inwards**2)), patch.window))


def _grain(region: Region, window: Window) -> Image.Image:
    """Grey noise around 128, the same whenever the same region is covered."""
    seed = [abs(round(part)) for part in (region.cx, region.cy, region.width, region.height)]
    noise = np.random.default_rng(seed).normal(128, _GRAIN, (_GRAIN_TILE, _GRAIN_TILE))
    rows = np.arange(window.top, window.bottom) % _GRAIN_TILE
    columns = np.arange(window.left, window.right) % _GRAIN_TILE
    tiled = Image.fromarray(noise.round().astype(np.uint8)[rows[:, None], columns])
    return Image.merge("RGB", (tiled, tiled, tiled))


SOFT = Style(paint, reach=_FEATHER)
