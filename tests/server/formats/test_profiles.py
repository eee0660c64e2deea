from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageCms

from pauza.formats import Space
from pauza.formats.profiles import PROFILES

RED_GREEN_BLUE = {
    "srgb": ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06)),
    "display-p3": ((0.68, 0.32), (0.265, 0.69), (0.15, 0.06)),
}
D65, D50 = np.array([0.95046, 1.0, 1.08906]), np.array([0.9642, 1.0, 0.8249])
BRADFORD = np.array(
    [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]
)


def opened(profile: bytes) -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(BytesIO(profile))


def expected_primaries(space: str) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Rows red, green, blue as X, Y, Z under D50, from what the standards say of the space."""
    points = np.array([(x / y, 1, (1 - x - y) / y) for x, y in RED_GREEN_BLUE[space]]).T
    scaled = points * np.linalg.solve(points, D65)
    adaptation = np.linalg.inv(BRADFORD) @ np.diag(BRADFORD @ D50 / (BRADFORD @ D65)) @ BRADFORD
    primaries: np.ndarray[tuple[int, int], np.dtype[np.float64]] = (adaptation @ scaled).T
    return primaries


@pytest.mark.parametrize("space", PROFILES)
def test_the_primaries_are_those_of_the_standard(space: Space) -> None:
    profile = opened(PROFILES[space]).profile
    told = [profile.red_primary, profile.green_primary, profile.blue_primary]
    found = np.array([primary[0] for primary in told if primary])
    assert np.abs(found - expected_primaries(space)).max() < 5e-4


@pytest.mark.parametrize("space", PROFILES)
def test_grey_is_grey_and_its_steps_are_those_of_srgb(space: Space) -> None:
    ramp = Image.merge("RGB", [Image.linear_gradient("L")] * 3)
    srgb = ImageCms.createProfile("sRGB")
    seen = ImageCms.profileToProfile(ramp, opened(PROFILES[space]), srgb)
    assert np.abs(np.asarray(seen, np.int16) - np.asarray(ramp)).max() <= 1


def test_they_are_small_whole_and_name_themselves() -> None:
    for space, profile in PROFILES.items():
        assert len(profile) < 600
        assert int.from_bytes(profile[:4], "big") == len(profile)
        told = ImageCms.getProfileDescription(opened(profile)).strip().lower()
        assert told.replace(" ", "-") == space
