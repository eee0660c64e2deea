from __future__ import annotations

import pytest

from pauza.faces import Box, Face
from pauza.faces.face import Landmarks

pytest.importorskip("mediapipe")
landmarks = pytest.importorskip("pauza.evaluation.landmarks")


def face(left_eye: tuple[float, float], right_eye: tuple[float, float]) -> Face:
    return Face(Box(0, 0, 100, 100), Landmarks(left_eye, right_eye, (0, 0), (0, 0), (0, 0)), 1)


def test_eyes_are_off_by_a_share_of_the_distance_between_them() -> None:
    beside = landmarks.compared(face((34, 40), (70, 40)), ((30, 40), (70, 40)), yaw=0)
    assert beside.eyes == pytest.approx(0.05)
    assert beside.tilt == 0


def test_tilts_are_compared_the_short_way_round() -> None:
    upside_down = face((50, 50.1), (10, 50))
    beside = landmarks.compared(upside_down, ((50, 49.9), (10, 50)), yaw=0)
    assert beside.tilt == pytest.approx(0.29, abs=0.01)
