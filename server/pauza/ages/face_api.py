"""face-api: one number, the age in years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from ..formats.photo import Pixels
from ..weights.net import Net, Tensor

SIZE = 112
MEAN_RGB: Final = np.array((122.782, 117.001, 104.298), np.float32)


class FaceApi:
    def __init__(self, net: Net) -> None:
        self._net = net

    def years(self, chips: Sequence[Pixels]) -> Tensor:
        """Age in years of each chip (112 x 112, RGB), shape (n,)."""
        batch = (np.stack(chips).astype(np.float32) - MEAN_RGB) / 255
        (years,) = self._net.run(np.ascontiguousarray(batch.transpose(0, 3, 1, 2))).values()
        return np.asarray(years[:, 0])
