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

CHILD_FROM: Final = 0.4
"""Probability of being under 13. Of the faces above it 88 % are under 13, 12 % are teenagers; 96 %
of the children under 10 and 77 % of those of 10 to 12 are above, and 0 to 1 % of the adults."""
ADULT_BELOW: Final = 0.15
"""Probability of being under 18. Below it are 0 to 1 % of the children under 13, two thirds of the
adults of 25 to 39 and 99 % of those over 40. Between the two lie teenagers, young adults and the
children whom the nets take for older: nobody can tell them apart."""

SMALL_BELOW: Final = 24.0
"""Height of a face in the analysed picture, px. Below it nothing is known of the judgement: of cut
out faces of 24 px 72 % are found, and those are told apart (AUC 0.99); of 16 px none is found."""
BLURRED_BELOW: Final = 0.075
"""Sharpness. Half way between what a Gaussian blur of 1.5 px and of 3 px leaves of a face of 96 px;
beyond that the nets drift to one age for everybody."""
TURNED_BELOW: Final = 0.2
"""Distance of the eyes over the height of the face. Seen from the side the nets answer about 35
years for everybody."""
APART_FROM: Final = 12.0
"""Years between the two nets from which the estimate is wrong four times as often as elsewhere."""
GROWN_FROM: Final = 25.0
"""Years. Where both nets say more, their distance is no doubt about a child."""

CHILDISH_BELOW: Final = 10.0
"""Years. One net that sees a child where the other sees an adult is reason enough to ask: one
adult more of UTKFace's 1,102, and a child of FairFace. From 13 years it would be 12 adults."""

NUDGE_FROM: Final[dict[Sensitivity, float]] = {"careful": 0.1, "balanced": 0.32, "quiet": 1.0}
"""Youth (`_youth`) of a single face, as a probability. Set for at most 5 % of the adults at
balanced, of whom 4 % nudge: 10 % of those of 18 to 24 and 2 % of those of 25 to 39; of the children
under 13 it is 99 % (labelled Black: 95 %), of those of 13 to 15 84 %. At careful 20 % of the adults
do, and 99 and 95 % of the young. At quiet only the verdict `child` nudges."""


@dataclass(frozen=True)
class Judgement:
    verdict: Verdict
    why: tuple[Why, ...]
    """Where doubt comes from; empty when there is none."""


def judge(face: Face, age: Age, seen_height: float) -> Judgement:
    """The verdict on one face; `seen_height` is its height in the analysed picture, px."""
    doubts = _doubts(face, age, seen_height)
    blind = "small" in doubts or "blurred" in doubts
    if age.under_13 >= CHILD_FROM and not blind:
        return Judgement("child", doubts)
    if age.under_18 >= ADULT_BELOW:
        doubts = ("age", *doubts)
    return Judgement("unsure" if doubts else "adult", doubts)


def photo_verdict(judgements: Sequence[Judgement]) -> PhotoVerdict:
    """The strongest verdict of the photo's faces: child, unsure, adult; none without a face."""
    found = {judgement.verdict for judgement in judgements}
    return next((verdict for verdict in ("child", "unsure", "adult") if verdict in found), "none")


def nudges(faces: Sequence[tuple[Judgement, Age]], sensitivity: Sensitivity) -> bool:
    """Whether the person is asked. Small or blurred faces by themselves ask only when careful.

    Each face of the photo is a chance for a false alarm. So the odds that a face needs rise with
    the number of faces, and five adults alarm little more than one.
    """
    return any(_nudges(judgement, age, sensitivity, len(faces)) for judgement, age in faces)


def _nudges(judgement: Judgement, age: Age, sensitivity: Sensitivity, faces: int) -> bool:
    if judgement.verdict == "child":
        return True
    if sensitivity != "careful" and ("small" in judgement.why or "blurred" in judgement.why):
        return False
    if sensitivity != "quiet" and "disagree" in judgement.why and age.youngest < CHILDISH_BELOW:
        return True
    return _youth(age) >= faces * _odds(NUDGE_FROM[sensitivity])


def _youth(age: Age) -> float:
    """Odds that lie in the middle between those of being under 13 and those of being under 18.

    Under 18 alone can't tell a child who looks older from a young adult: at the same share of
    adults that nudge, the middle finds more children, and most of all those found least often.
    """
    return math.sqrt(_odds(age.under_13) * _odds(age.under_18))


def _odds(probability: float) -> float:
    return probability / (1 - probability) if probability < 1 else math.inf


def _doubts(face: Face, age: Age, seen_height: float) -> tuple[Why, ...]:
    marks = face.landmarks
    turned = math.dist(marks.left_eye, marks.right_eye) < TURNED_BELOW * face.box.longer
    doubts: list[tuple[bool, Why]] = [
        (seen_height < SMALL_BELOW, "small"),
        (age.sharpness < BLURRED_BELOW, "blurred"),
        (turned, "turned"),
        (age.apart > APART_FROM and age.youngest < GROWN_FROM, "disagree"),
    ]
    return tuple(why for holds, why in doubts if holds)
