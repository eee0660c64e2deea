from __future__ import annotations

import numpy as np
import pytest

from pauza.faces import Box, Face, Landmarks
from pauza.faces.turned import QUARTERS, turned, turned_back

WIDTH, HEIGHT = 60, 40


@pytest.mark.parametrize("quarters", QUARTERS)
def test_what_is_seen_in_a_turned_copy_comes_back_to_its_place(quarters: int) -> None:
    picture = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    picture[5:15, 30:50] = 255
    rows, columns = np.nonzero(turned(picture, quarters)[:, :, 0])
    low, high = (columns.min(), rows.min()), (columns.max() + 1, rows.max() + 1)
    seen = Box(float(low[0]), float(low[1]), float(high[0] - low[0]), float(high[1] - low[1]))
    corner = (seen.x, seen.y)
    face = turned_back(Face(seen, Landmarks(*[corner] * 5), 0.9), quarters, WIDTH, HEIGHT)
    assert face.box == Box(30, 5, 20, 10)
    assert face.landmarks.nose in {(30, 5), (50, 5), (30, 15), (50, 15)}


def test_a_head_that_is_upside_down_has_a_tilt_of_180_degrees() -> None:
    marks = Landmarks((10, 10), (20, 10), (15, 15), (12, 18), (18, 18))
    face = turned_back(Face(Box(5, 5, 20, 20), marks, 0.9), 2, WIDTH, HEIGHT)
    assert abs(face.landmarks.tilt) == pytest.approx(180)
