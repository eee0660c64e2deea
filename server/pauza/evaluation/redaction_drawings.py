"""People drawn by our own code, on light, dark and patterned grounds, to show covers on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw

from ..formats import Pixels
from ..redaction.geometry import Region
from ..redaction.redact import cover
from ..settings import STYLES, Style

_WIDTH, _HEIGHT = 232, 290
_FINE = 3
"""How many times finer than shown a drawing is made."""
_SKINS = ("#f1c9a5", "#8d5a3b", "#d9a066", "#e8b48c")
_HAIRS = ("#5a3a22", "#1d1712", "#b5652d", "#d8b25a")
_COATS = ("#3d6ea5", "#c2453d", "#4e8f5b", "#7b5ea7")
_GROUNDS = ("light", "dark", "plaid", "leaves")
_HEAD = Region(116, 132, 150, 196, 0)


def sheet() -> Image.Image:
    """A row a ground, a column a style; the first column is uncovered."""
    rows = [_row(person) for person in range(len(_GROUNDS))]
    return Image.fromarray(np.concatenate(rows))


def crowd(style: Style) -> Image.Image:
    """Heads from 12 pixels to ones cut by the frame, near and over one another."""
    canvas = Image.fromarray(_ground("leaves", 960, 360))
    regions: list[Region] = []
    places = [(30 + 66 * n, 60 + 9 * (n % 3), 0.07 + 0.03 * n) for n in range(9)]
    places += [(660, 150, 0.62), (745, 190, 0.7), (930, 210, 1.3), (330, 290, 1.0)]
    for person, (x, y, size) in enumerate(places):
        tilt = 15 * (person % 5 - 2)
        head = _person(person % 4).rotate(-tilt, Image.Resampling.BICUBIC, center=_at_head())
        head = head.resize((round(_WIDTH * size), round(_HEIGHT * size)), Image.Resampling.BOX)
        left, top = round(x - _HEAD.cx * size), round(y - _HEAD.cy * size)
        canvas.paste(head, (left, top), head)
        regions.append(Region(x, y, round(_HEAD.width * size), round(_HEAD.height * size), tilt))
    return Image.fromarray(cover(np.asarray(canvas), regions, style))


def _row(person: int) -> Pixels:
    plain = Image.fromarray(_ground(_GROUNDS[person], _WIDTH, _HEIGHT))
    drawn = _person(person).resize((_WIDTH, _HEIGHT), Image.Resampling.BOX)
    plain.paste(drawn, mask=drawn)
    pixels = np.asarray(plain)
    return np.concatenate([pixels, *(cover(pixels, [_HEAD], style) for style in STYLES)], axis=1)


def _at_head() -> tuple[float, float]:
    return _HEAD.cx * _FINE, _HEAD.cy * _FINE


def _person(which: int) -> Image.Image:
    image = Image.new("RGBA", (_WIDTH * _FINE, _HEIGHT * _FINE))
    pen = ImageDraw.Draw(image)
    skin, hair, coat = _SKINS[which], _HAIRS[which], _COATS[which]
    _oval(pen, (116, 300, 96, 84), coat)
    _oval(pen, (116, 212, 26, 36), skin)
    _oval(pen, (116, 116, 68, 78 if which % 2 else 70), hair)
    _oval(pen, (116, 142, 56, 66), skin)
    _oval(pen, (116, 84, 52, 26), hair)
    for side in (-1, 1):
        _oval(pen, (116 + 22 * side, 136, 6, 7), "#2b211c")
        _oval(pen, (116 + 34 * side, 160, 9, 6), "#e58f7b")
    box = [value * _FINE for value in (96, 150, 136, 178)]
    pen.arc(box, 20, 160, fill="#7a3b32", width=3 * _FINE)
    return image


def _oval(pen: ImageDraw.ImageDraw, at: Sequence[float], colour: str) -> None:
    cx, cy, rx, ry = (value * _FINE for value in at)
    pen.ellipse((cx - rx, cy - ry, cx + rx, cy + ry), fill=colour)


def _ground(kind: str, width: int, height: int) -> Pixels:
    y, x = np.mgrid[:height, :width]
    if kind == "light":
        layers = [236 - 0.1 * y, 229 - 0.1 * y, 216 - 0.05 * x]
    elif kind == "dark":
        layers = [30 + 0.1 * x, 34 + 0.1 * y, 48 + 0.15 * y]
    elif kind == "plaid":
        across, down = (x // 20) % 2, (y // 20) % 2
        layers = [150 + 60 * (across ^ down), 90 + 50 * across, 60 + 80 * down]
    else:
        cells = np.random.default_rng(1).normal(0, 25, (height // 10 + 1, width // 10 + 1))
        leaf = cells.repeat(10, axis=0).repeat(10, axis=1)[:height, :width]
        layers = [80 + leaf, 130 + leaf, 50 + leaf / 2]
    return np.asarray(np.clip(np.stack(layers, axis=-1), 0, 255), np.uint8)
