from __future__ import annotations

import numpy as np

from pauza.faces.light import brightened


def test_an_ordinary_photo_is_left_as_it_is() -> None:
    pixels = np.full((80, 80, 3), 90, np.uint8)
    assert brightened(pixels) is pixels


def test_a_dark_photo_becomes_brighter_in_the_same_order() -> None:
    pixels = np.tile(np.arange(40, dtype=np.uint8)[:, None, None], (1, 40, 3))
    bright = brightened(pixels)[:, 0, 0].astype(int)
    assert bright.max() > 90
    assert (np.diff(bright) >= 0).all()


def test_one_lamp_does_not_make_a_night_bright() -> None:
    pixels = np.full((100, 100, 3), 20, np.uint8)
    pixels[:10, :10] = 255
    assert brightened(pixels)[50, 50, 0] > 60
