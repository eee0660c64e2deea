"""Large cells in the light around the region, made uneven by noise: a mosaic without a face.

A mosaic of the face itself can be undone (docs/redaction.md); this one has nothing of it.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..geometry import Region
from .fill import filled
from .patch import Colours, Paint, Patch, Style, depth, feather

_CELLS = 9
"""Cells across the region's shorter axis."""
_UNEVEN = 13
"""Standard deviation of the cells' brightness, of 255."""
_PALE = 0.12
"""Share of white, which sets the cover off from dark ground."""
_TILE = 64
"""Cells after which the noise is the same again: more than a region has."""
_FEATHER = 0.015
_EDGE = 1.5
"""Feather: as a share of the shorter axis, and the least in pixels."""


def paint(patch: Patch) -> Paint:
    region, window = patch.region, patch.window
    size = min(region.width, region.height)
    cell = max(1, round(size / _CELLS))
    rows = (np.arange(window.top, window.bottom) - round(region.cy)) // cell
    columns = (np.arange(window.left, window.right) - round(region.cx)) // cell
    cells = _cells(patch, cell, np.unique(rows), np.unique(columns))
    tall = cells.repeat(np.unique(rows, return_counts=True)[1], axis=0)
    colours = tall.repeat(np.unique(columns, return_counts=True)[1], axis=1)
    return Paint(colours, feather(depth(region, window), window, max(_EDGE, _FEATHER * size)))


def _cells(
    patch: Patch, cell: int, rows: NDArray[np.int_], columns: NDArray[np.int_]
) -> NDArray[np.uint8]:
    """The colours of these cells, counted from the one at the region's centre."""
    region, ring = patch.region, patch.ring
    light = filled(ring)
    y = round(region.cy) + (rows + 0.5) * cell - ring.window.top
    x = round(region.cx) + (columns + 0.5) * cell - ring.window.left
    seen = light[
        _nearest(y / max(1, ring.window.height), light.shape[0])[:, None],
        _nearest(x / max(1, ring.window.width), light.shape[1]),
    ]
    uneven = seen + _PALE * (255 - seen) + _noise(region)[rows[:, None] % _TILE, columns % _TILE]
    return np.asarray(np.clip(uneven, 0, 255), np.uint8)


def _nearest(share: NDArray[Any], cells: int) -> NDArray[np.int_]:
    """Cells of a grid at these shares of its length."""
    return np.asarray(np.clip((share * cells).astype(int), 0, cells - 1))


def _noise(region: Region) -> Colours:
    """Brighter and darker, the same whenever the same region is covered."""
    seed = [abs(round(part)) for part in (region.cx, region.cy, region.width, region.height)]
    return np.asarray(np.random.default_rng(seed).normal(0, _UNEVEN, (_TILE, _TILE, 1)))


PIXELATE = Style(paint, reach=_FEATHER)
