"""The age rule on people it was not fitted on: five folds, each judged by the other four."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .fit import evidence, held_out_scores
from .people_report import LIMITS
from .predictions import Prediction
from .statistics import area_under_curve, calibration_error, recall_at
from .tables import table

NOTE = (
    "The coefficients of the rule were fitted on UTKFace. Here each of five parts of it (split by"
    " person) is judged by coefficients fitted on the other four, beside those that ship."
)


def held_out_section(predictions: Sequence[Prediction]) -> str:
    """For a data set with exact ages; faces that were not found are left out."""
    found = [p for p in predictions if p.face]
    groups = [p.person.group for p in found]
    adults = np.array([p.person.ages.adult for p in found])
    rows = []
    for limit, score in LIMITS.items():
        young = np.array([p.person.ages.high < limit for p in found])
        held_out = held_out_scores(evidence(found), young.astype(float), groups)
        scores = {
            "held out": 1 / (1 + np.exp(-held_out)),
            "as shipped": np.array([score(p.face.age) for p in found if p.face]),
        }
        for name, said in scores.items():
            of_young, of_adults = said[young].tolist(), said[adults].tolist()
            recalls = [f"{100 * recall_at(of_young, of_adults, r):.1f} %" for r in (0.02, 0.05)]
            curve = f"{area_under_curve(of_young, of_adults):.3f}"
            error = f"{calibration_error(said.tolist(), young.tolist()):.3f}"
            rows.append([f"under {limit}, {name}", curve, *recalls, error])
    return f"{NOTE}\n\n" + table(
        ["", "AUC against 18+", "at 2 %", "at 5 %", "calibration error"], rows
    )
