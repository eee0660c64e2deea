"""The floors of finding faces after what happens to photos: below them the build fails."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pauza.evaluation.detection import Job, Outcome, outcomes
from pauza.settings import Settings

FLOORS = {
    "faces of 24 px in 2048 px": 0.97,
    "faces of 20 px in 2048 px": 0.85,
    "turned by 90": 0.96,
    "turned by 180": 0.96,
    "very dim light": 0.80,
}


@pytest.fixture(scope="module")
def found(settings: Settings, photo: Callable[[str], bytes]) -> dict[Job, Outcome]:
    assert photo("canyon-upside-down.jpg")  # shares say little of the few photos of photos.toml
    return outcomes([("all looks", damage) for damage in FLOORS], settings)


@pytest.mark.parametrize("damage", FLOORS)
def test_as_many_faces_are_found(found: dict[Job, Outcome], damage: str) -> None:
    assert found["all looks", damage].found.value >= FLOORS[damage]
