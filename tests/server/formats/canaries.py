"""Files with a canary in every place where a container can hide something, and the search for it.

A text canary is eleven bytes; a picture canary is a small JPEG that carries them as a comment;
a pixel canary is a row of pixels whose colours spell them.
"""

from __future__ import annotations

import base64
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image, ImageSequence

from formats.made import saved, scene
from pauza.formats import PhotoError
from pauza.formats.profiles import PROFILES
from pauza.formats.segments import DHT, SOS, segments_of
from pauza.formats.upright import decoding

CANARY = b"CANARY-7f3a!"
UTF16 = CANARY.decode().encode("utf-16-le")
PICTURE = saved(Image.new("RGB", (24, 16), "magenta"), "JPEG", comment=CANARY)
TEXT = CANARY.decode()

_STARTS = re.compile(rb"\xff\xd8\xff|\x89PNG\r\n|RIFF....WEBP|GIF8[79]a|ftyp|PK\x03\x04", re.DOTALL)

Files = dict[str, Callable[[], bytes]]


def found_in(data: bytes) -> set[str]:
    """How the canary, or any picture beside the first, can be seen in a file."""
    seen = {"raw"} if CANARY in data or UTF16 in data else set()
    seen |= {"base64" for shift in range(3) if _base64(shift) in data}
    seen |= {"inflated" for plain in _inflated(data) if CANARY in plain}
    seen |= {"pixels" for frame in _frames(data) if CANARY in frame}
    container = 4 if data[4:8] == b"ftyp" else 0
    seen |= {"carved" for start in _STARTS.finditer(data) if start.start() != container}
    return seen


def _base64(shift: int) -> bytes:
    """What is always there of the canary when it stands in base64 at this place of three."""
    return base64.b64encode(b"\0" * shift + CANARY)[4:12]


def _inflated(data: bytes) -> Iterator[bytes]:
    """All that a stream of zlib anywhere in the file holds."""
    for start in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", data):
        stream = zlib.decompressobj()
        try:
            yield stream.decompress(data[start.start() :]) + stream.unused_data[:64]
        except zlib.error:
            continue


def _frames(data: bytes) -> Iterator[bytes]:
    """The colours of every pixel of every frame, also of those that nobody sees."""
    try:
        with decoding(), Image.open(BytesIO(data)) as image:
            for frame in ImageSequence.Iterator(image):
                yield np.asarray(frame.convert("RGBA"))[:, :, :3].tobytes()
            if image.mode == "P" and image.palette:
                yield bytes(image.palette.palette)
    except PhotoError:
        return


def marked(mode: str = "RGB") -> Image.Image:
    """The scene with a pixel canary in its first row; transparent there where the mode can be."""
    pixels = np.asarray(scene()).copy()
    pixels[0, :4] = np.frombuffer(CANARY, np.uint8).reshape(4, 3)
    image = Image.fromarray(pixels)
    if mode == "RGBA":
        alpha = np.full(pixels.shape[:2], 255, np.uint8)
        alpha[0, :4] = 0
        image.putalpha(Image.fromarray(alpha))
    return image


def exif_with(tag: int, value: Any, ifd: int | None = None) -> bytes:
    tags = Image.Exif()
    tags[0x0112] = 1
    (tags if ifd is None else tags.get_ifd(ifd))[tag] = value
    return tags.tobytes()


def exif_with_thumbnail(picture: bytes) -> bytes:
    """An EXIF block whose second directory points to a small JPEG; text between the two."""
    first = struct.pack(">HHHII", 1, 0x0112, 3, 1, 1 << 16)
    gap = CANARY
    second = struct.pack(">H", 2)
    at = 8 + len(first) + 4 + len(gap)
    behind = at + 2 + 24 + 4
    second += struct.pack(">HHII", 0x0201, 4, 1, behind)
    second += struct.pack(">HHII", 0x0202, 4, 1, len(picture)) + struct.pack(">I", 0)
    block = b"MM\0\x2a\0\0\0\x08" + first + struct.pack(">I", at) + gap + second + picture
    return b"Exif\0\0" + block


def _segment(marker: int, payload: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(payload) + 2).to_bytes(2, "big") + payload


def _jpeg(*inserted: bytes, trailer: bytes = b"", **manner: Any) -> Callable[[], bytes]:
    def build() -> bytes:
        plain = saved(scene(), "JPEG", **manner)
        return plain[:2] + b"".join(inserted) + plain[2:] + trailer

    return build


def _jpeg_around_scans(before: bytes = b"", behind: bytes = b"") -> bytes:
    """A progressive file with something before and behind the coded data of every scan."""
    return b"".join(
        before + segment.raw + behind if segment.marker == SOS else segment.raw
        for segment in segments_of(saved(scene(), "JPEG", progressive=True))
    )


def _jpeg_with_codes_for_text() -> bytes:
    """The last codes of a table stand for what no picture has: the letters of the canary."""
    parts = [segment.raw for segment in segments_of(saved(scene(), "JPEG", quality=60))]
    at = max(n for n, raw in enumerate(parts) if raw[1] == DHT and raw[4] & 0x10)
    parts[at] = parts[at][: -len(CANARY)] + CANARY
    return b"".join(parts)


XMP = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><dc:source>%s</dc:source></x:xmpmeta>"
_FAR_XMP = b"http://ns.adobe.com/xmp/extension/\0" + b"0" * 32 + b"\0\0\0\x0c\0\0\0\0"
_QUANTISER = b"\3" + (CANARY * 6)[:64]
_CODES = b"\3" + bytes([0, 0, 0, len(CANARY), *[0] * 12]) + CANARY

JPEG: Files = {
    "description": _jpeg(exif=exif_with(0x010E, TEXT)),
    "user comment": _jpeg(exif=exif_with(0x9286, b"ASCII\0\0\0" + CANARY, 0x8769)),
    "xp comment": _jpeg(exif=exif_with(0x9C9C, UTF16)),
    "maker note": _jpeg(exif=exif_with(0x927C, CANARY, 0x8769)),
    "picture in maker note": _jpeg(exif=exif_with(0x927C, PICTURE, 0x8769)),
    "gps": _jpeg(exif=exif_with(0x001B, b"ASCII\0\0\0" + CANARY, 0x8825)),
    "unknown tag": _jpeg(exif=exif_with(0xC4A5, b"PrintIM" + CANARY)),
    "exif thumbnail and gap": _jpeg(exif=exif_with_thumbnail(PICTURE)),
    "second exif": _jpeg(
        _segment(0xE1, exif_with(0x0112, 1)), _segment(0xE1, exif_with(0x010E, TEXT))
    ),
    "jfif thumbnail": _jpeg(_segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\2\2" + CANARY)),
    "jfxx thumbnail": _jpeg(_segment(0xE0, b"JFXX\0\x10" + PICTURE)),
    "xmp": _jpeg(_segment(0xE1, XMP % CANARY)),
    "picture in xmp": _jpeg(_segment(0xE1, XMP % base64.b64encode(PICTURE))),
    "extended xmp": _jpeg(_segment(0xE1, _FAR_XMP + CANARY)),
    "profile": _jpeg(icc_profile=PROFILES["srgb"] + CANARY),
    "broken profile": _jpeg(icc_profile=CANARY),
    "mpf": _jpeg(_segment(0xE2, b"MPF\0MM\0\x2a" + CANARY), trailer=PICTURE),
    "iptc": _jpeg(_segment(0xED, b"Photoshop 3.0\x008BIM\4\4\0\0\0\0\0\x11\x1c\2x\0\x0c" + CANARY)),
    "photoshop thumbnail": _jpeg(_segment(0xED, b"Photoshop 3.0\x008BIM\4\x0c" + PICTURE)),
    "jumbf": _jpeg(_segment(0xEB, b"JP\0\1\0\0\0\1jumb" + CANARY)),
    "adobe": _jpeg(_segment(0xEE, b"Adobe\0\x64\0\0\0\0\1" + CANARY)),
    **{f"app{n}": _jpeg(_segment(0xE0 + n, CANARY)) for n in (3, 4, 5, 6, 7, 8, 9, 10, 12, 15)},
    "comment": _jpeg(_segment(0xFE, CANARY)),
    "unused quantisation": _jpeg(_segment(0xDB, _QUANTISER)),
    "unused codes": _jpeg(_segment(0xC4, _CODES)),
    "codes for text": _jpeg_with_codes_for_text,
    "unused tables between scans": lambda: _jpeg_around_scans(before=_segment(0xC4, _CODES)),
    "behind a scan": lambda: _jpeg_around_scans(behind=_segment(0xFE, CANARY)),
    "behind the last unit": lambda: saved(scene(), "JPEG")[:-2] + CANARY + b"\xff\xd9",
    "text behind the end": _jpeg(trailer=CANARY),
    "picture behind the end": _jpeg(trailer=PICTURE),
    "video behind the end": _jpeg(trailer=b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + CANARY),
    "archive behind the end": _jpeg(trailer=b"PK\3\4" + CANARY),
}
