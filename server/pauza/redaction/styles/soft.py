"""Frosted glass: the light around the region, carried smoothly through it, with a fine grain.

The fill comes from the ring outside alone, so there is nothing of the face to be sharpened
back. Smoothness is that of a stretched skin: every cell is the mean of its neighbours.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pauza.formats import Pixels
from pauza.redaction.mask import Mask
from pauza.redaction.styles.patch import (
    NEUTRAL,
    Colours,
    Paint,
    Patch,
    Style,
    depth,
    enlarged,
    feather,
)

_GRID = 48
"""Cells along the longer side: few, so that what lies around is hinted at, not continued."""
_SWEEPS = 24
_FEATHER = 0.03
_EDGE = 1.5
_RIM = 0.018
_VIVID = 1.35
_VEIL, _SHEEN, _GLOW = 0.16, 0.22, 0.12
_GRAIN = 2.4
_GRAIN_TILE = 256


def paint(patch: Patch) -> Paint:
    region, window = patch.region, patch.window
    colours, share = patch.shrunk(_GRID)
    light = enlarged(_pane(_filled(colours, share > 0.5)), window)
    size = min(region.width, region.height)
    glass = _grained(_rimmed(light, patch, _RIM * size), patch)
    return Paint(glass, feather(region, window, max(_EDGE, _FEATHER * size)))


def _pane(light: Colours) -> Colours:
    """The light behind a pane: livelier and paler than it is, palest at the upper left."""
    grey = light.mean(axis=2, keepdims=True)
    vivid = grey + _VIVID * (light - grey)
    rows, columns = light.shape[:2]
    slope = np.linspace(1, 0, rows)[:, None] + np.linspace(1, 0, columns)
    pale = (_VEIL + _SHEEN * slope / 2)[:, :, None]
    pane: Colours = vivid * (1 - pale) + 255 * pale
    return pane


def _rimmed(light: Pixels, patch: Patch, width: float) -> Pixels:
    """With a bright line where a pane would be cut."""
    inwards = depth(patch.region, patch.window) / width + 1
    rim = enlarged(255 * _GLOW * np.exp(-(inwards**2)), patch.window)
    glass = Image.fromarray(light)
    glass.paste("white", mask=Image.fromarray(rim))
    return np.asarray(glass)


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


def _grained(smooth: Pixels, patch: Patch) -> Pixels:
    """With a grain that is the same whenever the same region is covered."""
    tile = _grain(patch)
    height, width = smooth.shape[:2]
    rows, columns = np.arange(height) % _GRAIN_TILE, np.arange(width) % _GRAIN_TILE
    grained = np.empty_like(smooth)
    for top in range(0, height, _GRAIN_TILE):  # in bands: sums need two bytes a value
        band = slice(top, top + _GRAIN_TILE)
        noise = tile[rows[band, None], columns]
        grained[band] = np.clip(smooth[band] + noise[:, :, None], 0, 255)
    return grained


def _grain(patch: Patch) -> NDArray[np.int16]:
    region = patch.region
    seed = [abs(round(part)) for part in (region.cx, region.cy, region.width, region.height)]
    noise = np.random.default_rng(seed).normal(0, _GRAIN, (_GRAIN_TILE, _GRAIN_TILE))
    return noise.round().astype(np.int16)


SOFT = Style(paint, reach=0.3)
