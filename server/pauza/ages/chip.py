"""The square cut of a face that the age nets are fed: upright, eyes at fixed places.

The cut is the one that measured best for both nets with our detectors' eyes: rotated so that they
are level, its side 2.5 times the distance between them, its middle half that distance below them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PIL import Image

from ..faces.face import Face, Point
from ..formats.photo import Photo, Pixels

SIDE_PER_EYE_DISTANCE = 2.5
LEAST_SIDE_PER_BOX = 0.8
"""A face seen from the side has its eyes close together: the cut never shrinks below this share."""
MIDDLE_BELOW_EYES = 0.2
"""How far below the eyes the middle of the cut lies, as a share of its side."""


@dataclass(frozen=True)
class Square:
    """A turned square in pixels; `tilt` in degrees, clockwise positive."""

    centre: Point
    side: float
    tilt: float


def square_around(face: Face) -> Square:
    """The cut for a face, in the face's own coordinates."""
    left, right = face.landmarks.left_eye, face.landmarks.right_eye
    apart = math.dist(left, right)
    side = max(SIDE_PER_EYE_DISTANCE * apart, LEAST_SIDE_PER_BOX * face.box.longer)
    down = MIDDLE_BELOW_EYES * side
    turn = math.radians(face.landmarks.tilt)
    middle = ((left[0] + right[0]) / 2, (left[1] + right[1]) / 2)
    centre = (middle[0] - math.sin(turn) * down, middle[1] + math.cos(turn) * down)
    return Square(centre, side, face.landmarks.tilt)


def chip(photo: Photo, square: Square, size: int) -> Pixels:
    """The square as (size, size, 3); what lies outside of the photo repeats its edge."""
    scale = photo.scale
    region, corner = _neighbourhood(photo.pixels, square, scale)
    shrink = max(1, int(square.side * scale / size))
    image = Image.fromarray(region).reduce(shrink) if shrink > 1 else Image.fromarray(region)
    step = square.side * scale / shrink / size
    centre = [
        (value * scale - offset) / shrink
        for value, offset in zip(square.centre, corner, strict=True)
    ]
    turned = image.transform(
        (size, size),
        Image.Transform.AFFINE,
        _affine(centre[0], centre[1], step, square.tilt, size),
        Image.Resampling.BILINEAR,
    )
    return np.asarray(turned)


def _neighbourhood(pixels: Pixels, square: Square, scale: float) -> tuple[Pixels, Point]:
    """The photo around the square, edges repeated where it ends, and its upper left corner."""
    reach = square.side * scale * 0.75 + 2  # the half diagonal of a square is 0.71 of its side
    x, y = (value * scale for value in square.centre)
    left, top = math.floor(x - reach), math.floor(y - reach)
    right, bottom = math.ceil(x + reach), math.ceil(y + reach)
    rows = np.clip(np.arange(top, bottom), 0, pixels.shape[0] - 1)
    columns = np.clip(np.arange(left, right), 0, pixels.shape[1] - 1)
    return np.ascontiguousarray(pixels[rows[:, None], columns[None, :]]), (left, top)


def _affine(
    x: float, y: float, step: float, tilt: float, size: int
) -> tuple[float, float, float, float, float, float]:
    """Pillow's coefficients: from a pixel of the chip to the place it is taken from."""
    turn = math.radians(tilt)
    cos, sin = step * math.cos(turn), step * math.sin(turn)
    half = size / 2
    return cos, -sin, x - half * (cos - sin), sin, cos, y - half * (sin + cos)
