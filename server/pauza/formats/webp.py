"""WebP: lossless stays lossless, lossy is written well; its copy keeps the coded picture."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from PIL import Image

from . import colour, exif, png, vp8, xmp
from .chunks import Chunk, webp_chunks, webp_file
from .limits import Fit
from .photo import HiddenKind, Photo, Pixels, Space, Written
from .profiles import PROFILES
from .upright import open_picture, read_picture

_LOSSY, _LOSSLESS = b"VP8 ", b"VP8L"
_PICTURE = {_LOSSY, _LOSSLESS}
_HARMLESS = _PICTURE | {b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
_QUALITY = 90
_HAS_PROFILE = b"\x20\0\0\0"
"""Flags of an extended file that holds a colour profile and nothing else besides its picture."""
_PADDING = 4
"""Bytes at the end of a coded part that its decoder must miss; encoders pad with up to three."""


def read(data: bytes, fit: Fit, frame: int) -> Photo:
    return read_picture(data, "WEBP", "webp", fit, frame)


def hidden(data: bytes) -> Iterator[HiddenKind]:
    chunks, end = webp_chunks(data)
    for chunk in chunks:
        if chunk.name == b"EXIF":
            yield from exif.hidden(bytes(chunk.payload))
        elif chunk.name == b"XMP ":
            yield from xmp.hidden(bytes(chunk.payload))
        elif chunk.name not in _HARMLESS:
            yield "other"
    if sum(chunk.name in _PICTURE for chunk in chunks) > 1:
        yield "pictures"
    if end < len(data):
        yield "other"


def write(pixels: Pixels, source: bytes, space: Space | None) -> Written:
    """A fresh file; one frame of an animation leaves as PNG."""
    names = {chunk.name for chunk in webp_chunks(source)[0]}
    if b"ANIM" in names:
        return png.encoded(pixels, space).and_also("still")
    file = BytesIO()
    image = Image.fromarray(pixels)
    image.save(file, "WEBP", lossless=_LOSSLESS in names, quality=_QUALITY)
    (picture,) = webp_chunks(file.getvalue())[0]
    return _written(picture, space, pixels.shape[1], pixels.shape[0])


def stripped(data: bytes) -> Written | None:
    """The coded picture as it is, without anything else; None where that can't be had."""
    image = open_picture(data, "WEBP")
    image.load()
    pictures = [chunk for chunk in webp_chunks(data)[0] if chunk.name in _PICTURE]
    colours = colour.colours_of(image.info.get("icc_profile"), "RGB")
    turned = exif.orientation(image.info.get("exif")) != 1
    if turned or not colours.ours or image.mode != "RGB" or len(pictures) != 1:
        return None
    copy = _written(pictures[0], colours.space, *image.size)
    return None if leftovers(copy.data) else copy


def leftovers(data: bytes) -> list[str]:
    """Names everything in the file that an output may not have."""
    chunks, end = webp_chunks(data)
    allowed = _PICTURE | {b"VP8X", b"ICCP"}
    found = [f"chunk {chunk.name!r}" for chunk in chunks if chunk.name not in allowed]
    pictures = [chunk for chunk in chunks if chunk.name in _PICTURE]
    if end < len(data):
        found.append(f"{len(data) - end} bytes after the end")
    if len(pictures) != 1:
        return [*found, "more or less than one picture"]
    (picture,) = pictures
    size = open_picture(data, "WEBP").size
    if data[:end] not in {_written(picture, space, *size).data for space in (None, *PROFILES)}:
        found.append("a container that is not as we write it")
    if _has_alpha(picture):
        found.append("transparency")
    if any(_decodes(shorter) for shorter in _shortened(picture)):
        found.append("bytes behind the coded picture")
    return found


def _written(picture: Chunk, space: Space | None, width: int, height: int) -> Written:
    """A file that holds the coded picture and, where it names a space, our profile."""
    coded = (picture.name, bytes(picture.payload))
    if space is None:
        return Written(webp_file(coded), "image/webp", ".webp")
    canvas = _HAS_PROFILE + b"".join((side - 1).to_bytes(3, "little") for side in (width, height))
    file = webp_file((b"VP8X", canvas), (b"ICCP", PROFILES[space]), coded)
    return Written(file, "image/webp", ".webp")


def _shortened(picture: Chunk) -> Iterator[bytes]:
    """The picture alone, each of its parts cut by more than its coder may pad it."""
    coded = bytes(picture.payload)
    parts = vp8.shortened(coded, _PADDING) if picture.name == _LOSSY else [coded[:-_PADDING]]
    return (webp_file((picture.name, part)) for part in parts)


def _decodes(file: bytes) -> bool:
    try:
        open_picture(file, "WEBP").load()
    except OSError:
        return False
    return True


def _has_alpha(chunk: Chunk) -> bool:
    """Whether a lossless picture says in its header that it uses transparency."""
    return chunk.name == _LOSSLESS and bool(chunk.payload[4] & 0x10)
