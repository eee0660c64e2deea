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
from pauza.redaction.mask import Mask, Window

Colours = NDArray[np.float64]
"""Shape (height, width, 3), 0 to 255; only ever of small grids."""

NEUTRAL = (214, 207, 196)
"""A warm light grey, for a region that leaves nothing of the photo around it."""


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


def feather(region: Region, window: Window, width: float) -> NDArray[np.uint8]:
    """Alpha that falls smoothly from 255 at the region's edge to 0 `width` pixels outside."""
    columns, rows = grid_size(window, _FEATHER_SIDE)
    x = (np.arange(columns) + 0.5) * window.width / columns + window.left - region.cx
    y = (np.arange(rows) + 0.5) * window.height / rows + window.top - region.cy
    cos, sin = math.cos(math.radians(region.tilt)), math.sin(math.radians(region.tilt))
    u = (x * cos + y[:, None] * sin) / (region.width / 2)
    v = (y[:, None] * cos - x * sin) / (region.height / 2)
    beyond = (np.hypot(u, v) - 1) * min(region.width, region.height) / 2
    fall = np.clip(1 - beyond / width, 0, 1)
    alpha = (fall * fall * (3 - 2 * fall) * 255).astype(np.uint8)
    return np.asarray(Image.fromarray(alpha).resize((window.width, window.height)))


_BOX = Image.Resampling.BOX
_FEATHER_SIDE = 192
