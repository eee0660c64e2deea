"""Photo and regions in, covered bytes out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import astuple, replace
from io import BytesIO
from typing import Literal

import numpy as np
from PIL import Image

from pauza import formats
from pauza.formats import Pixels, Written
from pauza.redaction.geometry import Region
from pauza.redaction.mask import Mask, inside, window_of
from pauza.redaction.styles import STYLES, Patch
from pauza.settings import Style

Redaction = Written
"""New bytes in which faces are covered and nothing is hidden."""

MAX_REGIONS = 64
_LARGEST = 1_000_000
"""Pixels beyond which a number of a region is nonsense."""
_PREVIEW_QUALITY = 85

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
    photo = formats.read(data, max_pixels=formats.MAX_WRITTEN_PIXELS)
    scale = photo.scale
    covered = cover(photo.pixels, [region.scaled(scale) for region in regions], style)
    del photo  # a large photo would not fit into memory three times
    return replace(formats.write(covered, data), scaled=scale < 1)


def preview(
    data: bytes, *, max_side: int, regions: Sequence[Region] = (), style: Style = "soft"
) -> bytes:
    """A small JPEG for the eye, plain or covered; regions as for `redact`."""
    _check(regions)
    photo = formats.read(data, max_side=max_side)
    pixels = cover(photo.pixels, [region.scaled(photo.scale) for region in regions], style)
    file = BytesIO()
    Image.fromarray(pixels).save(file, "JPEG", quality=_PREVIEW_QUALITY)
    return file.getvalue()


def cover(pixels: Pixels, regions: Sequence[Region], style: Style) -> Pixels:
    """A copy of the picture in which the regions (in its own pixels) are covered.

    What lies inside any region is erased before anything is painted. So no cover can depend
    on it, and neither can the feather around a cover.
    """
    height, width = pixels.shape[:2]
    canvas = pixels.copy()
    erased = np.zeros((height, width), np.bool_)
    for region in regions:
        window = window_of(region, 0, width, height)
        erased[window.slices] |= inside(region, window)
    for region in regions:
        window = window_of(region, 0, width, height)
        canvas[window.slices][erased[window.slices]] = 0
    for region in regions:
        _paint(canvas, erased, region, style)
    return canvas


def _paint(canvas: Pixels, erased: Mask, region: Region, name: Style) -> None:
    """Paints the cover of one region onto the canvas."""
    style = STYLES[name]
    height, width = erased.shape
    reach = style.reach * max(region.width, region.height)
    window = window_of(region, reach, width, height)
    if not (window.width and window.height):
        return
    view = canvas[window.slices]
    known = ~erased[window.slices]
    paint = style.paint(Patch(view * known[:, :, None], known, region, window))
    opaque = inside(region, window) | (paint.alpha == 255)
    np.copyto(view, paint.colours, where=opaque[:, :, None])
    edge = (paint.alpha > 0) & ~opaque
    alpha = paint.alpha[edge].astype(np.uint16)[:, None]
    view[edge] = (paint.colours[edge] * alpha + view[edge] * (255 - alpha)) // 255


def _check(regions: Sequence[Region]) -> None:
    if len(regions) > MAX_REGIONS:
        raise RegionError("too_many_regions", f"{len(regions)}, at most {MAX_REGIONS}")
    for region in regions:
        numbers = astuple(region)[:5]
        usable = all(math.isfinite(number) and abs(number) <= _LARGEST for number in numbers)
        if not usable or min(region.width, region.height) <= 0:
            raise RegionError("bad_region", f"numbers {numbers}")
