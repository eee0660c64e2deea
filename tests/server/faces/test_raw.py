from __future__ import annotations

import numpy as np

from pauza.faces.raw import RawFaces, separated


def raw(*candidates: tuple[float, float, float]) -> RawFaces:
    """Candidates as (score, x, side) on one line."""
    scores, xs, sides = np.array(candidates).T
    corners = np.stack([xs, np.zeros_like(xs)], axis=1)
    sizes = np.stack([sides, sides], axis=1)
    return RawFaces(scores, corners, sizes, np.zeros((len(scores), 5, 2)))


def test_of_overlapping_candidates_the_surest_stays_and_the_surest_comes_first() -> None:
    kept = separated(raw((0.6, 0, 10), (0.9, 1, 10), (0.8, 50, 10)), overlap=0.3)
    assert kept.scores.tolist() == [0.9, 0.8]


def test_no_candidate_gives_no_face() -> None:
    nothing = RawFaces(np.zeros(0), np.zeros((0, 2)), np.zeros((0, 2)), np.zeros((0, 5, 2)))
    assert separated(nothing, overlap=0.3).faces(1.0) == []
