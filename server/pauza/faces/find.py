"""Finds every face of a photo: a quick first look, a second opinion where the first doubts.

Thresholds come from measurements on 30 photos with 89 faces; `make evaluate` shows what they give.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..formats.photo import Photo
from ..weights.net import Net
from .centerface import CenterFace
from .face import Box, Face, Landmarks, Point
from .merge import SAME_FACE, merged
from .picture import Picture
from .yunet import YuNet

FIRST_LOOK = 640
"""Long side of the first look: larger ones lose faces that fill the frame."""
SURE = 0.7
MAYBE = 0.5
SECOND_LOOK = 640
CONFIRMS = 0.25
"""Confidence of the second opinion that is enough where the first look had a maybe."""
SURE_ALONE = 0.45
SMALL = 40
"""Height in the first look's input, px. A sure face below it is a sign of a group or distance."""


class FaceFinder:
    def __init__(self, weights: Mapping[str, bytes]) -> None:
        self._yunet = YuNet(Net(weights["yunet"]))
        self._centerface = CenterFace(Net(weights["centerface"]))

    def find(self, photo: Photo) -> list[Face]:
        """All faces in pixels of the full-size photo, largest first."""
        picture = Picture(photo.pixels)
        faces = self._look(picture)
        return sorted(
            (_enlarged(face, 1 / photo.scale) for face in faces), key=lambda face: -face.box.area
        )

    def _look(self, picture: Picture) -> list[Face]:
        first = self._yunet.detect(picture, FIRST_LOOK, MAYBE)
        sure = [face for face in first if face.confidence >= SURE]
        maybe = [face for face in first if face.confidence < SURE]
        if not maybe and not _is_small_group(sure, picture):
            return merged((face, SURE) for face in sure)
        second = self._centerface.detect(picture, SECOND_LOOK, CONFIRMS)
        confirmed = [face for face in maybe if _is_confirmed(face, second)]
        alone = [face for face in second if face.confidence >= SURE_ALONE]
        return merged(
            [(face, SURE) for face in sure]
            + [(face, SURE) for face in confirmed]
            + [(face, SURE_ALONE) for face in alone]
        )


def _is_small_group(sure: list[Face], picture: Picture) -> bool:
    scale = min(1.0, FIRST_LOOK / picture.long_side)
    return any(face.box.height * scale < SMALL for face in sure)


def _is_confirmed(face: Face, second: list[Face]) -> bool:
    return any(face.box.overlap(other.box) >= SAME_FACE for other in second)


def _enlarged(face: Face, scale: float) -> Face:
    def point(value: Point) -> Point:
        return value[0] * scale, value[1] * scale

    box, marks = face.box, face.landmarks
    return replace(
        face,
        box=Box(box.x * scale, box.y * scale, box.width * scale, box.height * scale),
        landmarks=Landmarks(
            point(marks.left_eye),
            point(marks.right_eye),
            point(marks.nose),
            point(marks.left_mouth),
            point(marks.right_mouth),
        ),
    )
