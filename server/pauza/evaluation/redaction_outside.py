"""Outside error: a covered JPEG beside the same photo saved again with nothing covered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
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
    worse_within: float
    """By how many dB it is worse, without the pixels that touch a covered block."""

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
    saved = _errors(before, formats.write(before, photo.data).data)
    for style in STYLES:
        changed = (cover(before, photo.regions, style) != before).any(axis=2)
        outside = ~in_blocks(changed)
        within = ~grown(~outside)
        if within.any():
            covered = _errors(before, redact(photo.data, photo.regions, style).data)
            worse_within = _decibels(saved[within]) - _decibels(covered[within])
            yield style, Rest(_decibels(covered[outside]), _decibels(saved[outside]), worse_within)


def in_blocks(changed: Mask) -> Mask:
    """All pixels of the blocks in which something is changed."""
    height, width = changed.shape
    padded = np.pad(changed, ((0, -height % BLOCK), (0, -width % BLOCK)))
    rows, columns = (side // BLOCK for side in padded.shape)
    blocks = padded.reshape(rows, BLOCK, columns, BLOCK).any(axis=(1, 3))
    return blocks.repeat(BLOCK, axis=0).repeat(BLOCK, axis=1)[:height, :width]


def grown(mask: Mask) -> Mask:
    """With the pixels that touch it."""
    down = mask.copy()
    down[1:] |= mask[:-1]
    down[:-1] |= mask[1:]
    across = down.copy()
    across[:, 1:] |= down[:, :-1]
    across[:, :-1] |= down[:, 1:]
    return across


def _errors(before: Pixels, data: bytes) -> Errors:
    difference = before.astype(np.int16) - formats.read(data).pixels
    errors: Errors = np.einsum("yxc,yxc->yx", difference, difference, dtype=np.int32)
    return errors


def _decibels(errors: Errors) -> float:
    """Peak signal to noise ratio, at most 100: equal pictures would have an infinite one."""
    return min(100.0, float(10 * np.log10(3 * 255**2 / max(float(errors.mean()), 1e-6))))
