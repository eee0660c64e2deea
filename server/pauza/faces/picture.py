"""A photo's pixels in the sizes that detectors want, each made once."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PIL import Image

from ..formats.photo import Pixels
from ..weights.net import Tensor
from .face import Box, Point

STRIDE = 32
"""Both detectors want sides that are multiples of this."""
SURROUNDINGS = 2.0
"""Heights of a face: room for those who stand beside it."""


class Picture:
    """Shrinks one picture to many sizes; never enlarges, never stretches."""

    def __init__(self, pixels: Pixels) -> None:
        self.pixels = pixels
        self._image = Image.fromarray(pixels)
        self._copies: dict[int, Pixels] = {}

    @property
    def long_side(self) -> int:
        return max(self._image.size)

    def around(self, boxes: Sequence[Box]) -> tuple[Picture, Point]:
        """The part that holds these boxes and their surroundings, and its upper left corner."""
        margin = SURROUNDINGS * max(box.height for box in boxes)
        left = max(0, math.floor(min(box.x for box in boxes) - margin))
        top = max(0, math.floor(min(box.y for box in boxes) - margin))
        right = math.ceil(max(box.x + box.width for box in boxes) + margin)
        bottom = math.ceil(max(box.y + box.height for box in boxes) + margin)
        return Picture(np.ascontiguousarray(self.pixels[top:bottom, left:right])), (left, top)

    def shrunk(self, long_side: int) -> tuple[Pixels, float]:
        """A copy with at most this long side, and its scale against the picture (at most 1)."""
        scale = min(1.0, long_side / self.long_side)
        if long_side not in self._copies:
            size = [max(1, round(side * scale)) for side in self._image.size]
            copy = (
                self._image
                if scale == 1
                else self._image.resize(
                    (size[0], size[1]), Image.Resampling.BILINEAR, reducing_gap=2.0
                )
            )
            self._copies[long_side] = np.asarray(copy)
        return self._copies[long_side], scale


def padded_tensor(pixels: Pixels) -> Tensor:
    """[1, 3, H, W] in the channel order of `pixels`, 0 to 255, zeros right and below."""
    height, width = pixels.shape[:2]
    tensor = np.zeros((1, 3, _round_up(height), _round_up(width)), np.float32)
    tensor[0, :, :height, :width] = pixels.transpose(2, 0, 1)
    return tensor


def _round_up(side: int) -> int:
    return -(-side // STRIDE) * STRIDE
