"""YuNet (2023mar): small, quick, finds faces of about 20 to 300 px in its input."""

from __future__ import annotations

import numpy as np

from ..weights.net import Net, Tensor
from .face import Face
from .picture import Picture, padded_tensor
from .raw import RawFaces, separated

STRIDES = (8, 16, 32)
OVERLAP = 0.3


class YuNet:
    def __init__(self, net: Net) -> None:
        self._net = net

    def detect(self, picture: Picture, long_side: int, least: float) -> list[Face]:
        """Faces of at least this confidence, in pixels of the picture, most confident first."""
        pixels, scale = picture.shrunk(long_side)
        tensor = padded_tensor(pixels[:, :, ::-1])
        outputs = self._net.run(tensor)
        width = tensor.shape[3]
        found = RawFaces.joined([_decoded(outputs, stride, width, least) for stride in STRIDES])
        return separated(found, OVERLAP).faces(1 / scale)


def _decoded(outputs: dict[str, Tensor], stride: int, width: int, least: float) -> RawFaces:
    """One cell, one candidate: its score is the geometric mean of class and objectness."""
    cls, obj, boxes, points = (
        outputs[f"{kind}_{stride}"][0] for kind in ("cls", "obj", "bbox", "kps")
    )
    scores = np.sqrt(np.clip(cls[:, 0], 0, 1) * np.clip(obj[:, 0], 0, 1))
    kept = np.flatnonzero(scores >= least)
    cells = np.stack([kept % (width // stride), kept // (width // stride)], axis=1)
    centres = (cells + boxes[kept, :2]) * stride
    sizes = np.exp(boxes[kept, 2:]) * stride
    landmarks = (cells[:, None] + points[kept].reshape(-1, 5, 2)) * stride
    return RawFaces(scores[kept], centres - sizes / 2, sizes, landmarks)
