"""HEIC: read where the extra `heif` is installed; covered or cleaned, it leaves as JPEG."""

from __future__ import annotations

from collections.abc import Iterator

from . import jpeg
from .boxes import holds_more
from .limits import Fit
from .photo import HiddenKind, Photo, PhotoError, Pixels, Space, Written
from .upright import hidden_in_picture, open_picture, read_picture

try:
    import pillow_heif
except ImportError:
    INSTALLED = False
else:
    INSTALLED = True
    pillow_heif.register_heif_opener()


def read(data: bytes, fit: Fit, frame: int) -> Photo:
    if not INSTALLED:
        raise PhotoError("unknown_kind", "HEIC needs the extra `heif` (pillow-heif)")
    return read_picture(data, "HEIF", "heic", fit, frame)


def hidden(data: bytes) -> Iterator[HiddenKind]:
    image = open_picture(data, "HEIF")
    yield from hidden_in_picture(image)
    if image.info.get("thumbnails"):
        yield "thumbnail"
    if image.info.get("depth_images"):
        yield "depth"
    if image.info.get("aux") or getattr(image, "n_frames", 1) > 1:
        yield "pictures"
    if holds_more(data):
        yield "other"


def write(pixels: Pixels, source: bytes, space: Space | None) -> Written:  # noqa: ARG001
    """A fresh JPEG: nothing of the source is kept."""
    return jpeg.write_fresh(pixels, space)


def stripped(data: bytes) -> Written | None:  # noqa: ARG001 - it leaves as JPEG
    return None
