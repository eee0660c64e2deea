"""One face, one entry: what several looks found, joined."""

from __future__ import annotations

from collections.abc import Iterable

from .face import Face

SAME_FACE = 0.4
"""Overlap from which two boxes mean one face."""
INSIDE = 0.7
HALF_FACE_BELOW = 0.8
"""A box that lies mostly inside a larger one, and is less sure than this, is half of that face."""


def merged(faces: Iterable[tuple[Face, float]]) -> list[Face]:
    """The surest of each face. Comes with the threshold of its look, by which scores compare."""
    ranked = sorted(faces, key=lambda pair: -pair[0].confidence / pair[1])
    kept: list[Face] = []
    for face, _ in ranked:
        if not any(face.box.overlap(other.box) > SAME_FACE for other in kept):
            kept.append(face)
    return [face for face in kept if not _is_half_of_another(face, kept)]


def _is_half_of_another(face: Face, others: list[Face]) -> bool:
    return face.confidence < HALF_FACE_BELOW and any(
        other.box.area > face.box.area and face.box.shared_area(other.box) >= INSIDE * face.box.area
        for other in others
    )
