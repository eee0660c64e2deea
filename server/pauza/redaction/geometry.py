"""From faces to the regions that cover them: pure geometry, no pixels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ..faces.face import Face, Landmarks

_SIDES = 0.25
"""Share of the face's width that is added at each side: ears and hair."""
_UPWARD = 0.4
"""Share of its height that is added above: detectors end at the forehead, heads do not."""
_DOWNWARD = 0.22
"""Share added below; an ellipse is narrow where the chin and jaw are."""

_BACKWARD = 0.45
"""Share of its width that is added behind a face in profile: there the head goes on."""
_TURNED, _PROFILE = 0.06, 0.2
"""Shares of its width by which its nose stands aside of its eyes, from a face that is turned to
one in profile."""
_TURN_STEP = 0.5
"""Share of a profile to which a turn is rounded, as the tilt is."""

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
    """The face's box, in the tilted frame of the face, grown mostly towards the hair."""
    tilt = round(face.landmarks.tilt / _TILT_STEP) * _TILT_STEP
    lying = 45 < abs(tilt) < 135
    across, along = (
        (face.box.height, face.box.width) if lying else (face.box.width, face.box.height)
    )
    cx, cy = face.box.centre
    rise = along * (_UPWARD - _DOWNWARD) / 2
    back = across * _BACKWARD * _turn(face.landmarks, across)
    cos, sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    return Region(
        cx=round(cx + rise * sin - back / 2 * cos),
        cy=round(cy - rise * cos - back / 2 * sin),
        width=round(across * (1 + 2 * _SIDES) + abs(back)),
        height=round(along * (1 + _UPWARD + _DOWNWARD)),
        tilt=tilt,
        face=index,
    )


def _turn(marks: Landmarks, across: float) -> float:
    """How far a face is turned aside, from -1 (in profile, its nose to the left) to 1."""
    cos, sin = math.cos(math.radians(marks.tilt)), math.sin(math.radians(marks.tilt))
    dx = marks.nose[0] - (marks.left_eye[0] + marks.right_eye[0]) / 2
    dy = marks.nose[1] - (marks.left_eye[1] + marks.right_eye[1]) / 2
    aside = (dx * cos + dy * sin) / across
    share = min(1.0, max(0.0, (abs(aside) - _TURNED) / (_PROFILE - _TURNED)))
    return math.copysign(round(share / _TURN_STEP) * _TURN_STEP, aside)


def _touches(region: Region, width: int, height: int) -> bool:
    reach = max(region.width, region.height) / 2
    return -reach < region.cx < width + reach and -reach < region.cy < height + reach
