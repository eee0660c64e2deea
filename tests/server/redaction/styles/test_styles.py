from __future__ import annotations

from typing import get_args

import numpy as np
import pytest

from pauza import settings
from pauza.redaction.geometry import Region
from pauza.redaction.mask import Window, inside, window_of
from pauza.redaction.styles import STYLES, Patch, ring_of
from pauza.redaction.styles.patch import depth, feather

REGION = Region(100, 80, 60, 80, 30)
PICTURE = (160, 200)


def patch(style: settings.Style, colour: tuple[int, int, int] = (40, 90, 160)) -> Patch:
    height, width = PICTURE
    window = window_of(REGION, STYLES[style].reach * 80 + 2, width, height)
    canvas = np.full((height, width, 3), colour, np.uint8)
    erased = inside(REGION, Window(0, 0, width, height))
    canvas[erased] = 0
    return Patch(REGION, window, ring_of(REGION, canvas, erased))


def test_every_style_of_the_settings_can_paint() -> None:
    assert set(STYLES) == set(get_args(settings.Style))


@pytest.mark.parametrize("style", STYLES)
def test_a_paint_has_its_window_s_shape_and_fades_out_before_its_edge(
    style: settings.Style,
) -> None:
    asked = patch(style)
    paint = STYLES[style].paint(asked)
    shape = (asked.window.height, asked.window.width)
    assert paint.colours.shape == (*shape, 3)
    assert paint.alpha.shape == shape
    border = np.concatenate([paint.alpha[[0, -1]].ravel(), paint.alpha[:, [0, -1]].ravel()])
    assert border.max() == 0


@pytest.mark.parametrize("style", STYLES)
def test_a_paint_hides_almost_wholly_inside_even_before_it_is_made_to(
    style: settings.Style,
) -> None:
    asked = patch(style)
    alpha = STYLES[style].paint(asked).alpha
    least = 192 if style.startswith("sticker") else 250
    assert alpha[inside(REGION, asked.window)].min() >= least


@pytest.mark.parametrize("style", ["soft", "solid"])
def test_a_fill_has_the_light_of_its_surroundings(style: settings.Style) -> None:
    blue = STYLES[style].paint(patch(style)).colours.mean(axis=(0, 1))
    red = STYLES[style].paint(patch(style, (180, 60, 30))).colours.mean(axis=(0, 1))
    assert blue[2] > blue[0]
    assert red[0] > red[2]


def test_a_soft_fill_has_grain_and_a_solid_one_none() -> None:
    centre = (slice(40, 60), slice(30, 50))
    soft = STYLES["soft"].paint(patch("soft")).colours[centre]
    solid = STYLES["solid"].paint(patch("solid")).colours[centre]
    assert soft[:, :, 0].std() > 1
    assert solid.std(axis=(0, 1)).max() == 0


def test_a_sticker_s_rim_is_white_to_its_edge() -> None:
    paint = STYLES["sticker-heart"].paint(patch("sticker-heart"))
    edge = (paint.alpha > 0) & (paint.alpha < 128)
    assert edge.any()
    assert paint.colours[edge].min() > 220


def test_the_grain_tells_the_rounded_region_and_nothing_finer() -> None:
    asked = patch("soft")
    finer = Region(REGION.cx + 0.2, REGION.cy, REGION.width + 0.3, REGION.height, REGION.tilt)
    rounded, exact = (
        STYLES["soft"].paint(Patch(region, asked.window, asked.ring)).colours[40:60, 30:50]
        for region in (REGION, finer)
    )
    assert np.array_equal(rounded, exact)


def test_a_ring_takes_nothing_from_another_region() -> None:
    height, width = PICTURE
    neighbour = Region(150, 80, 40, 60, 0)
    whole = Window(0, 0, width, height)
    erased = inside(REGION, whole) | inside(neighbour, whole)
    canvas = np.full((height, width, 3), 120, np.uint8)
    canvas[erased] = 0
    ring = ring_of(REGION, canvas, erased)
    assert np.abs(ring.colours[ring.known] - 120).max() < 2


def test_a_feather_falls_outwards_only_and_never_rises() -> None:
    window = window_of(REGION, 20, 200, 160)
    alpha = feather(depth(REGION, window), window, 12)
    assert alpha[inside(REGION, window)].min() >= 250
    row = alpha[80 - window.top, 100 - window.left :].astype(int)
    assert (np.diff(row) <= 0).all()
    assert row[-1] == 0
