"""A friendly sticker over the head: our own drawings, wholly opaque."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from ...formats import Pixels
from ..geometry import Region
from ..mask import Window
from .drawings import Drawing, Points, Shape
from .patch import Paint, Patch, Style

_RIM = 0.055
"""Width of the white rim, as a share of the region's shorter axis."""
_LARGE = 1000
"""Pixels of a region's longer axis up to which its sticker is drawn twice as fine as the photo."""
_SMALL = 500
"""Pixels up to which it is softened: in a small photo, hard edges would be a good part of a JPEG's
bytes."""
_EDGE = 2
"""Pixels around a drawing for its smoothed edge."""
_SOFT = ImageFilter.BoxBlur(1.25)


def sticker(drawing: Drawing) -> Style:
    """The style that covers a region with this drawing."""
    points = (point for shape in drawing.body for point in shape.points)
    reach = (max(math.hypot(u, v) for u, v in points) - 1) / 2 + _RIM
    return Style(lambda patch: _paint(drawing, patch), reach)


def _paint(drawing: Drawing, patch: Patch) -> Paint:
    window, part = patch.window, _part(drawing, patch)
    colours = np.zeros((window.height, window.width, 3), np.uint8)
    alpha = np.zeros((window.height, window.width), np.uint8)
    if part.width and part.height:
        across = slice(part.left - window.left, part.right - window.left)
        down = slice(part.top - window.top, part.bottom - window.top)
        colours[down, across], alpha[down, across] = _drawn(drawing, patch.region, part)
    return Paint(colours, alpha)


def _part(drawing: Drawing, patch: Patch) -> Window:
    """The part of the window that the drawing can reach: often much less than all of it."""
    region, window = patch.region, patch.window
    placed = np.concatenate([_placed(shape.points, region) for shape in drawing.body])
    rim = _RIM * min(region.width, region.height) + _EDGE
    left, top = np.floor(placed.min(axis=0) - rim).astype(int)
    right, bottom = np.ceil(placed.max(axis=0) + rim).astype(int)
    return Window(
        left=int(np.clip(left, window.left, window.right)),
        top=int(np.clip(top, window.top, window.bottom)),
        right=int(np.clip(right, window.left, window.right)),
        bottom=int(np.clip(bottom, window.top, window.bottom)),
    )


def _placed(points: Points, region: Region) -> NDArray[np.float64]:
    """Points of a drawing in pixels of the picture."""
    cos, sin = math.cos(math.radians(region.tilt)), math.sin(math.radians(region.tilt))
    half = np.array([region.width / 2, region.height / 2])
    turn = np.array([[cos, sin], [-sin, cos]])
    placed: NDArray[np.float64] = np.array(points) * half @ turn + np.array([region.cx, region.cy])
    return placed


def _drawn(drawing: Drawing, region: Region, part: Window) -> tuple[Pixels, NDArray[np.uint8]]:
    pen = _Pen(region, part)
    for shape in drawing.body:
        pen.line(shape.points, "white", shape.width + 2 * _RIM, closed=not shape.width)
    for shape in chain(drawing.body, drawing.details):
        pen.draw(shape)
    # each for itself: together, what is transparent would turn black, and the rim's edge grey
    parts = pen.canvas.convert("RGB"), pen.canvas.getchannel("A")
    colours, alpha = (part.reduce(pen.fine) for part in parts)
    if pen.longest <= _SMALL:
        colours, alpha = colours.filter(_SOFT), alpha.filter(_SOFT)
    return np.asarray(colours), np.asarray(alpha)


class _Pen:
    """Draws on a finer canvas over a part of the picture, in the drawing's own coordinates.

    What is transparent is white, as the rim that it borders on.
    """

    def __init__(self, region: Region, part: Window) -> None:
        self._region, self._corner = region, (part.left, part.top)
        self.longest = max(region.width, region.height)
        self.fine = 2 if self.longest <= _LARGE else 1
        size = (part.width * self.fine, part.height * self.fine)
        self.canvas = Image.new("RGBA", size, (255, 255, 255, 0))
        self._draw = ImageDraw.Draw(self.canvas)
        self._unit = min(region.width, region.height) / 2 * self.fine

    def draw(self, shape: Shape) -> None:
        if shape.width:
            self.line(shape.points, shape.colour, shape.width)
        else:
            self._draw.polygon(self._on_canvas(shape.points), fill=shape.colour)

    def line(self, points: Points, colour: str, width: float, *, closed: bool = False) -> None:
        placed = self._on_canvas((*points, points[0]) if closed else points)
        thick = max(1, round(width * self._unit))
        self._draw.line(placed, fill=colour, width=thick)
        for point in placed:  # rounds the joints, which Pillow leaves open
            self._draw.circle(point, (thick - 1) / 2, fill=colour)

    def _on_canvas(self, points: Points) -> Sequence[tuple[float, float]]:
        placed = (_placed(points, self._region) - self._corner) * self.fine
        return [(float(x), float(y)) for x, y in placed]
