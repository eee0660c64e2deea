"""A damage must move the boxes as it moves the picture, or the figures are about something else."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from pauza.evaluation.damage import DAMAGES
from pauza.faces import Box

FACE = Box(120, 40, 60, 80)
MOVING = [name for name in DAMAGES if name.startswith(("turned", "faces of", "2048", "cut"))]


def scene() -> Image.Image:
    pixels = np.full((300, 400, 3), 60, np.uint8)
    pixels[40:120, 120:180] = 250
    return Image.fromarray(pixels)


@pytest.mark.parametrize("name", MOVING)
def test_the_box_is_where_the_face_went(name: str) -> None:
    image, move = DAMAGES[name](scene(), [FACE])
    box = move(FACE)
    assert box
    rows, columns = np.nonzero(np.asarray(image)[:, :, 0] > 200)
    bounds = [columns.min(), rows.min(), columns.max() + 1, rows.max() + 1]
    assert bounds == pytest.approx([box.x, box.y, box.x + box.width, box.y + box.height], abs=2)


@pytest.mark.parametrize("name", sorted(set(DAMAGES) - {"none", *MOVING}))
def test_the_others_change_the_face_and_leave_it_in_its_place(name: str) -> None:
    before = scene()
    image, move = DAMAGES[name](before, [FACE])
    assert move(FACE) == FACE
    face = (120, 40, 180, 120)
    assert np.any(np.asarray(image.crop(face)) != np.asarray(before.crop(face)))


def test_a_face_that_the_cut_leaves_out_is_not_asked_for() -> None:
    _, move = DAMAGES["cut at the left"](scene(), [FACE])
    assert move(Box(0, 0, 50, 50)) is None
