"""From faces and ages to verdicts, and from verdicts to the question whether to nudge.

Every threshold of the judgement is in this file, with its reason. What each gives in figures stands
in docs/accuracy.md, which `make evaluate` writes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from .ages import Age
from .faces import Face
from .settings import Sensitivity

Verdict = Literal["child", "unsure", "adult"]
PhotoVerdict = Literal["child", "unsure", "adult", "none"]
Why = Literal["age", "small", "blurred", "turned", "disagree"]

CHILD_BELOW: Final = 14.0
"""Years. Of faces estimated below, 86 % are under 13, 14 % are 13 to 17 and none is adult."""
ADULT_FROM: Final = 25.0
"""Years. Between the two lie teenagers, young adults and the children that the nets take for
older ones (99 % of children under 13 are estimated below 22): nobody can tell them apart."""

SMALL_BELOW: Final = 24.0
"""Height of a face in the analysed picture, px. At 16 px a sixth of the children is missed."""
BLURRED_BELOW: Final = 0.075
"""Sharpness. Half way between what a Gaussian blur of 1.5 px and of 3 px leaves of a face of 96 px;
beyond that the nets drift to one age for everybody."""
TURNED_BELOW: Final = 0.2
"""Distance of the eyes over the height of the face. Seen from the side the nets answer about 35
years for everybody."""
APART_FROM: Final = 12.0
"""Years between the two nets from which the estimate is wrong four times as often as elsewhere.
Doubt counts only where the younger estimate is below ADULT_FROM: two nets that differ over 40 and
60 agree on what matters here."""

NUDGE_BELOW: Final[dict[Sensitivity, float]] = {"careful": 22.0, "balanced": 18.0, "quiet": 14.0}
"""Years. Children under 13 found: 99, 98, 95 %; adults of 18 to 24 nudged: 47, 16, 2 %."""


@dataclass(frozen=True)
class Judgement:
    verdict: Verdict
    why: tuple[Why, ...]
    """Where doubt comes from; empty when there is none."""


def judge(face: Face, age: Age, seen_height: float) -> Judgement:
    """The verdict on one face; `seen_height` is its height in the analysed picture, px."""
    doubts = _doubts(face, age, seen_height)
    blind = [why for why in doubts if why in ("small", "blurred")]
    if age.years < CHILD_BELOW and not blind:
        return Judgement("child", doubts)
    if age.years < ADULT_FROM:
        doubts = ("age", *doubts)
    return Judgement("unsure" if doubts else "adult", doubts)


def photo_verdict(judgements: Sequence[Judgement]) -> PhotoVerdict:
    """The strongest verdict of the photo's faces: child, unsure, adult; none without a face."""
    found = {judgement.verdict for judgement in judgements}
    return next((verdict for verdict in ("child", "unsure", "adult") if verdict in found), "none")


def nudges(faces: Sequence[tuple[Judgement, Age]], sensitivity: Sensitivity) -> bool:
    """Whether the person is asked. Small or blurred faces by themselves ask only when careful."""
    return any(_nudges(judgement, age, sensitivity) for judgement, age in faces)


def _nudges(judgement: Judgement, age: Age, sensitivity: Sensitivity) -> bool:
    if judgement.verdict == "child":
        return True
    if "small" in judgement.why or "blurred" in judgement.why:
        return sensitivity == "careful"
    if sensitivity != "quiet" and "disagree" in judgement.why and age.youngest < CHILD_BELOW:
        return True
    return age.years < NUDGE_BELOW[sensitivity]


def _doubts(face: Face, age: Age, seen_height: float) -> tuple[Why, ...]:
    marks = face.landmarks
    turned = math.dist(marks.left_eye, marks.right_eye) < TURNED_BELOW * face.box.height
    doubts: list[tuple[bool, Why]] = [
        (seen_height < SMALL_BELOW, "small"),
        (age.sharpness < BLURRED_BELOW, "blurred"),
        (turned, "turned"),
        (age.apart > APART_FROM and age.youngest < ADULT_FROM, "disagree"),
    ]
    return tuple(why for holds, why in doubts if holds)
