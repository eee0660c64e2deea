"""Finds every face of a photo: a quick first look, further looks where it leaves doubt.

Each further look stands behind a gain that `make evaluate` shows (docs/accuracy.md).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Literal, get_args

from ..formats.photo import Photo
from ..weights.net import Net
from .centerface import CenterFace
from .face import Face, Point
from .light import brightened
from .merge import SAME_FACE, merged
from .picture import Picture
from .turned import QUARTERS, turned, turned_back
from .yunet import YuNet

FIRST_LOOK = 640
"""Long side of the first look: larger ones lose faces that fill the frame."""
SURE = 0.7
MAYBE = 0.5
SECOND_LOOK = 640
CONFIRMS = 0.25
"""Confidence of the second opinion that is enough where the first look had a maybe."""
SURE_ALONE = 0.45
SMALL = 40
"""Height in the first look's input, px. A sure face below it is a sign of a group or distance."""
LARGER_LOOKS = (1280, 2048)
"""Long sides of the looks for small faces; each for photos larger than the look before it."""
SMALL_MAYBE = 0.4
"""Confidence from which larger looks ask for the second opinion: they see small faces unsurely."""
CLOSE_AREA = 1024 * 768
"""Pixels at which the second opinion looks closely: bounds its time."""
WEAK = 0.91
"""Surest face of the first look below which the photo may be turned. Of 20 upright photos with
faces 17 have a surer one, of 60 turned ones none: upside down a face is often seen, less surely."""
TURNED_SURE = 0.8
"""Turned copies bring false alarms, so more is asked of them."""
FAR_LOOK, FAR_SURE = 1280, 0.7
"""The same where no score reaches SURE in a large photo. Faces of 24 px in 2048 are seen from 0.77
up here; fruit and fur too, but not by the second opinion."""
CLEARLY_MORE = 1.03
"""Times the evidence of the upright look: one upright face was seen 0.2 % more surely upside down;
in photos that are turned the right orientation has at least 5 % more."""
OUTVOTED = 1.0
"""What is asked of the upright look once the photo is known to be turned: where both saw a face,
the look that saw it the right way up places the eyes better."""

Look = Literal["second-opinion", "small", "turned", "bright"]
"""What may follow the first look."""
LOOKS: frozenset[Look] = frozenset(get_args(Look))

Seen = list[tuple[Face, float]]
"""Faces with the threshold of the look that found them, by which their scores compare."""


class FaceFinder:
    """Finds faces with every look; the evaluation leaves single ones out to show what they give."""

    def __init__(self, weights: Mapping[str, bytes], looks: frozenset[Look] = LOOKS) -> None:
        self._looks = looks
        self._yunet = YuNet(Net(weights["yunet"]))
        self._centerface = CenterFace(Net(weights["centerface"]))

    def find(self, photo: Photo) -> list[Face]:
        """All faces in pixels of the full-size photo, largest first."""
        picture = Picture(brightened(photo.pixels) if "bright" in self._looks else photo.pixels)
        first = self._first_look(picture)
        seen = self._look(picture, first)
        if "turned" in self._looks and (right_way_up := self._look_turned(picture, first, seen)):
            seen = right_way_up + [(face, OUTVOTED) for face, _ in seen]

        def photo_point(point: Point) -> Point:
            return point[0] / photo.scale, point[1] / photo.scale

        return sorted(
            (face.moved(photo_point) for face in merged(seen)), key=lambda face: -face.box.area
        )

    def _look(self, picture: Picture, first: list[Face]) -> Seen:
        sure = [face for face in first if face.confidence >= SURE]
        maybe = [face for face in first if face.confidence < SURE]
        seen = [(face, SURE) for face in sure]
        small = _is_small_group(sure, picture)
        if sure and not maybe and not small:
            return seen
        if "second-opinion" in self._looks:
            seen += self._second_opinion(picture, maybe)
        if (small or not sure) and "small" in self._looks:
            seen += self._look_for_small(picture)
        return seen

    def _first_look(self, picture: Picture) -> list[Face]:
        return self._yunet.detect(picture, FIRST_LOOK, MAYBE)

    def _second_opinion(self, picture: Picture, maybe: list[Face]) -> Seen:
        return _accepted(maybe, self._centerface.detect(picture, SECOND_LOOK, CONFIRMS))

    def _look_for_small(self, picture: Picture) -> Seen:
        found: list[Face] = []
        for before, side in zip((FIRST_LOOK, *LARGER_LOOKS), LARGER_LOOKS, strict=False):
            if picture.long_side > 1.5 * before:
                found += self._yunet.detect(picture, side, SMALL_MAYBE)
        sure = [(face, SURE) for face in found if face.confidence >= SURE]
        maybe = [face for face in found if face.confidence < SURE]
        if not maybe or "second-opinion" not in self._looks:
            return sure
        return sure + _accepted(maybe, self._close_look(picture, found))

    def _close_look(self, picture: Picture, faces: list[Face]) -> list[Face]:
        """The second opinion on the part of the picture in which these faces are, unshrunk."""
        part, (left, top) = picture.around([face.box for face in faces])
        height, width = part.pixels.shape[:2]
        side = part.long_side * min(1, math.sqrt(CLOSE_AREA / (width * height)))
        found = self._centerface.detect(part, round(side), CONFIRMS)
        return [face.moved(lambda point: (point[0] + left, point[1] + top)) for face in found]

    def _look_turned(self, picture: Picture, first: list[Face], seen: Seen) -> Seen:
        """What is seen in another orientation, if one of them shows more than the upright one."""
        if _surest(first) >= WEAK:
            return []
        quarters = self._better_orientation(picture, first, FIRST_LOOK, TURNED_SURE)
        far = _surest([face for face, _ in seen]) < SURE and picture.long_side > 1.5 * FIRST_LOOK
        if far and quarters is None:
            quarters = self._better_orientation(picture, [], FAR_LOOK, FAR_SURE)
        if quarters is None:
            return []
        whole = Picture(turned(picture.pixels, quarters))
        height, width = picture.pixels.shape[:2]
        return [
            (turned_back(face, quarters, width, height), threshold)
            for face, threshold in self._look(whole, self._first_look(whole))
        ]

    def _better_orientation(
        self, picture: Picture, upright: list[Face], side: int, sure: float
    ) -> int | None:
        """The quarter turns that show clearly more than `upright`, and surely so."""
        small, _ = picture.shrunk(side)
        copies = {quarters: Picture(turned(small, quarters)) for quarters in QUARTERS}
        found = {q: self._yunet.detect(copy, side, sure) for q, copy in copies.items()}
        best = max(QUARTERS, key=lambda quarters: _evidence(found[quarters], sure))
        if _evidence(found[best], sure) <= CLEARLY_MORE * _evidence(upright, sure):
            return None
        if _surest(found[best]) >= WEAK:
            return best
        second = self._close_look(copies[best], found[best])
        surely = [face for face in second if face.confidence >= SURE_ALONE]
        return best if any(_is_confirmed(face, surely) for face in found[best]) else None


def _surest(faces: list[Face]) -> float:
    return max((face.confidence for face in faces), default=0)


def _evidence(faces: list[Face], sure: float) -> float:
    """How much speaks for an orientation: many faces, surely seen."""
    return sum(face.confidence for face in faces if face.confidence >= sure)


def _is_small_group(sure: list[Face], picture: Picture) -> bool:
    scale = min(1.0, FIRST_LOOK / picture.long_side)
    return any(face.box.height * scale < SMALL for face in sure)


def _accepted(maybe: list[Face], second: list[Face]) -> Seen:
    """Of two detectors what both see, and what the second one sees surely."""
    confirmed = [(face, SURE) for face in maybe if _is_confirmed(face, second)]
    return confirmed + [(face, SURE_ALONE) for face in second if face.confidence >= SURE_ALONE]


def _is_confirmed(face: Face, second: list[Face]) -> bool:
    return any(face.box.overlap(other.box) >= SAME_FACE for other in second)
