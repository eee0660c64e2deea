"""How much of a photo is taken on, decided from headers before anything is decoded."""

from __future__ import annotations

import math
from dataclasses import dataclass

from .photo import PhotoError

MAX_PIXELS = 100_000_000
"""Above it a photo is refused: decoded it would not fit into the worker's memory."""

MAX_WRITTEN_PIXELS = 50_000_000
"""Above it a smaller copy is written, since writing holds the picture twice."""

MAX_SCANS = 64
"""Scans of a JPEG; ten are usual, hundreds cost seconds for a few kilobytes."""

_ROUNDING = 1e-6
"""What a computed length may fall short of a whole pixel."""

MAX_PARTS = 100_000
"""Segments, chunks or blocks that are listed of one file."""


def check_size(width: int, height: int) -> None:
    """Raises PhotoError for a picture that is too large or has no area."""
    if width < 1 or height < 1:
        raise PhotoError("damaged", f"{width} x {height} pixels")
    if width * height > MAX_PIXELS:
        raise PhotoError("too_many_pixels", f"{width} x {height} pixels")


@dataclass(frozen=True)
class Fit:
    """How a picture is wanted: its largest size (None is no limit), and whether in sRGB."""

    max_side: int | None = None
    max_pixels: int | None = None
    keep_p3: bool = False
    """A picture in Display P3 stays so; otherwise it becomes sRGB, as all others do."""

    def size(self, width: int, height: int) -> tuple[int, int]:
        """Width and height within the limits, in the same shape and never enlarged."""
        scale = 1.0
        if self.max_side is not None:
            scale = min(scale, self.max_side / max(width, height))
        if self.max_pixels is not None:
            scale = min(scale, math.sqrt(self.max_pixels / (width * height)))
        return max(1, int(width * scale + _ROUNDING)), max(1, int(height * scale + _ROUNDING))
