"""Which pixels of a picture belong to a region."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pauza.redaction.geometry import Region

Mask = NDArray[np.bool_]

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


def window_of(region: Region, reach: float, width: int, height: int) -> Window:
    """The part of a picture that holds the region and `reach` pixels around it."""
    half_width, half_height = _half_extent(region, reach + TOUCH)
    return Window(
        left=_clamped(math.floor(region.cx - half_width), width),
        top=_clamped(math.floor(region.cy - half_height), height),
        right=_clamped(math.ceil(region.cx + half_width), width),
        bottom=_clamped(math.ceil(region.cy + half_height), height),
    )


def inside(region: Region, window: Window) -> Mask:
    """Shape (height, width) of the window: the pixels that the region covers or touches.

    Each row of an ellipse is one run of pixels, so only its two ends are computed.
    """
    a, b = region.width / 2 + TOUCH, region.height / 2 + TOUCH
    cos, sin = math.cos(math.radians(region.tilt)), math.sin(math.radians(region.tilt))
    y = np.arange(window.top, window.bottom) + 0.5 - region.cy
    # points of the row on the ellipse solve p x^2 + 2 q x + r = 0
    p = (cos / a) ** 2 + (sin / b) ** 2
    q = y * cos * sin * (a**-2 - b**-2)
    r = y**2 * ((sin / a) ** 2 + (cos / b) ** 2) - 1
    root = np.sqrt(np.maximum(q**2 - p * r, 0))
    hit = q**2 >= p * r
    first = np.where(hit, region.cx + (-q - root) / p, np.inf)
    last = np.where(hit, region.cx + (-q + root) / p, -np.inf)
    x = np.arange(window.left, window.right) + 0.5
    within: Mask = (x >= first[:, None]) & (x <= last[:, None])
    return within


def _half_extent(region: Region, reach: float) -> tuple[float, float]:
    """Half the width and height of the upright rectangle around the turned ellipse."""
    a, b = region.width / 2 + reach, region.height / 2 + reach
    cos, sin = math.cos(math.radians(region.tilt)), math.sin(math.radians(region.tilt))
    return math.hypot(a * cos, b * sin), math.hypot(a * sin, b * cos)


def _clamped(value: int, end: int) -> int:
    return min(max(value, 0), end)
