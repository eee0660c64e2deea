"""Looks at a picture in other orientations, and brings what it sees back to the upright one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..formats.photo import Pixels
from .face import Box, Face, Landmarks, Point

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

    box, marks = face.box, face.landmarks
    corners = [back((box.x, box.y)), back((box.x + box.width, box.y + box.height))]
    left, top = (min(values) for values in zip(*corners, strict=True))
    right, bottom = (max(values) for values in zip(*corners, strict=True))
    return replace(
        face,
        box=Box(left, top, right - left, bottom - top),
        landmarks=Landmarks(
            back(marks.left_eye),
            back(marks.right_eye),
            back(marks.nose),
            back(marks.left_mouth),
            back(marks.right_mouth),
        ),
    )
