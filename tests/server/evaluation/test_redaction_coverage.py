from __future__ import annotations

import pytest

from pauza.faces import Box
from pauza.redaction.geometry import Region

pytest.importorskip("mediapipe")
coverage = pytest.importorskip("pauza.evaluation.redaction_coverage")


@pytest.mark.parametrize(
    ("point", "share"), [((50, 50), 0), ((60, 50), 1), ((50, 90), 2), ((45, 50), 0.5)]
)
def test_a_point_reaches_a_share_of_the_way_to_the_edge(
    point: tuple[float, float], share: float
) -> None:
    assert coverage.reach(Region(50, 50, 20, 40, 0), point) == pytest.approx(share)


def test_a_tilted_region_is_measured_in_its_own_frame() -> None:
    assert coverage.reach(Region(50, 50, 20, 40, 90), (70, 50)) == pytest.approx(1)


def test_faces_count_as_neighbours_from_half_a_width_of_distance() -> None:
    face, region = Box(0, 0, 100, 100), Region(50, 50, 150, 160, 0)
    near, far = Box(140, 0, 100, 100), Box(160, 0, 100, 100)
    assert coverage._neighbours([face, near], {0: region}) == []
    assert coverage._neighbours([face, far], {0: region}) == [0.0]


def test_what_is_covered_of_a_neighbour_is_a_share_of_its_face() -> None:
    everything = Region(50, 50, 400, 400, 0)
    assert coverage._neighbours([Box(0, 0, 10, 10), Box(40, 0, 20, 20)], {0: everything}) == [1.0]
