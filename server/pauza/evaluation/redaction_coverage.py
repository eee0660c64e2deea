"""Coverage: whether regions hold the whole outline of the faces that they are for.

The outline is the face oval of MediaPipe's mesh, which the product does not use otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .. import formats
from ..faces import Box
from ..faces.face import Point
from ..redaction.geometry import Region
from ..settings import Settings
from .mesh import Mesh
from .redaction_photos import SharedPhoto

NEIGHBOUR = 0.5
"""Widths of the covered face from which another face's box is away, to count as a neighbour."""


@dataclass(frozen=True)
class Covered:
    """A labelled face with a mesh, that the product finds: is its outline inside its region?"""

    photo: str
    yaw: float
    """Degrees by which the head is turned to either side."""
    reach: float
    """Of its farthest outline point: share of the way from the region's centre to its edge."""
    outside: int
    """Outline points outside the region."""


@dataclass(frozen=True)
class Coverage:
    faces: tuple[Covered, ...]
    labelled: int
    found: int
    neighbours: tuple[float, ...]
    """Shares of labelled faces that the region of another one covers, for every near pair."""


def measure_coverage(photos: Sequence[SharedPhoto], settings: Settings) -> Coverage:
    """Looks at every labelled face of the shared photos."""
    mesh = Mesh(settings)
    covered: list[Covered] = []
    for photo in photos:
        pixels = formats.read(photo.data).pixels
        for at, region in photo.found.items():
            seen = mesh.look(pixels, photo.boxes[at])
            if seen:
                covered.append(_covered(photo.file, region, seen.outline, seen.yaw))
    return Coverage(
        tuple(covered),
        labelled=sum(len(photo.boxes) for photo in photos),
        found=sum(len(photo.found) for photo in photos),
        neighbours=tuple(s for photo in photos for s in _neighbours(photo.boxes, photo.found)),
    )


def _covered(photo: str, region: Region, outline: Sequence[Point], yaw: float) -> Covered:
    reaches = [reach(region, point) for point in outline]
    return Covered(photo, yaw, max(reaches), sum(value > 1 for value in reaches))


def reach(region: Region, point: Point) -> float:
    """How far from the region's centre a point lies, as a share of the way to its edge."""
    turn = math.radians(region.tilt)
    dx, dy = point[0] - region.cx, point[1] - region.cy
    u = dx * math.cos(turn) + dy * math.sin(turn)
    v = dy * math.cos(turn) - dx * math.sin(turn)
    return 2 * math.hypot(u / region.width, v / region.height)


def _neighbours(boxes: Sequence[Box], regions: dict[int, Region]) -> list[float]:
    return [
        _share_inside(region, other)
        for at, region in regions.items()
        for beside, other in enumerate(boxes)
        if beside != at and _gap(boxes[at], other) > NEIGHBOUR * boxes[at].width
    ]


def _gap(one: Box, other: Box) -> float:
    """Pixels between the nearest points of two boxes."""
    dx = max(one.x, other.x) - min(one.x + one.width, other.x + other.width)
    dy = max(one.y, other.y) - min(one.y + one.height, other.y + other.height)
    return math.hypot(max(dx, 0), max(dy, 0))


def _share_inside(region: Region, box: Box, steps: int = 24) -> float:
    """Share of the face in a box (the ellipse in it) that a region covers."""
    inside = [
        reach(region, (box.x + box.width * u, box.y + box.height * v)) <= 1
        for u in np.linspace(0, 1, steps)
        for v in np.linspace(0, 1, steps)
        if math.hypot(u - 0.5, v - 0.5) <= 0.5
    ]
    return sum(inside) / len(inside)
