"""The real detectors on the real photos."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from pauza import formats
from pauza.faces import Box, FaceFinder
from pauza.formats import Photo


@pytest.fixture(scope="module")
def finder(weights: Mapping[str, bytes]) -> FaceFinder:
    return FaceFinder(weights)


def test_at_least_97_percent_of_the_labelled_faces_are_found(
    finder: FaceFinder, photos: Path, labelled: list[dict[str, Any]]
) -> None:
    found = wanted = 0
    for entry in labelled:
        read = formats.read((photos / entry["file"]).read_bytes(), max_side=2048)
        faces = finder.find(read)
        for label in entry["faces"]:
            wanted += 1
            found += any(face.box.overlap(Box(*label["box"])) >= 0.4 for face in faces)
    assert found >= 0.97 * wanted


def test_a_photo_without_people_has_no_face(
    finder: FaceFinder, photo: Callable[[str], bytes]
) -> None:
    assert finder.find(formats.read(photo("forest.jpg"))) == []


def test_boxes_are_in_full_size_pixels_however_small_the_copy(
    finder: FaceFinder, photo: Callable[[str], bytes]
) -> None:
    data = photo("children-laughing.jpg")
    whole = finder.find(formats.read(data))
    copy = finder.find(formats.read(data, max_side=600))
    assert len(whole) == len(copy) == 5
    for face, same in zip(whole, copy, strict=True):
        assert face.box.overlap(same.box) > 0.7


def test_a_plain_picture_of_any_shape_is_no_error(finder: FaceFinder) -> None:
    for height, width in ((1, 1), (1, 3000), (33, 65)):
        pixels = np.full((height, width, 3), 127, np.uint8)
        assert finder.find(Photo(pixels, width, height, "png", 1)) == []


def test_the_largest_face_comes_first(finder: FaceFinder, photo: Callable[[str], bytes]) -> None:
    faces = finder.find(formats.read(photo("solvay-1927.jpg")))
    areas = [face.box.area for face in faces]
    assert areas == sorted(areas, reverse=True)


def test_enlarging_a_photo_does_not_lose_its_faces(
    finder: FaceFinder, photo: Callable[[str], bytes]
) -> None:
    image = Image.open(io.BytesIO(photo("mother-daughter.jpg"))).convert("RGB")
    large = np.asarray(image.resize((image.width * 3, image.height * 3)))
    enlarged = Photo(large, large.shape[1], large.shape[0], "jpeg", 1)
    assert len(finder.find(enlarged)) == 2


def test_a_group_far_away_is_found_in_a_large_photo(
    finder: FaceFinder, photo: Callable[[str], bytes]
) -> None:
    faces = finder.find(far_away(photo("women-stairs.jpg")))
    assert len(faces) == 5
    assert max(face.box.height for face in faces) < 30


def far_away(data: bytes) -> Photo:
    group = Image.open(io.BytesIO(data)).convert("RGB")
    group.thumbnail((150, 150))
    ground = Image.new("RGB", (2048, 1536), (128, 136, 120))
    ground.paste(group, (1000, 700))
    return Photo(np.asarray(ground), *ground.size, "jpeg", 1)


def turned(photo: Photo, quarters: int) -> Photo:
    pixels = np.ascontiguousarray(np.rot90(photo.pixels, quarters))
    return Photo(pixels, pixels.shape[1], pixels.shape[0], photo.format, 1)


@pytest.mark.parametrize("quarters", [1, 2, 3])
@pytest.mark.parametrize("name", ["children-laughing.jpg", "women-window.jpg", "solvay-1927.jpg"])
def test_a_turned_photo_shows_as_many_faces_as_the_upright_one(
    finder: FaceFinder, photo: Callable[[str], bytes], name: str, quarters: int
) -> None:
    upright = formats.read(photo(name), max_side=1280)
    assert len(finder.find(turned(upright, quarters))) == len(finder.find(upright))


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_group_far_away_in_a_turned_photo_is_found(
    finder: FaceFinder, photo: Callable[[str], bytes], quarters: int
) -> None:
    distant = far_away(photo("women-window.jpg"))
    assert len(finder.find(turned(distant, quarters))) == len(finder.find(distant)) == 4


@pytest.mark.parametrize("name", ["children-laughing.jpg", "boy-closeup.jpg"])
def test_eyes_are_placed_by_the_look_that_saw_the_face_the_right_way_up(
    finder: FaceFinder, photo: Callable[[str], bytes], name: str
) -> None:
    upside_down = turned(formats.read(photo(name), max_side=1280), 2)
    assert all(abs(face.landmarks.tilt) > 90 for face in finder.find(upside_down))
