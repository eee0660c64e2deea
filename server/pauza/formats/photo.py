"""What a decoded photo is, and how a file says that it can't be one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""Upright sRGB picture, shape (height, width, 3), values 0 to 255."""

Format = Literal["jpeg", "png", "webp", "gif", "avif", "heic"]
"""What the bytes are, whatever the file's name says."""

PhotoErrorCode = Literal["unknown_kind", "damaged", "too_many_pixels", "unsupported_coding"]


HiddenKind = Literal["place", "date", "camera", "names", "thumbnail", "other"]
"""What a file may carry beside its picture."""


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
        return float(max(self.pixels.shape[:2]) / max(self.width, self.height))


@dataclass(frozen=True)
class Written:
    """A picture's new bytes, without anything hidden in them. `suffix` has its dot."""

    data: bytes
    media_type: str
    suffix: str
    scaled: bool = False
    """The picture is smaller than its source, which was too large to write at full size."""
