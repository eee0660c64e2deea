"""Which pixels of a picture belong to a region."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from .geometry import Region

Mask = NDArray[np.bool_]
Run = tuple[int, slice]
"""A row of a window and the columns of it."""

TOUCH = 0.75
"""Pixels by which an ellipse is widened, so that a pixel that it only touches is inside."""


@dataclass(frozen=True)
class Window:
    """A rectangle of pixels within a picture; may be empty."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def slices(self) -> tuple[slice, slice]:
        """Indexes the window's part of an array of shape (height, width, ...)."""
        return slice(self.top, self.bottom), slice(self.left, self.right)

    def bands(self, pixels: int) -> Iterator[Window]:
        """The window in parts of whole rows and about so many pixels."""
        rows = max(1, pixels // self.width)
        for top in range(self.top, self.bottom, rows):
            yield replace(self, top=top, bottom=min(top + rows, self.bottom))


def window_of(region: Region, reach: float, width: int, height: int) -> Window:
    """The part of a picture that holds the region and `reach` pixels around it."""
    half_width, half_height = _half_extent(region, reach + TOUCH)
    return Window(
        left=_clamped(math.floor(region.cx - half_width), width),
        top=_clamped(math.floor(region.cy - half_height), height),
        right=_clamped(math.ceil(region.cx + half_width), width),
        bottom=_clamped(math.ceil(region.cy + half_height), height),
    )


def runs(region: Region, window: Window) -> list[Run]:
    """The pixels of a window that the region covers or touches: one run in each row.

    Runs instead of a mask: a face can fill a photo of fifty megapixels.
    """
    a, b = region.width / 2 + TOUCH, region.height / 2 + TOUCH
    cos, sin = math.cos(math.radians(region.tilt)), math.sin(math.radians(region.tilt))
    y = np.arange(window.top, window.bottom) + 0.5 - region.cy
    # the row's points on the ellipse solve p x^2 + 2 q x + r = 0
    p = (cos / a) ** 2 + (sin / b) ** 2
    q = y * cos * sin * (a**-2 - b**-2)
    r = y**2 * ((sin / a) ** 2 + (cos / b) ** 2) - 1
    root = np.sqrt(np.maximum(q**2 - p * r, 0))
    centre = region.cx - q / p - window.left
    starts = np.clip(np.ceil(centre - root / p - 0.5), 0, window.width).astype(int)
    stops = np.clip(np.floor(centre + root / p + 0.5), 0, window.width).astype(int)
    hit = (q**2 >= p * r) & (starts < stops)
    return [(int(row), slice(int(starts[row]), int(stops[row]))) for row in np.flatnonzero(hit)]


def inside(region: Region, window: Window) -> Mask:
    """The same pixels as a mask of the window's shape."""
    mask = np.zeros((window.height, window.width), np.bool_)
    for row, columns in runs(region, window):
        mask[row, columns] = True
    return mask


def _half_extent(region: Region, reach: float) -> tuple[float, float]:
    """Half the width and height of the upright rectangle around the turned ellipse."""
    a, b = region.width / 2 + reach, region.height / 2 + reach
    cos, sin = math.cos(math.radians(region.tilt)), math.sin(math.radians(region.tilt))
    return math.hypot(a * cos, b * sin), math.hypot(a * sin, b * cos)


def _clamped(value: int, end: int) -> int:
    return min(max(value, 0), end)
