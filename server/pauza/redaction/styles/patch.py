"""What a style is given and what it gives back."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ...formats import Pixels
from ..geometry import Region
from ..mask import TOUCH, Mask, Window, window_of

Colours = NDArray[np.float64]
"""Shape (height, width, 3), 0 to 255; only ever of small grids."""

_RING = 0.3
"""How far around a region its light is taken from, as a share of the longer axis."""
_RING_LEAST = 4
"""Pixels around the smallest region: more than any style paints."""
_RING_CELLS = 48
"""Cells along the longer side: few, so that what lies around is hinted at, not continued."""
_SAMPLES = 4
"""Pixels along a side of a cell that are looked at; more would show no difference."""
_MOSTLY = 0.5
_FINE = 192
"""Cells along the longer side where an edge is described."""

NEUTRAL = (224, 224, 224)
"""A light grey, for a region that leaves nothing of the photo around it."""


@dataclass(frozen=True)
class Ring:
    """The photo around a region on a small grid, without what lies in any region."""

    window: Window
    colours: Colours
    known: Mask
    """The cells of which at least half lies outside all regions."""


@dataclass(frozen=True)
class Patch:
    """What a style is asked to paint: a window around a region, by the light of its ring."""

    region: Region
    window: Window
    ring: Ring


@dataclass(frozen=True)
class Paint:
    """A cover for a window: its colours, and how far they hide the photo (255: wholly).

    Inside the region it hides wholly whatever the alpha says.
    """

    colours: Pixels
    alpha: NDArray[np.uint8]


@dataclass(frozen=True)
class Style:
    """A way to cover a region. `reach` is how far around it the style paints, as a share of
    the region's longer axis."""

    paint: Callable[[Patch], Paint]
    reach: float


def ring_of(region: Region, canvas: Pixels, erased: Mask) -> Ring:
    """What a canvas shows around a region; the canvas is black where it is erased."""
    height, width = erased.shape
    reach = _RING * max(region.width, region.height) + _RING_LEAST
    window = window_of(region, reach, width, height)
    step = max(1, max(window.width, window.height) // (_RING_CELLS * _SAMPLES))
    samples = canvas[window.slices][::step, ::step]
    kept = ~erased[window.slices][::step, ::step]
    return Ring(window, *_averaged(samples, kept))


def _averaged(samples: Pixels, kept: Mask) -> tuple[Colours, Mask]:
    if not kept.size:
        return np.zeros((1, 1, 3)), np.zeros((1, 1), np.bool_)
    size = _grid_size(samples.shape[1], samples.shape[0], _RING_CELLS)
    box = Image.Resampling.BOX
    share = np.asarray(Image.fromarray(kept).convert("L").resize(size, box), float) / 255
    summed = np.asarray(Image.fromarray(samples).resize(size, box), float)
    return summed / np.maximum(share, 0.01)[:, :, None], share >= _MOSTLY


def _grid_size(width: int, height: int, side: int) -> tuple[int, int]:
    """Columns and rows of a grid that is at most `side` long and never finer than pixels."""
    scale = min(1.0, side / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def depth(region: Region, window: Window) -> NDArray[np.float64]:
    """On a grid over the window: pixels from the region's edge, outside it positive."""
    columns, rows = _grid_size(window.width, window.height, _FINE)
    x = (np.arange(columns) + 0.5) * window.width / columns + window.left - region.cx
    y = (np.arange(rows) + 0.5) * window.height / rows + window.top - region.cy
    cos, sin = math.cos(math.radians(region.tilt)), math.sin(math.radians(region.tilt))
    u = (x * cos + y[:, None] * sin) / (region.width / 2)
    v = (y[:, None] * cos - x * sin) / (region.height / 2)
    along = np.hypot(u, v)
    slope = np.hypot(u / region.width, v / region.height) * 2 / np.maximum(along, 1e-6)
    distance: NDArray[np.float64] = (along - 1) / np.maximum(slope, 1e-6)
    return distance


def feather(outwards: NDArray[np.float64], window: Window, width: float) -> NDArray[np.uint8]:
    """Alpha that falls smoothly from 255 at a region's edge to 0 `width` pixels outside it.

    `outwards` is the region's depth over the window.
    """
    cell = max(window.width, window.height) / _FINE
    reach = width + 2 * cell
    levels = enlarged(127.5 + 127.5 * (outwards - TOUCH) / reach, window)
    fall = np.clip(1 - np.linspace(-reach, reach, 256) / width, 0, 1)
    alpha = _in_bytes(255 * fall * fall * (3 - 2 * fall))
    return np.asarray(Image.fromarray(levels).point(alpha.tolist()))


def enlarged(grid: NDArray[np.float64], window: Window) -> NDArray[np.uint8]:
    """A grid over a window as smooth values of its pixels."""
    return resampled(grid, (window.height, window.width), window, window)


def resampled(
    grid: NDArray[np.float64], shape: tuple[int, ...], window: Window, over: Window
) -> NDArray[np.uint8]:
    """The part within a window of a grid `over` a larger one, on a grid of another shape."""
    rows, columns = grid.shape[:2]
    part = (
        (window.left - over.left) / over.width * columns,
        (window.top - over.top) / over.height * rows,
        (window.right - over.left) / over.width * columns,
        (window.bottom - over.top) / over.height * rows,
    )
    image = Image.fromarray(_in_bytes(grid))
    return np.asarray(image.resize((shape[1], shape[0]), Image.Resampling.BICUBIC, box=part))


def _in_bytes(values: NDArray[np.float64]) -> NDArray[np.uint8]:
    return np.asarray(np.clip(np.round(values), 0, 255), np.uint8)
