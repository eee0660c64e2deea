from __future__ import annotations

import math

import pytest

from pauza.evaluation.statistics import Share, area_under_curve, calibration_error, recall_at


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [(81, 263, 0.2552885199, 0.3662095770), (0, 20, 0.0, 0.1611251581), (29, 29, 0.88303, 1.0)],
)
def test_intervals_are_those_of_wilson(hits: int, total: int, low: float, high: float) -> None:
    assert Share(hits, total).interval == pytest.approx((low, high), abs=1e-6)


def test_a_share_of_nothing_is_a_dash() -> None:
    assert str(Share(0, 0)) == "-"
    assert math.isnan(Share(0, 0).value)


def test_the_area_is_one_when_every_positive_scores_higher_and_a_half_for_ties() -> None:
    assert area_under_curve([3, 4], [1, 2]) == 1
    assert area_under_curve([1], [1]) == 0.5


def test_recall_counts_positives_above_what_the_false_alarms_allow() -> None:
    adults = [0.01 * n for n in range(100)]
    assert recall_at([0.5, 0.96, 0.99], adults, false_alarms=0.05) == pytest.approx(2 / 3)


def test_the_calibration_error_is_the_mean_distance_between_said_and_true() -> None:
    assert calibration_error([0.5, 0.5], [True, False]) == 0
    assert calibration_error([0.9] * 3 + [0.1], [True] * 3 + [True]) == pytest.approx(0.3)
    assert calibration_error([1.0], [True]) == 0
