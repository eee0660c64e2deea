"""What a style is given and what it gives back."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pauza.formats import Pixels
from pauza.redaction.geometry import Region
from pauza.redaction.mask import TOUCH, Mask, Window

Colours = NDArray[np.float64]
"""Shape (height, width, 3), 0 to 255; only ever of small grids."""

NEUTRAL = (224, 224, 224)
"""A light grey, for a region that leaves nothing of the photo around it."""


@dataclass(frozen=True)
class Patch:
    """The surroundings of one region: the photo within a window, without any region's inside."""

    pixels: Pixels
    """Shape of the window; black wherever any region lies."""
    known: Mask
    """True for pixels that lie in no region."""
    region: Region
    window: Window

    def shrunk(self, side: int) -> tuple[Colours, NDArray[np.float64]]:
        """Mean colours of the known pixels on a small grid, and the known share of each cell."""
        size = grid_size(self.window, side)
        share = np.asarray(Image.fromarray(self.known).convert("L").resize(size, _BOX), np.float64)
        summed = np.asarray(Image.fromarray(self.pixels).resize(size, _BOX), np.float64)
        return summed * (255 / np.maximum(share, 1))[:, :, None], share / 255


@dataclass(frozen=True)
class Paint:
    """A cover for a window: its colours, and how far they hide the photo (255: wholly).

    Inside the region it hides wholly whatever the alpha says.
    """

    colours: Pixels
    alpha: NDArray[np.uint8]


@dataclass(frozen=True)
class Style:
    """A way to cover a region. `reach` is how far around it the style looks and paints,
    as a share of the region's longer axis."""

    paint: Callable[[Patch], Paint]
    reach: float


def grid_size(window: Window, side: int) -> tuple[int, int]:
    """Width and height of a grid over a window, at most `side` long and never finer than it."""
    scale = min(1.0, side / max(window.width, window.height))
    return max(1, round(window.width * scale)), max(1, round(window.height * scale))


def depth(region: Region, window: Window) -> NDArray[np.float64]:
    """On a grid over the window: pixels from the region's edge, outside it positive."""
    columns, rows = grid_size(window, _FINE)
    x = (np.arange(columns) + 0.5) * window.width / columns + window.left - region.cx
    y = (np.arange(rows) + 0.5) * window.height / rows + window.top - region.cy
    cos, sin = math.cos(math.radians(region.tilt)), math.sin(math.radians(region.tilt))
    u = (x * cos + y[:, None] * sin) / (region.width / 2)
    v = (y[:, None] * cos - x * sin) / (region.height / 2)
    along = np.hypot(u, v)
    slope = np.hypot(u / region.width, v / region.height) * 2 / np.maximum(along, 1e-6)
    distance: NDArray[np.float64] = (along - 1) / np.maximum(slope, 1e-6)
    return distance


def feather(region: Region, window: Window, width: float) -> NDArray[np.uint8]:
    """Alpha that falls smoothly from 255 at the region's edge to 0 `width` pixels outside."""
    cell = max(window.width, window.height) / _FINE
    reach = width + 2 * cell
    levels = _in_bytes(127.5 + 127.5 * (depth(region, window) - TOUCH) / reach)
    fall = np.clip(1 - np.linspace(-reach, reach, 256) / width, 0, 1)
    alpha: NDArray[np.uint8] = _in_bytes(255 * fall * fall * (3 - 2 * fall))
    return np.take(alpha, enlarged(levels, window))


def enlarged(grid: NDArray[np.float64] | NDArray[np.uint8], window: Window) -> NDArray[np.uint8]:
    """A grid over a window as smooth values of its pixels, 0 to 255."""
    size = (window.width, window.height)
    return np.asarray(Image.fromarray(_in_bytes(grid)).resize(size, Image.Resampling.BICUBIC))


def _in_bytes(values: NDArray[np.float64] | NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.clip(np.round(values), 0, 255).astype(np.uint8)


_BOX = Image.Resampling.BOX
_FINE = 192
