from __future__ import annotations

import math
from dataclasses import replace

import pytest

from pauza.ages import Age
from pauza.faces import Box, Face, Landmarks
from pauza.settings import Sensitivity
from pauza.verdicts import Judgement, Verdict, Why, judge, nudges, photo_verdict

FRONTAL = Face(Box(0, 0, 80, 100), Landmarks((20, 40), (60, 40), (40, 60), (25, 80), (55, 80)), 0.9)
PROFILE = Face(Box(0, 0, 80, 100), Landmarks((30, 40), (40, 40), (60, 60), (50, 80), (58, 80)), 0.9)


def looks(years: float, other: float | None = None, sharpness: float = 0.3) -> Age:
    """What the nets say of somebody who looks that old; `other` is what face-api says instead."""

    def below(age: float) -> float:
        return 1 / (1 + math.exp((years - age) / 2))

    return Age(below(13), below(18), years, years if other is None else other, sharpness)


@pytest.mark.parametrize(
    ("face", "age", "height", "verdict", "why"),
    [
        (FRONTAL, looks(6), 100, "child", ()),
        (FRONTAL, looks(16), 100, "unsure", ("age",)),
        (FRONTAL, looks(21), 100, "unsure", ("age",)),
        (FRONTAL, looks(40), 100, "adult", ()),
        (FRONTAL, looks(40), 23, "unsure", ("small",)),
        (FRONTAL, looks(6), 23, "unsure", ("age", "small")),
        (FRONTAL, looks(40, sharpness=0.05), 100, "unsure", ("blurred",)),
        (FRONTAL, looks(6, sharpness=0.05), 100, "unsure", ("age", "blurred")),
        (PROFILE, looks(35), 100, "unsure", ("turned",)),
        (PROFILE, looks(6), 100, "child", ("turned",)),
        (FRONTAL, looks(45, other=20), 100, "unsure", ("disagree",)),
        (FRONTAL, looks(60, other=40), 100, "adult", ()),
    ],
)
def test_a_face_is_judged_by_age_and_by_what_could_be_seen(
    face: Face, age: Age, height: float, verdict: Verdict, why: tuple[Why, ...]
) -> None:
    assert judge(face, age, height) == Judgement(verdict, why)


def test_a_profile_is_one_in_a_photo_that_lies_as_well() -> None:
    marks = replace(PROFILE.landmarks, left_eye=(30, 40), right_eye=(48, 40))
    upright = replace(PROFILE, landmarks=marks)
    lying = upright.moved(lambda point: (100 - point[1], point[0]))
    assert judge(upright, looks(35), 100) == judge(lying, looks(35), 100)
    assert judge(lying, looks(35), 100).why == ("turned",)


def test_a_strongly_blurred_child_is_never_called_adult() -> None:
    assert judge(FRONTAL, looks(32, sharpness=0.04), 100).verdict == "unsure"


def asked(ages: list[Age], sensitivity: Sensitivity, height: float = 100) -> bool:
    return nudges([(judge(FRONTAL, age, height), age) for age in ages], sensitivity)


@pytest.mark.parametrize(
    ("years", "careful", "balanced", "quiet"),
    [
        (8, True, True, True),
        (16, True, True, False),
        (19.5, True, False, False),
        (40,) + (False,) * 3,
    ],
)
def test_sensitivity_moves_the_age_below_which_a_face_nudges(
    years: float, careful: bool, balanced: bool, quiet: bool
) -> None:
    expected = {"careful": careful, "balanced": balanced, "quiet": quiet}
    assert {
        name: asked([looks(years)], name) for name in ("careful", "balanced", "quiet")
    } == expected


@pytest.mark.parametrize(("sensitivity", "nudge"), [("careful", True), ("balanced", False)])
def test_small_faces_by_themselves_nudge_only_when_careful(
    sensitivity: Sensitivity, nudge: bool
) -> None:
    assert asked([looks(8)], sensitivity, height=20) is nudge


def test_one_child_among_adults_is_enough_to_nudge() -> None:
    assert asked([looks(40), looks(35), looks(5)], "quiet")


def test_a_young_adult_alone_nudges_but_not_in_a_group() -> None:
    young, grown = looks(16), looks(40)
    assert asked([young], "balanced")
    assert not asked([young, *[grown] * 6], "balanced")


def test_of_two_who_look_alike_under_18_the_one_who_looks_more_like_a_child_nudges() -> None:
    child, student = Age(0.30, 0.45, 16, 17, 0.3), Age(0.02, 0.85, 20, 17, 0.3)
    assert child.under_18 == pytest.approx(student.under_18, abs=0.05)
    assert (asked([child], "balanced"), asked([student], "balanced")) == (True, False)


def test_a_net_that_sees_a_child_where_the_other_sees_an_adult_nudges() -> None:
    assert asked([looks(9, other=47)], "balanced")


def test_a_photo_has_the_strongest_verdict_of_its_faces() -> None:
    child, unsure, adult = (Judgement(v, ()) for v in ("child", "unsure", "adult"))
    assert photo_verdict([adult, child, unsure]) == "child"
    assert photo_verdict([adult, unsure]) == "unsure"
    assert photo_verdict([adult]) == "adult"
    assert photo_verdict([]) == "none"
