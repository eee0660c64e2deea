"""How old faces look: cut out, shown to both nets, judged for sharpness."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..faces.face import Face
from ..formats.photo import Photo
from ..weights.net import Net
from . import face_api, faceres
from .age import Age
from .chip import chip, square_around
from .face_api import FaceApi
from .faceres import AGES, UNDER_13, UNDER_18, FaceRes
from .sharpness import sharpness

BATCH = 8
"""Faces per run: bounds memory in a crowd."""


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
        probabilities, years = self._faceres.probabilities(large), self._face_api.years(small)
        return [
            Age(
                faceres_under_13=float(shares[:UNDER_13].sum()),
                faceres_under_18=float(shares[:UNDER_18].sum()),
                faceres_years=float(shares @ AGES),
                face_api_years=float(age),
                sharpness=sharpness(cut),
            )
            for shares, age, cut in zip(probabilities, years, small, strict=True)
        ]
