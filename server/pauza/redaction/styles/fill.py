"""The light around a region carried through it, so that a cover needs no pixel of the face.

Smooth as a stretched skin: every cell is the mean of its neighbours.
"""

from __future__ import annotations

import numpy as np

from ..mask import Mask
from .patch import NEUTRAL, Colours, Ring

_SWEEPS = 24
"""Rounds of smoothing after the first guess; more change nothing that an eye sees."""


def filled(ring: Ring) -> Colours:
    """The ring's grid with its unknown cells as a smooth continuation of the known ones."""
    known = ring.known
    if not known.any():
        return np.broadcast_to(np.array(NEUTRAL, float), ring.colours.shape)
    light = _pulled(ring.colours, known)
    for _ in range(_SWEEPS):
        light = np.where(known[:, :, None], light, _mean_of_neighbours(light))
    return _mean_of_neighbours(_mean_of_neighbours(light))


def _pulled(colours: Colours, known: Mask) -> Colours:
    """A first guess: unknown cells from ever coarser grids, where something is known."""
    if known.all():
        return colours
    rows, columns = known.shape
    padded = ((0, rows % 2), (0, columns % 2))
    weight = np.pad(known.astype(np.float64), padded)
    pooled = _pooled(np.pad(colours * known[:, :, None], (*padded, (0, 0))))
    counted = _pooled(weight[:, :, None])
    coarse = _pulled(pooled / np.maximum(counted, 1e-6), counted[:, :, 0] > 0)
    finer = coarse.repeat(2, axis=0).repeat(2, axis=1)[:rows, :columns]
    return np.where(known[:, :, None], colours, finer)


def _pooled(values: Colours) -> Colours:
    rows, columns, channels = values.shape
    blocks = values.reshape(rows // 2, 2, columns // 2, 2, channels)
    pooled: Colours = blocks.sum(axis=(1, 3))
    return pooled


def _mean_of_neighbours(colours: Colours) -> Colours:
    padded = np.pad(colours, ((1, 1), (1, 1), (0, 0)), mode="edge")
    mean: Colours = (
        padded[:-2, 1:-1] + padded[2:, 1:-1] + padded[1:-1, :-2] + padded[1:-1, 2:]
    ) / 4
    return mean
