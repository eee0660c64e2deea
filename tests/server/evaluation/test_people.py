"""The floors of the judgement on faces of known age: below them the build fails.

Every seventh face, since all of them take minutes; docs/accuracy.md is about all.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from pauza.evaluation.dataset import read_dataset
from pauza.evaluation.predictions import Prediction, predict
from pauza.evaluation.statistics import recall_at, share
from pauza.settings import Settings
from pauza.verdicts import nudges

STEP = 7


@pytest.fixture(scope="module")
def people(settings: Settings) -> list[Prediction]:
    faces = settings.shared / "faces" / "faces.csv"
    if not faces.is_file():
        pytest.skip("the labelled faces are not here (PAUZA_SHARED)")
    dataset = read_dataset(faces)
    return predict(replace(dataset, people=dataset.people[::STEP]), settings)


@pytest.fixture(scope="module")
def children(people: list[Prediction]) -> list[Prediction]:
    return [p for p in people if p.person.ages.child]


@pytest.fixture(scope="module")
def adults(people: list[Prediction]) -> list[Prediction]:
    return [p for p in people if p.person.ages.adult]


def nudge(p: Prediction) -> bool:
    return p.face is not None and nudges([(p.face.judgement, p.face.age)], "balanced")


def test_at_least_95_percent_of_the_children_nudge(children: list[Prediction]) -> None:
    assert share([nudge(p) for p in children]).value >= 0.95


def test_at_most_5_percent_of_the_adults_nudge(adults: list[Prediction]) -> None:
    assert share([nudge(p) for p in adults]).value <= 0.05


def test_at_most_2_percent_of_the_adults_are_called_child(adults: list[Prediction]) -> None:
    assert share([p.verdict == "child" for p in adults]).value <= 0.02


def test_at_most_2_percent_of_the_children_are_called_adult(children: list[Prediction]) -> None:
    assert share([p.verdict == "adult" for p in children]).value <= 0.02


def test_at_5_percent_false_alarms_98_percent_of_the_children_are_told_from_adults(
    children: list[Prediction], adults: list[Prediction]
) -> None:
    recall = recall_at([p.under_13 for p in children], [p.under_13 for p in adults], 0.05)
    assert recall >= 0.98


def test_at_5_percent_false_alarms_87_percent_of_the_minors_are_told_from_adults(
    people: list[Prediction], adults: list[Prediction]
) -> None:
    minors = [p.under_18 for p in people if p.person.ages.minor]
    assert recall_at(minors, [p.under_18 for p in adults], 0.05) >= 0.87
