"""Photo and regions in, covered bytes out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import astuple
from io import BytesIO
from typing import Literal

import numpy as np
from PIL import Image

from .. import formats
from ..formats import Pixels, Written
from ..settings import MAX_REGIONS, Style
from . import styles
from .geometry import Region
from .mask import Mask, Window, runs, window_of
from .styles import STYLES, Paint, Patch, Ring, ring_of

Redaction = Written
"""New bytes in which faces are covered and nothing is hidden."""

_LARGEST = 1_000_000
"""Pixels beyond which a number of a region is nonsense."""
_PREVIEW_QUALITY = 85
_EDGE = 2
"""Pixels around a cover for its smoothed edge."""
_BAND_PIXELS = 4_000_000
"""Pixels that are painted at once."""

RegionErrorCode = Literal["too_many_regions", "bad_region"]


class RegionError(Exception):
    """Regions that can't be covered. `code` is stable, `detail` is for developers."""

    def __init__(self, code: RegionErrorCode, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


def redact(data: bytes, regions: Sequence[Region], style: Style) -> Redaction:
    """The photo with its regions covered; a cleaned copy where there are none.

    Regions are in pixels of the upright full-size photo. Raises PhotoError and RegionError.
    """
    _check(regions)
    if not regions:
        return formats.clean(data)
    photo = formats.read(data, max_pixels=formats.MAX_WRITTEN_PIXELS, keep_p3=True)
    scale, space = photo.scale, photo.space
    covered = np.require(photo.pixels, requirements="W")
    del photo  # a large photo would not fit into memory three times
    _cover(covered, [region.scaled(scale) for region in regions], style)
    return formats.write(covered, data, space).and_also("scaled", scale < 1)


def preview(
    data: bytes, *, max_side: int, regions: Sequence[Region] = (), style: Style = "soft"
) -> bytes:
    """A small JPEG for the eye, plain or covered; regions as for `redact`."""
    _check(regions)
    photo = formats.read(data, max_side=max_side)
    pixels = cover(photo.pixels, [region.scaled(photo.scale) for region in regions], style)
    return for_the_eye(pixels, max_side)


def for_the_eye(pixels: Pixels, max_side: int) -> bytes:
    """A JPEG of decoded pixels, at most `max_side` wide and high."""
    image = Image.fromarray(pixels)
    image = image.reduce(max(1, max(image.size) // max_side))  # the cheap way, as far as it goes
    image.thumbnail((max_side, max_side), Image.Resampling.BILINEAR)
    file = BytesIO()
    image.save(file, "JPEG", quality=_PREVIEW_QUALITY)
    return file.getvalue()


def cover(pixels: Pixels, regions: Sequence[Region], style: Style) -> Pixels:
    """A copy of the picture in which the regions (in its own pixels) are covered.

    What lies inside any region is erased before anything is painted or even looked at. So no
    cover can depend on it, and neither can the feather around a cover.
    """
    canvas = pixels.copy()
    _cover(canvas, regions, style)
    return canvas


def _cover(canvas: Pixels, regions: Sequence[Region], style: Style) -> None:
    erased = _erase(canvas, regions)
    rings = [ring_of(region, canvas, erased) for region in regions]
    for region, ring in zip(regions, rings, strict=True):
        _paint(canvas, region, ring, STYLES[style])


def _erase(canvas: Pixels, regions: Sequence[Region]) -> Mask:
    """Blackens the inside of all regions; returns where that was."""
    height, width = canvas.shape[:2]
    erased = np.zeros((height, width), np.bool_)
    for region in regions:
        window = window_of(region, 0, width, height)
        view, gone = canvas[window.slices], erased[window.slices]
        for row, columns in runs(region, window):
            view[row, columns] = 0
            gone[row, columns] = True
    return erased


def _paint(canvas: Pixels, region: Region, ring: Ring, style: styles.Style) -> None:
    """Paints the cover of one region, in bands: a face can fill a photo of fifty megapixels."""
    height, width = canvas.shape[:2]
    reach = style.reach * max(region.width, region.height) + _EDGE
    window = window_of(region, reach, width, height)
    if not (window.width and window.height):
        return
    for band in window.bands(_BAND_PIXELS):
        _lay(canvas[band.slices], region, band, style.paint(Patch(region, band, ring)))


def _lay(view: Pixels, region: Region, window: Window, paint: Paint) -> None:
    """Lays paint on a part of the canvas: wholly opaque inside the region, by its alpha outside."""
    alpha = paint.alpha.copy()
    for row, columns in runs(region, window):
        alpha[row, columns] = 255
    image = Image.fromarray(view)
    image.paste(Image.fromarray(paint.colours), mask=Image.fromarray(alpha))
    view[:] = np.asarray(image)


def _check(regions: Sequence[Region]) -> None:
    if len(regions) > MAX_REGIONS:
        raise RegionError("too_many_regions", f"{len(regions)}, at most {MAX_REGIONS}")
    for region in regions:
        numbers = astuple(region)[:5]
        usable = all(math.isfinite(number) and abs(number) <= _LARGEST for number in numbers)
        if not usable or min(region.width, region.height) <= 0:
            raise RegionError("bad_region", f"numbers {numbers}")
