from __future__ import annotations

import pytest

from pauza.formats import PhotoError
from pauza.formats.limits import MAX_PIXELS, Fit, check_size


@pytest.mark.parametrize(
    ("fit", "size"),
    [
        (Fit(), (4000, 3000)),
        (Fit(max_side=8000), (4000, 3000)),
        (Fit(max_side=2000), (2000, 1500)),
        (Fit(max_pixels=3_000_000), (2000, 1500)),
        (Fit(max_side=2000, max_pixels=30_000), (200, 150)),
    ],
)
def test_a_picture_is_fitted_in_its_shape_and_never_enlarged(
    fit: Fit, size: tuple[int, int]
) -> None:
    assert fit.size(4000, 3000) == size


@pytest.mark.parametrize("side", range(1, 4000, 7))
def test_the_longer_side_is_the_one_that_was_asked_for(side: int) -> None:
    assert Fit(max_side=side).size(3024, 4032)[1] == side


def test_the_thinnest_picture_keeps_a_pixel() -> None:
    assert Fit(max_side=10).size(1, 5000) == (1, 10)


@pytest.mark.parametrize(
    ("size", "code"),
    [((10_000, 10_001), "too_many_pixels"), ((0, 5), "damaged"), ((5, -1), "damaged")],
)
def test_sizes_beyond_the_limits_are_refused(size: tuple[int, int], code: str) -> None:
    with pytest.raises(PhotoError) as refusal:
        check_size(*size)
    assert refusal.value.code == code


def test_a_hundred_megapixels_are_taken() -> None:
    check_size(10_000, MAX_PIXELS // 10_000)
