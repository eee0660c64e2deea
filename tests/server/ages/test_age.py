from __future__ import annotations

import math

import pytest

from pauza.ages import Age


def age(under_13: float, under_18: float, years: float) -> Age:
    return Age(under_13, under_18, 20, years, 0.3)


def test_the_rule_is_a_logistic_curve_on_three_numbers() -> None:
    even = age(0.5, 0.5, years=10)
    assert even.under_13 == pytest.approx(1 / (1 + math.exp(-5.538 + 2.256 * math.log(10))))


def test_a_younger_look_never_makes_a_minor_less_probable() -> None:
    old, young = age(0.1, 0.4, 25), age(0.3, 0.6, 15)
    assert young.under_13 > old.under_13
    assert young.under_18 > old.under_18


def test_certain_nets_and_absurd_years_are_no_error() -> None:
    for extreme in (age(1, 1, -5), age(0, 0, 400)):
        assert 0 < extreme.under_13 < 1


def test_the_nets_distance_and_the_lower_of_their_years() -> None:
    doubtful = Age(0.1, 0.2, faceres_years=8, face_api_years=47, sharpness=0.3)
    assert (doubtful.apart, doubtful.youngest) == (39, 8)
