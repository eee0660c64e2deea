"""Non-interference: a photo's pixels under a cover have no influence on any byte of the output."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image

from .. import formats
from ..formats import Format, Pixels
from ..redaction.geometry import Region
from ..redaction.mask import Window, inside
from ..redaction.redact import cover, redact
from ..settings import STYLES, Style
from .redaction_photos import SharedPhoto

_SIDE = 256
"""Long side of the copies that are written in every format."""

_MANNERS: Mapping[Format, tuple[str, Mapping[str, Any]]] = {
    "jpeg": ("JPEG", {"quality": 90}),
    "png": ("PNG", {"compress_level": 1}),
    "webp": ("WEBP", {"quality": 90}),
    "gif": ("GIF", {}),
    "avif": ("AVIF", {"speed": 10}),
    "heic": ("HEIF", {}),
}


@dataclass(frozen=True)
class Proof:
    """Outputs that were the same to the byte with noise in place of what is covered."""

    style: Style
    format: Format
    equal: int
    total: int


def prove(photos: Sequence[SharedPhoto]) -> list[Proof]:
    """Covers everything found in every shared photo, in every style and format."""
    equal: Counter[tuple[Style, Format]] = Counter()
    covered = [photo for photo in photos if photo.regions]
    for photo in covered:
        pixels, other, regions = _pair(photo)
        sources = {format_: _saved(pixels, format_) for format_ in _MANNERS}
        for style in STYLES:
            one, two = cover(pixels, regions, style), cover(other, regions, style)
            for format_, source in sources.items():
                same = formats.write(one, source).data == formats.write(two, source).data
                equal[style, format_] += same
    return [
        Proof(style, format_, equal[style, format_], len(covered))
        for style in STYLES
        for format_ in _MANNERS
    ]


def prove_whole_files(photos: Sequence[SharedPhoto]) -> list[Proof]:
    """The same end to end: two PNG files in, which differ only under the covers."""
    proofs = []
    for style in STYLES:
        equal = [
            redact(_saved(pixels, "png"), regions, style).data
            == redact(_saved(other, "png"), regions, style).data
            for pixels, other, regions in map(_pair, photos)
            if regions
        ]
        proofs.append(Proof(style, "png", sum(equal), len(equal)))
    return proofs


def _pair(photo: SharedPhoto) -> tuple[Pixels, Pixels, list[Region]]:
    """A small copy, another one with noise under all covers, and the regions in both."""
    pixels = formats.read(photo.data, max_side=_SIDE).pixels
    height, width = pixels.shape[:2]
    regions = [region.scaled(_SIDE / photo.long_side) for region in photo.regions]
    other = pixels.copy()
    noise = np.random.default_rng(len(photo.data)).integers(0, 256, pixels.shape, np.uint8)
    for region in regions:
        mask = inside(region, Window(0, 0, width, height))
        other[mask] = noise[mask]
    return pixels, other, regions


def _saved(pixels: Pixels, format_: Format) -> bytes:
    plugin, manner = _MANNERS[format_]
    file = BytesIO()
    Image.fromarray(pixels).save(file, plugin, **manner)
    return file.getvalue()
