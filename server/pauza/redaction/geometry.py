"""From faces to the regions that cover them: pure geometry, no pixels."""

from __future__ import annotations

from dataclasses import dataclass


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
