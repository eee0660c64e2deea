from __future__ import annotations

import pytest

from pauza.faces import Box, Face, Landmarks


def test_overlap_is_intersection_over_union() -> None:
    assert Box(0, 0, 10, 10).overlap(Box(5, 0, 10, 10)) == pytest.approx(1 / 3)
    assert Box(0, 0, 10, 10).overlap(Box(10, 0, 10, 10)) == 0


def test_tilt_is_positive_when_the_head_leans_clockwise() -> None:
    marks = Landmarks((0, 0), (10, 10), (5, 10), (0, 20), (10, 20))
    assert marks.tilt == pytest.approx(45)


def test_a_moved_face_keeps_its_corners_in_order_and_its_points_where_they_belong() -> None:
    marks = Landmarks((2, 3), (6, 3), (4, 5), (3, 7), (5, 7))
    upside_down = Face(Box(0, 0, 8, 10), marks, 0.9).moved(lambda point: (-point[0], -point[1]))
    assert upside_down.box == Box(-8, -10, 8, 10)
    assert upside_down.landmarks.left_eye == (-2, -3)
    assert upside_down.confidence == 0.9
