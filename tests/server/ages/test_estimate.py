"""The real nets on the real photos."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

import numpy as np
import pytest
from PIL import Image, ImageFilter

from pauza import formats
from pauza.ages import Age, AgeEstimator
from pauza.ages.sharpness import sharpness
from pauza.faces import FaceFinder


@pytest.fixture(scope="module")
def estimator(weights: Mapping[str, bytes]) -> AgeEstimator:
    return AgeEstimator(weights)


def ages(data: bytes, weights: Mapping[str, bytes], estimator: AgeEstimator) -> list[Age]:
    read = formats.read(data, max_side=2048)
    return estimator.estimate(read, FaceFinder(weights).find(read))


def test_a_baby_looks_under_13_and_grown_women_do_not(
    photo: Callable[[str], bytes], weights: Mapping[str, bytes], estimator: AgeEstimator
) -> None:
    (baby,) = ages(photo("baby-hand.jpg"), weights, estimator)
    women = ages(photo("women-sofa.jpg"), weights, estimator)
    assert baby.under_13 > 0.9
    assert all(woman.under_18 < 0.2 for woman in women)


def test_a_crowd_has_one_age_a_face_in_the_order_of_the_faces(
    photo: Callable[[str], bytes], weights: Mapping[str, bytes], estimator: AgeEstimator
) -> None:
    read = formats.read(photo("solvay-1927.jpg"))
    faces = FaceFinder(weights).find(read)
    crowd = estimator.estimate(read, faces)
    (last,) = estimator.estimate(read, faces[-1:])
    assert len(crowd) == len(faces)
    assert crowd[-1].face_api_years == pytest.approx(last.face_api_years, abs=0.01)


def test_no_face_gives_no_age(estimator: AgeEstimator) -> None:
    nothing = formats.Photo(np.zeros((10, 10, 3), np.uint8), 10, 10, "png", 1)
    assert estimator.estimate(nothing, []) == []


def test_blur_lowers_sharpness_and_light_does_not(photo: Callable[[str], bytes]) -> None:
    face = Image.open(io.BytesIO(photo("baby-hand.jpg"))).convert("RGB").resize((96, 96))
    pixels = np.asarray(face)
    blurred = np.asarray(face.filter(ImageFilter.GaussianBlur(3)))
    dim = (pixels * 0.4).astype(np.uint8)
    assert sharpness(blurred) < 0.4 * sharpness(pixels)
    assert sharpness(dim) == pytest.approx(sharpness(pixels), rel=0.15)
