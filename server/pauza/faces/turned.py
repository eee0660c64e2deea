"""Looks at a picture in other orientations, and brings what it sees back to the upright one."""

from __future__ import annotations

import numpy as np

from ..formats.photo import Pixels
from .face import Face, Point

QUARTERS = (1, 2, 3)
"""Quarter turns anticlockwise: 90, 180, 270 degrees."""


def turned(pixels: Pixels, quarters: int) -> Pixels:
    return np.ascontiguousarray(np.rot90(pixels, quarters))


def turned_back(face: Face, quarters: int, width: int, height: int) -> Face:
    """A face found in the turned copy, in pixels of the upright picture of this size."""

    def back(point: Point) -> Point:
        x, y = point
        upright = {1: (width - y, x), 2: (width - x, height - y), 3: (y, height - x)}
        return upright[quarters]

    return face.moved(back)
