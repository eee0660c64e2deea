"""Frosted glass: the light around the region, carried smoothly through it, with a fine grain.

The fill comes from the ring outside alone, so there is nothing of the face to be sharpened
back. Smoothness is that of a stretched skin: every cell is the mean of its neighbours.
"""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageChops

from ..geometry import Region
from ..mask import Mask, Window
from .patch import (
    NEUTRAL,
    Colours,
    Paint,
    Patch,
    Style,
    depth,
    enlarged,
    feather,
)

_SWEEPS = 24
"""Rounds of smoothing after the first guess; more change nothing that an eye sees."""

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
    light = _pane(_filled(ring.colours, ring.known))
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


def _filled(colours: Colours, known: Mask) -> Colours:
    """Unknown cells as a smooth continuation of the known ones."""
    if not known.any():
        return np.broadcast_to(np.array(NEUTRAL, float), colours.shape)
    filled = _pulled(colours, known)
    for _ in range(_SWEEPS):
        filled = np.where(known[:, :, None], filled, _mean_of_neighbours(filled))
    return _mean_of_neighbours(_mean_of_neighbours(filled))


def _pulled(colours: Colours, known: Mask) -> Colours:
    """A first guess: unknown cells from ever coarser grids, where something is known."""
    if known.all():
        return colours
    rows, columns = known.shape
    padded = ((0, rows % 2), (0, columns % 2))
    weight = np.pad(known.astype(np.float64), padded)
    pooled = _pooled(np.pad(colours * known[:, :, None], (*padded, (0, 0))))
    counted = _pooled(weight[:, :, None])
    coarse = _pulled(pooled / np.maximum(counted, 1e-6), counted[:, :, 0] > 0)
    finer = coarse.repeat(2, axis=0).repeat(2, axis=1)[:rows, :columns]
    return np.where(known[:, :, None], colours, finer)


def _pooled(values: Colours) -> Colours:
    rows, columns, channels = values.shape
    blocks = values.reshape(rows // 2, 2, columns // 2, 2, channels)
    pooled: Colours = blocks.sum(axis=(1, 3))
    return pooled


def _mean_of_neighbours(colours: Colours) -> Colours:
    padded = np.pad(colours, ((1, 1), (1, 1), (0, 0)), mode="edge")
    mean: Colours = (
        padded[:-2, 1:-1] + padded[2:, 1:-1] + padded[1:-1, :-2] + padded[1:-1, 2:]
    ) / 4
    return mean


def _grain(region: Region, window: Window) -> Image.Image:
    """Grey noise around 128, the same whenever the same region is covered."""
    seed = [abs(round(part)) for part in (region.cx, region.cy, region.width, region.height)]
    noise = np.random.default_rng(seed).normal(128, _GRAIN, (_GRAIN_TILE, _GRAIN_TILE))
    rows = np.arange(window.top, window.bottom) % _GRAIN_TILE
    columns = np.arange(window.left, window.right) % _GRAIN_TILE
    tiled = Image.fromarray(noise.round().astype(np.uint8)[rows[:, None], columns])
    return Image.merge("RGB", (tiled, tiled, tiled))


SOFT = Style(paint, reach=_FEATHER)
