"""A found face, in pixels of the upright full-size photo (origin top left)."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """An axis-parallel rectangle; may reach over the photo's edge."""

    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> Point:
        return self.x + self.width / 2, self.y + self.height / 2

    @property
    def longer(self) -> float:
        """The longer side: a face's height, whichever way it is turned."""
        return max(self.width, self.height)

    @property
    def area(self) -> float:
        return self.width * self.height

    def shared_area(self, other: Box) -> float:
        """Area that both rectangles cover, in square pixels."""
        width = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        height = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        return max(width, 0.0) * max(height, 0.0)

    def overlap(self, other: Box) -> float:
        """Intersection over union, 0 to 1."""
        shared = self.shared_area(other)
        return shared / (self.area + other.area - shared) if shared else 0.0


@dataclass(frozen=True)
class Landmarks:
    """Five points; left and right as seen in the picture."""

    left_eye: Point
    right_eye: Point
    nose: Point
    left_mouth: Point
    right_mouth: Point

    @property
    def tilt(self) -> float:
        """Turn of the line through the eyes in degrees, clockwise positive."""
        dx = self.right_eye[0] - self.left_eye[0]
        dy = self.right_eye[1] - self.left_eye[1]
        return math.degrees(math.atan2(dy, dx))


@dataclass(frozen=True)
class Face:
    box: Box
    landmarks: Landmarks
    confidence: float
    """0 to 1; comparable between detectors only after merging."""

    def moved(self, way: Callable[[Point], Point]) -> Face:
        """The same face in another picture; `way` brings a point of this one there."""
        box, marks = self.box, self.landmarks
        corners = way((box.x, box.y)), way((box.x + box.width, box.y + box.height))
        (left, right), (top, bottom) = (sorted(values) for values in zip(*corners, strict=True))
        return Face(
            Box(left, top, right - left, bottom - top),
            Landmarks(
                way(marks.left_eye),
                way(marks.right_eye),
                way(marks.nose),
                way(marks.left_mouth),
                way(marks.right_mouth),
            ),
            self.confidence,
        )
