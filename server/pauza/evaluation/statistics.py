"""Shares with their intervals, and how well a score separates two groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats


@dataclass(frozen=True)
class Share:
    """`hits` of `total`."""

    hits: int
    total: int

    @property
    def value(self) -> float:
        return self.hits / self.total if self.total else float("nan")

    @property
    def interval(self) -> tuple[float, float]:
        """95 % Wilson interval."""
        if not self.total:
            return float("nan"), float("nan")
        bounds = stats.binomtest(self.hits, self.total).proportion_ci(method="wilson")
        return float(bounds.low), float(bounds.high)

    def __str__(self) -> str:
        if not self.total:
            return "-"
        low, high = self.interval
        return f"{100 * self.value:.0f} % [{100 * low:.0f}-{100 * high:.0f}]"


def share(flags: Sequence[bool]) -> Share:
    return Share(sum(flags), len(flags))


def area_under_curve(positive: Sequence[float], negative: Sequence[float]) -> float:
    """Probability that a positive scores higher than a negative; ties count half."""
    if not len(positive) or not len(negative):
        return float("nan")
    statistic = stats.mannwhitneyu(positive, negative).statistic
    return float(statistic / (len(positive) * len(negative)))


def recall_at(positive: Sequence[float], negative: Sequence[float], false_alarms: float) -> float:
    """Share of positives above the threshold that lets this share of negatives through."""
    if not len(positive) or not len(negative):
        return float("nan")
    threshold = np.quantile(np.asarray(negative), 1 - false_alarms, method="higher")
    return float(np.mean(np.asarray(positive) > threshold))


def calibration_error(said: Sequence[float], are: Sequence[bool]) -> float:
    """Expected calibration error: how far probabilities lie from shares, by tenths, weighed."""
    probabilities, truths = np.asarray(said), np.asarray(are)
    if not len(probabilities):
        return float("nan")
    tenth = np.minimum(10 * probabilities, 9).astype(int)
    insides = [tenth == index for index in np.unique(tenth)]
    gaps = [abs(float(probabilities[i].mean()) - float(truths[i].mean())) for i in insides]
    return float(np.average(gaps, weights=[int(inside.sum()) for inside in insides]))
