from __future__ import annotations

from pauza.faces import Box, Face, Landmarks
from pauza.faces.merge import merged


def face(x: float, y: float, side: float, confidence: float) -> Face:
    middle = (x + side / 2, y + side / 2)
    return Face(Box(x, y, side, side), Landmarks(*[middle] * 5), confidence)


def test_of_two_looks_at_one_face_the_surer_stays() -> None:
    sure, doubtful = face(0, 0, 100, 0.9), face(5, 5, 100, 0.75)
    assert merged([(doubtful, 0.7), (sure, 0.7)]) == [sure]


def test_confidences_compare_by_the_threshold_of_their_look() -> None:
    yunet, centerface = face(0, 0, 100, 0.75), face(2, 2, 100, 0.6)
    assert merged([(yunet, 0.7), (centerface, 0.45)]) == [centerface]


def test_neighbours_are_two_faces() -> None:
    left, right = face(0, 0, 100, 0.9), face(90, 0, 100, 0.9)
    assert merged([(left, 0.7), (right, 0.7)]) == [left, right]


def test_a_doubtful_half_of_a_face_is_dropped() -> None:
    whole, half = face(0, 0, 100, 0.9), face(10, 40, 50, 0.72)
    assert merged([(whole, 0.7), (half, 0.7)]) == [whole]


def test_a_sure_small_face_in_front_of_a_large_one_stays() -> None:
    mother, baby = face(0, 0, 200, 0.9), face(20, 100, 60, 0.9)
    assert merged([(mother, 0.7), (baby, 0.7)]) == [mother, baby]
