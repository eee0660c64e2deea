"""Photo files: read upright, written fresh, with nothing hidden. One module a format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol, get_args

from . import avif, gif, heic, jpeg, png, webp
from .kinds import kind_of
from .limits import MAX_WRITTEN_PIXELS, Fit
from .photo import (
    Change,
    Format,
    HiddenKind,
    Photo,
    PhotoError,
    PhotoErrorCode,
    Pixels,
    Space,
    Written,
)
from .upright import decoding

__all__ = [
    "MAX_WRITTEN_PIXELS",
    "Change",
    "Format",
    "HiddenKind",
    "Photo",
    "PhotoError",
    "PhotoErrorCode",
    "Pixels",
    "Space",
    "Written",
    "clean",
    "hidden",
    "leftovers",
    "read",
    "sampled_frames",
    "write",
]


class _Source(Protocol):
    """What a format's module offers."""

    def read(self, data: bytes, fit: Fit, frame: int) -> Photo: ...
    def hidden(self, data: bytes) -> Iterator[HiddenKind]: ...
    def write(self, pixels: Pixels, source: bytes, space: Space | None) -> Written: ...
    def stripped(self, data: bytes) -> Written | None: ...


class _Output(Protocol):
    """What the module of a format that may leave offers besides."""

    def leftovers(self, data: bytes) -> list[str]: ...


_SOURCES: Mapping[Format, _Source] = {
    "jpeg": jpeg,
    "png": png,
    "webp": webp,
    "gif": gif,
    "avif": avif,
    "heic": heic,
}
_OUTPUTS: Mapping[Format, _Output] = {"jpeg": jpeg, "png": png, "webp": webp}


def read(
    data: bytes,
    *,
    max_side: int | None = None,
    max_pixels: int | None = None,
    frame: int = 0,
    keep_p3: bool = False,
) -> Photo:
    """The upright photo in a file, decoded no larger than asked for; raises PhotoError.

    It is in sRGB, unless `keep_p3` lets a picture in Display P3 stay as it is.
    """
    source = _SOURCES[kind_of(data)]
    with decoding():
        return source.read(data, Fit(max_side, max_pixels, keep_p3), frame)


def sampled_frames(frames: int, most: int) -> list[int]:
    """Up to `most` frames (at least 2), evenly spread, the first and the last among them."""
    if frames <= most:
        return list(range(frames))
    return [round(step * (frames - 1) / (most - 1)) for step in range(most)]


def hidden(data: bytes) -> tuple[HiddenKind, ...]:
    """What the file carries beside its picture, each kind once; never raises.

    A file whose hidden data can't be read to the end is said to carry "other".
    """
    found: set[HiddenKind] = set()
    try:
        source = _SOURCES[kind_of(data)]
    except PhotoError:
        return ()
    try:
        with decoding():
            found.update(source.hidden(data))
    except (PhotoError, MemoryError):
        found.add("other")
    return tuple(kind for kind in get_args(HiddenKind) if kind in found)


def write(pixels: Pixels, source: bytes, space: Space | None = None) -> Written:
    """The pixels on a fresh canvas, in the source's format and manner; nothing else is kept.

    HEIC and AVIF leave as JPEG, GIF and stills of animations as PNG. The file names the space.
    """
    format_ = _SOURCES[kind_of(source)]
    with decoding():
        return format_.write(pixels, source, space)


def clean(data: bytes) -> Written:
    """The same picture without hidden data; its coded data untouched where the format allows."""
    source = _SOURCES[kind_of(data)]
    with decoding():
        return source.stripped(data) or _rewritten(data)


def leftovers(data: bytes) -> list[str]:
    """Names everything in a file that an output may not have; empty for a clean output."""
    format_ = kind_of(data)
    if format_ not in _OUTPUTS:
        return [f"{format_} is no format of outputs"]
    with decoding():
        return _OUTPUTS[format_].leftovers(data)


def _rewritten(data: bytes) -> Written:
    photo = read(data, max_pixels=MAX_WRITTEN_PIXELS, keep_p3=True)
    written = write(photo.pixels, data, photo.space).and_also("coded-anew")
    return written.and_also("scaled", photo.scale < 1)
