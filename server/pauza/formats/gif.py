"""GIF: read frame by frame; covered or cleaned, one frame leaves as PNG."""

from __future__ import annotations

from collections.abc import Iterator

from . import png
from .limits import MAX_PARTS, Fit
from .photo import HiddenKind, Photo, Pixels, Space, Written
from .upright import open_picture, read_picture

_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_GRAPHIC_CONTROL = 0xF9
_LOOPING = b"\x0bNETSCAPE2.0"


def read(data: bytes, fit: Fit, frame: int) -> Photo:
    return read_picture(data, "GIF", "gif", fit, frame)


def write(pixels: Pixels, source: bytes, space: Space | None) -> Written:
    """A fresh PNG: nothing of the source is kept."""
    animated = getattr(open_picture(source, "GIF"), "n_frames", 1) > 1
    return png.encoded(pixels, space).and_also("still", animated)


def stripped(data: bytes) -> Written | None:  # noqa: ARG001 - its palette can't be vouched for
    return None


def hidden(data: bytes) -> Iterator[HiddenKind]:
    """Comments, application data and whatever follows the trailer."""
    at = 13 + _palette(data[10])
    for _ in range(MAX_PARTS):
        block = data[at]
        if block == _TRAILER:
            break
        if block == _EXTENSION:
            label, body = data[at + 1], data[at + 2 : at + 14]
            if label != _GRAPHIC_CONTROL and body != _LOOPING:
                yield "other"
            at = _after_sub_blocks(data, at + 2)
        elif block == _IMAGE:
            at = _after_sub_blocks(data, at + 11 + _palette(data[at + 9]))
        else:
            break
    if at + 1 < len(data):
        yield "other"


def _palette(flags: int) -> int:
    """Bytes of the colour table that follows a header with these flags."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _after_sub_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += 1 + data[at]
    return at + 1
