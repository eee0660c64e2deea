"""From faces to the regions that cover them: pure geometry, no pixels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ..faces.face import Face

_SIDES = 0.25
"""Share of the face's width that is added at each side: ears and hair."""
_UPWARD = 0.4
"""Share of its height that is added above: detectors end at the forehead, heads do not."""
_DOWNWARD = 0.22
"""Share added below; an ellipse is narrow where the chin and jaw are."""

_TILT_STEP = 15
"""Degrees to which a tilt is rounded, so that a cover tells little of the face under it."""


@dataclass(frozen=True)
class Region:
    """An ellipse in pixels of the upright full-size photo; may reach over its edge.

    `width` and `height` are full axes before the turn by `tilt` degrees, clockwise positive.
    `face` is the index of the covered face, or None for a region drawn by hand.
    """

    cx: float
    cy: float
    width: float
    height: float
    tilt: float
    face: int | None = None

    def scaled(self, scale: float) -> Region:
        """The same region in a picture of `scale` times the size."""
        return Region(
            self.cx * scale,
            self.cy * scale,
            self.width * scale,
            self.height * scale,
            self.tilt,
            self.face,
        )


def regions_for(faces: Sequence[Face], width: int, height: int) -> tuple[Region, ...]:
    """A region for each face that is seen in a photo of this size: the whole head, with room."""
    regions = (_region(index, face) for index, face in enumerate(faces))
    return tuple(region for region in regions if _touches(region, width, height))


def _region(index: int, face: Face) -> Region:
    """The face's box, in the turned frame of the face, grown mostly towards the hair."""
    tilt = round(face.landmarks.tilt / _TILT_STEP) * _TILT_STEP
    lying = 45 < abs(tilt) < 135
    across, along = (
        (face.box.height, face.box.width) if lying else (face.box.width, face.box.height)
    )
    cx, cy = face.box.centre
    rise = along * (_UPWARD - _DOWNWARD) / 2
    turn = math.radians(tilt)
    return Region(
        cx=round(cx + rise * math.sin(turn)),
        cy=round(cy - rise * math.cos(turn)),
        width=round(across * (1 + 2 * _SIDES)),
        height=round(along * (1 + _UPWARD + _DOWNWARD)),
        tilt=tilt,
        face=index,
    )


def _touches(region: Region, width: int, height: int) -> bool:
    reach = max(region.width, region.height) / 2
    return -reach < region.cx < width + reach and -reach < region.cy < height + reach
