from __future__ import annotations

import math

import numpy as np
import pytest

from pauza.redaction.geometry import Region
from pauza.redaction.mask import TOUCH, Window, inside, window_of

REGIONS = [
    Region(30, 25, 20, 30, 0),
    Region(30, 25, 20, 30, 15),
    Region(30, 25, 40, 10, -60),
    Region(30.4, 25.7, 3, 2, 45),
    Region(0, 0, 50, 40, 30),
    Region(60, 10, 300, 200, 75),
]


@pytest.mark.parametrize("region", REGIONS)
def test_a_pixel_is_inside_when_the_slightly_widened_ellipse_holds_its_centre(
    region: Region,
) -> None:
    window = Window(0, 0, 64, 48)
    mask = inside(region, window)
    turn = math.radians(region.tilt)
    for y in range(48):
        for x in range(64):
            dx, dy = x + 0.5 - region.cx, y + 0.5 - region.cy
            u = (dx * math.cos(turn) + dy * math.sin(turn)) / (region.width / 2 + TOUCH)
            v = (dy * math.cos(turn) - dx * math.sin(turn)) / (region.height / 2 + TOUCH)
            assert mask[y, x] == (math.hypot(u, v) <= 1), (x, y)


@pytest.mark.parametrize("region", REGIONS[:3])
def test_a_pixel_that_the_ellipse_only_touches_is_inside(region: Region) -> None:
    mask = inside(region, Window(0, 0, 64, 48))
    turn = math.radians(region.tilt)
    for degree in range(360):
        u = region.width / 2 * math.cos(math.radians(degree))
        v = region.height / 2 * math.sin(math.radians(degree))
        x = region.cx + u * math.cos(turn) - v * math.sin(turn)
        y = region.cy + u * math.sin(turn) + v * math.cos(turn)
        assert mask[math.floor(y), math.floor(x)], (x, y)


@pytest.mark.parametrize("region", REGIONS)
def test_a_window_holds_the_whole_region_within_the_picture(region: Region) -> None:
    everywhere = inside(region, Window(0, 0, 64, 48))
    window = window_of(region, 0, 64, 48)
    assert everywhere.sum() == inside(region, window).sum() == everywhere[window.slices].sum()


def test_a_region_outside_the_picture_has_an_empty_window() -> None:
    window = window_of(Region(-500, 20, 10, 10, 0), 5, 64, 48)
    assert (window.width, inside(Region(-500, 20, 10, 10, 0), window).size) == (0, 0)


@pytest.mark.parametrize("pixels", [1, 100, 700, 10_000])
def test_bands_cover_a_window_once(pixels: int) -> None:
    times = np.zeros((48, 64), int)
    for band in Window(3, 5, 60, 40).bands(pixels):
        times[band.slices] += 1
    assert times[5:40, 3:60].min() == times.max() == 1
    assert times.sum() == 57 * 35
