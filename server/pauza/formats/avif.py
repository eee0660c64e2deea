"""AVIF: read by Pillow; covered or cleaned, it leaves as JPEG, which every site takes."""

from __future__ import annotations

from collections.abc import Iterator

from . import jpeg
from .boxes import holds_more
from .limits import Fit
from .photo import HiddenKind, Photo, Pixels, Space, Written
from .upright import hidden_in_picture, open_picture, read_picture


def read(data: bytes, fit: Fit, frame: int) -> Photo:
    return read_picture(data, "AVIF", "avif", fit, frame)


def hidden(data: bytes) -> Iterator[HiddenKind]:
    yield from hidden_in_picture(open_picture(data, "AVIF"))
    if holds_more(data):
        yield "other"


def write(pixels: Pixels, source: bytes, space: Space | None) -> Written:
    """A fresh JPEG: nothing of the source is kept."""
    return jpeg.write_fresh(pixels, space).and_also("still", _is_animated(source))


def _is_animated(data: bytes) -> bool:
    return getattr(open_picture(data, "AVIF"), "n_frames", 1) > 1


def stripped(data: bytes) -> Written | None:  # noqa: ARG001 - it leaves as JPEG
    return None
