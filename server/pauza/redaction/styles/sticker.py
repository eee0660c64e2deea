"""A friendly sticker over the head: our own drawings, wholly opaque."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import chain

import numpy as np
from PIL import Image, ImageDraw

from .drawings import Drawing, Points, Shape
from .patch import Paint, Patch, Style

_RIM = 0.055
"""Width of the white rim, as a share of the region's shorter axis."""
_FINE = ((300, 4), (1000, 2))
"""How many times finer than the photo the sticker of a region up to so long is drawn."""


def sticker(drawing: Drawing) -> Style:
    """The style that covers a region with this drawing."""
    points = (point for shape in drawing.body for point in shape.points)
    reach = (max(math.hypot(u, v) for u, v in points) - 1) / 2 + _RIM
    return Style(lambda patch: _paint(drawing, patch), reach)


def _paint(drawing: Drawing, patch: Patch) -> Paint:
    pen = _Pen(patch)
    for shape in drawing.body:
        pen.line(shape.points, "white", shape.width + 2 * _RIM, closed=not shape.width)
    for shape in chain(drawing.body, drawing.details):
        pen.draw(shape)
    return Paint(np.asarray(pen.colours.reduce(pen.fine)), np.asarray(pen.alpha.reduce(pen.fine)))


class _Pen:
    """Draws on finer canvases over the window, in the drawing's own coordinates.

    Colours and alpha are apart: what is transparent is white, as the rim that it borders on.
    """

    def __init__(self, patch: Patch) -> None:
        region, window = patch.region, patch.window
        longest = max(region.width, region.height)
        self.fine = next((fine for size, fine in _FINE if longest <= size), 1)
        size = (window.width * self.fine, window.height * self.fine)
        self.colours, self.alpha = Image.new("RGB", size, "white"), Image.new("L", size)
        self._colour, self._opaque = ImageDraw.Draw(self.colours), ImageDraw.Draw(self.alpha)
        self._unit = min(region.width, region.height) / 2 * self.fine
        turn = math.radians(region.tilt)
        self._matrix = self.fine * np.array(
            [
                [region.width / 2 * math.cos(turn), region.width / 2 * math.sin(turn)],
                [-region.height / 2 * math.sin(turn), region.height / 2 * math.cos(turn)],
            ]
        )
        self._centre = self.fine * np.array([region.cx - window.left, region.cy - window.top])

    def draw(self, shape: Shape) -> None:
        if shape.width:
            self.line(shape.points, shape.colour, shape.width)
        else:
            placed = self._placed(shape.points)
            self._colour.polygon(placed, fill=shape.colour)
            self._opaque.polygon(placed, fill=255)

    def line(self, points: Points, colour: str, width: float, *, closed: bool = False) -> None:
        placed = self._placed((*points, points[0]) if closed else points)
        thick = max(1, round(width * self._unit))
        inks: tuple[tuple[ImageDraw.ImageDraw, str | int], ...] = (
            (self._colour, colour),
            (self._opaque, 255),
        )
        for draw, ink in inks:
            draw.line(placed, fill=ink, width=thick)
            for point in placed:  # rounds the joints, which Pillow leaves open
                draw.circle(point, thick / 2, fill=ink)

    def _placed(self, points: Points) -> Sequence[tuple[float, float]]:
        placed = np.array(points) @ self._matrix + self._centre
        return [(float(x), float(y)) for x, y in placed]
