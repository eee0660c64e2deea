from __future__ import annotations

import numpy as np

from pauza.faces import Box
from pauza.faces.picture import Picture


def test_the_part_around_boxes_has_room_for_neighbours_and_ends_at_the_edge() -> None:
    pixels = np.arange(100 * 200, dtype=np.uint32).astype(np.uint8).reshape(100, 200, 1)
    picture = Picture(np.repeat(pixels, 3, axis=2))
    part, corner = picture.around([Box(10, 5, 8, 10), Box(60.5, 20, 8, 10)])
    assert corner == (0, 0)
    assert part.pixels.shape[:2] == (50, 89)
    part, (left, top) = picture.around([Box(100, 50, 8, 10)])
    assert (left, top) == (80, 30)
    assert (part.pixels == picture.pixels[30:80, 80:128]).all()


def test_a_picture_is_shrunk_to_a_long_side_and_never_enlarged() -> None:
    picture = Picture(np.zeros((100, 200, 3), np.uint8))
    assert picture.shrunk(50)[0].shape[:2] == (25, 50)
    assert picture.shrunk(50)[1] == 0.25
    assert picture.shrunk(400)[0].shape[:2] == (100, 200)
