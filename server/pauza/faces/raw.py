"""A detector's candidates as arrays, and the choice among those that overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .face import Box, Face, Landmarks

Floats = NDArray[np.floating]


@dataclass(frozen=True)
class RawFaces:
    """n candidates: scores (n,), corners (n, 2) as x, y, sizes (n, 2), landmarks (n, 5, 2)."""

    scores: Floats
    corners: Floats
    sizes: Floats
    landmarks: Floats

    @staticmethod
    def joined(parts: Sequence[RawFaces]) -> RawFaces:
        return RawFaces(
            np.concatenate([part.scores for part in parts]),
            np.concatenate([part.corners for part in parts]),
            np.concatenate([part.sizes for part in parts]),
            np.concatenate([part.landmarks for part in parts]),
        )

    def chosen(self, indices: Sequence[int]) -> RawFaces:
        kept = np.asarray(indices, dtype=np.intp)
        return RawFaces(
            self.scores[kept], self.corners[kept], self.sizes[kept], self.landmarks[kept]
        )

    def faces(self, scale: float) -> list[Face]:
        """As faces, every length multiplied by `scale`."""
        return [
            _face(float(score), corner * scale, size * scale, points * scale)
            for score, corner, size, points in zip(
                self.scores, self.corners, self.sizes, self.landmarks, strict=True
            )
        ]


def separated(raw: RawFaces, overlap: float) -> RawFaces:
    """Non-maximum suppression: of overlapping candidates only the surest, surest first."""
    order = np.argsort(-raw.scores, kind="stable")
    kept: list[int] = []
    while order.size:
        best, rest = int(order[0]), order[1:]
        kept.append(best)
        order = rest[_overlaps(raw, best, rest) <= overlap]
    return raw.chosen(kept)


def _overlaps(raw: RawFaces, one: int, others: NDArray[np.intp]) -> Floats:
    ends = raw.corners + raw.sizes
    low = np.maximum(raw.corners[one], raw.corners[others])
    high = np.minimum(ends[one], ends[others])
    shared = np.clip(high - low, 0, None).prod(axis=1)
    total = raw.sizes[one].prod() + raw.sizes[others].prod(axis=1) - shared
    return np.asarray(shared / total)


def _face(score: float, corner: Floats, size: Floats, points: Floats) -> Face:
    x, y = (float(value) for value in corner)
    width, height = (float(value) for value in size)
    named = [(float(px), float(py)) for px, py in points]
    return Face(Box(x, y, width, height), Landmarks(*named), score)
