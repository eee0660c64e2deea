"""JPEG: decoded strictly, written in the manner of its source, copied segment by segment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
import simplejpeg
from numpy.typing import NDArray
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile, get_sampling

from . import exif, xmp
from . import segments as seg
from .colour import colours_of
from .limits import Fit, check_size
from .photo import HiddenKind, Photo, Pixels, Space, Written
from .planes import Layer, can_be_written, written
from .profiles import PROFILES
from .segments import Segment, segments_of
from .tables import odd_codes, usual_codes, with_used_tables
from .upright import is_grey, photo_of, upright

_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
_ADOBE = b"\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00"
_PICTURE = seg.FRAMES | {seg.SOI, seg.DQT, seg.DHT, seg.DRI, seg.SOS, seg.EOI}

_MODES = {"Gray": "L", "CMYK": "CMYK", "YCCK": "CMYK"}
_PADDING = re.compile(r"extraneous bytes before marker 0xd9")
"""The only complaint of the decoder that a whole picture can earn: cameras pad their files."""

_PICTURE_OR_VIDEO = re.compile(rb"\xff\xd8\xff|ftyp|\x89PNG")

_EXIF = b"Exif\0\0"
_ICC = b"ICC_PROFILE\0"
_PLAIN_JFIF = 14

_SUBSAMPLING_420 = 2
_FRESH_QUALITY = 92


@dataclass(frozen=True)
class _Stored:
    """A decoded picture as it is stored: not turned, in the file's own kind of colours."""

    pixels: NDArray[np.uint8]
    mode: str

    @property
    def size(self) -> tuple[int, int]:
        return self.pixels.shape[1], self.pixels.shape[0]

    def image(self) -> Image.Image:
        return Image.frombuffer(self.mode, self.size, self.pixels, "raw", self.mode, 0, 1)


def read(data: bytes, fit: Fit, frame: int) -> Photo:  # noqa: ARG001 - a JPEG has one frame
    """The first picture of the file; further ones (previews, gain maps) are hidden data."""
    segments = segments_of(data)
    width, height = _size(segments)
    check_size(width, height)
    turn = exif.orientation(_exif(segments))
    size = fit.size(width, height)
    stored = _decode(_picture(segments), size)
    colours = colours_of(_profile(segments), stored.mode).kept(keep_p3=fit.keep_p3)
    if stored.size == size and turn == 1 and stored.mode == "RGB" and colours.ours:
        pixels = stored.pixels  # the usual large case, without two further copies
    else:
        pixels = upright(stored.image(), turn, colours, size)
    return photo_of(pixels, width, height, turn, "jpeg", 1, colours.space)


def hidden(data: bytes) -> Iterator[HiddenKind]:
    segments = segments_of(data)
    for segment in segments:
        if segment.marker == seg.COM or seg.APP0 <= segment.marker <= 0xEF:
            yield from _hidden_in(segment.marker, segment.payload)
    if segments[-1].end < len(data):
        yield "pictures" if _PICTURE_OR_VIDEO.search(data, segments[-1].end) else "other"


def write(pixels: Pixels, source: bytes, space: Space | None) -> Written:
    """A fresh file with the source's tables and subsampling.

    It gets codes of its own where the source has them: else it would be larger.
    """
    segments = segments_of(source)
    header = JpegImageFile(BytesIO(_picture(segments)))
    grey = header.mode == "L" and is_grey(pixels)
    image = Image.fromarray(pixels[:, :, 0] if grey else pixels)
    manner = {
        "optimize": not usual_codes(segments),
        "progressive": any(segment.marker == seg.PROGRESSIVE for segment in segments),
    }
    layers = [Layer(*layer) for layer in header.layer]
    if header.mode == "RGB" and get_sampling(header) < 0 and can_be_written(layers):
        return _in_planes(image, space, layers, header.quantization, **manner)
    return _encoded(
        image,
        None if grey else space,
        qtables=[header.quantization[key] for key in sorted(header.quantization)][:3],
        subsampling=max(get_sampling(header), 0) if header.mode == "RGB" else _SUBSAMPLING_420,
        **manner,
    )


def write_fresh(pixels: Pixels, space: Space | None) -> Written:
    """A fresh file for a source that was no JPEG."""
    image = Image.fromarray(pixels)
    return _encoded(image, space, quality=_FRESH_QUALITY, subsampling=_SUBSAMPLING_420)


def stripped(data: bytes) -> Written | None:
    """The coded picture as it is, without anything else; None where that can't be had."""
    segments = segments_of(data)
    mode = {1: "L", 3: "RGB"}.get(_frame(segments)[5], "CMYK")
    colours = colours_of(_profile(segments), mode)
    if not colours.ours:
        return None
    copy = _picture(segments, exif.orientation(_exif(segments)), colours.space)
    return None if leftovers(copy) else Written(copy, "image/jpeg", ".jpg")


def leftovers(data: bytes) -> list[str]:
    """Names everything in the file that an output may not have."""
    segments = segments_of(data)
    found = [f"segment {segment.marker:#x}" for segment in segments if not _may_stay(segment)]
    if sum(len(segment.raw) for segment in segments) < segments[-1].end:
        found.append("fill bytes between segments")
    if segments[-1].end < len(data):
        found.append(f"{len(data) - segments[-1].end} bytes after the end")
    if with_used_tables(segments) != segments:
        found.append("tables that no scan uses")
    if odd_codes(segments):
        found.append("codes that no picture has")
    try:
        _decode_strictly(_picture(segments), (1, 1))
    except ValueError:
        found.append("stray or damaged bytes in the coded picture")
    return found


def _may_stay(segment: Segment) -> bool:
    if segment.marker == seg.APP14:
        return segment.raw[:-1] == _ADOBE
    if segment.marker == seg.APP1:
        return segment.raw in {_turn_segment(turn) for turn in range(2, 9)}
    if segment.marker == seg.APP2:
        return segment.raw in {_profile_segment(space) for space in PROFILES}
    return segment.marker in _PICTURE or segment.raw == _JFIF


def _picture(segments: list[Segment], turn: int = 1, space: Space | None = None) -> bytes:
    """The file reduced to what codes its picture, the turn that it needs and its colours."""
    parts = []
    for segment in with_used_tables(segments):
        if segment.marker in _PICTURE:
            parts.append(segment.raw)
        elif segment.marker == seg.APP0 and segment.payload.startswith(b"JFIF\0"):
            parts.append(_JFIF)
        elif segment.marker == seg.APP14 and segment.payload.startswith(b"Adobe"):
            parts.append(_ADOBE + segment.payload[11:12])
    notes = [_turn_segment(turn)] if turn != 1 else []
    notes += [_profile_segment(space)] if space else []
    first = 2 if _JFIF in parts[:2] else 1
    return b"".join(parts[:first] + notes + parts[first:])


def _turn_segment(turn: int) -> bytes:
    return _segment(seg.APP1, _EXIF + exif.one_tag(turn))


def _profile_segment(space: Space) -> bytes:
    return _segment(seg.APP2, _ICC + b"\1\1" + PROFILES[space])


def _segment(marker: int, payload: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(payload) + 2).to_bytes(2, "big") + payload


def _decode(picture: bytes, size: tuple[int, int]) -> _Stored:
    """Decoded at the smallest scale that is still as large as `size`; a damaged file raises."""
    try:
        return _decode_strictly(picture, size)
    except ValueError as problem:
        if not _PADDING.search(str(problem)):
            raise
        return _decode_strictly(picture, size, strict=False)


def _decode_strictly(picture: bytes, size: tuple[int, int], *, strict: bool = True) -> _Stored:
    colours = simplejpeg.decode_jpeg_header(picture)[2]
    mode = _MODES.get(colours, "RGB")
    width, height = size
    stored: NDArray[np.uint8] = simplejpeg.decode_jpeg(
        picture,
        {"L": "GRAY"}.get(mode, mode),
        min_width=width,
        min_height=height,
        strict=strict,
    )
    if mode == "CMYK" and _ADOBE in picture[: len(_JFIF + _ADOBE) + 2]:
        np.invert(stored, out=stored)  # Adobe's programs store ink as light
    return _Stored(stored, mode)


def _encoded(
    image: Image.Image, space: Space | None, *, progressive: bool = False, **manner: Any
) -> Written:
    file = BytesIO()
    profile = PROFILES[space] if space else None
    try:
        image.save(file, "JPEG", progressive=progressive, icc_profile=profile, **manner)
    except OSError:  # noise with fine tables outgrows the buffer of Pillow's careful writers
        if not progressive and not manner.get("optimize"):
            raise
        return _encoded(image, space, **{**manner, "optimize": False})
    return Written(file.getvalue(), "image/jpeg", ".jpg")


def _in_planes(
    image: Image.Image,
    space: Space | None,
    layers: list[Layer],
    tables: Mapping[int, Sequence[int]],
    **manner: bool,
) -> Written:
    def coded(plane: Image.Image, layer: Layer) -> bytes:
        return _encoded(plane, space, qtables=[tables[layer.table]], **manner).data

    return Written(written(image, layers, coded), "image/jpeg", ".jpg")


def _frame(segments: list[Segment]) -> bytes:
    """The frame header: precision, height, width, number of components."""
    return next(segment.payload for segment in segments if segment.marker in seg.FRAMES)


def _size(segments: list[Segment]) -> tuple[int, int]:
    frame = _frame(segments)
    return int.from_bytes(frame[3:5], "big"), int.from_bytes(frame[1:3], "big")


def _exif(segments: list[Segment]) -> bytes | None:
    """The first EXIF block: like browsers, no other one is asked."""
    found = (segment.payload for segment in segments if segment.marker == seg.APP1)
    return next((payload for payload in found if payload.startswith(_EXIF)), None)


def _profile(segments: list[Segment]) -> bytes | None:
    """The colour profile, put together from its parts; None when one is missing."""
    parts = {}
    total = 0
    for segment in segments:
        if segment.marker == seg.APP2 and segment.payload.startswith(_ICC):
            number, total = segment.payload[12:14]
            parts[number] = segment.payload[14:]
    whole = total > 0 and sorted(parts) == list(range(1, total + 1))
    return b"".join(parts[number] for number in sorted(parts)) if whole else None


def _hidden_in(marker: int, payload: bytes) -> Iterator[HiddenKind]:
    if payload.startswith(_EXIF):
        yield from exif.hidden(payload)
    elif payload.startswith(b"http://ns.adobe.com/"):
        yield from xmp.hidden(payload)
    elif marker == seg.APP13:
        yield from xmp.hidden_iptc(payload)
    elif payload.startswith(b"JFXX\0"):
        yield "thumbnail"
    elif payload.startswith(b"JFIF\0"):
        if len(payload) > _PLAIN_JFIF:
            yield "thumbnail"
    elif payload.startswith(b"MPF\0"):
        yield "pictures"
    elif not payload.startswith((_ICC, b"Adobe")):
        yield "other"
