"""What the two nets say of a face, and what it means together.

The rule is two logistic curves with four coefficients each, on three numbers: the log odds that
faceres gives to "under 13" and to "under 18", and the logarithm of face-api's years. It was fitted
on UTKFace (`make fit`) and holds on FairFace, which no part of it has seen: docs/accuracy.md.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

UNDER_13 = (5.538, 0.712, -0.330, -2.256)
UNDER_18 = (6.015, 0.301, 0.380, -1.874)
"""Constant, log odds of under 13, log odds of under 18, logarithm of the years."""

LEAST = 1e-4
"""Probabilities nearer to 0 or 1 say nothing more."""


@dataclass(frozen=True)
class Age:
    """Never shown to anybody as a number of years: it is not that exact."""

    faceres_under_13: float
    faceres_under_18: float
    """Probabilities by faceres alone."""
    faceres_years: float
    face_api_years: float
    sharpness: float
    """See sharpness.py; low means that the nets could not see."""

    @property
    def under_13(self) -> float:
        return self._probability(UNDER_13)

    @property
    def under_18(self) -> float:
        return self._probability(UNDER_18)

    @property
    def apart(self) -> float:
        """How far the two nets are apart, in years."""
        return abs(self.faceres_years - self.face_api_years)

    @property
    def youngest(self) -> float:
        """The lower of the two estimates, in years."""
        return min(self.faceres_years, self.face_api_years)

    @property
    def evidence(self) -> tuple[float, float, float]:
        """The three numbers that the rule weighs."""
        return (
            log_odds(self.faceres_under_13),
            log_odds(self.faceres_under_18),
            math.log(min(max(self.face_api_years, 1.0), 100.0)),
        )

    def _probability(self, coefficients: tuple[float, float, float, float]) -> float:
        constant, *weights = coefficients
        pairs = zip(weights, self.evidence, strict=True)
        return 1 / (1 + math.exp(-constant - sum(weight * value for weight, value in pairs)))


def log_odds(probability: float) -> float:
    bounded = min(max(probability, LEAST), 1 - LEAST)
    return math.log(bounded / (1 - bounded))
