"""WebP: lossless stays lossless, lossy is written well; its copy keeps the coded picture."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from PIL import Image

from . import colour, exif, png, xmp
from .chunks import Chunk, webp_chunks, webp_file
from .limits import Fit
from .photo import HiddenKind, Photo, Pixels, Written
from .upright import open_picture, read_picture

_LOSSY, _LOSSLESS = b"VP8 ", b"VP8L"
_PICTURE = {_LOSSY, _LOSSLESS}
_HARMLESS = _PICTURE | {b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
_QUALITY = 90


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
    if end < len(data):
        yield "other"


def write(pixels: Pixels, source: bytes) -> Written:
    """A fresh file; one frame of an animation leaves as PNG."""
    names = {chunk.name for chunk in webp_chunks(source)[0]}
    if b"ANIM" in names:
        return png.encoded(pixels)
    file = BytesIO()
    image = Image.fromarray(pixels)
    image.save(file, "WEBP", lossless=_LOSSLESS in names, quality=_QUALITY)
    return Written(file.getvalue(), "image/webp", ".webp")


def stripped(data: bytes) -> Written | None:
    """The coded picture as it is, without anything else; None where that can't be had."""
    image = open_picture(data, "WEBP")
    image.load()
    pictures = [chunk for chunk in webp_chunks(data)[0] if chunk.name in _PICTURE]
    plain = (
        exif.orientation(image.info.get("exif")) == 1
        and colour.is_srgb(image.info.get("icc_profile"), "RGB")
        and image.mode == "RGB"
        and len(pictures) == 1
    )
    if not plain:
        return None
    copy = webp_file(pictures[0].name, bytes(pictures[0].payload))
    return None if leftovers(copy) else Written(copy, "image/webp", ".webp")


def leftovers(data: bytes) -> list[str]:
    """Names everything in the file that an output may not have."""
    chunks, end = webp_chunks(data)
    found = [f"chunk {chunk.name!r}" for chunk in chunks if chunk.name not in _PICTURE]
    if len(chunks) != 1:
        found.append("more or less than one picture")
    if any(_has_alpha(chunk) for chunk in chunks):
        found.append("transparency")
    if end < len(data):
        found.append(f"{len(data) - end} bytes after the end")
    return found


def _has_alpha(chunk: Chunk) -> bool:
    """Whether a lossless picture says in its header that it uses transparency."""
    return chunk.name == _LOSSLESS and bool(chunk.payload[4] & 0x10)
