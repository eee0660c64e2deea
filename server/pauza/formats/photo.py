"""What a decoded photo is, and how a file says that it can't be one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""Upright picture, shape (height, width, 3), values 0 to 255; sRGB unless its Photo says else."""

Space = Literal["srgb", "display-p3"]
"""The colour spaces in which a picture may leave, each named by a profile of our own."""

Change = Literal["scaled", "still", "eight-bit", "coded-anew"]
"""What an output lost beside covered faces and hidden data: size, further frames, the finer half
of 16 bits, or (a cleaned copy) the coded data of its source, which could not be kept."""

Format = Literal["jpeg", "png", "webp", "gif", "avif", "heic"]
"""What the bytes are, whatever the file's name says."""

PhotoErrorCode = Literal["unknown_kind", "damaged", "too_many_pixels", "unsupported_coding"]


HiddenKind = Literal[
    "place", "names", "people", "date", "camera", "thumbnail", "pictures", "depth", "other"
]
"""What a file may carry beside its picture. `people`: marks where faces are, perhaps with names;
`pictures`: further ones, or a video; `depth`: how far away everything is."""


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
    space: Space | None = None
    """What the file says; None where it says nothing, which means sRGB."""

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
    changes: tuple[Change, ...] = ()

    def and_also(self, change: Change, happened: bool = True) -> Written:
        return replace(self, changes=(*self.changes, change)) if happened else self
