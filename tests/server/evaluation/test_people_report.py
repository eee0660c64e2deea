from __future__ import annotations

import pytest

from pauza.ages import Age
from pauza.analysis import JudgedFace
from pauza.evaluation.conditions import conditions_row
from pauza.evaluation.dataset import Ages, Person
from pauza.evaluation.people_report import people_section
from pauza.evaluation.predictions import Prediction
from pauza.faces import Box, Face, Landmarks
from pauza.verdicts import judge

MARKS = Landmarks((20, 40), (60, 40), (40, 60), (25, 80), (55, 80))
FACE = Face(Box(0, 0, 80, 100), MARKS, 0.9)
BABY, GROWN = Age(0.99, 0.99, 3, 3, 0.3), Age(0.01, 0.01, 40, 40, 0.3)


def people(ages: Ages, looks: Age | None, count: int = 10) -> list[Prediction]:
    """So many faces of that true age that look like this; None: they were not found."""
    face = JudgedFace(FACE, looks, judge(FACE, looks, 100)) if looks else None
    return [Prediction(Person("", ages, "female"), face)] * count


def cells(report: str, name: str) -> list[str]:
    """The cells of the first row that begins with this name."""
    row = next(line for line in report.splitlines() if line.startswith(f"| {name} |"))
    return [cell.strip() for cell in row.strip("|").split("|")]


def test_children_who_were_not_found_are_missed_at_every_rate_of_false_alarms() -> None:
    adults = people(Ages(30, 30), GROWN)
    report = people_section([*people(Ages(5, 5), BABY), *people(Ages(5, 5), None), *adults])
    assert cells(report, "under 13 against 18+")[4:] == ["50 %"] * 3
    assert cells(report, "all")[2].startswith("50 %")


def test_a_set_without_surely_13_to_17_says_nothing_about_under_18() -> None:
    report = people_section(
        [*people(Ages(3, 9), BABY), *people(Ages(10, 19), GROWN), *people(Ages(30, 39), GROWN)]
    )
    assert "under 18 against" not in report
    assert "for under 18" not in report
    assert "| 10 to 19 | 18 and over |" in report
    assert cells(report, "adult")[2:] == ["0 % [0-16]", "50 % [30-70]", "50 % [30-70]"]


@pytest.mark.parametrize("count", [0, 1, 4])
def test_a_set_of_any_size_can_be_reported_on(count: int) -> None:
    assert people_section(people(Ages(5, 5), BABY, count)).startswith(f"{count} faces")
    assert people_section(people(Ages(30, 30), GROWN, count)).startswith(f"{count} faces")


def test_verdicts_after_a_damage_are_shares_of_the_faces_that_were_found() -> None:
    lost = conditions_row([*people(Ages(5, 5), None), *people(Ages(30, 30), None)])
    assert [str(cell) for cell in lost] == ["0 % [0-16]", "-", "-", "-", "-", "-"]
