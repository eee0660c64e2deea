"""What a cover costs: processor time on a photo of twelve megapixels, and bytes on every JPEG."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from .. import formats
from ..redaction.geometry import Region
from ..redaction.redact import redact
from ..settings import STYLES, Style
from .redaction_photos import SharedPhoto

_SIZE = (4000, 3000)
_RUNS = 4
_USUAL = (Region(1500, 1200, 400, 560, 0), Region(2400, 1300, 380, 520, 15))
_LARGE = (Region(1200, 1500, 1300, 1800, 0), Region(2800, 1500, 1250, 1750, 0))
_SMALL_SHARE = 0.12
"""Width of the region that is laid on every JPEG, as a share of the photo's shorter side."""


@dataclass(frozen=True)
class Cost:
    """Processor seconds, the least of some runs."""

    process: str
    style: Style
    usual: float
    """Two faces of a seventh of the photo's height."""
    large: float
    """Two faces of half its height."""
    pillow: float
    """Decoding and encoding by Pillow, with the same tables and nothing covered."""


@dataclass(frozen=True)
class Size:
    """Of each JPEG: by what share it is larger covered than its cleaned copy is."""

    style: Style
    small: tuple[float, ...]
    """Under one region of at most two per cent of it."""
    faces: tuple[float, ...]
    """Under the covers of its faces, where it has any."""


def measure_costs(photos: Sequence[SharedPhoto]) -> list[Cost]:
    largest = max(photos, key=lambda photo: photo.long_side)
    picture = Image.fromarray(formats.read(largest.data).pixels).resize(_SIZE)
    costs = []
    for process, progressive in (("baseline", False), ("progressive", True)):
        data = _jpeg(picture, progressive)
        pillow = _least(partial(_through_pillow, data))
        for style in STYLES:
            usual, large = (
                _least(partial(redact, data, regions, style)) for regions in (_USUAL, _LARGE)
            )
            costs.append(Cost(process, style, usual, large, pillow))
    return costs


def measure_sizes(photos: Sequence[SharedPhoto]) -> list[Size]:
    jpegs = [photo for photo in photos if photo.file.endswith(".jpg")]
    small = [(photo.data, [_small_region(photo)]) for photo in jpegs]
    faces = [(photo.data, photo.regions) for photo in jpegs if photo.regions]
    return [Size(style, _changes(small, style), _changes(faces, style)) for style in STYLES]


def _changes(jobs: Sequence[tuple[bytes, Sequence[Region]]], style: Style) -> tuple[float, ...]:
    return tuple(
        len(redact(data, regions, style).data) / len(formats.clean(data).data) - 1
        for data, regions in jobs
    )


def _small_region(photo: SharedPhoto) -> Region:
    seen = formats.read(photo.data, max_side=64)
    side = _SMALL_SHARE * min(seen.width, seen.height)
    return Region(seen.width / 2, seen.height / 2, side, side * 1.3, 0)


def _jpeg(picture: Image.Image, progressive: bool) -> bytes:
    file = BytesIO()
    picture.save(file, "JPEG", quality=90, progressive=progressive)
    return file.getvalue()


def _through_pillow(data: bytes) -> None:
    image = JpegImageFile(BytesIO(data))
    manner = {"qtables": image.quantization, "progressive": "progressive" in image.info}
    image.load()
    image.save(BytesIO(), "JPEG", subsampling=2, **manner)


def _least(work: Callable[[], object]) -> float:
    times = []
    for _ in range(_RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)
