"""How old a face looks: the plain mean of two nets, and what may make it wrong."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..faces.face import Face
from ..formats.photo import Photo
from ..weights.net import Net
from . import face_api, faceres
from .chip import chip, square_around
from .face_api import FaceApi
from .faceres import FaceRes
from .sharpness import sharpness

BATCH = 8
"""Faces per run: bounds memory in a crowd."""

UNDER_13 = (13.5, 2.2)
UNDER_18 = (18.5, 3.0)
"""Middle and width, in years, of the curve from the mean estimate to a probability."""


@dataclass(frozen=True)
class Age:
    years: float
    """Mean of both nets. Never shown to anybody: it is not that exact."""
    apart: float
    """How far the two nets are apart, in years."""
    sharpness: float
    """See sharpness.py; low means that the nets could not see."""

    @property
    def youngest(self) -> float:
        """The lower of the two estimates, in years."""
        return self.years - self.apart / 2

    @property
    def under_13(self) -> float:
        return _probability(self.years, *UNDER_13)

    @property
    def under_18(self) -> float:
        return _probability(self.years, *UNDER_18)


class AgeEstimator:
    def __init__(self, weights: Mapping[str, bytes]) -> None:
        self._faceres = FaceRes(Net(weights["faceres-deep"]))
        self._face_api = FaceApi(Net(weights["face-api-age"]))

    def estimate(self, photo: Photo, faces: Sequence[Face]) -> list[Age]:
        """One age a face, in the same order."""
        return [
            age
            for start in range(0, len(faces), BATCH)
            for age in self._batch(photo, faces[start : start + BATCH])
        ]

    def _batch(self, photo: Photo, faces: Sequence[Face]) -> list[Age]:
        squares = [square_around(face) for face in faces]
        large = [chip(photo, square, faceres.SIZE) for square in squares]
        small = [chip(photo, square, face_api.SIZE) for square in squares]
        first, second = self._faceres.years(large), self._face_api.years(small)
        return [
            Age(float(a + b) / 2, abs(float(a - b)), sharpness(cut))
            for a, b, cut in zip(first, second, small, strict=True)
        ]


def _probability(years: float, middle: float, width: float) -> float:
    return 1 / (1 + math.exp((years - middle) / width))
