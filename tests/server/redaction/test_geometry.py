from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from pauza.faces.face import Box, Face, Landmarks
from pauza.redaction.geometry import Region, regions_for


def face(tilt: float = 0, box: Box = Box(400, 300, 100, 130)) -> Face:  # noqa: B008 - frozen
    """A face whose eyes are turned by so many degrees around its box's centre."""
    cx, cy = box.centre
    cos, sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))

    def at(u: float, v: float) -> tuple[float, float]:
        return cx + u * cos - v * sin, cy + u * sin + v * cos

    return Face(box, Landmarks(at(-20, -15), at(20, -15), at(0, 5), at(-15, 30), at(15, 30)), 0.9)


def covers(region: Region, x: float, y: float) -> bool:
    turn = math.radians(region.tilt)
    dx, dy = x - region.cx, y - region.cy
    u = dx * math.cos(turn) + dy * math.sin(turn)
    v = dy * math.cos(turn) - dx * math.sin(turn)
    return math.hypot(u / region.width, v / region.height) <= 0.5


def test_an_upright_head_is_covered_with_room_for_its_hair() -> None:
    (region,) = regions_for([face()], 1000, 1000)
    assert region == Region(450, 353, 150, 211, 0, 0)
    assert region.cy - region.height / 2 < 300 - 0.35 * 130
    assert region.cy + region.height / 2 > 430 + 0.15 * 130


@pytest.mark.parametrize("share", [0, 0.25, 0.5, 0.75, 1])
def test_the_sides_and_the_chin_of_the_box_are_covered_and_its_lower_corners_nearly(
    share: float,
) -> None:
    (region,) = regions_for([face()], 1000, 1000)
    assert covers(region, 400, 300 + share * 100)
    assert covers(region, 500, 300 + share * 100)
    assert covers(region, 420 + share * 60, 430)
    assert covers(region, 400 + share * 100, 300)


@pytest.mark.parametrize(
    ("tilt", "rounded"), [(0, 0), (7, 0), (8, 15), (-22, -15), (40, 45), (91, 90), (-100, -105)]
)
def test_the_tilt_tells_no_more_than_fifteen_degrees(tilt: float, rounded: float) -> None:
    (region,) = regions_for([face(tilt)], 1000, 1000)
    assert region.tilt == rounded


@pytest.mark.parametrize("tilt", [30, -30, 90, -90, 180])
def test_the_room_for_hair_lies_above_the_eyes_however_the_head_is_turned(tilt: float) -> None:
    lying = abs(tilt) == 90
    box = Box(400, 300, 130, 100) if lying else Box(400, 300, 100, 130)
    (region,) = regions_for([face(tilt, box)], 1000, 1000)
    cx, cy = box.centre
    up = math.sin(math.radians(tilt)), -math.cos(math.radians(tilt))
    assert covers(region, cx + up[0] * 110, cy + up[1] * 110)
    assert not covers(region, cx - up[0] * 110, cy - up[1] * 110)


def looking_aside(share: float, tilt: float = 0) -> Face:
    """A face whose nose stands aside of its eyes by so many widths of its box."""
    plain = face(tilt)
    nose, turn = plain.landmarks.nose, math.radians(tilt)
    moved = nose[0] + 100 * share * math.cos(turn), nose[1] + 100 * share * math.sin(turn)
    return replace(plain, landmarks=replace(plain.landmarks, nose=moved))


@pytest.mark.parametrize("side", [-1, 1])
@pytest.mark.parametrize("tilt", [0, 30])
def test_a_head_in_profile_is_covered_as_far_as_it_goes_on_behind_the_face(
    side: int, tilt: float
) -> None:
    (plain,) = regions_for([face(tilt)], 1000, 1000)
    (region,) = regions_for([looking_aside(side * 0.25, tilt)], 1000, 1000)
    turn = math.radians(tilt)
    back = plain.cx - side * 110 * math.cos(turn), plain.cy - side * 110 * math.sin(turn)
    front = plain.cx + side * 72 * math.cos(turn), plain.cy + side * 72 * math.sin(turn)
    assert covers(region, *back)
    assert covers(region, *front)
    assert not covers(plain, *back)


def test_a_turn_tells_no_more_than_halves() -> None:
    widths = {
        regions_for([looking_aside(share / 100)], 1000, 1000)[0].width for share in range(-40, 41)
    }
    assert widths == {150, 172, 195}


def test_a_face_at_the_edge_keeps_its_whole_region() -> None:
    (region,) = regions_for([face(box=Box(-40, 900, 100, 130))], 1000, 1000)
    assert region.cx == 10
    assert region.width == 150


def test_each_region_names_its_face_and_faces_outside_have_none() -> None:
    faces = [face(), face(box=Box(5000, 300, 100, 130)), face(box=Box(700, 300, 100, 130))]
    assert [region.face for region in regions_for(faces, 1000, 1000)] == [0, 2]


def test_a_region_is_scaled_as_a_whole_but_for_its_tilt() -> None:
    assert Region(10, 20, 30, 40, 15, 3).scaled(0.5) == Region(5, 10, 15, 20, 15, 3)


@pytest.mark.parametrize("wanted", [0.98])
def test_labelled_faces_lie_inside_their_regions(
    labelled: list[dict[str, Any]], wanted: float
) -> None:
    boxes = [Box(*entry["box"]) for photo in labelled for entry in photo["faces"]]
    for box in boxes:
        (region,) = regions_for([face(box=box)], 10_000, 10_000)
        points = [
            (box.x + box.width * across / 20, box.y + box.height * down / 20)
            for across in range(21)
            for down in range(21)
        ]
        inside = sum(covers(region, x, y) for x, y in points) / len(points)
        assert inside >= wanted
