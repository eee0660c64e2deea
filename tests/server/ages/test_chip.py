from __future__ import annotations

import math

import numpy as np
import pytest

from pauza.ages.chip import Square, chip, square_around
from pauza.faces import Box, Face, Landmarks
from pauza.formats import Photo


def drawn_photo(eyes: tuple[tuple[int, int], tuple[int, int]], side: int = 200) -> Photo:
    """White with a black dot of 5 px at each eye."""
    pixels = np.full((side, side, 3), 255, np.uint8)
    for x, y in eyes:
        pixels[y - 2 : y + 3, x - 2 : x + 3] = 0
    return Photo(pixels, side, side, "png", 1)


def face_with(eyes: tuple[tuple[int, int], tuple[int, int]]) -> Face:
    left, right = eyes
    apart = math.dist(left, right)
    marks = Landmarks(left, right, left, left, right)
    return Face(Box(left[0], left[1], 2 * apart, 2 * apart), marks, 0.9)


@pytest.mark.parametrize("eyes", [((80, 100), (120, 100)), ((90, 80), (110, 115))])
def test_the_eyes_come_level_and_to_their_places(
    eyes: tuple[tuple[int, int], tuple[int, int]],
) -> None:
    photo = drawn_photo(eyes)
    cut = chip(photo, square_around(face_with(eyes)), 100)
    rows, columns = np.nonzero(cut[:, :, 0] < 128)
    left, right = columns < 50, columns >= 50
    assert columns[left].mean() == pytest.approx(30, abs=1.5)
    assert columns[right].mean() == pytest.approx(70, abs=1.5)
    assert rows.mean() == pytest.approx(30, abs=1.5)


def test_outside_of_the_photo_its_edge_is_repeated_not_black() -> None:
    photo = Photo(np.full((50, 50, 3), 200, np.uint8), 50, 50, "png", 1)
    cut = chip(photo, Square((0, 0), 80, 30), 64)
    assert cut.min() == cut.max() == 200


def test_a_reduced_copy_gives_the_same_cut() -> None:
    full = np.tile(np.linspace(0, 255, 400).astype(np.uint8)[None, :, None], (400, 1, 3))
    square = Square((200, 200), 160, 0)
    from_full = chip(Photo(full, 400, 400, "png", 1), square, 40).astype(int)
    from_half = chip(Photo(full[::2, ::2], 400, 400, "png", 1), square, 40).astype(int)
    assert np.abs(from_full - from_half).max() <= 3


def test_a_face_from_the_side_is_not_cut_down_to_its_eyes_even_if_it_lies() -> None:
    marks = Landmarks((50, 40), (52, 40), (60, 60), (50, 80), (55, 80))
    face = Face(Box(0, 0, 80, 100), marks, 0.9)
    lying = face.moved(lambda point: (100 - point[1], point[0]))
    assert square_around(face).side == pytest.approx(80)
    assert square_around(lying).side == pytest.approx(80)
