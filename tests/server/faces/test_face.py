from __future__ import annotations

import pytest

from pauza.faces import Box, Landmarks


def test_overlap_is_intersection_over_union() -> None:
    assert Box(0, 0, 10, 10).overlap(Box(5, 0, 10, 10)) == pytest.approx(1 / 3)
    assert Box(0, 0, 10, 10).overlap(Box(10, 0, 10, 10)) == 0


def test_tilt_is_positive_when_the_head_leans_clockwise() -> None:
    marks = Landmarks((0, 0), (10, 10), (5, 10), (0, 20), (10, 20))
    assert marks.tilt == pytest.approx(45)
