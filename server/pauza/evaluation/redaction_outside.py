"""Outside error: a covered JPEG beside the same photo saved again with nothing covered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import simplejpeg
from numpy.typing import NDArray

from .. import formats
from ..formats import Pixels
from ..redaction.mask import Mask
from ..redaction.redact import cover, redact
from ..settings import STYLES, Style
from .redaction_photos import SharedPhoto

BLOCK = 16
"""Side of the blocks that are coded together, in pixels (4:2:0)."""

Errors = NDArray[np.int32]
"""Of each pixel, its three squared errors together."""


@dataclass(frozen=True)
class Rest:
    """One covered JPEG: how near its rest is to the photo, and that of the photo saved again with
    its own tables, in dB."""

    covered: float
    saved: float
    other: int
    """Pixels that differ from those of the photo saved again, by a decoder that blends no colours
    of neighbouring blocks."""

    @property
    def worse(self) -> float:
        return self.saved - self.covered


def measure_outside(photos: Sequence[SharedPhoto]) -> dict[Style, list[Rest]]:
    """Every shared JPEG with a cover that leaves a rest, in every style."""
    rests = defaultdict[Style, list[Rest]](list)
    for photo in photos:
        if photo.file.endswith(".jpg") and photo.regions:
            for style, rest in _rests(photo):
                rests[style].append(rest)
    return rests


def _rests(photo: SharedPhoto) -> Iterator[tuple[Style, Rest]]:
    before = formats.read(photo.data).pixels
    saved = formats.write(before, photo.data).data
    for style in STYLES:
        changed = (cover(before, photo.regions, style) != before).any(axis=2)
        outside = ~in_blocks(changed)
        if outside.any():
            covered = redact(photo.data, photo.regions, style).data
            yield style, _rest(before, covered, saved, outside)


def _rest(before: Pixels, covered: bytes, saved: bytes, outside: Mask) -> Rest:
    other = (_unblended(covered) != _unblended(saved)).any(axis=2)
    return Rest(
        covered=_decibels(_errors(before, covered)[outside]),
        saved=_decibels(_errors(before, saved)[outside]),
        other=int(other[outside].sum()),
    )


def in_blocks(changed: Mask) -> Mask:
    """All pixels of the blocks in which something is changed."""
    height, width = changed.shape
    padded = np.pad(changed, ((0, -height % BLOCK), (0, -width % BLOCK)))
    rows, columns = (side // BLOCK for side in padded.shape)
    blocks = padded.reshape(rows, BLOCK, columns, BLOCK).any(axis=(1, 3))
    return blocks.repeat(BLOCK, axis=0).repeat(BLOCK, axis=1)[:height, :width]


def _unblended(data: bytes) -> Pixels:
    """A JPEG decoded block by block: in a usual decoder, colours of a lower resolution than the
    photo's run over into the blocks beside."""
    pixels: Pixels = simplejpeg.decode_jpeg(data, fastupsample=True)
    return pixels


def _errors(before: Pixels, data: bytes) -> Errors:
    difference = before.astype(np.int16) - formats.read(data).pixels
    errors: Errors = np.einsum("yxc,yxc->yx", difference, difference, dtype=np.int32)
    return errors


def _decibels(errors: Errors) -> float:
    """Peak signal to noise ratio, at most 100: equal pictures would have an infinite one."""
    return min(100.0, float(10 * np.log10(3 * 255**2 / max(float(errors.mean()), 1e-6))))
