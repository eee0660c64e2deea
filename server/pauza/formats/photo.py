"""What a decoded photo is, and how a file says that it can't be one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""Upright sRGB picture, shape (height, width, 3), values 0 to 255."""

Format = Literal["jpeg", "png", "webp", "gif", "avif", "heic"]

PhotoErrorCode = Literal["unknown_kind", "damaged", "too_many_pixels", "unsupported_coding"]


class PhotoError(Exception):
    """A file that can't be read as a photo. `code` is stable, `detail` is for developers."""

    def __init__(self, code: PhotoErrorCode, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


@dataclass(frozen=True)
class Photo:
    """An upright picture, perhaps decoded smaller than it is.

    `width` and `height` are those of the full-size upright picture, whatever the size of `pixels`.
    """

    pixels: Pixels
    width: int
    height: int
    format: Format
    frames: int

    @property
    def scale(self) -> float:
        """Length in `pixels` for a length of 1 in the full-size picture (at most 1)."""
        return float(self.pixels.shape[1] / self.width)
