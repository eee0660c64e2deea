"""`make fit`: the coefficients of ages/age.py, from UTKFace, checked by five folds of groups.

Prints what to write there; nothing is changed by itself. Coefficients ship, weights do not: eight
numbers say nothing about anybody.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import optimize

from ..settings import Settings, from_environment
from .dataset import read_dataset
from .predictions import Prediction, predict
from .statistics import area_under_curve

Floats = NDArray[np.float64]

FOLDS = 5
SEED = 20261126
RIDGE = 1e-3
"""Keeps weights small where two of the three numbers say the same."""


def logistic_fit(evidence: Floats, labels: Floats) -> Floats:
    """Constant and weights (k + 1,) that make labels (n,) most probable given evidence (n, k)."""
    known = np.column_stack([np.ones(len(evidence)), evidence])

    def loss(coefficients: Floats) -> float:
        scores = known @ coefficients
        misfit = np.mean(np.logaddexp(0, scores) - labels * scores)
        return float(misfit + RIDGE * np.sum(coefficients[1:] ** 2))

    return np.asarray(optimize.minimize(loss, np.zeros(known.shape[1])).x)


def held_out_scores(evidence: Floats, labels: Floats, groups: Sequence[str]) -> Floats:
    """Log odds (n,) for each face by coefficients that have not seen its group."""
    names = sorted(set(groups))
    folds = dict(
        zip(names, np.random.default_rng(SEED).integers(0, FOLDS, len(names)), strict=True)
    )
    fold = np.array([folds[group] for group in groups])
    scores = np.zeros(len(labels))
    for held_out in range(FOLDS):
        test = fold == held_out
        constant, *weights = logistic_fit(evidence[~test], labels[~test])
        scores[test] = constant + evidence[test] @ np.array(weights)
    return scores


def evidence(found: Sequence[Prediction]) -> Floats:
    """The three numbers that the rule weighs, (n, 3), of faces that were found."""
    return np.array([p.face.age.evidence for p in found if p.face])


def main(settings: Settings) -> int:
    faces = settings.shared / "faces" / "faces.csv"
    if not faces.is_file():
        print(f"The labelled faces are not at {faces}. Set PAUZA_SHARED.", file=sys.stderr)  # noqa: T201
        return 1
    known = [p for p in predict(read_dataset(faces), settings) if p.face]
    train = [p for p in known if p.person.source.startswith("utkface")]
    numbers = evidence(train)
    groups = [p.person.group for p in train]
    for name, limit in (("UNDER_13", 13), ("UNDER_18", 18)):
        labels = np.array([float(p.person.ages.high < limit) for p in train])
        coefficients = ", ".join(f"{value:.3f}" for value in logistic_fit(numbers, labels))
        scores = held_out_scores(numbers, labels, groups)
        adults = [score for score, p in zip(scores, train, strict=True) if p.person.ages.adult]
        curve = area_under_curve(scores[labels == 1].tolist(), adults)
        print(f"{name} = ({coefficients})  # held-out AUC against 18+: {curve:.3f}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(from_environment()))
