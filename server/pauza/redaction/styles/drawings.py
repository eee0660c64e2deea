"""The stickers as drawings: shapes around the unit circle, which is the region's edge.

u runs to the right, v downwards. Every drawing has a body that fills more than the circle. None has
eyes: a detector of faces takes a small drawn face for a person's.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

Points = tuple[tuple[float, float], ...]

_INK = "#4a3b32"
_BODY = 1.06
"""Radius of the disc under every sticker."""
_STEPS = 180
_BLEND = 9
"""How closely an outline follows the larger of its two parts."""


@dataclass(frozen=True)
class Shape:
    """A filled outline, or an open line where it has a `width`."""

    points: Points
    colour: str
    width: float = 0.0


@dataclass(frozen=True)
class Drawing:
    """`body` gets the white rim of a cut-out sticker, `details` lie on it."""

    body: tuple[Shape, ...]
    details: tuple[Shape, ...]


def sun() -> Drawing:
    rays = (
        Shape(_star(14, 1.1, 1.42, turn=0.5), "#ffab1f"),
        Shape(_oval(0, 0, _BODY, _BODY), "#ffcd45"),
    )
    return Drawing(rays, (_shine("#ffe9a3"),))


def cat() -> Drawing:
    fur, pink = "#f0a35e", "#f9cdbb"
    ears = tuple(
        Shape(((side * 1.0, -0.25), (side * 0.98, -1.36), (side * 0.22, -0.98)), fur)
        for side in (-1, 1)
    )
    inner = tuple(
        Shape(((side * 0.86, -0.72), (side * 0.87, -1.14), (side * 0.5, -0.94)), pink)
        for side in (-1, 1)
    )
    whiskers = tuple(
        Shape(((side * 0.42, v), (side * 0.92, v + lift)), _INK, 0.03)
        for side in (-1, 1)
        for v, lift in ((0.26, -0.06), (0.36, 0.06))
    )
    muzzle = (
        Shape(_oval(0, 0.34, 0.36, 0.26), "#fbe6d6"),
        Shape(((-0.1, 0.18), (0.1, 0.18), (0, 0.29)), "#d9776a"),
        Shape(_arc(-0.12, 0.3, 0.12, 0.1, 10, 170), _INK, 0.035),
        Shape(_arc(0.12, 0.3, 0.12, 0.1, 10, 170), _INK, 0.035),
    )
    head = Shape(_around_disc(_oval(0, 0.26, 1.2, 0.82)), fur)
    return Drawing((*ears, head), (*inner, *muzzle, *whiskers))


def star() -> Drawing:
    body = Shape(_around_disc(_star(5, 0.9, 1.9)), "#ffd03f")
    return Drawing((body,), (_shine("#ffe79a"),))


def heart() -> Drawing:
    body = Shape(_around_disc(_heart(1.42)), "#ea5f73")
    shine = Shape(_arc(-0.5, -0.5, 0.5, 0.46, 185, 255), "#f9b3bd", 0.12)
    return Drawing((body,), (shine,))


def balloon() -> Drawing:
    blue, string = "#4f9fe0", "#7a7466"
    body = (
        Shape(_wave(1.16, 1.8), string, 0.035),
        Shape(((0, 1.0), (0.16, 1.24), (-0.16, 1.24)), "#3d86c4"),
        Shape(_oval(0, 0, _BODY, _BODY), blue),
    )
    return Drawing(body, (_shine("#b5daf6"),))


def _shine(colour: str) -> Shape:
    return Shape(_arc(-0.1, -0.1, 0.66, 0.68, 195, 250), colour, 0.13)


def _oval(u: float, v: float, ru: float, rv: float) -> Points:
    return _arc(u, v, ru, rv, 0, 360)


def _arc(u: float, v: float, ru: float, rv: float, start: float, end: float) -> Points:
    angles = (math.radians(start + (end - start) * step / _STEPS) for step in range(_STEPS + 1))
    return tuple((u + ru * math.cos(angle), v + rv * math.sin(angle)) for angle in angles)


def _star(tips: int, inner: float, outer: float, turn: float = 0.0) -> Points:
    """A star with a tip upwards, its tips rounded."""
    corners = [
        _on_circle(outer if corner % 2 == 0 else inner, (corner / 2 + turn) / tips)
        for corner in range(2 * tips)
    ]
    return _rounded(corners)


def _on_circle(radius: float, share: float) -> tuple[float, float]:
    angle = 2 * math.pi * share
    return radius * math.sin(angle), -radius * math.cos(angle)


def _rounded(corners: list[tuple[float, float]], rounds: int = 3) -> Points:
    """Cuts every corner a few times (Chaikin), which rounds it."""
    for _ in range(rounds):
        following = corners[1:] + corners[:1]
        corners = [
            (u * near + next_u * (1 - near), v * near + next_v * (1 - near))
            for (u, v), (next_u, next_v) in zip(corners, following, strict=True)
            for near in (0.78, 0.22)
        ]
    return tuple(corners)


def _around_disc(outline: Points) -> Points:
    """The outline grown to hold the disc, without a kink where the two meet."""
    polar = sorted((math.atan2(v, u), math.hypot(u, v)) for u, v in outline)
    return tuple(
        (grown * math.cos(angle), grown * math.sin(angle))
        for angle, radius in polar
        for grown in [(radius**_BLEND + 1) ** (1 / _BLEND)]
    )


def _heart(size: float) -> Points:
    angles = (2 * math.pi * step / _STEPS for step in range(_STEPS))
    return tuple((size * math.sin(angle) ** 3, size * _heart_v(angle)) for angle in angles)


def _heart_v(angle: float) -> float:
    waves = (13, -5, -2, -1)
    high = sum(wave * math.cos(n * angle) for n, wave in enumerate(waves, start=1))
    return -high / 16 - 0.12


def _wave(start: float, end: float) -> Points:
    steps = (step / _STEPS for step in range(_STEPS + 1))
    return tuple(
        (0.07 * math.sin(step * 2.5 * math.pi), start + (end - start) * step) for step in steps
    )
