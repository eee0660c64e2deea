"""A JPEG whose colours are stored at a scale that Pillow's writer doesn't know (4:1:1, 4:4:0).

Pillow codes each component as a grey picture of its own size; what it coded becomes the scans of
one file, one component after the other, as the standard allows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PIL import Image

from . import segments as seg
from .segments import Segment, segments_of

_TO_YCC = (
    *(0.299, 0.587, 0.114, 0.0),
    *(-0.168735892, -0.331264108, 0.5, 128.0),
    *(0.5, -0.418687589, -0.081312411, 128.0),
)
"""From RGB to luminance and colours, as in every JPEG; Pillow's own way there does not round."""

_SCANS = {seg.DHT, seg.DRI, seg.SOS}


@dataclass(frozen=True)
class Layer:
    """One component: its number, samples across and down to those of the others, its table."""

    number: int
    across: int
    down: int
    table: int


def can_be_written(layers: Sequence[Layer]) -> bool:
    """Three components, each a whole number of times smaller than the largest."""
    across, down = _most(layers)
    whole = all(across % layer.across == down % layer.down == 0 for layer in layers)
    return len(layers) == 3 and whole


def written(
    image: Image.Image, layers: Sequence[Layer], coded: Callable[[Image.Image, Layer], bytes]
) -> bytes:
    """The picture in RGB as one file; `coded` makes a grey JPEG of one component."""
    across, down = _most(layers)
    coloured = image.convert("RGB", _TO_YCC)
    files = []
    for at, layer in enumerate(layers):  # one after the other: they are large
        plane = coloured.getchannel(at).reduce((across // layer.across, down // layer.down))
        files.append(segments_of(coded(plane, layer)))
    head = [s.raw for s in files[0] if s.marker in {seg.SOI, seg.APP0, seg.APP2}]
    tables = {layer.table: _table(file, layer) for file, layer in zip(files, layers, strict=True)}
    scans = [
        _scan(segment, layer) if segment.marker == seg.SOS else segment.raw
        for file, layer in zip(files, layers, strict=True)
        for segment in file
        if segment.marker in _SCANS
    ]
    return b"".join([*head, *tables.values(), _frame(image, files, layers), *scans, b"\xff\xd9"])


def _most(layers: Sequence[Layer]) -> tuple[int, int]:
    return max(layer.across for layer in layers), max(layer.down for layer in layers)


def _table(file: list[Segment], layer: Layer) -> bytes:
    """The component's only table of quantisation, under its own number."""
    raw = next(segment.raw for segment in file if segment.marker == seg.DQT)
    return raw[:4] + bytes([raw[4] & 0xF0 | layer.table]) + raw[5:]


def _frame(image: Image.Image, files: list[list[Segment]], layers: Sequence[Layer]) -> bytes:
    marker = max(s.marker for file in files for s in file if s.marker in seg.FRAMES)
    size = image.height.to_bytes(2, "big") + image.width.to_bytes(2, "big")
    parts = (bytes([one.number, one.across << 4 | one.down, one.table]) for one in layers)
    payload = b"\x08" + size + bytes([len(layers)]) + b"".join(parts)
    return bytes([0xFF, marker]) + (len(payload) + 2).to_bytes(2, "big") + payload


def _scan(segment: Segment, layer: Layer) -> bytes:
    """The scan of a grey picture, said to be of this component."""
    return segment.raw[:5] + bytes([layer.number]) + segment.raw[6:]
