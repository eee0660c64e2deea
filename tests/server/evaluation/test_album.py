"""The floors of the judgement on the shared photos: below them the build fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from pauza.evaluation.album import AlbumResult, evaluate_album
from pauza.settings import Settings


@pytest.fixture(scope="module")
def album(settings: Settings, photos: Path) -> AlbumResult:
    assert photos
    return evaluate_album(settings)


def test_at_least_97_percent_of_the_faces_are_found(album: AlbumResult) -> None:
    assert album.found.value >= 0.97


def test_at_most_one_thing_but_look_alikes_is_taken_for_a_face(album: AlbumResult) -> None:
    assert album.false_alarms <= 1


def test_no_child_is_called_adult(album: AlbumResult) -> None:
    assert album.called("child", "adult").hits == 0


def test_at_most_a_tenth_of_the_adults_is_called_child(album: AlbumResult) -> None:
    assert album.called("adult", "child").value <= 0.10


def test_every_photo_with_a_child_nudges(album: AlbumResult) -> None:
    assert album.children_nudged.value == 1


def test_photos_of_adults_seldom_nudge(album: AlbumResult) -> None:
    assert album.adults_only_nudged.value <= 0.10
    nudging = {photo.file for photo in album.photos if photo.nudge}
    assert not nudging & {"women-sofa.jpg", "forest.jpg", "barkeeper-24mp.jpg", "bicycle.heic"}
