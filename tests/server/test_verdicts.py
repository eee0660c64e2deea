from __future__ import annotations

import pytest

from pauza.ages import Age
from pauza.faces import Box, Face, Landmarks
from pauza.settings import Sensitivity
from pauza.verdicts import Judgement, Verdict, Why, judge, nudges, photo_verdict

FRONTAL = Face(Box(0, 0, 80, 100), Landmarks((20, 40), (60, 40), (40, 60), (25, 80), (55, 80)), 0.9)
PROFILE = Face(Box(0, 0, 80, 100), Landmarks((30, 40), (40, 40), (60, 60), (50, 80), (58, 80)), 0.9)


def aged(years: float, apart: float = 0, sharpness: float = 0.3) -> Age:
    return Age(years, apart, sharpness)


@pytest.mark.parametrize(
    ("face", "age", "height", "verdict", "why"),
    [
        (FRONTAL, aged(6), 100, "child", ()),
        (FRONTAL, aged(13.9), 100, "child", ()),
        (FRONTAL, aged(14), 100, "unsure", ("age",)),
        (FRONTAL, aged(24.9), 100, "unsure", ("age",)),
        (FRONTAL, aged(25), 100, "adult", ()),
        (FRONTAL, aged(40), 23, "unsure", ("small",)),
        (FRONTAL, aged(6), 23, "unsure", ("age", "small")),
        (FRONTAL, aged(40, sharpness=0.05), 100, "unsure", ("blurred",)),
        (FRONTAL, aged(6, sharpness=0.05), 100, "unsure", ("age", "blurred")),
        (PROFILE, aged(35), 100, "unsure", ("turned",)),
        (PROFILE, aged(6), 100, "child", ("turned",)),
        (FRONTAL, aged(31, apart=43), 100, "unsure", ("disagree",)),
        (FRONTAL, aged(50, apart=20), 100, "adult", ()),
    ],
)
def test_a_face_is_judged_by_age_and_by_what_could_be_seen(
    face: Face, age: Age, height: float, verdict: Verdict, why: tuple[Why, ...]
) -> None:
    assert judge(face, age, height) == Judgement(verdict, why)


def test_a_strongly_blurred_child_is_never_called_adult() -> None:
    assert judge(FRONTAL, aged(32, sharpness=0.04), 100).verdict == "unsure"


@pytest.mark.parametrize(
    ("years", "careful", "balanced", "quiet"),
    [
        (8, True, True, True),
        (15, True, True, False),
        (20, True, False, False),
        (30,) + (False,) * 3,
    ],
)
def test_sensitivity_moves_the_age_below_which_a_face_nudges(
    years: float, careful: bool, balanced: bool, quiet: bool
) -> None:
    face = (judge(FRONTAL, aged(years), 100), aged(years))
    assert [nudges([face], s) for s in ("careful", "balanced", "quiet")] == [
        careful,
        balanced,
        quiet,
    ]


@pytest.mark.parametrize(("sensitivity", "asked"), [("careful", True), ("balanced", False)])
def test_small_faces_by_themselves_nudge_only_when_careful(
    sensitivity: Sensitivity, asked: bool
) -> None:
    assert nudges([(judge(FRONTAL, aged(8), 20), aged(8))], sensitivity) is asked


def test_one_child_among_adults_is_enough_to_nudge() -> None:
    faces = [(judge(FRONTAL, aged(years), 100), aged(years)) for years in (40, 35, 5)]
    assert nudges(faces, "quiet")


def test_a_net_that_sees_a_child_where_the_other_sees_an_adult_nudges() -> None:
    doubtful = aged(31, apart=43)
    assert nudges([(judge(FRONTAL, doubtful, 100), doubtful)], "balanced")


def test_a_photo_has_the_strongest_verdict_of_its_faces() -> None:
    child, unsure, adult = (Judgement(v, ()) for v in ("child", "unsure", "adult"))
    assert photo_verdict([adult, child, unsure]) == "child"
    assert photo_verdict([adult, unsure]) == "unsure"
    assert photo_verdict([adult]) == "adult"
    assert photo_verdict([]) == "none"
