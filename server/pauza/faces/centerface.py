"""CenterFace: a slower second opinion that sees other faces than YuNet does."""

from __future__ import annotations

import numpy as np

from ..weights.net import Net
from .face import Face
from .picture import Picture, padded_tensor
from .raw import RawFaces, separated

STRIDE = 4
OVERLAP = 0.3
HEAT, SIZE, OFFSET, LANDMARKS = "537", "538", "539", "540"


class CenterFace:
    def __init__(self, net: Net) -> None:
        self._net = net

    def detect(self, picture: Picture, long_side: int, least: float) -> list[Face]:
        """Faces of at least this confidence, in pixels of the picture, most confident first."""
        pixels, scale = picture.shrunk(long_side)
        outputs = self._net.run(padded_tensor(pixels))
        heat = outputs[HEAT][0, 0]
        rows, columns = np.nonzero(heat >= least)
        sizes = np.exp(outputs[SIZE][0, :, rows, columns])[:, ::-1] * STRIDE
        shift = outputs[OFFSET][0, :, rows, columns][:, ::-1]
        cells = np.stack([columns, rows], axis=1)
        corners = (cells + shift + 0.5) * STRIDE - sizes / 2
        points = outputs[LANDMARKS][0, :, rows, columns].reshape(-1, 5, 2)[:, :, ::-1]
        landmarks = points * sizes[:, None] + corners[:, None]
        found = RawFaces(heat[rows, columns], corners, sizes, landmarks)
        return separated(found, OVERLAP).faces(1 / scale)
